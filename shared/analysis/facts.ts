import type { Goal, Initiative, StrategyMap } from '../model/map.ts'
import { isConcluded, isUnknown, isUsable } from '../model/node-kinds.ts'
import { type Judgement, type State, states } from './assessment.ts'
import { buildGraph, degree, type Graph } from './graph.ts'

/** Judgements as they stand in the arrays of `Facts`. */
export const no = 0
const unknown = 1
export const yes = 2
const judgements: readonly Judgement[] = ['no', 'unknown', 'yes']

/**
 * Everything domain.md 2 says of a map, worked out once and read by every rule. All arrays are by node index and hold
 * something only for the kind of node they speak of.
 */
export interface Facts {
  readonly map: StrategyMap
  readonly today: string
  readonly graph: Graph
  /** Goals: 1 = usable; 1 = in sight. */
  readonly usable: Uint8Array
  readonly inSight: Uint8Array
  /** 1 = an agency, or a person who is a member of an agency and of no department. */
  readonly outside: Uint8Array
  /** Initiatives: 1 = concluded; `no`, `unknown` or `yes`; 1 = has carriers, all outside; place in `states`. */
  readonly concluded: Uint8Array
  readonly lineOfSight: Uint8Array
  readonly owned: Uint8Array
  readonly carried: Uint8Array
  readonly anchorage: Uint8Array
  readonly carriedOutside: Uint8Array
  readonly state: Uint8Array
}

export function judgementOf(of: Uint8Array, i: number): Judgement {
  return judgements[of[i] as number] as Judgement
}

export function stateOf(facts: Facts, i: number): State {
  return states[facts.state[i] as number] as State
}

/** O(nodes + links). */
export function findFacts(map: StrategyMap, today: string): Facts {
  const graph = buildGraph(map)
  const goals = findGoalsInSight(graph, today)
  const outside = findOutside(graph)
  const array = () => new Uint8Array(map.nodes.length)
  const facts: Facts = {
    map,
    today,
    graph,
    ...goals,
    outside,
    concluded: array(),
    lineOfSight: array(),
    owned: array(),
    carried: array(),
    anchorage: array(),
    carriedOutside: array(),
    state: array(),
  }
  for (const i of graph.of.initiative) judgeInitiative(facts, i)
  return facts
}

function findGoalsInSight(graph: Graph, today: string): { usable: Uint8Array; inSight: Uint8Array } {
  const usable = new Uint8Array(graph.nodes.length)
  const inSight = new Uint8Array(graph.nodes.length)
  const reached: number[] = []
  for (const i of graph.of.goal) {
    if (!isUsable(graph.nodes[i] as Goal, today)) continue
    usable[i] = 1
    if (degree(graph.out.refines, i) > 0) continue
    inSight[i] = 1
    reached.push(i)
  }
  // Down from the tops: what is never reached hangs under nothing in force, or on a loop with no way out.
  const children = graph.in.refines
  for (let parent = reached.pop(); parent !== undefined; parent = reached.pop()) {
    for (let k = children.start[parent] as number; k < (children.start[parent + 1] as number); k += 1) {
      const child = children.node[k] as number
      if (!usable[child] || inSight[child]) continue
      inSight[child] = 1
      reached.push(child)
    }
  }
  return { usable, inSight }
}

function findOutside(graph: Graph): Uint8Array {
  const outside = new Uint8Array(graph.nodes.length)
  for (const i of graph.of.agency) outside[i] = 1
  const member = graph.out.memberOf
  for (const i of graph.of.person) {
    let inAgency = false
    let inDepartment = false
    for (let k = member.start[i] as number; k < (member.start[i + 1] as number); k += 1) {
      if (graph.nodes[member.node[k] as number]?.kind === 'agency') inAgency = true
      else inDepartment = true
    }
    outside[i] = Number(inAgency && !inDepartment)
  }
  return outside
}

function judgeInitiative(facts: Facts, i: number): void {
  const node = facts.graph.nodes[i] as Initiative
  const { out } = facts.graph
  const lineOfSight = hasOne(out.contributesTo, i, facts.inSight)
    ? yes
    : degree(out.contributesTo, i) === 0 && isUnknown(node, 'goal')
      ? unknown
      : no
  const owned = degree(out.ownedBy, i) > 0 ? yes : isUnknown(node, 'owner') ? unknown : no
  const carriers = degree(out.carriedBy, i)
  const inside = carriers > 0 && hasOne(out.carriedBy, i, facts.outside, 0)
  const carried = carriers > 0 ? (inside ? yes : no) : isUnknown(node, 'carrier') ? unknown : owned
  const anchorage = Math.min(owned, carried)
  const concluded = isConcluded(node, facts.today)
  facts.lineOfSight[i] = lineOfSight
  facts.owned[i] = owned
  facts.carried[i] = carried
  facts.anchorage[i] = anchorage
  facts.carriedOutside[i] = Number(carriers > 0 && !inside)
  facts.concluded[i] = Number(concluded)
  facts.state[i] = states.indexOf(concluded ? 'concluded' : stateFor(lineOfSight, anchorage))
}

/** Does a link lead from node i to a node with this mark? */
function hasOne(rows: Graph['out']['ownedBy'], i: number, mark: Uint8Array, wanted = 1): boolean {
  for (let k = rows.start[i] as number; k < (rows.start[i + 1] as number); k += 1) {
    if (mark[rows.node[k] as number] === wanted) return true
  }
  return false
}

/** The table of domain.md 2. */
function stateFor(lineOfSight: number, anchorage: number): State {
  if (lineOfSight === yes && anchorage === yes) return 'coupled'
  if (lineOfSight === no) return anchorage === no ? 'fully-decoupled' : 'means-ends-decoupled'
  return anchorage === no ? 'policy-practice-decoupled' : 'not-assessed'
}
