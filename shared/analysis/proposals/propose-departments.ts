import type { Facts } from '../facts.ts'
import { neighbours, sortedNeighbours } from '../graph.ts'
import { addReason, byName, byRank, type Candidate, firstOf, mostProposals, rememberBySet } from './candidates.ts'
import { makeSharedWork, type SharedWork } from './shared-work.ts'

/**
 * Departments for an initiative: accountable for its goals, home of its people, owner of other initiatives with its
 * goals; as carriers its own owners first.
 */
export function makeDepartmentProposer(
  facts: Facts,
  kind: 'ownedBy' | 'carriedBy',
): (initiative: number) => readonly Candidate[] {
  const { graph } = facts
  const { out } = graph
  const order = byName(graph.nodes)
  const rank = byRank(order)
  const isDepartment = (node: number) => graph.nodes[node]?.kind === 'department'
  const work = makeSharedWork({
    graph,
    into: graph.in.contributesTo,
    back: out.contributesTo,
    onward: out.ownedBy,
    accountable: graph.in.accountableFor,
    accepts: isDepartment,
    reasons: { accountable: 'accountable-for-goal', shared: 'owns-siblings' },
    // Without an owner there are no "initiatives of the same owners": what counts is how many with its goals it owns.
    counted: kind === 'ownedBy',
  })
  const carrying = makeSharedWork({
    graph,
    into: graph.in.ownedBy,
    back: out.ownedBy,
    onward: out.carriedBy,
    accepts: isDepartment,
    reasons: { accountable: 'own-owner', shared: 'own-owner' },
    counted: true,
  })
  const byGoals = rememberBySet((goals) => {
    const found = work.bestOf(goals).map((department) => work.candidate(goals, department))
    return firstOf(found, rank, mostProposals)
  })
  return (initiative) => {
    const goals = sortedNeighbours(out.contributesTo, initiative)
    const owners = sortedNeighbours(out.ownedBy, initiative)
    const people = [...neighbours(out.carriedBy, initiative), ...neighbours(out.championedBy, initiative)]
    const homes = people.flatMap((person) =>
      neighbours(out.memberOf, person)
        .filter(isDepartment)
        .map((home) => ({ home, person })),
    )
    if (owners.length === 0 && homes.length === 0) return byGoals(goals)
    const found = new Map<number, Candidate>()
    const candidateFor = (department: number): Candidate => {
      const candidate = found.get(department) ?? work.candidate(goals, department, initiative)
      found.set(department, candidate)
      return candidate
    }
    for (const { home, person } of homes) addReason(candidateFor(home), 'home-of-people', person, order)
    for (const department of work.bestOf(goals)) candidateFor(department)
    if (kind === 'carriedBy') preferOwners(owners, candidateFor, found, carrying)
    return firstOf(
      [...found.values()].filter((one) => one.reasons.length > 0),
      rank,
      mostProposals,
    )
  }
}

/** Its own owners first; then count how many initiatives of those owners each department carries already. */
function preferOwners(
  owners: readonly number[],
  candidateFor: (department: number) => Candidate,
  found: Map<number, Candidate>,
  carrying: SharedWork,
): void {
  for (const owner of owners) candidateFor(owner).reasons.unshift({ reason: 'own-owner', node: owner })
  // Those that carry much for these owners rank higher than by name alone: they are looked at as well.
  for (const department of carrying.bestOf(owners)) candidateFor(department)
  for (const candidate of found.values()) candidate.count = carrying.candidate(owners, candidate.node).count
}
