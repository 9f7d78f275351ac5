import { EvidencePath } from '../evidence.ts'
import { type Facts, no } from '../facts.ts'
import { degree } from '../graph.ts'
import { nothing, type Rule } from './rule.ts'

/** More cannot be drawn as a path; keeps the work linear where thousands hang under one deep chain of goals. */
const mostNodes = 200

/** Line of sight no in spite of goal links. */
export const brokenLineOfSight: Rule = {
  id: 'broken-line-of-sight',
  severity: 'critical',
  subject: 'initiative',
  mends: 'contributesTo',
  observe: (facts, node, propose) => {
    if (facts.lineOfSight[node] !== no || degree(facts.graph.out.contributesTo, node) === 0) return nothing
    return [{ evidence: pathsToTheBreak(facts, node), proposals: propose.goals(node) }]
  },
}

/** Its goals and what they refine, nearest first, up to the goals that are not usable: there the line breaks. */
function pathsToTheBreak(facts: Facts, node: number): EvidencePath {
  const { out } = facts.graph
  const evidence = new EvidencePath(facts, node)
  const queue = evidence.follow(out.contributesTo, node)
  for (let at = 0; at < queue.length && evidence.nodes.length < mostNodes; at += 1) {
    const goal = queue[at] as number
    if (facts.usable[goal]) queue.push(...evidence.follow(out.refines, goal))
  }
  return evidence
}
