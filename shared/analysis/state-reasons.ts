import type { Initiative, StrategyMap } from '../model/map.ts'
import { indexMap, type MapIndex } from '../model/map-index.ts'
import { isUnknown, isUsable, statusOf } from '../model/node-kinds.ts'
import type { Assessment, InitiativeAssessment } from './assessment.ts'

/** The sentences of `why` in shared/i18n/domain-words.ts; a test holds the two together. */
export type StateReasonKey =
  | 'goalInSight'
  | 'goalNotInSight'
  | 'noGoal'
  | 'goalNotAsked'
  | 'ownedBy'
  | 'noOwner'
  | 'ownerNotAsked'
  | 'carriedInside'
  | 'carriedOutside'
  | 'carrierPresumed'
  | 'noCarrier'
  | 'carrierNotAsked'
  | 'ended'
  | 'endedStatus'

/** One sentence on why an initiative is in its state, with the nodes it names (as buttons) and the links it read. */
export interface StateReason {
  readonly reason: StateReasonKey
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  /** `ended` only: `YYYY-MM-DD`. */
  readonly day?: string
}

/**
 * Why: goal, owner, carrier, in that order; of a concluded initiative only that it is. Empty for what is no initiative
 * of this assessment. Reads the surroundings of the one node, so it is cheap enough for every selection.
 */
export function explainState(map: StrategyMap, assessment: Assessment, id: string): readonly StateReason[] {
  const index = indexMap(map)
  const node = index.nodeOf(id, 'initiative')
  const judged = judgedById(assessment).get(id)
  if (!node || !judged) return []
  if (judged.state === 'concluded') return [whyConcluded(node)]
  return [whyGoal(index, judged, assessment.today), whyOwner(index, judged), whyCarrier(index, node, judged)]
}

const known = new WeakMap<Assessment, ReadonlyMap<string, InitiativeAssessment>>()

function judgedById(assessment: Assessment): ReadonlyMap<string, InitiativeAssessment> {
  const made = known.get(assessment) ?? new Map(assessment.initiatives.map((one) => [one.id, one]))
  known.set(assessment, made)
  return made
}

function whyConcluded(node: Initiative): StateReason {
  const status = statusOf(node)
  return status === 'ended' || status === 'declined' || node.end === undefined
    ? plain('endedStatus')
    : { ...plain('ended'), day: node.end }
}

function whyGoal(index: MapIndex, judged: InitiativeAssessment, today: string): StateReason {
  const links = index.out(judged.id, 'contributesTo')
  if (judged.lineOfSight === 'unknown') return plain('goalNotAsked')
  if (links.length === 0) return plain('noGoal')
  if (judged.lineOfSight === 'no') return naming('goalNotInSight', links)
  const inSight = links.filter((link) => isInSight(index, link.target, today))
  return naming('goalInSight', inSight)
}

/** Up from one goal through usable goals to one that refines nothing: what `evaluate` finds from the top down. */
function isInSight(index: MapIndex, goal: string, today: string): boolean {
  const seen = new Set([goal])
  for (const id of seen) {
    const node = index.nodeOf(id, 'goal')
    if (!node || !isUsable(node, today)) continue
    const parents = index.out(id, 'refines')
    if (parents.length === 0) return true
    for (const parent of parents) seen.add(parent.target)
  }
  return false
}

function whyOwner(index: MapIndex, judged: InitiativeAssessment): StateReason {
  if (judged.owned === 'yes') return naming('ownedBy', index.out(judged.id, 'ownedBy'))
  return plain(judged.owned === 'unknown' ? 'ownerNotAsked' : 'noOwner')
}

function whyCarrier(index: MapIndex, node: Initiative, judged: InitiativeAssessment): StateReason {
  const carriers = index.out(node.id, 'carriedBy')
  if (carriers.length === 0) {
    if (isUnknown(node, 'carrier') || judged.carried === 'unknown') return plain('carrierNotAsked')
    return plain(judged.carried === 'yes' ? 'carrierPresumed' : 'noCarrier')
  }
  if (judged.carried === 'no') return naming('carriedOutside', carriers)
  const inside = carriers.filter((link) => !isOutside(index, link.target))
  return naming('carriedInside', inside)
}

function isOutside(index: MapIndex, id: string): boolean {
  if (index.nodeOf(id, 'agency')) return true
  const homes = index.out(id, 'memberOf').map((link) => index.node(link.target)?.kind)
  return homes.includes('agency') && !homes.includes('department')
}

function plain(reason: StateReasonKey): StateReason {
  return { reason, nodes: [], links: [] }
}

function naming(
  reason: StateReasonKey,
  links: readonly { readonly id: string; readonly target: string }[],
): StateReason {
  return { reason, nodes: links.map((link) => link.target), links: links.map((link) => link.id) }
}
