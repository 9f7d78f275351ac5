import { linkFits, linkKindsBetween } from '../model/link-kinds.ts'
import type { LinkKind, NodeKind } from '../model/map.ts'

/**
 * The link that a relation means between two kinds of node, or null if it means none. `part_of` refines between goals
 * and is membership for people; an owner of a goal is accountable for it, which Mooring reads from the department.
 */
export function linkBetween(
  use: LinkKind | 'by-ends',
  source: NodeKind,
  target: NodeKind,
): { readonly kind: LinkKind; readonly turned: boolean } | null {
  if (use === 'by-ends') {
    const [kind] = linkKindsBetween(source, target)
    if (kind) return { kind, turned: false }
    return source === 'goal' && target === 'department' ? { kind: 'accountableFor', turned: true } : null
  }
  if (linkFits(use, source, target)) return { kind: use, turned: false }
  if (use === 'partOf' && linkFits('refines', source, target)) return { kind: 'refines', turned: false }
  if (use === 'partOf' && linkFits('memberOf', source, target)) return { kind: 'memberOf', turned: false }
  if ((use === 'ownedBy' || use === 'accountableFor') && source === 'goal' && target === 'department')
    return { kind: 'accountableFor', turned: true }
  return null
}
