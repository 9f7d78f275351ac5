import { groupBy } from '../lib/group-by.ts'
import type { Goal, Initiative, MapNode, NodeKind } from './map.ts'
import type { MapIndex } from './map-index.ts'

/** More nodes of a kind than this and they fold. */
export const foldAbove = 150
/** A department (goal, platform, home) with more than this folds what it holds. */
const foldHubAbove = 8
/** With so many initiatives a map is read from afar, and hubs fold from fewer on. */
const manyInitiatives = 300
/** Hubs of such a map, and groups of top goals, fold beyond this many. */
const foldFarAbove = 2

/** A hub that is no node of the map: the goals of a department, the accounts of a platform, or what has no home. */
export interface Group {
  readonly id: string
  readonly kind: NodeKind
  /** What it is called after; null for the rest, which is named in words. */
  readonly name: string | null
}

/** Where each folded node has gone: to a node of the map or to a group. Never in a circle. */
export interface Folding {
  readonly into: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, Group>
  /** Hubs that the user has opened: they would fold their members. */
  readonly open: ReadonlySet<string>
}

interface Plan {
  readonly into: Map<string, string>
  readonly groups: Map<string, Group>
  readonly open: Set<string>
  readonly opened: ReadonlySet<string>
  readonly index: MapIndex
  readonly shown: ReadonlySet<string>
  readonly revealed: ReadonlySet<string>
}

const restId = (kind: NodeKind): string => `rest:${kind}`

/**
 * Decides what folds. Only what is `shown` (all nodes, or what a filter leaves) is looked at and counted, so a narrow
 * filter shows everything unfolded. `revealed` nodes never fold. O(nodes + links).
 */
export function planFolding(
  shown: readonly MapNode[],
  index: MapIndex,
  opened: ReadonlySet<string>,
  revealed: ReadonlySet<string>,
): Folding {
  const plan: Plan = {
    into: new Map(),
    groups: new Map(),
    open: new Set(),
    opened,
    index,
    shown: new Set(shown.map((node) => node.id)),
    revealed,
  }
  const byKind = groupBy(shown, (node) => node.kind)
  const of = <K extends NodeKind>(kind: K) => (byKind.get(kind) ?? []) as Extract<MapNode, { kind: K }>[]
  const many = (kind: NodeKind) => of(kind).length > foldAbove
  // Homes first, so that what they hold is counted where they themselves have gone.
  if (many('department')) foldTree(plan, of('department'), 'partOf')
  if (many('goal')) foldGoals(plan, of('goal'))
  if (many('initiative')) {
    const limit = of('initiative').length > manyInitiatives ? foldFarAbove : foldHubAbove
    foldHomes(plan, of('initiative'), limit, (node) => homeOfInitiative(index, node))
  }
  if (many('channel')) {
    foldHomes(plan, of('channel'), foldHubAbove, ({ platform }) =>
      platform ? groupOf(plan, 'channel', platform, platform) : null,
    )
  }
  if (many('person')) {
    foldHomes(plan, of('person'), foldHubAbove, (node) => index.out(node.id, 'memberOf')[0]?.target ?? null)
  }
  if (many('agency')) foldHomes(plan, of('agency'), foldHubAbove, () => null)
  return plan
}

/** First owner, else whoever inside carries or backs it, else the first goal, else an agency. */
function homeOfInitiative(index: MapIndex, node: Initiative): string | null {
  for (const kind of ['ownedBy', 'carriedBy', 'backedBy', 'contributesTo', 'proposedBy'] as const) {
    const link = index.out(node.id, kind)[0]
    if (link) return link.target
  }
  return null
}

/** Folds the members of every home that has more than `limit`; those without a home fold into the rest. */
function foldHomes<N extends MapNode>(
  plan: Plan,
  nodes: readonly N[],
  limit: number,
  homeOf: (node: N) => string | null,
): void {
  const homes = groupBy(nodes, (node) => {
    const home = homeOf(node)
    return home === null ? null : whereGone(plan, home)
  })
  for (const [home, members] of homes) {
    const [first] = members
    if (members.length <= limit || !first) continue
    const hub = home ?? groupOf(plan, first.kind, '', null)
    if (!plan.shown.has(hub) && !plan.groups.has(hub)) continue
    if (plan.opened.has(hub)) plan.open.add(hub)
    else for (const member of members) fold(plan, member.id, hub)
  }
}

/** The hub that a node is folded into, through all hubs; itself if it is not. */
function whereGone(plan: Plan, id: string): string {
  let at = id
  for (let hub = plan.into.get(at); hub !== undefined; hub = plan.into.get(at)) at = hub
  return at
}

function fold(plan: Plan, id: string, hub: string): void {
  if (!plan.revealed.has(id)) plan.into.set(id, hub)
}

function groupOf(plan: Plan, kind: NodeKind, of: string, name: string | null): string {
  const id = name === null ? restId(kind) : `${kind}s-of:${of}`
  if (!plan.groups.has(id)) plan.groups.set(id, { id, kind, name })
  return id
}

/** Goals fold into their top goal; if that leaves too many, top goals fold by the department that answers for them. */
function foldGoals(plan: Plan, goals: readonly Goal[]): void {
  const tops = foldTree(plan, goals, 'refines')
  if (tops.length <= foldAbove) return
  foldHomes(plan, tops as readonly Goal[], foldFarAbove, (goal) => {
    const home = departmentOfGoal(plan.index, goal.id)
    const department = home === null ? null : whereGone(plan, home)
    const name = department === null ? undefined : plan.index.node(department)?.name
    return department === null || name === undefined ? null : groupOf(plan, 'goal', department, name)
  })
}

/** Who answers for the goal, else who owns the first initiative that serves it. */
function departmentOfGoal(index: MapIndex, goal: string): string | null {
  const accountable = index.in(goal, 'accountableFor')[0]
  if (accountable) return accountable.source
  for (const link of index.in(goal, 'contributesTo')) {
    const owner = index.out(link.source, 'ownedBy')[0]
    if (owner) return owner.target
  }
  return null
}

/** Folds a tree into its tops, unless opened, and returns the tops. A loop is cut where it is entered. */
function foldTree(plan: Plan, nodes: readonly MapNode[], up: 'refines' | 'partOf'): readonly MapNode[] {
  const here = new Set(nodes.map((node) => node.id))
  const topOf = new Map<string, string>()
  const parentOf = (id: string): string | null => {
    const parent = plan.index.out(id, up)[0]?.target
    return parent !== undefined && here.has(parent) ? parent : null
  }
  const tops: MapNode[] = []
  for (const node of nodes) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: string = node.id
    for (let next = parentOf(at); next !== null && !topOf.has(at) && !onPath.has(at); next = parentOf(at)) {
      path.push(at)
      onPath.add(at)
      at = next
    }
    const top = topOf.get(at) ?? at
    for (const id of [...path, at]) topOf.set(id, top)
    if (top === node.id) tops.push(node)
    else if (plan.opened.has(top)) plan.open.add(top)
    else fold(plan, node.id, top)
  }
  return tops
}
