import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import { compareText } from '../../../shared/lib/order.ts'
import type { LinkKind, StrategyMap } from '../../../shared/model/map.ts'
import { testDay } from '../../support/build-map.ts'
import { busyMap } from './any-map.ts'
import { naiveConcluded, naiveInSight, naiveState } from './naive-oracle.ts'

// The sources and the ranking of domain.md 5, last paragraphs, read literally: every candidate against every source.

interface Ranked {
  readonly node: string
  readonly reasons: readonly string[]
  readonly count: number
  readonly first?: boolean
}

function reader(map: StrategyMap) {
  const out = (kind: LinkKind, from: string) =>
    map.links.filter((link) => link.kind === kind && link.source === from).map((link) => link.target)
  const has = (from: string, kind: LinkKind, to: string) => out(kind, from).includes(to)
  const node = (id: string) => map.nodes.find((one) => one.id === id)
  const name = (id: string) => node(id)?.name ?? ''
  const ids = (kind: string) => map.nodes.filter((one) => one.kind === kind).map((one) => one.id)
  const best = (list: readonly Ranked[]) =>
    list
      .filter((one) => one.reasons.length > 0)
      .toSorted(
        (a, b) =>
          Number(b.first ?? false) - Number(a.first ?? false) ||
          b.reasons.length - a.reasons.length ||
          b.count - a.count ||
          compareText(name(a.node), name(b.node)),
      )
      .slice(0, 5)
      .map((one) => `${one.node}: ${one.reasons.join(', ')}`)
  /** `reason node` with the first by name of those that give it. */
  const because = (reason: string, nodes: readonly string[]) => {
    const [first] = nodes.toSorted((a, b) => compareText(name(a), name(b)))
    return first === undefined ? [] : [`${reason} ${first}`]
  }
  return { out, has, node, ids, best, because }
}

function goalsFor(map: StrategyMap, id: string): string[] {
  const { out, has, ids, best, because } = reader(map)
  const owners = out('ownedBy', id)
  const siblings = ids('initiative').filter((one) => one !== id && owners.some((owner) => has(one, 'ownedBy', owner)))
  const partners = ids('initiative').filter((one) => has(id, 'reinforces', one) || has(one, 'reinforces', id))
  return best(
    ids('goal')
      .filter((goal) => naiveInSight(map, goal, testDay))
      .map((goal) => {
        const serving = siblings.filter((one) => has(one, 'contributesTo', goal))
        return {
          node: goal,
          reasons: [
            ...because(
              'owner-accountable',
              owners.filter((owner) => has(owner, 'accountableFor', goal)),
            ),
            ...because(
              'reinforced-contributes',
              partners.filter((one) => has(one, 'contributesTo', goal)),
            ),
            ...because('owner-siblings', serving),
          ],
          count: serving.length,
        }
      }),
  )
}

function departmentsFor(map: StrategyMap, id: string, kind: 'ownedBy' | 'carriedBy'): string[] {
  const { out, has, ids, best, because } = reader(map)
  const goals = out('contributesTo', id)
  const owners = out('ownedBy', id)
  const people = [...out('carriedBy', id), ...out('championedBy', id)]
  const others = ids('initiative').filter((one) => one !== id)
  const alike = others.filter((one) => goals.some((goal) => has(one, 'contributesTo', goal)))
  const siblings = others.filter((one) => owners.some((owner) => has(one, 'ownedBy', owner)))
  return best(
    ids('department').map((department) => {
      const owned = alike.filter((one) => has(one, 'ownedBy', department))
      const carried = siblings.filter((one) => has(one, 'carriedBy', department))
      const isOwner = kind === 'carriedBy' && owners.includes(department)
      return {
        node: department,
        first: isOwner,
        reasons: [
          ...(isOwner ? [`own-owner ${department}`] : []),
          ...because(
            'accountable-for-goal',
            goals.filter((goal) => has(department, 'accountableFor', goal)),
          ),
          ...because(
            'home-of-people',
            people.filter((person) => has(person, 'memberOf', department)),
          ),
          ...because('owns-siblings', owned),
        ],
        count: kind === 'ownedBy' ? owned.length : carried.length,
      }
    }),
  )
}

function initiativesFor(map: StrategyMap, goal: string): string[] {
  const { out, has, node, ids, best, because } = reader(map)
  const serving = ids('initiative').filter((one) => has(one, 'contributesTo', goal))
  const candidates = ids('initiative').flatMap((id) => {
    const found = node(id)
    const fits = found?.kind === 'initiative' && !serving.includes(id) && !naiveConcluded(found, testDay)
    return fits ? [found] : []
  })
  return best(
    candidates.map((one) => {
      const owners = out('ownedBy', one.id)
      return {
        node: one.id,
        reasons: [
          ...because(
            'owned-by-accountable',
            owners.filter((owner) => has(owner, 'accountableFor', goal)),
          ),
          ...(naiveState(map, one, testDay).lineOfSight === 'no' ? [`without-line-of-sight ${one.id}`] : []),
        ],
        count: serving.filter((other) => owners.some((owner) => has(other, 'ownedBy', owner))).length,
      }
    }),
  )
}

it('proposals are those of every source, ranked as the domain says, on any map', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(busyMap, (map) => {
      for (const { rule, subject, proposals } of evaluate(map, testDay).findings) {
        const end = rule === 'unserved-goal' ? 'source' : 'target'
        const shown = proposals.map(
          (one) => `${one[end]}: ${one.reasons.map(({ reason, node }) => `${reason} ${node}`).join(', ')}`,
        )
        const expected =
          rule === 'unserved-goal'
            ? initiativesFor(map, subject)
            : rule === 'agency-run'
              ? departmentsFor(map, subject, 'carriedBy')
              : rule === 'no-accountable-department'
                ? departmentsFor(map, subject, 'ownedBy')
                : goalsFor(map, subject)
        expect(shown).toEqual(expected)
        for (const { reasons } of proposals)
          for (const { reason } of reasons) seen.set(reason, (seen.get(reason) ?? 0) + 1)
      }
    }),
    { seed: 77, numRuns: 1500 },
  )
  // Every kind of reason must have been met often, or the agreement says little.
  expect(seen.size).toBe(9)
  expect(Math.min(...seen.values())).toBeGreaterThan(20)
})
