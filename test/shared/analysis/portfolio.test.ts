import { expect, it } from 'vitest'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import { agency, aMap, department, goal, initiative, testDay } from '../../support/build-map.ts'

const portfolioOf = (...[parts]: Parameters<typeof aMap>) => evaluate(aMap(parts), testDay).portfolio

it('states are counted over all, everything else over what is not concluded', () => {
  const portfolio = portfolioOf({
    nodes: [
      initiative('A', { horizon: 'campaign' }),
      initiative('B', { horizon: 'long-term' }),
      initiative('C', { unknown: ['goal', 'owner'] }),
      initiative('Old', { status: 'ended', horizon: 'campaign' }),
      goal('G'),
      goal('H'),
      department('D'),
      agency('Bureau'),
    ],
    links: [
      'A contributesTo G',
      'A ownedBy D',
      'B carriedBy Bureau',
      'B ownedBy D',
      'Old contributesTo H',
      'Old ownedBy D',
      'Old carriedBy Bureau',
    ],
  })
  expect(portfolio).toEqual({
    states: {
      coupled: 1,
      'means-ends-decoupled': 0,
      'policy-practice-decoupled': 0,
      'fully-decoupled': 1,
      'not-assessed': 1,
      concluded: 1,
    },
    horizons: { campaign: 1, 'long-term': 1, undecided: 1 },
    alignmentCoverage: 0.5,
    anchorageCoverage: 0.5,
    goalCoverage: 0.5,
    agencyDependence: 0.333,
    agencies: [{ agency: 'Bureau', initiatives: 1, coupled: 0 }],
  })
})

it('ratios round half up to three decimals', () => {
  const nodes = [department('D'), ...Array.from({ length: 16 }, (_, i) => initiative(`I${i}`))]
  expect(portfolioOf({ nodes, links: ['I0 ownedBy D'] }).anchorageCoverage).toBe(0.063)
})

it('goal coverage leaves out goals that others refine and those not in sight', () => {
  const parts = {
    nodes: [goal('Top'), goal('Sub'), goal('Sub2'), goal('Dead', { adopted: false }), initiative('I'), department('D')],
    links: ['Sub refines Top', 'Sub2 refines Top', 'I contributesTo Sub', 'I ownedBy D'],
  }
  expect(portfolioOf(parts).goalCoverage).toBe(0.5)
})

it('an agency that proposes and carries one initiative counts it once; those that do it right are seen too', () => {
  const parts = {
    nodes: [agency('Idle'), agency('Two'), agency('One'), initiative('I'), initiative('J'), goal('G'), department('D')],
    links: [
      'I proposedBy Two',
      'I carriedBy Two',
      'I carriedBy D',
      'I ownedBy D',
      'I contributesTo G',
      'J proposedBy Two',
      'J proposedBy One',
    ],
  }
  expect(portfolioOf(parts).agencies).toEqual([
    { agency: 'Two', initiatives: 2, coupled: 1 },
    { agency: 'One', initiatives: 1, coupled: 0 },
  ])
})
