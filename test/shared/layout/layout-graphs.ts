import type { LayoutGraph } from '../../../shared/layout/layout.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import type { LinkKind, NodeKind } from '../../../shared/model/map.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'

const boxes: Readonly<Record<NodeKind, readonly [number, number]>> = {
  initiative: [150, 44],
  goal: [170, 56],
  department: [170, 52],
  person: [110, 60],
  agency: [130, 60],
  channel: [120, 40],
}

export interface DraftNode {
  readonly kind: NodeKind
  readonly width?: number
  readonly height?: number
  readonly adrift?: boolean
  readonly concluded?: boolean
  readonly at?: readonly [number, number]
  readonly fixed?: boolean
}
export type DraftLink = readonly [kind: LinkKind, source: number, target: number]

/** A layout graph from plain nodes and links. */
export function layoutGraph(nodes: readonly DraftNode[], links: readonly DraftLink[]): LayoutGraph {
  return {
    kind: Uint8Array.from(nodes, (node) => nodeKinds.indexOf(node.kind)),
    width: Float32Array.from(nodes, (node) => node.width ?? boxes[node.kind][0]),
    height: Float32Array.from(nodes, (node) => node.height ?? boxes[node.kind][1]),
    adrift: Uint8Array.from(nodes, (node) => (node.adrift ? 1 : 0)),
    concluded: Uint8Array.from(nodes, (node) => (node.concluded ? 1 : 0)),
    source: Uint32Array.from(links, (link) => link[1]),
    target: Uint32Array.from(links, (link) => link[2]),
    linkKind: Uint8Array.from(links, (link) => linkKinds.findIndex((entry) => entry.kind === link[0])),
    fixed: Uint8Array.from(nodes, (node) => (node.fixed ? 1 : 0)),
    x: Float32Array.from(nodes, (node) => node.at?.[0] ?? Number.NaN),
    y: Float32Array.from(nodes, (node) => node.at?.[1] ?? Number.NaN),
  }
}

/** The generator behind the random graphs: mulberry32, uniform in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Draft {
  readonly nodes: DraftNode[]
  readonly links: DraftLink[]
}

/**
 * A portfolio such as the product is made for: a goal tree, departments in a tree, initiatives that mostly serve the goals
 * their department cares for, some people, agencies and channels, a tenth adrift. About 2.4 links a node, shuffled.
 */
export function portfolio(size: number, seed: number): Draft {
  const next = random(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const nodes: DraftNode[] = []
  const links: DraftLink[] = []
  const add = (node: DraftNode): number => nodes.push(node) - 1
  const many = (share: number, kind: NodeKind): number[] =>
    Array.from({ length: Math.max(1, Math.round(size * share)) }, () =>
      add({ kind, width: boxes[kind][0] + below(30) }),
    )
  const goals = many(0.14, 'goal')
  const departments = many(0.08, 'department')
  const people = many(0.08, 'person')
  const agencies = many(0.03, 'agency')
  const channels = many(0.02, 'channel')
  const tops = Math.max(1, Math.round(goals.length / 6))
  for (let k = tops; k < goals.length; k++) links.push(['refines', goals[k] as number, goals[below(tops)] as number])
  const roots = Math.max(1, Math.round(departments.length / 6))
  for (let k = roots; k < departments.length; k++)
    links.push(['partOf', departments[k] as number, departments[below(roots)] as number])
  for (const person of people) links.push(['memberOf', person, departments[below(departments.length)] as number])
  while (nodes.length < size) {
    const adrift = next() < 0.1
    const concluded = next() < 0.05
    const i = add({ kind: 'initiative', width: 140 + below(40), adrift, concluded })
    const owner = below(departments.length)
    if (next() < 0.6) links.push(['usesChannel', i, channels[below(channels.length)] as number])
    if (adrift || next() < 0.2) links.push(['carriedBy', i, agencies[below(agencies.length)] as number])
    if (adrift) continue
    links.push(['ownedBy', i, departments[owner] as number])
    const focus = Math.floor((owner / departments.length) * goals.length)
    const spread = Math.max(3, Math.ceil(goals.length / 12))
    for (let k = 1 + below(3); k > 0; k--) {
      const at = next() < 0.8 ? (focus + below(spread)) % goals.length : below(goals.length)
      links.push(['contributesTo', i, goals[at] as number])
    }
    if (next() < 0.3) links.push(['championedBy', i, people[below(people.length)] as number])
    if (next() < 0.3) links.push(['carriedBy', i, people[below(people.length)] as number])
  }
  return { nodes, links: shuffled(links, seed) }
}

/** Fisher and Yates, by a seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = random(seed)
  const out = [...items]
  for (let k = out.length - 1; k > 0; k--) {
    const other = Math.floor(next() * (k + 1))
    ;[out[k], out[other]] = [out[other] as T, out[k] as T]
  }
  return out
}
