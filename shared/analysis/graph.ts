import { linkFits, linkKinds } from '../model/link-kinds.ts'
import type { LinkKind, MapLink, MapNode, NodeKind, StrategyMap } from '../model/map.ts'
import { nodeKinds } from '../model/node-kinds.ts'

/** Neighbours of every node by one kind of link, in file order: those of node i stand at start[i] .. start[i + 1] - 1. */
export interface Rows {
  readonly start: Uint32Array
  /** Index of the node at the other end. */
  readonly node: Uint32Array
  /** Index of the link in the map. */
  readonly link: Uint32Array
}

/** The map by index: nodes and links are their places in the file. */
export interface Graph {
  readonly nodes: readonly MapNode[]
  readonly links: readonly MapLink[]
  /** Indices of the nodes of each kind, in file order. */
  readonly of: Readonly<Record<NodeKind, Uint32Array>>
  /** Links that leave a node. */
  readonly out: Readonly<Record<LinkKind, Rows>>
  /** Links that reach a node. */
  readonly in: Readonly<Record<LinkKind, Rows>>
}

/** The other ends of node i, in file order: a fresh plain array, which costs less than a typed view. */
export function neighbours(rows: Rows, i: number): number[] {
  const list: number[] = []
  for (let k = rows.start[i] as number; k < (rows.start[i + 1] as number); k += 1) list.push(rows.node[k] as number)
  return list
}

/** The other ends of node i by index, so that two nodes with the same ends have the same list. */
export function sortedNeighbours(rows: Rows, i: number): number[] {
  const list = neighbours(rows, i)
  return list.length > 1 ? list.sort((a, b) => a - b) : list
}

export function degree(rows: Rows, i: number): number {
  return (rows.start[i + 1] as number) - (rows.start[i] as number)
}

const kindCount = nodeKinds.length
const nodeCode: ReadonlyMap<string, number> = new Map(nodeKinds.map((kind, i) => [kind, i]))
const linkCode: ReadonlyMap<string, number> = new Map(linkKinds.map((entry, i) => [entry.kind, i]))
/** May link kind a join node kinds b and c? At (a * kinds + b) * kinds + c. */
const fits = Uint8Array.from(
  linkKinds.flatMap((entry) =>
    nodeKinds.flatMap((from) => nodeKinds.map((to) => Number(linkFits(entry.kind, from, to)))),
  ),
)
const noLink = 255

/** O(nodes + links). What is no link by domain.md 1.1 (ends missing or of other kinds, or one node) is left out. */
export function buildGraph(map: StrategyMap): Graph {
  const { nodes, links } = map
  const index = new Map<string, number>()
  const kindOf = new Uint8Array(nodes.length)
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i] as MapNode
    index.set(node.id, i)
    kindOf[i] = nodeCode.get(node.kind) ?? kindCount
  }
  const source = new Uint32Array(links.length)
  const target = new Uint32Array(links.length)
  const kind = new Uint8Array(links.length).fill(noLink)
  for (let j = 0; j < links.length; j += 1) {
    const link = links[j] as MapLink
    const from = index.get(link.source)
    const to = index.get(link.target)
    const code = linkCode.get(link.kind)
    if (from === undefined || to === undefined || code === undefined || from === to) continue
    if (!fits[(code * kindCount + (kindOf[from] as number)) * kindCount + (kindOf[to] as number)]) continue
    source[j] = from
    target[j] = to
    kind[j] = code
  }
  const ofKind = bucket(kind, linkKinds.length)
  const none = emptyRows(nodes.length)
  const rows = (near: Uint32Array, far: Uint32Array) =>
    Object.fromEntries(
      linkKinds.map((entry, code) => [entry.kind, rowsOf(ofKind[code] as Uint32Array, near, far, nodes.length, none)]),
    ) as Record<LinkKind, Rows>
  const nodesOf = bucket(kindOf, kindCount)
  return {
    nodes,
    links,
    of: Object.fromEntries(nodeKinds.map((name, code) => [name, nodesOf[code]])) as Record<NodeKind, Uint32Array>,
    out: rows(source, target),
    in: rows(target, source),
  }
}

/** The places of each value, in order. */
function bucket(values: Uint8Array, size: number): Uint32Array[] {
  const counts = new Uint32Array(size)
  for (const value of values) if (value < size) counts[value] = (counts[value] as number) + 1
  const buckets = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(size)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value >= size) continue
    const at = filled[value] as number
    ;(buckets[value] as Uint32Array)[at] = i
    filled[value] = at + 1
  }
  return buckets
}

function emptyRows(count: number): Rows {
  return { start: new Uint32Array(count + 1), node: new Uint32Array(0), link: new Uint32Array(0) }
}

function rowsOf(links: Uint32Array, near: Uint32Array, far: Uint32Array, count: number, none: Rows): Rows {
  if (links.length === 0) return none
  const start = new Uint32Array(count + 1)
  for (const j of links) {
    const at = (near[j] as number) + 1
    start[at] = (start[at] as number) + 1
  }
  for (let i = 0; i < count; i += 1) start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  const next = start.slice()
  const node = new Uint32Array(links.length)
  const link = new Uint32Array(links.length)
  for (const j of links) {
    const i = near[j] as number
    const at = next[i] as number
    node[at] = far[j] as number
    link[at] = j
    next[i] = at + 1
  }
  return { start, node, link }
}
