/**
 * Neighbours of every node in compressed rows. Half-links are radix-sorted by (node, neighbour, kind, direction), so that
 * sums over neighbours come out the same to the last bit whatever the order of the links. O(nodes + links).
 */
export interface Adjacency {
  /** Half-links of node i are start[i] .. start[i + 1] - 1. */
  readonly start: Uint32Array
  readonly neighbour: Uint32Array
  readonly linkKind: Uint8Array
  /** 1 = the node is the source of the link. */
  readonly outward: Uint8Array
}

export function buildAdjacency(
  count: number,
  source: Uint32Array,
  target: Uint32Array,
  linkKind: Uint8Array,
): Adjacency {
  const links = source.length
  let node = new Uint32Array(2 * links)
  let neighbour = new Uint32Array(2 * links)
  const tag = new Uint16Array(2 * links)
  let size = 0
  for (let j = 0; j < links; j++) {
    const a = source[j] as number
    const b = target[j] as number
    if (a >= count || b >= count || a === b) continue
    const kind = linkKind[j] as number
    node[size] = a
    neighbour[size] = b
    tag[size++] = kind * 2 + 1
    node[size] = b
    neighbour[size] = a
    tag[size++] = kind * 2
  }
  node = node.subarray(0, size)
  neighbour = neighbour.subarray(0, size)
  let order = countingOrder(identity(size), tag, 512)
  order = countingOrder(order, neighbour, count)
  order = countingOrder(order, node, count)
  const start = new Uint32Array(count + 1)
  for (let k = 0; k < size; k++) {
    const at = (node[k] as number) + 1
    start[at] = (start[at] as number) + 1
  }
  for (let i = 0; i < count; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  const sorted = { neighbour: new Uint32Array(size), linkKind: new Uint8Array(size), outward: new Uint8Array(size) }
  for (let k = 0; k < size; k++) {
    const from = order[k] as number
    const both = tag[from] as number
    sorted.neighbour[k] = neighbour[from] as number
    sorted.linkKind[k] = both >> 1
    sorted.outward[k] = both & 1
  }
  return { start, ...sorted }
}

function identity(size: number): Uint32Array {
  const order = new Uint32Array(size)
  for (let k = 0; k < size; k++) order[k] = k
  return order
}

/** One stable pass: `order` rearranged by ascending key. */
function countingOrder(order: Uint32Array, key: Uint32Array | Uint16Array, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1)
  for (let k = 0; k < order.length; k++) {
    const at = (key[order[k] as number] as number) + 1
    next[at] = (next[at] as number) + 1
  }
  for (let k = 0; k < keys; k++) next[k + 1] = (next[k + 1] as number) + (next[k] as number)
  const out = new Uint32Array(order.length)
  for (let k = 0; k < order.length; k++) {
    const item = order[k] as number
    const at = key[item] as number
    const slot = next[at] as number
    next[at] = slot + 1
    out[slot] = item
  }
  return out
}
