import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LayoutGraph } from '../../../shared/layout/layout.ts'
import { lineOfSight } from '../../../shared/layout/line-of-sight.ts'
import { layoutById } from '../../../shared/layout/registry.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'
import { type Draft, type DraftLink, type DraftNode, layoutGraph, portfolio, shuffled } from './layout-graphs.ts'
import { meanMove, overlaps, sizeOf, withPositions } from './measure-picture.ts'

const arrange = (draft: Draft) => {
  const graph = layoutGraph(draft.nodes, draft.links)
  return { graph, ...lineOfSight.arrange(graph) }
}

/** Any graph a map can hold and many it cannot: odd boxes, positions from anywhere, links between any kinds, cycles. */
const anyNode: fc.Arbitrary<DraftNode> = fc.record(
  {
    kind: fc.constantFrom(...nodeKinds),
    width: fc.oneof(fc.integer({ min: 20, max: 400 }), fc.constantFrom(0, Number.NaN)),
    height: fc.integer({ min: 10, max: 150 }),
    adrift: fc.boolean(),
    concluded: fc.boolean(),
    at: fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -2000, max: 2000 })),
    fixed: fc.boolean(),
  },
  { requiredKeys: ['kind'] },
)
const anyDraft: fc.Arbitrary<Draft> = fc.array(anyNode, { maxLength: 60 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    links: fc.array(
      fc.tuple(
        fc.constantFrom(...linkKinds.map((entry) => entry.kind)),
        fc.nat(Math.max(0, nodes.length)),
        fc.nat(Math.max(0, nodes.length)),
      ) satisfies fc.Arbitrary<DraftLink>,
      { maxLength: 120 },
    ),
  }),
)

const bottomOf = (graph: LayoutGraph, y: Float32Array, i: number): number => (y[i] ?? 0) + (graph.height[i] ?? 0) / 2
const topOf = (graph: LayoutGraph, y: Float32Array, i: number): number => (y[i] ?? 0) - (graph.height[i] ?? 0) / 2

