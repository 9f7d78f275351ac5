import { EvidencePath } from '../evidence.ts'
import { nothing, type Rule } from './rule.ts'

/** Has carriers, and all of them are outside. Evidence: the carriers and, for people, the agencies they belong to. */
export const agencyRun: Rule = {
  id: 'agency-run',
  severity: 'critical',
  subject: 'initiative',
  mends: 'carriedBy',
  observe: (facts, node, propose) => {
    if (!facts.carriedOutside[node]) return nothing
    const { out } = facts.graph
    const evidence = new EvidencePath(facts, node)
    for (const carrier of evidence.follow(out.carriedBy, node)) evidence.follow(out.memberOf, carrier)
    return [{ evidence, proposals: propose.carriers(node) }]
  },
}
