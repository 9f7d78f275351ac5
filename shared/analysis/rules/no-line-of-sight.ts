import { EvidencePath } from '../evidence.ts'
import { no } from '../facts.ts'
import { degree } from '../graph.ts'
import { nothing, type Rule } from './rule.ts'

/** Line of sight no, and no goal link at all. Evidence: where it hangs, which is with its owners. */
export const noLineOfSight: Rule = {
  id: 'no-line-of-sight',
  severity: 'critical',
  subject: 'initiative',
  mends: 'contributesTo',
  observe: (facts, node, propose) => {
    const { out } = facts.graph
    if (facts.lineOfSight[node] !== no || degree(out.contributesTo, node) > 0) return nothing
    const evidence = new EvidencePath(facts, node)
    evidence.follow(out.ownedBy, node)
    return [{ evidence, proposals: propose.goals(node) }]
  },
}
