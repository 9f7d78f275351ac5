import { compareText } from '../../lib/order.ts'
import type { MapNode } from '../../model/map.ts'
import type { Proposal, ProposalReason } from '../assessment.ts'

/** Something that might be proposed: why, each kind of reason once with the node it was read from. */
export interface Candidate {
  readonly node: number
  readonly reasons: { readonly reason: ProposalReason; readonly node: number }[]
  /** How many initiatives of the same owners already serve (or have) it. */
  count: number
  /** The reasons by id, once somebody has asked: shared by all findings of one list. */
  written?: Proposal['reasons']
}
export type Order = (a: number, b: number) => number

export const mostProposals = 5

/** Orders node indices by name, those of one name by their place in the file. */
export function byName(nodes: readonly MapNode[]): Order {
  return (a, b) => compareText(nodes[a]?.name ?? '', nodes[b]?.name ?? '') || a - b
}

/** Adds a reason; of several of one kind the node that is first by name stays. */
export function addReason(to: Candidate, reason: ProposalReason, node: number, order: Order): void {
  const at = to.reasons.findIndex((one) => one.reason === reason)
  const before = to.reasons[at]
  if (!before) to.reasons.push({ reason, node })
  else if (order(node, before.node) < 0) to.reasons[at] = { reason, node }
}

/** Best first: own owners, then the number of reasons, then the count, then the name (domain.md 5). */
export function byRank(order: Order): (a: Candidate, b: Candidate) => number {
  const isOwner = (one: Candidate) => Number(one.reasons[0]?.reason === 'own-owner')
  return (a, b) =>
    isOwner(b) - isOwner(a) || b.reasons.length - a.reasons.length || b.count - a.count || order(a.node, b.node)
}

/** Remembers what was worked out for a set of nodes: many initiatives have the same owners, or the same goals. */
export function rememberBySet(
  make: (ends: readonly number[]) => readonly Candidate[],
): (ends: readonly number[]) => readonly Candidate[] {
  const known = new Map<string, readonly Candidate[]>()
  return (ends) => {
    const key = ends.join(' ')
    const made = known.get(key) ?? make(ends)
    known.set(key, made)
    return made
  }
}

/** The first `most` of all by this order, without sorting the rest. */
export function firstOf<T>(all: Iterable<T>, order: (a: T, b: T) => number, most: number): T[] {
  const first: T[] = []
  for (const one of all) {
    const last = first[most - 1]
    if (last !== undefined && order(one, last) >= 0) continue
    let at = first.length
    while (at > 0 && order(one, first[at - 1] as T) < 0) at -= 1
    first.splice(at, 0, one)
    if (first.length > most) first.pop()
  }
  return first
}
