import { type Assessment, type State, states } from '../../shared/analysis/assessment.ts'
import type { Messages } from '../../shared/i18n/messages.ts'
import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { Horizon, LinkKind, NodeKind, StrategyMap } from '../../shared/model/map.ts'
import { horizonOf, horizons, nodeKinds } from '../../shared/model/node-kinds.ts'
import type { Picture } from './picture.ts'
import type { LegendSymbol } from './symbols.ts'

export interface LegendEntry {
  readonly symbol: LegendSymbol
  readonly label: string
  /** What a click filters by. */
  readonly filter: { readonly part: 'states' | 'horizons'; readonly value: string } | null
}

export interface LegendSection {
  readonly title: string
  readonly entries: readonly LegendEntry[]
}

/** What a picture holds, so that the legend explains that and nothing else. */
export interface Present {
  readonly states: ReadonlySet<State>
  readonly horizons: ReadonlySet<Horizon>
  readonly kinds: ReadonlySet<NodeKind>
  readonly links: ReadonlySet<LinkKind>
}

export function presentIn(picture: Picture): Present {
  const nodes = [...picture.nodes.values()]
  const inHubs = states.filter((state) => nodes.some((node) => (node.hub?.states?.[state] ?? 0) > 0))
  return {
    states: new Set([...inHubs, ...nodes.flatMap((node) => node.face?.state ?? [])]),
    horizons: new Set(nodes.flatMap((node) => node.face?.horizon ?? [])),
    kinds: new Set(nodes.map((node) => node.kind)),
    links: new Set([...picture.links.values()].map((link) => link.kind)),
  }
}

/** The same of a whole map, so that the legend stays still while hubs open and filters come and go. */
export function presentInMap(map: StrategyMap, assessment: Assessment): Present {
  const initiatives = map.nodes.filter((node) => node.kind === 'initiative')
  return {
    states: new Set(assessment.initiatives.map((one) => one.state)),
    horizons: new Set(initiatives.map(horizonOf)),
    kinds: new Set(map.nodes.map((node) => node.kind)),
    links: new Set(map.links.map((link) => link.kind)),
  }
}

/** Sections of the legend in reading order; empty ones are left out. */
export function legendSections(m: Messages, present: Present): readonly LegendSection[] {
  const sections: readonly LegendSection[] = [
    {
      title: m.map.legendStates,
      entries: states
        .filter((state) => present.states.has(state))
        .map((value) => ({
          symbol: { what: 'state', value },
          label: m.states[value],
          filter: { part: 'states', value },
        })),
    },
    {
      title: m.map.legendMarks,
      entries:
        present.states.size === 0
          ? []
          : [
              { symbol: { what: 'tick', value: 'yes' }, label: m.map.tickMark, filter: null },
              { symbol: { what: 'bar', value: 'yes' }, label: m.map.barMark, filter: null },
              { symbol: { what: 'tick', value: 'no' }, label: m.map.markNo, filter: null },
              { symbol: { what: 'bar', value: 'unknown' }, label: m.map.markUnknown, filter: null },
            ],
    },
    {
      title: m.map.legendHorizons,
      entries: horizons
        .filter((horizon) => present.horizons.has(horizon))
        .map((value) => ({
          symbol: { what: 'horizon', value },
          label: m.horizons[value],
          filter: { part: 'horizons', value },
        })),
    },
    {
      title: m.map.legendKinds,
      entries: nodeKinds
        .filter((kind) => kind !== 'initiative' && present.kinds.has(kind))
        .map((value) => ({ symbol: { what: 'kind', value }, label: capital(m.kinds[value].one), filter: null })),
    },
    {
      title: m.map.legendLinks,
      entries: linkKinds
        .filter(({ kind }) => present.links.has(kind))
        .map(({ kind }) => ({ symbol: { what: 'link', value: kind }, label: m.links[kind], filter: null })),
    },
  ]
  return sections.filter((section) => section.entries.length > 0)
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
