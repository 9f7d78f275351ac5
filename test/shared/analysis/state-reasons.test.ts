import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import { explainState, type StateReasonKey } from '../../../shared/analysis/state-reasons.ts'
import { domainWords } from '../../../shared/i18n/domain-words.ts'
import type { Initiative, Unknown } from '../../../shared/model/map.ts'
import { agency, aMap, department, goal, initiative, person, testDay } from '../../support/build-map.ts'
import { anyMap } from './any-map.ts'
import { naiveInSight } from './naive-oracle.ts'

const nodes = [goal('G'), goal('Dead', { adopted: false }), department('D'), agency('Bureau'), person('Ann')]
const explain = (links: string[], fields: Partial<Initiative> = {}) => {
  const map = aMap({ nodes: [initiative('I', fields), ...nodes], links })
  return explainState(map, evaluate(map, testDay), 'I').map((one) => [one.reason, ...one.nodes].join(' '))
}
const all: Unknown[] = ['goal', 'owner', 'carrier']

describe('why an initiative is in its state', () => {
  it.each([
    [
      ['I contributesTo G', 'I contributesTo Dead', 'I ownedBy D'],
      ['goalInSight G', 'ownedBy D', 'carrierPresumed'],
    ],
    [['I contributesTo Dead'], ['goalNotInSight Dead', 'noOwner', 'noCarrier']],
    [[], ['noGoal', 'noOwner', 'noCarrier']],
    [
      ['I ownedBy D', 'I carriedBy Bureau', 'I carriedBy D'],
      ['noGoal', 'ownedBy D', 'carriedInside D'],
    ],
    [
      ['I carriedBy Bureau', 'I carriedBy Ann', 'Ann memberOf Bureau'],
      ['noGoal', 'noOwner', 'carriedOutside Bureau Ann'],
    ],
  ])('%j: %j', (links, reasons) => expect(explain(links)).toEqual(reasons))

  it('what nobody was asked is said to be just that', () => {
    expect(explain([], { unknown: all })).toEqual(['goalNotAsked', 'ownerNotAsked', 'carrierNotAsked'])
    expect(explain([], { unknown: ['owner'] })).toEqual(['noGoal', 'ownerNotAsked', 'carrierNotAsked'])
  })
  it('of what is concluded it says only that it is', () => {
    expect(explain([], { status: 'declined', end: '2020-01-01' })).toEqual(['endedStatus'])
    expect(explain([], { end: '2020-01-01' })).toEqual(['ended'])
    const map = aMap({ nodes: [initiative('I', { end: '2020-01-01' })] })
    expect(explainState(map, evaluate(map, testDay), 'I')[0]?.day).toBe('2020-01-01')
  })
  it('there is nothing to say of other nodes', () => {
    const map = aMap({ nodes })
    expect(explainState(map, evaluate(map, testDay), 'G')).toEqual([])
  })
})

it('every reason has its words, and every word its reason', () => {
  const keys: Record<StateReasonKey, true> = {
    goalInSight: true,
    goalNotInSight: true,
    noGoal: true,
    goalNotAsked: true,
    ownedBy: true,
    noOwner: true,
    ownerNotAsked: true,
    carriedInside: true,
    carriedOutside: true,
    carrierPresumed: true,
    noCarrier: true,
    carrierNotAsked: true,
    ended: true,
    endedStatus: true,
  }
  expect(Object.keys(keys).toSorted()).toEqual(Object.keys(domainWords.en.why).toSorted())
})

it('agrees with evaluate on every map: which goals are in sight, who is inside, and one reason for each axis', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const assessment = evaluate(map, testDay)
      for (const { id, state, lineOfSight, owned, carried } of assessment.initiatives) {
        const reasons = explainState(map, assessment, id)
        expect(reasons.length).toBe(state === 'concluded' ? 1 : 3)
        if (state === 'concluded') continue
        const [why, who, by] = reasons
        expect(why?.reason === 'goalInSight').toBe(lineOfSight === 'yes')
        if (lineOfSight === 'yes') {
          expect(why?.nodes.length).toBeGreaterThan(0)
          for (const one of why?.nodes ?? []) expect(naiveInSight(map, one, testDay)).toBe(true)
        }
        expect(who?.reason === 'ownedBy').toBe(owned === 'yes')
        expect(by?.reason === 'carriedInside' || by?.reason === 'carrierPresumed').toBe(carried === 'yes')
        expect(by?.reason === 'carriedInside' && by.nodes.length === 0).toBe(false)
      }
    }),
    { seed: 7, numRuns: 400 },
  )
})
