import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import type { MapSettings } from '../../../shared/model/map.ts'
import { agency, aMap, goal, initiative, type MapParts, testDay } from '../../support/build-map.ts'

const rulesOf = (parts: MapParts) => evaluate(aMap(parts), testDay).findings.map((one) => `${one.rule} ${one.subject}`)

describe('order and settings', () => {
  const nodes = [goal('Unserved'), goal('Dead', { adopted: false }), initiative('B'), initiative('A'), agency('Bureau')]
  const links = ['A contributesTo Dead', 'B carriedBy Bureau']
  const order = (settings?: MapSettings) => rulesOf({ nodes, links, ...(settings ? { settings } : {}) })

  it('findings stand by severity, then rule, then place in the file', () => {
    expect(order()).toEqual([
      'no-line-of-sight B',
      'broken-line-of-sight A',
      'no-accountable-department B',
      'no-accountable-department A',
      'agency-run B',
      'unserved-goal Unserved',
    ])
  })
  it('a rule can be off', () => {
    expect(order({ rules: { 'no-accountable-department': { off: true } } })).not.toContain(
      'no-accountable-department B',
    )
  })
  it('a rule can have another severity, which decides its place', () => {
    const changed = order({ rules: { 'unserved-goal': { severity: 'critical' }, 'agency-run': { severity: 'info' } } })
    expect(changed.slice(-2)).toEqual(['unserved-goal Unserved', 'agency-run B'])
  })
  it('a muted finding stays, with the reason', () => {
    const settings = { muted: [{ rule: 'agency-run', node: 'B', reason: 'a pilot', on: '2026-11-01' }] }
    const findings = evaluate(aMap({ nodes, links, settings }), testDay).findings
    expect(findings.filter((one) => one.muted !== undefined)).toMatchObject([{ rule: 'agency-run', muted: 'a pilot' }])
  })
  it('settings for rules there are none of, or with odd names, change nothing', () => {
    const settings = JSON.parse(
      '{"rules":{"__proto__":{"off":true},"constructor":{"off":true},"nope":{"off":true}}}',
    ) as MapSettings
    expect(order(settings)).toEqual(order())
  })
})
