import type { ProposalReason } from '../assessment.ts'
import { type Graph, neighbours, type Rows } from '../graph.ts'
import { addReason, byName, type Candidate, firstOf, mostProposals, type Order } from './candidates.ts'

/** Of each of several owners (or goals) only what ranks among its best is brought in: so the work stays linear. */
const mostOfOne = 10

/** What one end (an owner, or a goal) has to do with the node, by the initiatives between them. -1: there is none. */
interface Shared {
  readonly node: number
  /** 1 if a department of this pair is accountable for the goal of this pair. */
  accountable: number
  /** How many initiatives join the two, and the first two of them by name. */
  count: number
  first: number
  second: number
}

/**
 * "Accountable for them" and "other initiatives contribute to them": what departments have to do with goals through their
 * initiatives, read either way. Each end is worked out once, in the time of its own links.
 */
export interface SharedWork {
  /** What is best by these ends alone: of one end the best five, of several the best of each. */
  readonly bestOf: (ends: readonly number[]) => readonly number[]
  /** All these ends together say of one node. `without` is an initiative that must not speak for itself. */
  readonly candidate: (ends: readonly number[], node: number, without?: number) => Candidate
}

export interface SharedWorkOptions {
  readonly graph: Graph
  /** From an end to its initiatives and back, from those on to what is proposed, from an end to what it answers for. */
  readonly into: Rows
  readonly back: Rows
  readonly onward: Rows
  readonly accountable?: Rows
  readonly accepts: (node: number) => boolean
  readonly reasons: { readonly accountable: ProposalReason; readonly shared: ProposalReason }
  /** In `accountable` reasons the end is named, in `shared` ones the initiative; counts rank only if wanted. */
  readonly counted: boolean
}

export function makeSharedWork(options: SharedWorkOptions): SharedWork {
  const order = byName(options.graph.nodes)
  const known = new Map<number, ReadonlyMap<number, Shared>>()
  const best = new Map<number, readonly number[]>()
  const overlaps = new Map<string, ReadonlyMap<number, number>>()
  const none: ReadonlyMap<number, number> = new Map()

  const of = (end: number): ReadonlyMap<number, Shared> => {
    const made = known.get(end) ?? readEnd(options, end, order)
    known.set(end, made)
    return made
  }
  const bestOfOne = (end: number): readonly number[] => {
    const made = best.get(end) ?? firstOf(of(end).values(), byShared(options, order), mostOfOne).map((one) => one.node)
    best.set(end, made)
    return made
  }
  const overlapOf = (ends: readonly number[]): ReadonlyMap<number, number> => {
    if (ends.length < 2 || !options.counted) return none
    const key = ends.join(' ')
    const made = overlaps.get(key) ?? countOverlap(options, ends)
    overlaps.set(key, made)
    return made
  }
  return {
    bestOf: (ends) => {
      const [only] = ends
      if (only === undefined) return []
      // Further reasons only raise a node, so whatever is outside the best five of one end stays outside.
      return ends.length === 1 ? bestOfOne(only).slice(0, mostProposals) : [...new Set(ends.flatMap(bestOfOne))]
    },
    candidate: (ends, node, without = -1) => {
      const made: Candidate = { node, reasons: [], count: 0 }
      for (const end of ends) {
        const shared = of(end).get(node)
        if (!shared) continue
        if (shared.accountable) addReason(made, options.reasons.accountable, end, order)
        const example = shared.first === without ? shared.second : shared.first
        if (example >= 0) addReason(made, options.reasons.shared, example, order)
        if (options.counted) made.count += shared.count
      }
      made.count -= overlapOf(ends).get(node) ?? 0
      return made
    },
  }
}

function readEnd(options: SharedWorkOptions, end: number, order: Order): ReadonlyMap<number, Shared> {
  const { into, onward, accountable, accepts } = options
  const found = new Map<number, Shared>()
  if (accountable) {
    for (const node of neighbours(accountable, end)) {
      if (accepts(node)) found.set(node, { node, accountable: 1, count: 0, first: -1, second: -1 })
    }
  }
  for (let k = into.start[end] as number; k < (into.start[end + 1] as number); k += 1) {
    const i = into.node[k] as number
    for (let l = onward.start[i] as number; l < (onward.start[i + 1] as number); l += 1) {
      const node = onward.node[l] as number
      if (!accepts(node)) continue
      const shared = found.get(node)
      if (!shared) {
        found.set(node, { node, accountable: 0, count: 1, first: i, second: -1 })
        continue
      }
      shared.count += 1
      if (shared.first < 0 || order(i, shared.first) < 0) {
        shared.second = shared.first
        shared.first = i
      } else if (shared.second < 0 || order(i, shared.second) < 0) shared.second = i
    }
  }
  return found
}

function byShared(options: SharedWorkOptions, order: Order): (a: Shared, b: Shared) => number {
  const reasons = (one: Shared) => one.accountable + Number(one.count > 0)
  return (a, b) => reasons(b) - reasons(a) || (options.counted ? b.count - a.count : 0) || order(a.node, b.node)
}

/** An initiative of k of these ends is counted k times for what it leads to: how many times too often, by node. */
function countOverlap({ into, back, onward }: SharedWorkOptions, ends: readonly number[]): ReadonlyMap<number, number> {
  const surplus = new Map<number, number>()
  const size = (end: number) => (into.start[end + 1] as number) - (into.start[end] as number)
  // Whatever belongs to two ends belongs to one that is not the largest.
  const largest = ends.reduce((a, b) => (size(b) > size(a) ? b : a))
  const seen = new Set<number>()
  for (const end of ends) {
    if (end === largest) continue
    for (let k = into.start[end] as number; k < (into.start[end + 1] as number); k += 1) {
      const i = into.node[k] as number
      let times = 0
      for (let l = back.start[i] as number; l < (back.start[i + 1] as number); l += 1) {
        if (ends.includes(back.node[l] as number)) times += 1
      }
      if (times < 2 || seen.has(i)) continue
      seen.add(i)
      for (const node of neighbours(onward, i)) surplus.set(node, (surplus.get(node) ?? 0) + times - 1)
    }
  }
  return surplus
}
