import {
  type Assessment,
  decoupledStates,
  type InitiativeAssessment,
  type Judgement,
  type State,
  states,
} from '../../shared/analysis/assessment.ts'
import { type Folding, type Group, planFolding } from '../../shared/model/folding.ts'
import type { Horizon, LinkKind, MapLink, MapNode, NodeKind, StrategyMap } from '../../shared/model/map.ts'
import { indexMap, type MapIndex } from '../../shared/model/map-index.ts'
import { horizonOf } from '../../shared/model/node-kinds.ts'
import { hubFontSize, hubGrowth, kindLooks } from '../theme/node-looks.ts'
import { type Measure, wrapLabel } from './wrap-label.ts'

/** What a folded (or opened) hub holds. */
interface Hub {
  /** Of which kind most are, for the words. */
  readonly of: NodeKind
  readonly count: number
  /** Shares of the initiatives inside; null where there are none. */
  readonly states: Readonly<Record<State, number>> | null
  readonly open: boolean
}

/** What is told of an initiative in four ways. */
interface InitiativeFace {
  readonly state: State
  readonly lineOfSight: Judgement
  readonly anchorage: Judgement
  readonly horizon: Horizon
  /** Told on campaigns. */
  readonly end: string | null
}

export interface PictureNode {
  readonly id: string
  readonly kind: NodeKind
  /** False for a group that stands for many nodes and is none itself. */
  readonly real: boolean
  readonly name: string
  /** The name in at most two lines. */
  readonly lines: readonly string[]
  readonly face: InitiativeFace | null
  readonly hub: Hub | null
  /** Body at zoom 1 in px, marks excluded. */
  readonly width: number
  readonly height: number
}

export interface PictureLink {
  /** The link's own id if it stands for that link alone between its own ends. */
  readonly id: string
  readonly kind: LinkKind
  readonly source: string
  readonly target: string
  readonly count: number
  readonly real: boolean
}

export interface Picture {
  readonly nodes: ReadonlyMap<string, PictureNode>
  readonly links: ReadonlyMap<string, PictureLink>
  /** The visible node that a node of the map is or is folded into; null if it is not shown. */
  readonly shownAs: (id: string) => string | null
  /** The visible link that a link of the map is or is merged into; null if it is not shown or lies inside a hub. */
  readonly linkShownAs: (link: MapLink) => string | null
}

/** How text is set: widths of the type in use, and the words for what has no name. */
export interface TypeSetting {
  readonly measure: (kind: NodeKind) => Measure
  readonly restOf: (kind: NodeKind) => string
}

const plainSetting: TypeSetting = {
  measure: (kind) => (text) => text.length * kindLooks[kind].fontSize * 0.56,
  restOf: (kind) => kind,
}
const nothing: ReadonlySet<string> = new Set()

/**
 * What the map shows: pure, O(nodes + links). `matches` are the initiatives that a filter lets through (null: no filter);
 * they come with what they link to. `opened` hubs are unfolded. `revealed` nodes are shown whatever filter and folding say.
 */
export function buildPicture(
  map: StrategyMap,
  assessment: Assessment | null,
  matches: ReadonlySet<string> | null,
  opened: ReadonlySet<string>,
  revealed: ReadonlySet<string> = nothing,
  setting: TypeSetting = plainSetting,
): Picture {
  const index = indexMap(map)
  const shown = nodesToShow(map, index, matches, revealed)
  const folding = planFolding(shown, index, opened, revealed)
  const visible = new Set(shown.map((node) => node.id))
  const shownAs = (id: string): string | null => {
    if (!visible.has(id)) return null
    let at = id
    for (let hub = folding.into.get(at); hub !== undefined; hub = folding.into.get(at)) at = hub
    return at
  }
  const links = liftLinks(map, shownAs)
  const judged = new Map(assessment?.initiatives.map((one) => [one.id, one]))
  return {
    nodes: faces(shown, folding, shownAs, judged, setting),
    links,
    shownAs,
    linkShownAs: (link) => {
      const source = shownAs(link.source)
      const target = shownAs(link.target)
      if (source === null || target === null || source === target) return null
      return links.has(link.id) ? link.id : mergedId(link.kind, source, target)
    },
  }
}

/** All, or what passes the filter with what it links to and the goals above those. */
function nodesToShow(
  map: StrategyMap,
  index: MapIndex,
  matches: ReadonlySet<string> | null,
  revealed: ReadonlySet<string>,
): readonly MapNode[] {
  if (matches === null) return map.nodes
  const wanted = new Set([...matches, ...revealed])
  const queue: string[] = []
  const want = (id: string) => {
    if (wanted.has(id)) return
    wanted.add(id)
    queue.push(id)
  }
  for (const link of map.links) {
    if (matches.has(link.source) && index.node(link.target)?.kind !== 'initiative') want(link.target)
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const link of index.out(id, 'refines')) want(link.target)
  }
  return map.nodes.filter((node) => wanted.has(node.id))
}

