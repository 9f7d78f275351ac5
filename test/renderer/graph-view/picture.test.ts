import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPicture, type Picture } from '../../../renderer/graph-view/picture.ts'
import { states } from '../../../shared/analysis/assessment.ts'
import { foldAbove } from '../../../shared/model/folding.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import type { MapLink, MapNode, StrategyMap } from '../../../shared/model/map.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'
import { judged, link, mapOf, node, portfolio } from './sample-map.ts'

const none: ReadonlySet<string> = new Set()
const draw = (map: StrategyMap, matches: ReadonlySet<string> | null = null, opened = none, revealed = none): Picture =>
  buildPicture(map, judged(map), matches, opened, revealed)

describe('a small map', () => {
  const map = portfolio(3, 4)

  test('shows every node and link as itself', () => {
    const picture = draw(map)
    expect([...picture.nodes.keys()].sort()).toEqual(map.nodes.map((one) => one.id).sort())
    expect([...picture.links.values()].every((one) => one.real && one.count === 1)).toBe(true)
    expect(picture.links.size).toBe(map.links.length)
  })

  test('tells state and horizon of an initiative, and the end of a campaign only', () => {
    const nodes = [
      node('a', 'initiative', { horizon: 'campaign', end: '2027-01-31' }),
      node('b', 'initiative', { horizon: 'long-term', end: '2027-01-31' }),
    ]
    const picture = draw(mapOf(nodes, []))
    expect(picture.nodes.get('a')?.face).toMatchObject({ state: 'coupled', horizon: 'campaign', end: '2027-01-31' })
    expect(picture.nodes.get('b')?.face?.end).toBeNull()
  })

  test('shows an initiative that is not assessed yet as not clarified', () => {
    const picture = buildPicture(map, null, null, none)
    expect(picture.nodes.get('i0.0')?.face).toMatchObject({ state: 'not-assessed', lineOfSight: 'unknown' })
  })
})

describe('a large map', () => {
  const map = portfolio(10, 20)

  test('folds what a department owns into the department, with the states counted', () => {
    const picture = buildPicture(
      map,
      judged(map, (id) => (id.endsWith('.0') ? 'fully-decoupled' : 'coupled')),
      null,
      none,
    )
    expect(picture.nodes.size).toBe(11)
    expect(picture.nodes.get('d0')?.hub).toMatchObject({ of: 'initiative', count: 20, open: false })
    expect(picture.nodes.get('d0')?.hub?.states).toMatchObject({ 'fully-decoupled': 1, coupled: 19 })
  })

  test('lifts the links of what is folded to the hub and counts them', () => {
    const picture = draw(map)
    const lifted = [...picture.links.values()].find((one) => one.source === 'd3' && one.target === 'g')
    expect(lifted).toMatchObject({ kind: 'contributesTo', count: 20, real: false })
    expect(picture.linkShownAs(link('contributesTo', 'i3.5', 'g'))).toBe(lifted?.id)
    expect(picture.linkShownAs(link('ownedBy', 'i3.5', 'd3'))).toBeNull()
  })

  test('unfolds an opened hub and no other', () => {
    const picture = draw(map, null, new Set(['d3']))
    expect(picture.nodes.size).toBe(31)
    expect(picture.nodes.get('d3')?.hub?.open).toBe(true)
    expect(picture.shownAs('i3.1')).toBe('i3.1')
    expect(picture.shownAs('i4.1')).toBe('d4')
  })

  test('shows what is revealed beside the hub, which counts it no more', () => {
    const picture = draw(map, null, none, new Set(['i3.1']))
    expect(picture.shownAs('i3.1')).toBe('i3.1')
    expect(picture.nodes.get('d3')?.hub?.count).toBe(19)
    expect(picture.links.get('ownedBy i3.1 d3')?.real).toBe(true)
  })

  test('folds initiatives without a home into one group', () => {
    const lost = Array.from({ length: 12 }, (_, i) => node(`lost${i}`, 'initiative'))
    const picture = draw(mapOf([...map.nodes, ...lost], map.links))
    expect(picture.nodes.get('rest:initiative')).toMatchObject({ real: false, hub: { count: 12 } })
  })

  test('shows few matches of a filter unfolded, with what they link to and nothing else', () => {
    const picture = draw(map, new Set(['i3.1', 'i4.2']))
    expect([...picture.nodes.keys()].sort()).toEqual(['d3', 'd4', 'g', 'i3.1', 'i4.2'])
  })

  test('counts only matches in the hubs of a broad filter', () => {
    const matches = new Set(map.nodes.map((one) => one.id).filter((id) => /^i\d\.(?!0$)/.test(id)))
    expect(matches.size).toBeGreaterThan(foldAbove)
    expect(draw(map, matches).nodes.get('d5')?.hub?.count).toBe(19)
  })
})

