import { linkSignature } from '../model/link-kinds.ts'
import type { MapLink, MapNode, StrategyMap } from '../model/map.ts'
import { indexMap } from '../model/map-index.ts'
import { findEqualNames, nameKey } from './equal-names.ts'
import type { ImportPlan, LeftOut, Note, Origin } from './import-plan.ts'
import { countKinds } from './plan-draft.ts'
import { UniqueIds, wishedLinkId, wishedNodeId } from './unique-ids.ts'

/**
 * The plan as it fits a map that has something in it; its report is what to show before the import.
 * - A row with an id of its own updates the node of that id; if that is of another kind, the row is left out.
 * - A row without one is always a node of its own: only ids merge rows.
 * - A goal, owner, agency or channel that was only named in a cell is the node of that id or, if there is just one, that name.
 * - A link that is there already is left out; an id that is taken by another link gives way.
 * Fitting twice changes nothing. O(nodes + links of both).
 */
export function fitPlan(map: StrategyMap, plan: ImportPlan): ImportPlan {
  const fitted = fitNodes(map, plan)
  const { links, leftOut, there } = fitLinks(map, plan, fitted)
  const present = indexMap(map)
  const isNew = (node: MapNode) => present.node(node.id) === undefined
  const added = fitted.nodes.filter(isNew)
  const notes: Note[] = there > 0 ? [{ code: 'links-there', params: { count: there } }] : []
  return {
    ...plan,
    nodes: fitted.nodes,
    links,
    origins: fitted.origins,
    report: {
      ...plan.report,
      ...countKinds(added, links),
      updated: fitted.nodes.filter((node) => !isNew(node)).map((node) => node.id),
      leftOut: [...plan.report.leftOut, ...fitted.leftOut, ...leftOut],
      equalNames: findEqualNames([...map.nodes, ...added], new Set(added.map((node) => node.id))),
      notes: [...plan.report.notes, ...notes],
    },
  }
}

interface FittedNodes {
  readonly nodes: readonly MapNode[]
  readonly origins: ReadonlyMap<string, Origin>
  /** From an id in the plan to the one on the map; null: left out. */
  readonly ids: ReadonlyMap<string, string | null>
  readonly leftOut: readonly LeftOut[]
}

function fitNodes(map: StrategyMap, plan: ImportPlan): FittedNodes {
  const index = indexMap(map)
  const byName = new Map<string, string | null>()
  for (const node of map.nodes) {
    const key = nameKey(node.kind, node.name)
    byName.set(key, byName.has(key) ? null : node.id)
  }
  const made = new UniqueIds([...map.nodes, ...plan.nodes].map((node) => node.id))
  const nodes: MapNode[] = []
  const origins = new Map<string, Origin>()
  const ids = new Map<string, string | null>()
  const leftOut: LeftOut[] = []
  const keep = (node: MapNode, id: string, origin: Origin) => {
    ids.set(node.id, id)
    origins.set(id, origin)
    nodes.push(id === node.id ? node : { ...node, id })
  }
  for (const node of plan.nodes) {
    const origin: Origin = plan.origins.get(node.id) ?? { file: '', row: 0, id: 'given' }
    const there = index.node(node.id)
    if (origin.id === 'reference') {
      const same = index.node(node.name)?.kind === node.kind ? node.name : byName.get(nameKey(node.kind, node.name))
      if (typeof same === 'string') ids.set(node.id, same)
      else keep(node, there ? made.make(wishedNodeId(node.kind, node.name)) : node.id, origin)
    } else if (!there) keep(node, node.id, origin)
    else if (origin.id === 'row') keep(node, made.make(wishedNodeId(node.kind, node.name)), origin)
    else if (there.kind === node.kind) keep(node, node.id, origin)
    else {
      ids.set(node.id, null)
      const params = { id: node.id, kind: node.kind, other: there.kind }
      leftOut.push({ file: origin.file, row: origin.row, what: 'row', reason: 'kind-differs', params })
    }
  }
  return { nodes, origins, ids, leftOut }
}

function fitLinks(
  map: StrategyMap,
  plan: ImportPlan,
  fitted: FittedNodes,
): { links: MapLink[]; leftOut: LeftOut[]; there: number } {
  const present = new Set(map.links.map(linkSignature))
  const made = new UniqueIds(map.links.map((link) => link.id))
  const links: MapLink[] = []
  const leftOut: LeftOut[] = []
  let there = 0
  // A plan that was fitted before points straight to nodes of the map.
  const index = indexMap(map)
  const endOf = (id: string) => (fitted.ids.has(id) ? fitted.ids.get(id) : index.node(id)?.id)
  for (const link of plan.links) {
    const source = endOf(link.source)
    const target = endOf(link.target)
    if (!source || !target) {
      const gone = source ? link.target : link.source
      const origin = plan.origins.get(link.source)
      leftOut.push({
        file: origin?.file ?? '',
        row: origin?.row ?? 0,
        what: 'link',
        reason: 'end-left-out',
        params: { id: gone },
      })
      continue
    }
    const fit = { ...link, source, target }
    if (source === target || present.has(linkSignature(fit))) {
      there += 1
      continue
    }
    present.add(linkSignature(fit))
    const moved = source !== link.source || target !== link.target
    links.push({ ...fit, id: made.make(moved ? wishedLinkId(link.kind, source, target) : link.id) })
  }
  return { links, leftOut, there }
}
