import type { Proposal } from '../../shared/analysis/assessment.ts'
import { addLinks, deleteLink } from '../../shared/model/compose.ts'
import type { Edit, ListChange } from '../../shared/model/edit.ts'
import type { LinkKind, MapLink } from '../../shared/model/map.ts'
import { newId, openMap, perform, settled } from './edit-commands.ts'

export function addLink(kind: LinkKind, source: string, target: string): void {
  linkMany([{ kind, source, target }], 'add-link')
}

/** One link from each of the sources to the target, as one undo step. */
export function linkAll(sources: readonly string[], kind: LinkKind, target: string): void {
  linkMany(
    sources.map((source) => ({ kind, source, target })),
    'link-all',
  )
}

export function acceptProposal({ kind, source, target }: Proposal): void {
  linkMany([{ kind, source, target }], 'add-link')
}

export function removeLink(id: string): void {
  perform(settled(deleteLink(id)))
}

/** Makes a department the only owner of an initiative, or leaves it with none. One undo step. */
export function setOwner(initiative: string, department: string | null): void {
  const open = openMap()
  if (!open) return
  const old = open.index.out(initiative, 'ownedBy')
  const remove = old.filter((link) => link.target !== department).map((link) => link.id)
  const added =
    department === null
      ? null
      : addLinks(open.map, [{ id: newId('ownedBy'), kind: 'ownedBy', source: initiative, target: department }])
  const links: ListChange<MapLink> = { ...added?.links, remove }
  const change: Edit = { ...(added ?? { label: 'delete-link' }), links }
  if (remove.length > 0 || (added?.links?.put?.length ?? 0) > 0) perform(settled(change))
}

function linkMany(
  links: readonly { kind: LinkKind; source: string; target: string }[],
  label: 'add-link' | 'link-all',
): void {
  const open = openMap()
  if (!open) return
  const made = links.map((link) => ({ ...link, id: newId(link.kind) }))
  const change = addLinks(open.map, made, label)
  if ((change.links?.put?.length ?? 0) > 0) perform(settled(change))
}
