import { EvidencePath } from '../evidence.ts'
import { type Facts, stateOf } from '../facts.ts'
import { degree, neighbours } from '../graph.ts'
import { nothing, type Rule } from './rule.ts'

/** In sight, refined by no goal, and nothing that is anchored or still to be clarified contributes to it. */
export const unservedGoal: Rule = {
  id: 'unserved-goal',
  severity: 'major',
  subject: 'goal',
  observe: (facts, node, propose) => {
    if (!facts.inSight[node] || degree(facts.graph.in.refines, node) > 0 || isServed(facts, node)) return nothing
    const evidence = new EvidencePath(facts, node)
    evidence.follow(facts.graph.in.contributesTo, node)
    return [{ evidence, proposals: propose.initiatives(node) }]
  },
}

function isServed(facts: Facts, goal: number): boolean {
  return neighbours(facts.graph.in.contributesTo, goal).some((i) => {
    const state = stateOf(facts, i)
    return state === 'coupled' || state === 'not-assessed'
  })
}
