import { describe, expect, test } from 'vitest'
import { layoutGraph, layoutSignature, placesFound } from '../../../renderer/graph-view/layout-request.ts'
import { buildPicture } from '../../../renderer/graph-view/picture.ts'
import { lineOfSight } from '../../../shared/layout/line-of-sight.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'
import { judged, portfolio } from './sample-map.ts'

const map = portfolio(3, 4)
const picture = buildPicture(
  map,
  judged(map, (id) => (id === 'i0.0' ? 'fully-decoupled' : 'coupled')),
  null,
  new Set(),
)

describe('the layout is asked', () => {
  const graph = layoutGraph(
    picture,
    (id) => (id === 'd1' ? [10, 20] : undefined),
    (id) => id === 'd1' || id === 'd2',
  )
  const ids = [...picture.nodes.keys()]

  test('with the picture in its order', () => {
    expect([...graph.kind].map((kind) => nodeKinds[kind])).toEqual([...picture.nodes.values()].map((one) => one.kind))
    expect(graph.adrift[ids.indexOf('i0.0')]).toBe(1)
    expect(graph.adrift.reduce((a, b) => a + b, 0)).toBe(1)
    const first = [...picture.links.values()][0]
    expect(linkKinds[graph.linkKind[0] ?? -1]?.kind).toBe(first?.kind)
    expect([ids[graph.source[0] ?? -1], ids[graph.target[0] ?? -1]]).toEqual([first?.source, first?.target])
  })

  test('to keep in place only what has a place', () => {
    expect(graph.fixed[ids.indexOf('d1')]).toBe(1)
    expect(graph.fixed[ids.indexOf('d2')]).toBe(0)
    expect(graph.x[ids.indexOf('d1')]).toBe(10)
    expect(graph.x[ids.indexOf('d2')]).toBeNaN()
  })

  test('and its answer gives every node a place, those kept their own', () => {
    const found = placesFound(picture, lineOfSight.arrange(graph))
    expect([...found.keys()]).toEqual(ids)
    expect(found.get('d1')).toEqual([10, 20])
  })

  test('again when a state moves a node to another bay, not when a link comes', () => {
    const anchored = buildPicture(map, judged(map), null, new Set())
    const linked = { ...map, links: map.links.slice(1) }
    expect(layoutSignature(anchored)).not.toBe(layoutSignature(picture))
    expect(layoutSignature(buildPicture(linked, judged(linked), null, new Set()))).toBe(layoutSignature(anchored))
  })
})
