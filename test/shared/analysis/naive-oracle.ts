import type { Judgement, RuleId, State } from '../../../shared/analysis/assessment.ts'
import type { Goal, Initiative, LinkKind, StrategyMap } from '../../../shared/model/map.ts'

/**
 * Domain.md 2 and the "when" column of 5, written again from the text alone, by search over the whole lists: slow, and
 * it shares no line with `evaluate`.
 */
export interface Naive {
  readonly lineOfSight: Judgement
  readonly owned: Judgement
  readonly carried: Judgement
  readonly anchorage: Judgement
  readonly state: State
}

const targets = (map: StrategyMap, kind: LinkKind, source: string) =>
  map.links.filter((link) => link.kind === kind && link.source === source).map((link) => link.target)

const find = (map: StrategyMap, id: string) => map.nodes.find((node) => node.id === id)

/** Try every way up that visits no goal twice: one that ends at a usable goal without a parent is a line of sight. */
export function naiveInSight(map: StrategyMap, id: string, today: string, trail: readonly string[] = []): boolean {
  const goal = find(map, id) as Goal
  if (goal.adopted === false) return false
  if (goal.end !== undefined && goal.end < today) return false
  const parents = targets(map, 'refines', id)
  if (parents.length === 0) return true
  return parents.some((up) => ![...trail, id].includes(up) && naiveInSight(map, up, today, [...trail, id]))
}

export function naiveState(map: StrategyMap, node: Initiative, today: string): Naive {
  const marks = node.unknown ?? []
  const goals = targets(map, 'contributesTo', node.id)
  let lineOfSight: Judgement = marks.includes('goal') ? 'unknown' : 'no'
  if (goals.length > 0) lineOfSight = goals.some((goal) => naiveInSight(map, goal, today)) ? 'yes' : 'no'

  let owned: Judgement = marks.includes('owner') ? 'unknown' : 'no'
  if (targets(map, 'ownedBy', node.id).length > 0) owned = 'yes'

  const carriers = targets(map, 'carriedBy', node.id)
  let carried: Judgement = marks.includes('carrier') ? 'unknown' : owned
  if (carriers.length > 0) carried = carriers.every((carrier) => naiveOutside(map, carrier)) ? 'no' : 'yes'

  let anchorage: Judgement = 'yes'
  if (owned === 'unknown' || carried === 'unknown') anchorage = 'unknown'
  if (owned === 'no' || carried === 'no') anchorage = 'no'
  const state = naiveConcluded(node, today) ? 'concluded' : fromTable(lineOfSight, anchorage)
  return { lineOfSight, owned, carried, anchorage, state }
}

export function naiveConcluded(node: Initiative, today: string): boolean {
  if (node.status === 'ended' || node.status === 'declined') return true
  return node.end !== undefined && node.end < today
}

function naiveOutside(map: StrategyMap, id: string): boolean {
  const kind = find(map, id)?.kind
  const homes = targets(map, 'memberOf', id).map((home) => find(map, home)?.kind)
  return kind === 'agency' || (kind === 'person' && homes.includes('agency') && !homes.includes('department'))
}

/** The nine rows of the table of domain.md 2, spelt out. */
function fromTable(lineOfSight: Judgement, anchorage: Judgement): State {
  switch (`${lineOfSight} ${anchorage}`) {
    case 'yes yes':
      return 'coupled'
    case 'no yes':
    case 'no unknown':
      return 'means-ends-decoupled'
    case 'yes no':
    case 'unknown no':
      return 'policy-practice-decoupled'
    case 'no no':
      return 'fully-decoupled'
    default:
      return 'not-assessed'
  }
}

/** `rule subject` of every finding, in the order of domain.md 5. */
export function naiveFindings(map: StrategyMap, today: string): string[] {
  const initiatives = map.nodes.filter((node) => node.kind === 'initiative')
  const found = (rule: RuleId, when: (node: Initiative, judged: Naive) => boolean) =>
    initiatives
      .filter((node) => !naiveConcluded(node, today) && when(node, naiveState(map, node, today)))
      .map((node) => `${rule} ${node.id}`)
  const goals = map.nodes.filter((node) => node.kind === 'goal')
  return [
    ...found('no-line-of-sight', (node, judged) => {
      return judged.lineOfSight === 'no' && targets(map, 'contributesTo', node.id).length === 0
    }),
    ...found('broken-line-of-sight', (node, judged) => {
      return judged.lineOfSight === 'no' && targets(map, 'contributesTo', node.id).length > 0
    }),
    ...found('no-accountable-department', (_, judged) => judged.owned === 'no'),
    ...found('agency-run', (node) => {
      const carriers = targets(map, 'carriedBy', node.id)
      return carriers.length > 0 && carriers.every((carrier) => naiveOutside(map, carrier))
    }),
    ...goals.filter((goal) => naiveUnserved(map, goal.id, today)).map((goal) => `unserved-goal ${goal.id}`),
  ]
}

function naiveUnserved(map: StrategyMap, goal: string, today: string): boolean {
  if (!naiveInSight(map, goal, today)) return false
  if (map.links.some((link) => link.kind === 'refines' && link.target === goal)) return false
  return !map.links.some((link) => {
    if (link.kind !== 'contributesTo' || link.target !== goal) return false
    const { state } = naiveState(map, find(map, link.source) as Initiative, today)
    return state === 'coupled' || state === 'not-assessed'
  })
}