describe('many goals', () => {
  const nodes: MapNode[] = [node('d', 'department')]
  const links: MapLink[] = []
  for (let top = 0; top < 40; top += 1) {
    nodes.push(node(`t${top}`, 'goal'))
    for (let sub = 0; sub < 5; sub += 1) {
      nodes.push(node(`t${top}.${sub}`, 'goal'))
      links.push(link('refines', `t${top}.${sub}`, `t${top}`))
    }
  }

  test('fold into their top goal', () => {
    const picture = draw(mapOf(nodes, links))
    expect(picture.nodes.size).toBe(41)
    expect(picture.nodes.get('t7')?.hub).toMatchObject({ of: 'goal', count: 5, states: null })
  })

  test('unfold with their top goal', () => {
    expect(draw(mapOf(nodes, links), null, new Set(['t7'])).nodes.size).toBe(46)
  })

  test('fold by the department that answers for them where there are too many tops', () => {
    const tops = Array.from({ length: 200 }, (_, i) => node(`x${i}`, 'goal'))
    const owned = tops.map((goal) => link('accountableFor', 'd', goal.id))
    const picture = draw(mapOf([node('d', 'department'), ...tops], owned))
    expect([...picture.nodes.keys()].sort()).toEqual(['d', 'goals-of:d'])
    expect([...picture.links.values()]).toMatchObject([{ kind: 'accountableFor', source: 'd', count: 200 }])
  })

  test('that refine each other in a loop are still shown', () => {
    const loop = [link('refines', 't1', 't2'), link('refines', 't2', 't1')]
    const picture = draw(mapOf(nodes, [...links, ...loop]))
    expect(picture.shownAs('t1.1')).not.toBeNull()
    expect(picture.nodes.has(picture.shownAs('t1.1') ?? '')).toBe(true)
  })
})

/** Any map at all, large enough to fold now and then. */
const anyMap = fc
  .record({ sizes: fc.array(fc.integer({ min: 0, max: 320 }), { minLength: 6, maxLength: 6 }), seed: fc.integer() })
  .map(({ sizes, seed }) => {
    const nodes = nodeKinds.flatMap((kind, k) =>
      Array.from({ length: kind === 'initiative' ? (sizes[k] ?? 0) * 4 : (sizes[k] ?? 0) }, (_, i) =>
        node(`${kind}${i}`, kind),
      ),
    )
    let state = seed >>> 0
    const draw = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const links = new Map<string, MapLink>()
    for (const { kind, from, to } of linkKinds) {
      const sources = nodes.filter((one) => from.includes(one.kind))
      const targets = nodes.filter((one) => to.includes(one.kind))
      for (let n = 0; n < sources.length && targets.length > 0; n += 1) {
        const made = link(
          kind,
          sources[draw(sources.length)]?.id ?? '',
          targets[draw(Math.min(targets.length, 20))]?.id ?? '',
        )
        if (made.source !== made.target) links.set(made.id, made)
      }
    }
    return mapOf(nodes, [...links.values()])
  })

test('every initiative that passes the filter is visible or counted in exactly one hub, and links join what is visible', () => {
  fc.assert(
    fc.property(anyMap, fc.integer({ min: 1, max: 7 }), fc.boolean(), (map, step, filtered) => {
      const initiatives = map.nodes.filter((one) => one.kind === 'initiative').map((one) => one.id)
      const matches = filtered ? new Set(initiatives.filter((_, at) => at % step === 0)) : null
      const opened = new Set(map.nodes.filter((_, at) => at % 11 === 0).map((one) => one.id))
      const picture = draw(map, matches, opened)
      const shown = [...picture.nodes.values()].filter((one) => one.kind === 'initiative' && one.real).length
      const counted = [...picture.nodes.values()].reduce(
        (sum, one) => sum + states.reduce((n, state) => n + (one.hub?.states?.[state] ?? 0), 0),
        0,
      )
      expect(shown + counted).toBe(matches?.size ?? initiatives.length)
      for (const id of matches ?? initiatives) expect(picture.nodes.has(picture.shownAs(id) ?? '')).toBe(true)
      for (const { source, target } of picture.links.values()) {
        expect(picture.nodes.has(source) && picture.nodes.has(target) && source !== target).toBe(true)
      }
    }),
    { numRuns: 25 },
  )
})
