import type { Horizon, Initiative, StrategyMap } from './map.ts'
import { indexMap } from './map-index.ts'
import { horizonOf } from './node-kinds.ts'

/** Which initiatives to show; every part named is and-ed, the values within one part are or-ed (domain.md 1). */
export interface Filter {
  readonly text?: string
  readonly states?: readonly string[]
  readonly horizons?: readonly Horizon[]
  readonly owners?: readonly string[]
  readonly goals?: readonly string[]
  readonly rules?: readonly string[]
}

export const noFilter: Filter = {}

export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter).every(
    (part: string | readonly string[] | undefined) => part === undefined || part.length === 0,
  )
}

/** What the analysis says of each initiative, as far as a filter asks. */
export interface FilterFacts {
  readonly stateOf: (id: string) => string | undefined
  readonly rulesOf: (id: string) => ReadonlySet<string> | undefined
}

/** Ids of the initiatives that pass. O(nodes + links). */
export function matchInitiatives(map: StrategyMap, filter: Filter, facts: FilterFacts): ReadonlySet<string> {
  const index = indexMap(map)
  const text = filter.text?.trim().toLowerCase() ?? ''
  const linked = (node: Initiative, kind: 'ownedBy' | 'contributesTo', wanted: readonly string[] | undefined) =>
    !wanted?.length || index.out(node.id, kind).some((link) => wanted.includes(link.target))
  const passes = (node: Initiative) =>
    (!filter.states?.length || filter.states.includes(facts.stateOf(node.id) ?? '')) &&
    (!filter.horizons?.length || filter.horizons.includes(horizonOf(node))) &&
    linked(node, 'ownedBy', filter.owners) &&
    linked(node, 'contributesTo', filter.goals) &&
    (!filter.rules?.length || filter.rules.some((rule) => facts.rulesOf(node.id)?.has(rule))) &&
    (text === '' || mentions(node, text))
  return new Set(
    index
      .nodesOf('initiative')
      .filter(passes)
      .map((node) => node.id),
  )
}

/** Does the name, description, a tag or a field of the node hold this text (given in lower case)? */
export function mentions(node: StrategyMap['nodes'][number], text: string): boolean {
  if (node.name.toLowerCase().includes(text)) return true
  if (node.description?.toLowerCase().includes(text)) return true
  if (node.tags?.some((tag) => tag.toLowerCase().includes(text))) return true
  return (
    node.fields !== undefined && Object.values(node.fields).some((value) => String(value).toLowerCase().includes(text))
  )
}
