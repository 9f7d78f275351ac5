import type { Edit } from '../model/edit.ts'
import { linkKindEntry } from '../model/link-kinds.ts'
import { emptyMap, type MapNode, type StrategyMap, type Unknown } from '../model/map.ts'
import { indexMap } from '../model/map-index.ts'
import { fitPlan } from './fit-plan.ts'
import type { ImportPlan } from './import-plan.ts'

/** The plan as a map of its own. `now` is an ISO date-time. */
export function importToMap(
  plan: ImportPlan,
  { id, title, now }: { readonly id: string; readonly title: string; readonly now: string },
): StrategyMap {
  return { ...emptyMap(id, title, now), nodes: plan.nodes, links: plan.links, settings: { blank: plan.blank } }
}

/**
 * The plan as one edit of a map, one undo step: new nodes and links are added, nodes that are there get the values that
 * are not blank. What that leaves out is in the report of `fitPlan(map, plan)`.
 */
export function importEdit(map: StrategyMap, plan: ImportPlan): Edit {
  const { nodes, links } = fitPlan(map, plan)
  const index = indexMap(map)
  const answered = new Map<string, Set<Unknown>>()
  for (const link of links) {
    const mark = linkKindEntry(link.kind).answers
    if (mark) answered.set(link.source, (answered.get(link.source) ?? new Set()).add(mark))
  }
  const put: { item: MapNode }[] = []
  for (const node of nodes) {
    const there = index.node(node.id)
    const item = there ? updated(there, node, answered.get(node.id)) : node
    if (!there || JSON.stringify(item) !== JSON.stringify(there)) put.push({ item })
  }
  return { label: 'import', nodes: { put }, links: { put: links.map((item) => ({ item })) } }
}

/** Both are of one kind. "Not asked" marks only go away: a blank cell of a file does not make an answer unknown. */
function updated(there: MapNode, node: MapNode, answered: ReadonlySet<Unknown> | undefined): MapNode {
  const fields = { ...there.fields, ...node.fields }
  const tags = [...new Set([...(there.tags ?? []), ...(node.tags ?? [])])]
  const merged = {
    ...there,
    ...node,
    // A node that is called by its id had no name in the file.
    name: node.name === node.id ? there.name : node.name,
    ...(there.tags || node.tags ? { tags } : {}),
    ...(there.fields || node.fields ? { fields } : {}),
  } as MapNode
  if (merged.kind !== 'initiative' || there.kind !== 'initiative') return merged
  const { unknown: _both, ...rest } = merged
  const open = (there.unknown ?? []).filter((mark) => !answered?.has(mark))
  return open.length > 0 ? { ...rest, unknown: open } : rest
}
