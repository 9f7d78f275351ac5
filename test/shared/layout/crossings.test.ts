import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCrossings, estimateCrossingShare, type Segments } from '../../../shared/layout/crossings.ts'
import type { Arrangement, LayoutGraph } from '../../../shared/layout/layout.ts'
import { lineOfSight } from '../../../shared/layout/line-of-sight.ts'
import { type Draft, layoutGraph, portfolio } from './layout-graphs.ts'
import { overlaps } from './measure-picture.ts'
import { orgMap } from './org-map-graph.ts'

describe('counting crossings', () => {
  it('counts a cross once, and neither shared ends nor parallels nor mere touching', () => {
    const at = { x: [0, 2, 0, 2, 1], y: [0, 2, 2, 0, 1] }
    expect(countCrossings({ ...at, source: [0, 2], target: [1, 3] })).toBe(1)
    expect(countCrossings({ ...at, source: [0, 0], target: [1, 3] })).toBe(0)
    expect(countCrossings({ ...at, source: [0, 3], target: [2, 1] })).toBe(0)
    expect(countCrossings({ ...at, source: [0, 4], target: [1, 3] })).toBe(0)
    expect(countCrossings({ x: [], y: [], source: [], target: [] })).toBe(0)
  })

  it('agrees with the test of every pair, on whole numbers full of ties', () => {
    const point = fc.tuple(fc.nat(12), fc.nat(12))
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 25 }), (lines) => {
        const ends = lines.flat()
        const segments: Segments = {
          x: ends.map(([x]) => x),
          y: ends.map(([, y]) => y),
          source: lines.map((_, k) => 2 * k),
          target: lines.map((_, k) => 2 * k + 1),
        }
        const alone = (k: number) => ({ source: [2 * k], target: [2 * k + 1] })
        let pairs = 0
        for (let a = 0; a < lines.length; a++)
          for (let b = a + 1; b < lines.length; b++) {
            const both = {
              source: [...alone(a).source, ...alone(b).source],
              target: [...alone(a).target, ...alone(b).target],
            }
            pairs += countCrossings({ ...segments, ...both })
          }
        expect(countCrossings(segments)).toBe(pairs)
      }),
    )
  })

  it('estimates what it counts', () => {
    const { nodes, links } = portfolio(150, 2)
    const graph = layoutGraph(nodes, links)
    const segments = { ...lineOfSight.arrange(graph), source: graph.source, target: graph.target }
    const share = countCrossings(segments) / ((links.length * (links.length - 1)) / 2)
    expect(Math.abs(estimateCrossingShare(segments) - share)).toBeLessThan(0.005)
  })
})

describe('crossings of the line-of-sight layout', () => {
  const names = ['canada-health-small', 'dpg-sdg-small', 'uk-major-projects-2018']
  it.each(names)('are far fewer on %s than in file order', (name) => {
    const draft = orgMap(name)
    if (draft) compare(name, draft, 0.7)
    else console.log(`skipped: ../shared/data/org-maps/${name} is not here`)
  })

  it('are far fewer on random portfolios than in index order', () => {
    for (const size of [60, 300, 1000]) compare(`portfolio of ${size}`, portfolio(size, size), 0.8)
  })
})

function compare(name: string, draft: Draft, atMost: number): void {
  const graph = layoutGraph(draft.nodes, draft.links)
  const at = lineOfSight.arrange(graph)
  const ours = countCrossings({ ...at, source: graph.source, target: graph.target })
  const naive = countCrossings({ ...inIndexOrder(graph, at), source: graph.source, target: graph.target })
  const pairs = (draft.links.length * (draft.links.length - 1)) / 2
  const share = (count: number) => `${count} (${((100 * count) / pairs).toFixed(1)} %)`
  console.log(`crossings on ${name}: ${share(ours)}, in index order ${share(naive)}`)
  expect(ours).toBeLessThanOrEqual(atMost * naive)
  expect(overlaps(graph, at, 8)).toEqual([])
}

/** The same picture with the nodes of each kind dealt out to its places in the order of the file, row by row. */
function inIndexOrder(graph: LayoutGraph, at: Arrangement): { readonly x: Float32Array; readonly y: Float32Array } {
  const x = new Float32Array(at.x.length)
  const y = new Float32Array(at.y.length)
  const groups = new Map<string, number[]>()
  for (let i = 0; i < x.length; i++) {
    const key = `${graph.kind[i]} ${graph.adrift[i]} ${graph.concluded[i]}`
    groups.set(key, [...(groups.get(key) ?? []), i])
  }
  for (const members of groups.values()) {
    const places = members.toSorted((a, b) => (at.y[a] ?? 0) - (at.y[b] ?? 0) || (at.x[a] ?? 0) - (at.x[b] ?? 0))
    for (const [k, i] of members.entries()) {
      x[i] = at.x[places[k] ?? 0] ?? 0
      y[i] = at.y[places[k] ?? 0] ?? 0
    }
  }
  return { x, y }
}
