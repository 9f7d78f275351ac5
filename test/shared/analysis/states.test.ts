import { describe, expect, it } from 'vitest'
import type { Judgement, State } from '../../../shared/analysis/assessment.ts'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import type { StrategyMap, Unknown } from '../../../shared/model/map.ts'
import { agency, aMap, department, goal, initiative, person, testDay } from '../../support/build-map.ts'

const judged = (map: StrategyMap, id = 'I') => evaluate(map, testDay).initiatives.find((one) => one.id === id)

describe('the table of states', () => {
  const rows: readonly [Judgement, Judgement, State][] = [
    ['yes', 'yes', 'coupled'],
    ['yes', 'unknown', 'not-assessed'],
    ['yes', 'no', 'policy-practice-decoupled'],
    ['unknown', 'yes', 'not-assessed'],
    ['unknown', 'unknown', 'not-assessed'],
    ['unknown', 'no', 'policy-practice-decoupled'],
    ['no', 'yes', 'means-ends-decoupled'],
    ['no', 'unknown', 'means-ends-decoupled'],
    ['no', 'no', 'fully-decoupled'],
  ]
  it.each(rows)('line of sight %s and anchorage %s is %s', (lineOfSight, anchorage, state) => {
    const marks: Unknown[] = []
    if (lineOfSight === 'unknown') marks.push('goal')
    if (anchorage === 'unknown') marks.push('owner')
    const map = aMap({
      nodes: [initiative('I', { unknown: marks }), goal('G'), department('D')],
      links: [...(lineOfSight === 'yes' ? ['I contributesTo G'] : []), ...(anchorage === 'yes' ? ['I ownedBy D'] : [])],
    })
    expect(judged(map)).toMatchObject({ lineOfSight, anchorage, state })
  })

  it('an initiative that has ended is concluded, and its axes are still judged', () => {
    const map = aMap({
      nodes: [initiative('I', { status: 'ended' }), goal('G'), department('D')],
      links: ['I contributesTo G', 'I ownedBy D'],
    })
    expect(judged(map)).toMatchObject({ state: 'concluded', lineOfSight: 'yes', anchorage: 'yes' })
  })

  it.each([
    [{ status: 'declined' }, true],
    [{ end: '2026-11-22' }, true],
    [{ end: testDay }, false],
    [{ status: 'paused', end: '2026-11-24' }, false],
    [{ start: '2099-01-01' }, false],
  ] as const)('%j: concluded is %s', (fields, concluded) => {
    const map = aMap({ nodes: [initiative('I', fields)] })
    expect(judged(map)?.state === 'concluded').toBe(concluded)
  })
})

describe('goals in sight', () => {
  const lineOfSight = (nodes: ReturnType<typeof goal>[], links: string[]) =>
    judged(aMap({ nodes: [initiative('I'), ...nodes], links: ['I contributesTo A', ...links] }))?.lineOfSight

  it('a usable goal that refines nothing is in sight', () => expect(lineOfSight([goal('A')], [])).toBe('yes'))
  it('a goal that is not adopted is not', () => expect(lineOfSight([goal('A', { adopted: false })], [])).toBe('no'))
  it('a goal that ended yesterday is not', () => {
    expect(lineOfSight([goal('A', { end: '2026-11-22' })], [])).toBe('no')
  })
  it('a goal that ends today still is', () => expect(lineOfSight([goal('A', { end: testDay })], [])).toBe('yes'))
  it('the start of a goal is never read', () =>
    expect(lineOfSight([goal('A', { start: '2099-01-01' })], [])).toBe('yes'))
  it('a goal under one that is not adopted is not in sight', () => {
    expect(lineOfSight([goal('A'), goal('B', { adopted: false })], ['A refines B'])).toBe('no')
  })
  it('one parent in sight is enough', () => {
    const goals = [goal('A'), goal('B', { adopted: false }), goal('C')]
    expect(lineOfSight(goals, ['A refines B', 'A refines C'])).toBe('yes')
  })
  it('a goal between that has ended breaks the line', () => {
    const goals = [goal('A'), goal('B', { end: '2020-01-01' }), goal('C')]
    expect(lineOfSight(goals, ['A refines B', 'B refines C'])).toBe('no')
  })
  it('a loop of goals with no way out is not in sight', () => {
    expect(lineOfSight([goal('A'), goal('B')], ['A refines B', 'B refines A'])).toBe('no')
  })
  it('a loop with a way out to a top goal is in sight', () => {
    const goals = [goal('A'), goal('B'), goal('C')]
    expect(lineOfSight(goals, ['A refines B', 'B refines A', 'B refines C'])).toBe('yes')
  })
  it('a loop whose way out leads to a goal that is not usable is not', () => {
    const goals = [goal('A'), goal('B'), goal('C', { adopted: false })]
    expect(lineOfSight(goals, ['A refines B', 'B refines A', 'B refines C'])).toBe('no')
  })
  it('ten thousand goals in one chain are walked without a stack overflow', () => {
    const goals = Array.from({ length: 10_000 }, (_, i) => goal(i === 0 ? 'A' : `G${i}`))
    const links = goals.slice(1).map((one, i) => `${goals[i]?.id} refines ${one.id}`)
    expect(lineOfSight(goals, links)).toBe('yes')
  })
  it('a link to a goal beats the mark that nobody was asked', () => {
    const map = (adopted: boolean) =>
      aMap({
        nodes: [initiative('I', { unknown: ['goal'] }), goal('A', { adopted })],
        links: ['I contributesTo A'],
      })
    expect(judged(map(true))?.lineOfSight).toBe('yes')
    expect(judged(map(false))?.lineOfSight).toBe('no')
  })
})