const mergedId = (kind: LinkKind, source: string, target: string): string => JSON.stringify([kind, source, target])

/** Links between what is visible; those that come to join the same two are one, with a count. */
function liftLinks(map: StrategyMap, shownAs: (id: string) => string | null): ReadonlyMap<string, PictureLink> {
  const merged = new Map<string, PictureLink>()
  const links = new Map<string, PictureLink>()
  for (const link of map.links) {
    const source = shownAs(link.source)
    const target = shownAs(link.target)
    if (source === null || target === null || source === target) continue
    const { id, kind } = link
    if (source === link.source && target === link.target) {
      links.set(id, { id, kind, source, target, count: 1, real: true })
      continue
    }
    const key = mergedId(kind, source, target)
    const count = (merged.get(key)?.count ?? 0) + 1
    merged.set(key, { id: key, kind, source, target, count, real: false })
  }
  for (const [key, link] of merged) links.set(key, link)
  return links
}

type Judged = ReadonlyMap<string, InitiativeAssessment>

function faces(
  shown: readonly MapNode[],
  folding: Folding,
  shownAs: (id: string) => string | null,
  judged: Judged,
  setting: TypeSetting,
): ReadonlyMap<string, PictureNode> {
  const held = new Map<string, MapNode[]>()
  for (const node of shown) {
    const hub = shownAs(node.id)
    if (hub === null || hub === node.id) continue
    const inside = held.get(hub)
    if (inside) inside.push(node)
    else held.set(hub, [node])
  }
  const nodes = new Map<string, PictureNode>()
  for (const node of shown) {
    if (folding.into.has(node.id)) continue
    const face = node.kind === 'initiative' ? faceOf(node, judged.get(node.id)) : null
    const hub = hubOf(node.id, held, folding, judged)
    nodes.set(node.id, setNode({ id: node.id, kind: node.kind, real: true, name: node.name, face, hub }, setting))
  }
  for (const [id, group] of folding.groups) {
    const hub = folding.open.has(id) || folding.into.has(id) ? null : hubOf(id, held, folding, judged)
    if (hub) nodes.set(id, setNode(groupFace(group, hub, setting), setting))
  }
  return nodes
}

const groupFace = ({ id, kind, name }: Group, hub: Hub, setting: TypeSetting) => ({
  id,
  kind,
  real: false,
  name: name ?? setting.restOf(kind),
  face: null,
  hub,
})

function faceOf(
  node: Extract<MapNode, { kind: 'initiative' }>,
  judged: InitiativeAssessment | undefined,
): InitiativeFace {
  const horizon = horizonOf(node)
  return {
    state: judged?.state ?? 'not-assessed',
    lineOfSight: judged?.lineOfSight ?? 'unknown',
    anchorage: judged?.anchorage ?? 'unknown',
    horizon,
    end: horizon === 'campaign' ? (node.end ?? null) : null,
  }
}

function hubOf(
  id: string,
  held: ReadonlyMap<string, readonly MapNode[]>,
  folding: Folding,
  judged: Judged,
): Hub | null {
  const inside = held.get(id)
  if (!inside) return folding.open.has(id) ? { of: 'initiative', count: 0, states: null, open: true } : null
  const initiatives = inside.filter((node) => node.kind === 'initiative')
  // Where initiatives are folded they are what is counted; the goals folded with them show in the links.
  const [first] = initiatives.length > 0 ? initiatives : inside
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>
  for (const { id: one } of initiatives) counts[judged.get(one)?.state ?? 'not-assessed'] += 1
  return {
    of: first?.kind ?? 'initiative',
    count: initiatives.length || inside.length,
    states: initiatives.length > 0 ? counts : null,
    open: folding.open.has(id),
  }
}

function setNode(node: Omit<PictureNode, 'lines' | 'width' | 'height'>, setting: TypeSetting): PictureNode {
  const look = kindLooks[node.kind]
  const folded = node.hub !== null && !node.hub.open
  const grown = folded ? hubGrowth : { width: 0, height: 0 }
  // Widths are measured in the type of the kind; a hub's is larger.
  const larger = folded ? hubFontSize / look.fontSize : 1
  return {
    ...node,
    lines: wrapLabel(node.name, (look.textWidth + grown.width) / larger, setting.measure(node.kind)),
    width: look.width + grown.width,
    height: look.height + grown.height,
  }
}

/** Does it lie in the bay: one of the three decoupled states? */
export function isAdrift(node: PictureNode): boolean {
  return node.face !== null && decoupledStates.has(node.face.state)
}
