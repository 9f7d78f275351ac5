import type { Facts } from '../facts.ts'
import { neighbours, sortedNeighbours } from '../graph.ts'
import { addReason, byName, byRank, type Candidate, firstOf, mostProposals, rememberBySet } from './candidates.ts'
import { makeSharedWork } from './shared-work.ts'

/**
 * Goals in sight for an initiative: its owners are accountable for them, initiatives it reinforces contribute to them,
 * other initiatives of its owners contribute to them.
 */
export function makeGoalProposer(facts: Facts): (initiative: number) => readonly Candidate[] {
  const { graph, inSight } = facts
  const order = byName(graph.nodes)
  const rank = byRank(order)
  // The initiative itself serves no goal in sight, or it would not be asked for: whatever is counted is another one.
  const work = makeSharedWork({
    graph,
    into: graph.in.ownedBy,
    back: graph.out.ownedBy,
    onward: graph.out.contributesTo,
    accountable: graph.out.accountableFor,
    accepts: (goal) => inSight[goal] === 1,
    reasons: { accountable: 'owner-accountable', shared: 'owner-siblings' },
    counted: true,
  })
  const byOwners = rememberBySet((owners) => {
    const found = work.bestOf(owners).map((goal) => work.candidate(owners, goal))
    return firstOf(found, rank, mostProposals)
  })
  return (initiative) => {
    const owners = sortedNeighbours(graph.out.ownedBy, initiative)
    const partners = [...neighbours(graph.out.reinforces, initiative), ...neighbours(graph.in.reinforces, initiative)]
    if (partners.length === 0) return byOwners(owners)
    const found = new Map<number, Candidate>()
    for (const goal of work.bestOf(owners)) found.set(goal, work.candidate(owners, goal))
    for (const partner of partners) {
      for (const goal of neighbours(graph.out.contributesTo, partner)) {
        if (!inSight[goal]) continue
        const candidate = found.get(goal) ?? work.candidate(owners, goal)
        found.set(goal, candidate)
        addReason(candidate, 'reinforced-contributes', partner, order)
      }
    }
    return firstOf(found.values(), rank, mostProposals)
  }
}
