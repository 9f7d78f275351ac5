import { describe, expect, it } from 'vitest'
import { headline } from '../../../renderer/panels/health.tsx'
import type { Portfolio } from '../../../shared/analysis/assessment.ts'
import { messagesFor } from '../../../shared/i18n/messages.ts'

const nothing: Portfolio = {
  states: {
    coupled: 0,
    'means-ends-decoupled': 0,
    'policy-practice-decoupled': 0,
    'fully-decoupled': 0,
    'not-assessed': 0,
    concluded: 0,
  },
  horizons: { campaign: 0, 'long-term': 0, undecided: 0 },
  alignmentCoverage: null,
  anchorageCoverage: null,
  goalCoverage: null,
  agencyDependence: null,
  agencies: [],
}
const withStates = (states: Partial<Portfolio['states']>): Portfolio => ({
  ...nothing,
  states: { ...nothing.states, ...states },
})
const m = messagesFor('en')

describe('the headline of the health panel', () => {
  it('counts the three decoupled states among what has not ended', () => {
    const portfolio = withStates({
      coupled: 46,
      'means-ends-decoupled': 30,
      'policy-practice-decoupled': 4,
      'fully-decoupled': 2,
      concluded: 6,
    })
    expect(headline(portfolio, m)).toBe('36 of 82 initiatives are decoupled.')
    expect(headline(portfolio, messagesFor('da'))).toBe('36 af 82 initiativer er dekoblede.')
  })

  it('speaks of one in the singular', () => {
    expect(headline(withStates({ 'fully-decoupled': 1, coupled: 2 }), m)).toBe('1 of 3 initiatives is decoupled.')
  })

  it('says so when nothing is decoupled, and when there is nothing', () => {
    expect(headline(withStates({ coupled: 3 }), m)).toBe('None of 3 initiatives is decoupled.')
    expect(headline(withStates({ concluded: 3 }), m)).toBe('No initiatives yet.')
  })
})
