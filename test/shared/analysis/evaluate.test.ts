import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../shared/analysis/assessment.ts'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import type { MapNode } from '../../../shared/model/map.ts'
import { agency, aLargeMap, aMap, goal, initiative, renamed, shuffled, testDay } from '../../support/build-map.ts'
import { anyMap, busyMap } from './any-map.ts'
import { naiveFindings, naiveInSight, naiveState } from './naive-oracle.ts'

const runs = { seed: 20261123, numRuns: 800 }

/** What is said of each initiative, by name (names are unique in `anyMap`) and without its id. */
const byName = (assessment: Assessment) =>
  Object.fromEntries(assessment.initiatives.map(({ id: _id, name, ...judged }) => [name, judged]))

describe('evaluate, on any map', () => {
  it('agrees with the definitions read literally: axes, states and findings in order', () => {
    const seen = { states: new Set<string>(), rules: new Set<string>() }
    fc.assert(
      fc.property(fc.oneof(anyMap, busyMap), (map) => {
        const assessment = evaluate(map, testDay)
        const naive = map.nodes
          .filter((node) => node.kind === 'initiative')
          .map((node) => ({ id: node.id, name: node.name, ...naiveState(map, node, testDay) }))
        expect(assessment.initiatives).toEqual(naive)
        expect(assessment.findings.map((one) => `${one.rule} ${one.subject}`)).toEqual(naiveFindings(map, testDay))
        for (const one of assessment.initiatives) seen.states.add(one.state)
        for (const one of assessment.findings) seen.rules.add(one.rule)
      }),
      runs,
    )
    // The maps drawn must have reached everything, or the agreement says little.
    expect([seen.states.size, seen.rules.size]).toEqual([6, 5])
  })

  it('says the same of every initiative when nodes and links stand in another order', () => {
    fc.assert(
      fc.property(anyMap, fc.nat(), (map, seed) => {
        const one = evaluate(map, testDay)
        const other = evaluate(shuffled(map, seed), testDay)
        expect(byName(other)).toEqual(byName(one))
        expect({ ...other.portfolio, agencies: null }).toEqual({ ...one.portfolio, agencies: null })
        const sorted = (of: Assessment) =>
          of.findings
            .map((finding) =>
              JSON.stringify({ ...finding, nodes: finding.nodes.toSorted(), links: finding.links.toSorted() }),
            )
            .toSorted()
        expect(sorted(other)).toEqual(sorted(one))
      }),
      runs,
    )
  })

  it('says the same of every initiative when all ids are others', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const other = renamed(map, (id) =>
          id === 'n0' ? '__proto__' : id === 'n1' ? 'constructor' : `zz-${99 - Number(id.slice(1))}`,
        )
        expect(byName(evaluate(other, testDay))).toEqual(byName(evaluate(map, testDay)))
        expect(evaluate(other, testDay).portfolio.states).toEqual(evaluate(map, testDay).portfolio.states)
      }),
      runs,
    )
  })

  it('says the same of every initiative when a node without links is added', () => {
    const extra = fc.constantFrom<MapNode>(initiative('new'), goal('new'), agency('new'))
    fc.assert(
      fc.property(anyMap, extra, fc.boolean(), (map, node, first) => {
        const nodes = first ? [node, ...map.nodes] : [...map.nodes, node]
        const { new: _added, ...rest } = byName(evaluate({ ...map, nodes }, testDay))
        expect(rest).toEqual(byName(evaluate(map, testDay)))
      }),
      runs,
    )
  })

  it('gives the same bytes for the same map, whatever the order of its keys, and changes nothing in it', () => {
    const reversed = <T>(value: T): T =>
      Array.isArray(value)
        ? (value.map(reversed) as T)
        : typeof value === 'object' && value !== null
          ? (Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, of]) => [key, reversed(of)]),
            ) as T)
          : value
    fc.assert(
      fc.property(anyMap, (map) => {
        const before = JSON.stringify(map)
        const text = JSON.stringify(evaluate(map, testDay))
        expect(JSON.stringify(evaluate(reversed(map), testDay))).toBe(text)
        expect(JSON.stringify(map)).toBe(before)
      }),
      runs,
    )
  })

  it('every id it names is in the map, evidence holds nothing twice and starts with the subject', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const nodes = new Set(map.nodes.map((node) => node.id))
        const links = new Map(map.links.map((link) => [link.id, link]))
        for (const finding of evaluate(map, testDay).findings) {
          expect(finding.nodes[0]).toBe(finding.subject)
          expect(new Set(finding.nodes).size).toBe(finding.nodes.length)
          expect(new Set(finding.links).size).toBe(finding.links.length)
          for (const id of finding.nodes) expect(nodes.has(id)).toBe(true)
          for (const id of finding.links) {
            const link = links.get(id)
            expect(finding.nodes).toContain(link?.source)
            expect(finding.nodes).toContain(link?.target)
          }
        }
      }),
      runs,
    )
  })

  it('every proposal is a link that is missing, fits, has distinct reasons, and proposed goals are in sight', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const present = new Set(map.links.map((link) => `${link.source} ${link.kind} ${link.target}`))
        for (const { proposals } of evaluate(map, testDay).findings) {
          expect(proposals.length).toBeLessThanOrEqual(5)
          for (const proposal of proposals) {
            expect(present.has(`${proposal.source} ${proposal.kind} ${proposal.target}`)).toBe(false)
            const kinds = proposal.reasons.map((one) => one.reason)
            expect(kinds.length).toBeGreaterThan(0)
            expect(new Set(kinds).size).toBe(kinds.length)
            if (proposal.kind === 'contributesTo') expect(naiveInSight(map, proposal.target, testDay)).toBe(true)
          }
        }
      }),
      runs,
    )
  })
})

it('an empty map has nothing to say, and no ratio', () => {
  const { initiatives, findings, portfolio } = evaluate(aMap({ nodes: [] }), testDay)
  expect(initiatives).toEqual([])
  expect(findings).toEqual([])
  expect(portfolio.alignmentCoverage).toBeNull()
  expect(portfolio.goalCoverage).toBeNull()
})

it('five thousand nodes are evaluated quickly enough to follow every edit', () => {
  const map = aLargeMap(5000)
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    evaluate(map, testDay)
    return performance.now() - start
  })
  // Generous for slow machines: the figures that are promised are measured by the bench.
  expect(Math.min(...times)).toBeLessThan(500)
})