describe('the line-of-sight layout', () => {
  it('is in the registry', () => {
    expect(layoutById('line-of-sight')).toBe(lineOfSight)
    expect(layoutById('spiral')).toBeUndefined()
  })

  it('gives every graph finite places without overlaps and leaves fixed nodes where they are', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { graph, x, y, regions } = arrange(draft)
        expect(x.length).toBe(draft.nodes.length)
        expect([...x, ...y].every(Number.isFinite)).toBe(true)
        expect(regions.every((r) => [r.x, r.y, r.width, r.height].every(Number.isFinite))).toBe(true)
        expect(overlaps(graph, { x, y, regions }, 4)).toEqual([])
        for (const [i, node] of draft.nodes.entries())
          if (node.fixed && node.at) expect([x[i], y[i]]).toEqual([node.at[0], node.at[1]])
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same bytes again, and the same whatever the order of the links', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), (draft, seed) => {
        const first = arrange(draft)
        const again = arrange({ nodes: draft.nodes, links: shuffled(draft.links, seed) })
        expect(again.x).toEqual(first.x)
        expect(again.y).toEqual(first.y)
        expect(again.regions).toEqual(first.regions)
      }),
    )
    const draft = portfolio(700, 5)
    expect(arrange({ ...draft, links: shuffled(draft.links, 1) }).x).toEqual(arrange(draft).x)
  })

  it('keeps its own picture when it runs again, bay and all', () => {
    for (const seed of [1, 2, 3]) {
      const draft = portfolio(150 * seed, seed)
      const first = arrange(draft)
      const again = arrange(withPositions(draft, draft.nodes.length, first))
      expect(again.x).toEqual(first.x)
      expect(again.y).toEqual(first.y)
      expect(again.regions).toEqual(first.regions)
    }
  })

  it('moves old nodes little when a twentieth is added', () => {
    const moves: string[] = []
    for (const [size, seed] of [
      [60, 1],
      [200, 2],
      [300, 3],
      [1000, 4],
      [3000, 5],
    ] as const) {
      const draft = mixed(portfolio(size, seed), seed)
      const before = arrange(withPositions(draft, Math.round(size / 1.05)))
      const after = arrange(withPositions(draft, size, before))
      const move = meanMove(after.graph, before, after)
      moves.push(`${size} nodes: ${(100 * move).toFixed(2)} %`)
      expect(move).toBeLessThan(0.1)
      expect(overlaps(after.graph, after, 4)).toEqual([])
    }
    console.log(`growth by 5 %, mean move in % of the diagonal: ${moves.join(', ')}`)
  })

  it('still has no overlaps and a sensible shape after growing from 20 nodes to 400 in steps', () => {
    const draft = mixed(portfolio(400, 8), 8)
    let at = arrange(withPositions(draft, 20))
    for (let size = 24; size < 400; size = Math.ceil(size * 1.1)) {
      at = arrange(withPositions(draft, size, at))
      expect(overlaps(at.graph, at, 4)).toEqual([])
    }
    const { width, height } = sizeOf(at.graph, at)
    console.log(`grown from 20 to 400 nodes in steps: ${Math.round(width)} x ${Math.round(height)}`)
    expect(width / height).toBeGreaterThan(0.9)
    expect(width / height).toBeLessThan(3.2)
  })

  it('puts goals above initiatives above departments, parents of goals above and of departments below', () => {
    const draft = portfolio(300, 7)
    const { graph, x, y } = arrange(draft)
    const bayLeft = Math.min(...draft.nodes.flatMap((node, i) => (node.adrift || node.concluded ? [x[i] ?? 0] : [])))
    for (const [kind, source, target] of draft.links) {
      const [s, t] = [draft.nodes[source], draft.nodes[target]]
      if (kind === 'refines') expect(bottomOf(graph, y, target)).toBeLessThan(topOf(graph, y, source))
      if (kind === 'partOf') expect(bottomOf(graph, y, source)).toBeLessThan(topOf(graph, y, target))
      if (s?.adrift || s?.concluded || t?.adrift) continue
      if (kind === 'contributesTo') expect(bottomOf(graph, y, target)).toBeLessThan(topOf(graph, y, source))
      if (kind === 'ownedBy') expect(bottomOf(graph, y, source)).toBeLessThan(topOf(graph, y, target))
      expect(x[source]).toBeLessThan(bayLeft)
      expect(x[target]).toBeLessThan(bayLeft)
    }
  })

  it('keeps a landscape shape from thirty nodes to thousands', () => {
    for (const [size, seed] of [
      [30, 1],
      [60, 3],
      [300, 7],
      [1000, 5],
      [5000, 2],
    ] as const) {
      const at = arrange(portfolio(size, seed))
      const { width, height } = sizeOf(at.graph, at)
      expect(width / height).toBeGreaterThan(1.1)
      expect(width / height).toBeLessThan(2.4)
    }
  })

  it('moves an initiative that comes adrift into the bay and nothing else', () => {
    const draft = portfolio(200, 9)
    const before = arrange(draft)
    const loose = draft.nodes.findIndex((node) => node.kind === 'initiative' && !node.adrift && !node.concluded)
    const nodes = draft.nodes.map((node, i) => (i === loose ? { ...node, adrift: true } : node))
    const after = arrange(withPositions({ ...draft, nodes }, nodes.length, before))
    const bay = after.regions.find((region) => region.id === 'bay')
    expect(after.x[loose]).toBeGreaterThan(bay?.x ?? Infinity)
    const moved = nodes.flatMap((_, i) => (after.x[i] === before.x[i] && after.y[i] === before.y[i] ? [] : [i]))
    expect(moved.filter((i) => !nodes[i]?.concluded)).toEqual([loose])
  })

  it('builds anew from positions of another layout, in their order from left to right', () => {
    const draft = portfolio(120, 4)
    const next = shuffled(
      draft.nodes.map((_, i) => i),
      3,
    )
    const strewn = draft.nodes.map(
      (node, i): DraftNode => ({ ...node, at: [(next[i] ?? 0) * 17, ((i * 7919) % 997) * 2] }),
    )
    const { graph, x, y, regions } = arrange({ ...draft, nodes: strewn })
    expect(overlaps(graph, { x, y, regions }, 4)).toEqual([])
    const goals = regions.find((region) => region.id === 'goals')
    const initiatives = regions.find((region) => region.id === 'initiatives')
    expect((goals?.y ?? 0) + (goals?.height ?? 0)).toBeLessThan(initiatives?.y ?? 0)
  })

  it('holds regions that contain their nodes and do not overlap', () => {
    const draft = portfolio(300, 7)
    const { graph, x, y, regions } = arrange(draft)
    expect(regions.map((region) => region.id)).toEqual([
      'goals',
      'initiatives',
      'departments',
      'people',
      'channels',
      'bay',
      'concluded',
    ])
    for (const [k, a] of regions.entries())
      for (const b of regions.slice(k + 1))
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
          true,
        )
    const goals = regions[0]
    for (const [i, node] of draft.nodes.entries()) {
      if (node.kind !== 'goal') continue
      expect(topOf(graph, y, i)).toBeGreaterThan(goals?.y ?? Infinity)
      expect(bottomOf(graph, y, i)).toBeLessThan((goals?.y ?? 0) + (goals?.height ?? 0))
      expect(x[i]).toBeGreaterThan(goals?.x ?? Infinity)
    }
  })

  it('takes 20,000 nodes, one chain of refinements as long, and everything adrift', () => {
    const big = portfolio(20_000, 6)
    const chain = Array.from({ length: 20_000 }, (): DraftNode => ({ kind: 'goal' }))
    const next = chain.slice(1).map((_, i): DraftLink => ['refines', i + 1, i])
    const ring: Draft = { nodes: chain, links: [...next, ['refines', 0, chain.length - 1]] }
    const loose: Draft = { nodes: Array.from({ length: 500 }, () => ({ kind: 'initiative', adrift: true })), links: [] }
    for (const draft of [big, { nodes: chain, links: next }, ring, loose, { nodes: [], links: [] }]) {
      const at = arrange(draft)
      expect(at.x.every(Number.isFinite) && at.y.every(Number.isFinite)).toBe(true)
      expect(overlaps(at.graph, at, 4)).toEqual([])
      const { width, height } = sizeOf(at.graph, at)
      if (draft.nodes.length > 0) expect(width / height).toBeGreaterThan(1)
    }
  })
})

/** A draft whose nodes come in another order, so that its first part is a map of its own. */
function mixed(draft: Draft, seed: number): Draft {
  const order = shuffled(
    draft.nodes.map((_, i) => i),
    seed,
  )
  const at = new Map(order.map((node, index) => [node, index]))
  return {
    nodes: order.flatMap((i) => draft.nodes[i] ?? []),
    links: draft.links.map(([kind, source, target]): DraftLink => [kind, at.get(source) ?? 0, at.get(target) ?? 0]),
  }
}
