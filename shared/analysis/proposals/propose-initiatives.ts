import { type Facts, no } from '../facts.ts'
import { degree, neighbours } from '../graph.ts'
import { byName, byRank, type Candidate, firstOf, mostProposals, type Order } from './candidates.ts'

/** Of each department the first of this many are looked at; those without a line of sight come first, then by name. */
const mostOfOne = 50

/**
 * Initiatives for a goal that nothing serves: owned by a department that is accountable for it, or without a line of
 * sight. Not those that are concluded or contribute to it already.
 */
export function makeInitiativeProposer(facts: Facts): (goal: number) => Candidate[] {
  const { graph } = facts
  const order = byName(graph.nodes)
  const rank = byRank(order)
  const isAdrift = (i: number) => facts.lineOfSight[i] === no
  const sort = (list: Iterable<number>) =>
    [...list]
      .filter((i) => !facts.concluded[i])
      .sort((a, b) => Number(isAdrift(b)) - Number(isAdrift(a)) || order(a, b))
  const ofDepartment = new Map<number, readonly number[]>()
  const listOf = (department: number): readonly number[] => {
    const list = ofDepartment.get(department) ?? sort(neighbours(graph.in.ownedBy, department))
    ofDepartment.set(department, list)
    return list
  }
  let everywhere: readonly number[] | null = null

  return (goal) => {
    const contributors = new Set(neighbours(graph.in.contributesTo, goal))
    const accountable = new Set(neighbours(graph.in.accountableFor, goal))
    const serving = countOwners(facts, contributors)
    const found = new Map<number, Candidate>()
    const look = (list: readonly number[], most: number): void => {
      let taken = 0
      for (const i of list) {
        if (taken === most) return
        if (contributors.has(i) || found.has(i)) continue
        taken += 1
        const reasons = reasonsFor(facts, i, accountable, order)
        if (reasons.length > 0) found.set(i, { node: i, reasons, count: countServing(facts, i, serving, contributors) })
      }
    }
    for (const department of accountable) look(listOf(department), mostOfOne)
    for (const department of serving.keys()) look(listOf(department), mostOfOne)
    // For those that share no owner with anything that counts the name alone decides: more than five never matter.
    everywhere ??= firstOf(
      [...graph.of.initiative].filter((i) => isAdrift(i) && !facts.concluded[i]),
      order,
      mostProposals,
    )
    look(everywhere, mostProposals)
    return firstOf(found.values(), rank, mostProposals)
  }
}

function reasonsFor(facts: Facts, i: number, accountable: ReadonlySet<number>, order: Order): Candidate['reasons'] {
  const reasons: Candidate['reasons'] = []
  const [owner] = neighbours(facts.graph.out.ownedBy, i)
    .filter((one) => accountable.has(one))
    .sort(order)
  if (owner !== undefined) reasons.push({ reason: 'owned-by-accountable', node: owner })
  if (facts.lineOfSight[i] === no) reasons.push({ reason: 'without-line-of-sight', node: i })
  return reasons
}

/** How many of these initiatives each department owns. */
function countOwners(facts: Facts, contributors: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const i of contributors) {
    for (const owner of neighbours(facts.graph.out.ownedBy, i)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  return counts
}

/** How many of the goal's contributors have an owner in common with this initiative. */
function countServing(
  facts: Facts,
  i: number,
  serving: ReadonlyMap<number, number>,
  contributors: ReadonlySet<number>,
): number {
  const { ownedBy } = facts.graph.out
  const owners = neighbours(ownedBy, i).filter((owner) => serving.has(owner))
  if (owners.length === 0) return 0
  if (owners.length === 1) return serving.get(owners[0] as number) ?? 0
  let count = 0
  for (const one of contributors) {
    if (degree(ownedBy, one) > 0 && neighbours(ownedBy, one).some((owner) => owners.includes(owner))) count += 1
  }
  return count
}
