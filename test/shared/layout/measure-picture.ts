import type { Arrangement, LayoutGraph } from '../../../shared/layout/layout.ts'
import type { Draft, DraftNode } from './layout-graphs.ts'

/** Pairs of boxes less than `margin` px apart in both directions, of which at least one is not fixed. */
export function overlaps(
  graph: LayoutGraph,
  { x, y }: Arrangement,
  margin: number,
): readonly (readonly [number, number])[] {
  const order = Array.from(x.keys())
  const left = (i: number): number => (x[i] ?? 0) - (graph.width[i] ?? 0) / 2
  const widest = Math.max(0, ...order.map((i) => graph.width[i] ?? 0))
  order.sort((a, b) => left(a) - left(b))
  const found: (readonly [number, number])[] = []
  for (const [k, a] of order.entries()) {
    for (let m = k + 1; m < order.length; m++) {
      const b = order[m] ?? 0
      if (left(b) - left(a) > widest + margin) break
      if (graph.fixed[a] === 1 && graph.fixed[b] === 1) continue
      const apartX = Math.abs((x[a] ?? 0) - (x[b] ?? 0)) - ((graph.width[a] ?? 0) + (graph.width[b] ?? 0)) / 2
      const apartY = Math.abs((y[a] ?? 0) - (y[b] ?? 0)) - ((graph.height[a] ?? 0) + (graph.height[b] ?? 0)) / 2
      if (apartX < margin && apartY < margin) found.push([a, b])
    }
  }
  return found
}

/** Width and height of the picture. */
export function sizeOf(graph: LayoutGraph, { x, y }: Arrangement): { readonly width: number; readonly height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, (x[i] ?? 0) - (graph.width[i] ?? 0) / 2)
    right = Math.max(right, (x[i] ?? 0) + (graph.width[i] ?? 0) / 2)
    top = Math.min(top, (y[i] ?? 0) - (graph.height[i] ?? 0) / 2)
    bottom = Math.max(bottom, (y[i] ?? 0) + (graph.height[i] ?? 0) / 2)
  }
  return { width: right - left, height: bottom - top }
}

/** The first `count` nodes of a draft with the links among them, at the positions given. */
export function withPositions(draft: Draft, count: number, at?: Arrangement): Draft {
  const nodes = draft.nodes.slice(0, count).map((node, i): DraftNode => {
    const x = at?.x[i]
    const y = at?.y[i]
    return x === undefined || y === undefined ? node : { ...node, at: [x, y] }
  })
  return { nodes, links: draft.links.filter(([, source, target]) => source < count && target < count) }
}

/** How far the first nodes have moved on average, as a share of the diagonal of the later picture. */
export function meanMove(graph: LayoutGraph, before: Arrangement, after: Arrangement): number {
  const { width, height } = sizeOf(graph, after)
  let sum = 0
  for (let i = 0; i < before.x.length; i++)
    sum += Math.hypot((after.x[i] ?? 0) - (before.x[i] ?? 0), (after.y[i] ?? 0) - (before.y[i] ?? 0))
  return before.x.length === 0 ? 0 : sum / before.x.length / Math.hypot(width, height)
}
