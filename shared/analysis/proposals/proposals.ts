import type { LinkKind } from '../../model/map.ts'
import type { Proposal, ProposalReason } from '../assessment.ts'
import type { Facts } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { makeDepartmentProposer } from './propose-departments.ts'
import { makeGoalProposer } from './propose-goals.ts'
import { makeInitiativeProposer } from './propose-initiatives.ts'

/** Missing links for one node (by index), best first, at most five: the sources are those of domain.md 5. */
export interface Proposals {
  /** `contributesTo` for an initiative without a line of sight. */
  readonly goals: (initiative: number) => readonly Proposal[]
  /** `ownedBy` for an initiative without an owner. */
  readonly owners: (initiative: number) => readonly Proposal[]
  /** `carriedBy` for an initiative that is carried from outside. */
  readonly carriers: (initiative: number) => readonly Proposal[]
  /** `contributesTo` for a goal that nothing serves. */
  readonly initiatives: (goal: number) => readonly Proposal[]
}

/** As domain.md 5 names them, so that the same reasons always read the same. */
const reasonOrder: readonly ProposalReason[] = [
  'own-owner',
  'owner-accountable',
  'reinforced-contributes',
  'owner-siblings',
  'accountable-for-goal',
  'home-of-people',
  'owns-siblings',
  'owned-by-accountable',
  'without-line-of-sight',
]

function inOrder(reasons: Candidate['reasons']): Candidate['reasons'] {
  const place = (one: Candidate['reasons'][number]) => reasonOrder.indexOf(one.reason)
  return reasons.length > 1 ? [...reasons].sort((a, b) => place(a) - place(b)) : reasons
}

type Proposer = (i: number) => readonly Candidate[]

/** Nothing is worked out before it is asked for; what several nodes share is worked out once. */
export function makeProposals(facts: Facts): Proposals {
  const id = (i: number) => facts.graph.nodes[i]?.id ?? ''
  const reasonsOf = (one: Candidate): Proposal['reasons'] => {
    one.written ??= inOrder(one.reasons).map(({ reason, node }) => ({ reason, node: id(node) }))
    return one.written
  }
  const written = (kind: LinkKind, from: 'subject' | 'candidate', make: (facts: Facts) => Proposer) => {
    let propose: Proposer | null = null
    return (i: number): Proposal[] => {
      propose ??= make(facts)
      return propose(i).map((one) => ({
        kind,
        source: id(from === 'subject' ? i : one.node),
        target: id(from === 'subject' ? one.node : i),
        reasons: reasonsOf(one),
      }))
    }
  }
  return {
    goals: written('contributesTo', 'subject', makeGoalProposer),
    owners: written('ownedBy', 'subject', (from) => makeDepartmentProposer(from, 'ownedBy')),
    carriers: written('carriedBy', 'subject', (from) => makeDepartmentProposer(from, 'carriedBy')),
    initiatives: written('contributesTo', 'candidate', makeInitiativeProposer),
  }
}
