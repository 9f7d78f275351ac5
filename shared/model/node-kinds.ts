import type { Goal, Horizon, Initiative, NodeKind, Status, Unknown } from './map.ts'

/** The registry of node kinds, in the order menus and legends show them. */
export const nodeKinds: readonly NodeKind[] = ['initiative', 'goal', 'department', 'person', 'agency', 'channel']

export const horizons: readonly Horizon[] = ['campaign', 'long-term', 'undecided']
export const statuses: readonly Status[] = ['idea', 'pitched', 'planned', 'live', 'paused', 'ended', 'declined']

// Defaults of absent fields, domain.md 1: read here and nowhere else.

export function horizonOf(node: Initiative): Horizon {
  return node.horizon ?? 'undecided'
}

export function statusOf(node: Initiative): Status {
  return node.status ?? 'live'
}

export function isUnknown(node: Initiative, what: Unknown): boolean {
  return node.unknown?.includes(what) ?? false
}

/** Status ended or declined, or its end lies before `today` (domain.md 2). */
export function isConcluded(node: Initiative, today: string): boolean {
  const status = statusOf(node)
  return status === 'ended' || status === 'declined' || (node.end !== undefined && node.end < today)
}

/** Adopted and not past its end (domain.md 2). */
export function isUsable(goal: Goal, today: string): boolean {
  return goal.adopted !== false && (goal.end === undefined || goal.end >= today)
}
