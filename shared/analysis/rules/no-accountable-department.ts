import { EvidencePath } from '../evidence.ts'
import { no } from '../facts.ts'
import { nothing, type Rule } from './rule.ts'

/** Owned no. Evidence: where it hangs instead, which is with its goals and its carriers. */
export const noAccountableDepartment: Rule = {
  id: 'no-accountable-department',
  severity: 'critical',
  subject: 'initiative',
  mends: 'ownedBy',
  observe: (facts, node, propose) => {
    if (facts.owned[node] !== no) return nothing
    const { out } = facts.graph
    const evidence = new EvidencePath(facts, node)
    evidence.follow(out.contributesTo, node)
    evidence.follow(out.carriedBy, node)
    return [{ evidence, proposals: propose.owners(node) }]
  },
}
