import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { LinkKind, MapLink, MapNode, MapSettings, NodeKind, StrategyMap } from '../../shared/model/map.ts'

/** The day on which every test map is looked at: that of the worked example. */
export const testDay = '2026-11-23'

type Extra<K extends NodeKind> = Partial<Omit<Extract<MapNode, { kind: K }>, 'id' | 'kind'>>

const make =
  <K extends NodeKind>(kind: K) =>
  (id: string, extra: Extra<K> = {}): Extract<MapNode, { kind: K }> =>
    ({ id, kind, name: id, ...extra }) as Extract<MapNode, { kind: K }>

/** Nodes are named as their id unless a name is given: `initiative('Care', { end: '2026-01-01' })`. */
export const initiative = make('initiative')
export const goal = make('goal')
export const department = make('department')
export const person = make('person')
export const agency = make('agency')

export interface MapParts {
  readonly nodes: readonly MapNode[]
  /** `Care ownedBy Desk`, or a whole link. */
  readonly links?: readonly (string | MapLink)[]
  readonly settings?: MapSettings
}

/** A valid map from terse parts; link ids are `Care ownedBy Desk` as well. Names of nodes in terse links have no blanks. */
export function aMap({ nodes, links = [], settings }: MapParts): StrategyMap {
  return {
    format: 'mooring-map',
    version: 1,
    id: 'test-map',
    title: 'Test map',
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-01T00:00:00.000Z',
    nodes,
    links: links.map((link) => (typeof link === 'string' ? aLink(link) : link)),
    ...(settings ? { settings } : {}),
  }
}

export function aLink(text: string): MapLink {
  const [source = '', kind = '', target = ''] = text.split(' ')
  if (!linkKinds.some((entry) => entry.kind === kind)) throw new Error(`no such link: ${text}`)
  return { id: text, kind: kind as LinkKind, source, target }
}

/** The same map with nodes, links or both in another order. */
export function shuffled(map: StrategyMap, seed: number): StrategyMap {
  const random = randomFrom(seed)
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return { ...map, nodes: mix(map.nodes), links: mix(map.links) }
}

/** The same map with every node's id replaced. */
export function renamed(map: StrategyMap, rename: (id: string) => string): StrategyMap {
  return {
    ...map,
    nodes: map.nodes.map((node) => ({ ...node, id: rename(node.id) })),
    links: map.links.map((link) => ({ ...link, source: rename(link.source), target: rename(link.target) })),
  }
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A large organisation that looks like a real one: a tree of goals, departments with most initiatives in few of them,
 * some initiatives without goal, owner or with agencies only. The same for the same size and seed.
 */
export function aLargeMap(size: number, seed = 1): StrategyMap {
  const random = randomFrom(seed)
  const few = (of: number) => Math.min(of - 1, Math.floor(of * random() ** 2))
  const counts = {
    goal: Math.max(4, Math.floor(size * 0.06)),
    department: Math.max(3, Math.floor(size * 0.03)),
    person: Math.floor(size * 0.05),
    agency: Math.max(2, Math.floor(size * 0.01)),
    channel: Math.floor(size * 0.1),
  }
  const nodes: MapNode[] = []
  const add = (kind: NodeKind, count: number, more: (i: number) => object = () => ({})) => {
    for (let i = 0; i < count; i += 1)
      nodes.push({ id: `${kind}-${i}`, kind, name: `${kind} ${Math.floor(random() * 1e9)}`, ...more(i) })
  }
  add('goal', counts.goal, () => (random() < 0.1 ? { adopted: false } : {}))
  add('department', counts.department)
  add('person', counts.person)
  add('agency', counts.agency)
  add('channel', counts.channel)
  const initiatives = size - nodes.length
  add('initiative', initiatives, () => {
    const roll = random()
    return roll < 0.05 ? { status: 'ended' } : roll < 0.2 ? { unknown: ['goal', 'owner'] } : {}
  })
  const links = new Map<string, MapLink>()
  const link = (kind: LinkKind, source: string, target: string) => {
    const signature = `${source} ${kind} ${target}`
    if (source !== target) links.set(signature, { id: `link-${links.size}`, kind, source, target })
  }
  for (let i = 4; i < counts.goal; i += 1) if (random() < 0.9) link('refines', `goal-${i}`, `goal-${few(i)}`)
  for (let i = 0; i < counts.goal; i += 1) link('accountableFor', `department-${few(counts.department)}`, `goal-${i}`)
  for (let i = 1; i < counts.department; i += 1) link('partOf', `department-${i}`, `department-${few(i)}`)
  for (let i = 0; i < counts.person; i += 1) link('memberOf', `person-${i}`, `department-${few(counts.department)}`)
  for (let i = 0; i < initiatives; i += 1) {
    const id = `initiative-${i}`
    if (random() < 0.8) link('ownedBy', id, `department-${few(counts.department)}`)
    if (random() < 0.1) link('ownedBy', id, `department-${few(counts.department)}`)
    if (random() < 0.6) link('contributesTo', id, `goal-${few(counts.goal)}`)
    if (random() < 0.3) link('contributesTo', id, `goal-${few(counts.goal)}`)
    if (random() < 0.2) link('carriedBy', id, `agency-${few(counts.agency)}`)
    if (random() < 0.2 && counts.person > 0) link('carriedBy', id, `person-${few(counts.person)}`)
    if (random() < 0.1 && counts.person > 0) link('championedBy', id, `person-${few(counts.person)}`)
    if (random() < 0.5 && counts.channel > 0) link('usesChannel', id, `channel-${few(counts.channel)}`)
    if (random() < 0.15) link('reinforces', id, `initiative-${few(initiatives)}`)
  }
  return { ...aMap({ nodes }), links: [...links.values()] }
}
