import { roundToThousandth } from '../lib/order.ts'
import type { Horizon, Initiative } from '../model/map.ts'
import { horizonOf } from '../model/node-kinds.ts'
import { type Portfolio, type State, states } from './assessment.ts'
import { type Facts, no, stateOf, yes } from './facts.ts'
import { degree, neighbours } from './graph.ts'

/** The figures of domain.md 6 as far as they need no score. O(nodes + links). */
export function sumUp(facts: Facts): Portfolio {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>
  const horizons: Record<Horizon, number> = { campaign: 0, 'long-term': 0, undecided: 0 }
  const aligned = [0, 0, 0]
  const anchored = [0, 0, 0]
  let running = 0
  let fromOutside = 0
  for (const i of facts.graph.of.initiative) {
    counts[stateOf(facts, i)] += 1
    if (facts.concluded[i]) continue
    running += 1
    fromOutside += facts.carriedOutside[i] as number
    horizons[horizonOf(facts.graph.nodes[i] as Initiative)] += 1
    count(aligned, facts.lineOfSight[i])
    count(anchored, facts.anchorage[i])
  }
  return {
    states: counts,
    horizons,
    alignmentCoverage: ratio(aligned[yes], (aligned[yes] ?? 0) + (aligned[no] ?? 0)),
    anchorageCoverage: ratio(anchored[yes], (anchored[yes] ?? 0) + (anchored[no] ?? 0)),
    goalCoverage: coverGoals(facts),
    agencyDependence: ratio(fromOutside, running),
    agencies: countAgencies(facts),
  }
}

function count(of: number[], judgement: number | undefined): void {
  of[judgement ?? 0] = (of[judgement ?? 0] ?? 0) + 1
}

function ratio(part: number | undefined, whole: number): number | null {
  return whole === 0 ? null : roundToThousandth((part ?? 0) / whole)
}

function coverGoals(facts: Facts): number | null {
  let all = 0
  let served = 0
  for (const goal of facts.graph.of.goal) {
    if (!facts.inSight[goal] || degree(facts.graph.in.refines, goal) > 0) continue
    all += 1
    if (neighbours(facts.graph.in.contributesTo, goal).some((i) => stateOf(facts, i) === 'coupled')) served += 1
  }
  return ratio(served, all)
}

/** Agencies that proposed or carry something that is not concluded: those that do it right are seen too. */
function countAgencies(facts: Facts): Portfolio['agencies'] {
  const found: Portfolio['agencies'][number][] = []
  for (const agency of facts.graph.of.agency) {
    const theirs = new Set([
      ...neighbours(facts.graph.in.proposedBy, agency),
      ...neighbours(facts.graph.in.carriedBy, agency),
    ])
    let initiatives = 0
    let coupled = 0
    for (const i of theirs) {
      if (facts.concluded[i]) continue
      initiatives += 1
      if (stateOf(facts, i) === 'coupled') coupled += 1
    }
    if (initiatives > 0) found.push({ agency: facts.graph.nodes[agency]?.id ?? '', initiatives, coupled })
  }
  return found
}