describe('owned and carried', () => {
  const nodes = [department('D'), department('E'), agency('Bureau'), person('Ann'), person('Ben'), person('Cy')]
  const at = (links: string[], unknown: Unknown[] = []) =>
    judged(
      aMap({
        nodes: [initiative('I', { unknown }), ...nodes],
        links: [...links, 'Ann memberOf Bureau', 'Ben memberOf Bureau', 'Ben memberOf D'],
      }),
    )

  it('without carriers the owner is presumed to carry it', () => {
    expect(at(['I ownedBy D'])).toMatchObject({ owned: 'yes', carried: 'yes', anchorage: 'yes' })
    expect(at([])).toMatchObject({ owned: 'no', carried: 'no', anchorage: 'no' })
    expect(at([], ['owner'])).toMatchObject({ owned: 'unknown', carried: 'unknown', anchorage: 'unknown' })
  })
  it('without carriers the mark that nobody was asked beats the presumption', () => {
    expect(at(['I ownedBy D'], ['carrier'])).toMatchObject({ carried: 'unknown', anchorage: 'unknown' })
    expect(at([], ['carrier'])).toMatchObject({ owned: 'no', carried: 'unknown', anchorage: 'no' })
  })
  it('an agency alone is outside, a department beside it makes it carried', () => {
    expect(at(['I ownedBy D', 'I carriedBy Bureau'])).toMatchObject({ carried: 'no', anchorage: 'no' })
    expect(at(['I ownedBy D', 'I carriedBy Bureau', 'I carriedBy E'])?.carried).toBe('yes')
  })
  it('a person who belongs to an agency only is outside', () => {
    expect(at(['I ownedBy D', 'I carriedBy Ann'])?.carried).toBe('no')
  })
  it('a person who belongs to an agency and a department is inside', () => {
    expect(at(['I ownedBy D', 'I carriedBy Ben'])?.carried).toBe('yes')
  })
  it('a person without a home is inside', () => expect(at(['I ownedBy D', 'I carriedBy Cy'])?.carried).toBe('yes'))
  it('carriers beat the mark that nobody was asked', () => {
    expect(at(['I ownedBy D', 'I carriedBy Bureau'], ['carrier'])?.carried).toBe('no')
  })
  it('carried inside without an owner is not anchored', () => {
    expect(at(['I carriedBy D'])).toMatchObject({ owned: 'no', carried: 'yes', anchorage: 'no' })
    expect(at(['I carriedBy D'], ['owner'])).toMatchObject({ anchorage: 'unknown' })
  })
})

it('the worked example of domain.md 8: states of A to F', () => {
  const map = aMap({
    nodes: [
      initiative('A', { name: 'Customer care on social' }),
      initiative('B', { name: 'TV character with a page', horizon: 'campaign' }),
      initiative('C', { name: 'Recruiting stories' }),
      initiative('D', { name: 'Blogger outreach', horizon: 'campaign' }),
      initiative('E', { name: "Store staff's own group" }),
      initiative('F', { name: 'Fresh import', unknown: ['goal', 'carrier'] }),
      goal('Goal'),
      department('Desk'),
      agency('Bureau'),
    ],
    links: [
      'A contributesTo Goal',
      'A ownedBy Desk',
      'B ownedBy Desk',
      'B carriedBy Bureau',
      'C contributesTo Goal',
      'C ownedBy Desk',
      'C carriedBy Desk',
      'D contributesTo Goal',
      'D ownedBy Desk',
      'D carriedBy Bureau',
      'E ownedBy Desk',
      'F ownedBy Desk',
    ],
  })
  expect(evaluate(map, testDay).initiatives.map((one) => [one.id, one.state])).toEqual([
    ['A', 'coupled'],
    ['B', 'fully-decoupled'],
    ['C', 'coupled'],
    ['D', 'policy-practice-decoupled'],
    ['E', 'means-ends-decoupled'],
    ['F', 'not-assessed'],
  ])
})
