import type { LinkKind, NodeKind, Unknown } from './map.ts'

export interface LinkKindEntry {
  readonly kind: LinkKind
  readonly from: readonly NodeKind[]
  readonly to: readonly NodeKind[]
  /** What such a link answers: making one clears this mark of its initiative (domain.md 2). */
  readonly answers?: Unknown
}

/** The registry of link kinds with the only pairs the editor offers and a file may hold (domain.md 1.1). */
export const linkKinds: readonly LinkKindEntry[] = [
  { kind: 'contributesTo', from: ['initiative'], to: ['goal'], answers: 'goal' },
  { kind: 'refines', from: ['goal'], to: ['goal'] },
  { kind: 'accountableFor', from: ['department'], to: ['goal'] },
  { kind: 'ownedBy', from: ['initiative'], to: ['department'], answers: 'owner' },
  { kind: 'carriedBy', from: ['initiative'], to: ['department', 'person', 'agency'], answers: 'carrier' },
  { kind: 'backedBy', from: ['initiative'], to: ['department'] },
  { kind: 'championedBy', from: ['initiative'], to: ['person'] },
  { kind: 'usesChannel', from: ['initiative'], to: ['channel'] },
  { kind: 'reinforces', from: ['initiative'], to: ['initiative'] },
  { kind: 'continuesAs', from: ['initiative'], to: ['initiative'] },
  { kind: 'alternativeTo', from: ['initiative'], to: ['initiative'] },
  { kind: 'proposedBy', from: ['initiative'], to: ['agency'] },
  { kind: 'partOf', from: ['department'], to: ['department'] },
  { kind: 'memberOf', from: ['person'], to: ['department', 'agency'] },
]

const byKind: ReadonlyMap<string, LinkKindEntry> = new Map(linkKinds.map((entry) => [entry.kind, entry]))

export function linkKindEntry(kind: LinkKind): LinkKindEntry {
  const entry = byKind.get(kind)
  if (!entry) throw new Error(`no such link kind: ${kind}`)
  return entry
}

/** May a link of this kind join these two kinds of node? */
export function linkFits(kind: LinkKind, source: NodeKind, target: NodeKind): boolean {
  const entry = byKind.get(kind)
  return entry !== undefined && entry.from.includes(source) && entry.to.includes(target)
}

/** The link kinds that make sense from one kind of node to another, in registry order. */
export function linkKindsBetween(source: NodeKind, target: NodeKind): readonly LinkKind[] {
  return linkKinds.filter((entry) => linkFits(entry.kind, source, target)).map((entry) => entry.kind)
}

/** What a link says, apart from its id: two links with the same signature are one. JSON keeps odd ids apart. */
export function linkSignature(link: {
  readonly kind: string
  readonly source: string
  readonly target: string
}): string {
  return JSON.stringify([link.kind, link.source, link.target])
}
