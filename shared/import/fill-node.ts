import { linkFits } from '../model/link-kinds.ts'
import type { LinkKind, NodeKind } from '../model/map.ts'
import type { ColumnMapping, Role, TableMapping } from './column-mapping.ts'
import { linkBetween } from './link-between.ts'
import type { DraftNode, PlanDraft, RowPlace, Scalar } from './plan-draft.ts'
import type { TableRow } from './read-table.ts'
import { readDate, readHorizon, readStatus } from './read-values.ts'
import { splitNames, withoutRole } from './split-names.ts'

/** A cell that names another node: looked up when all rows are known. */
export interface RowReference {
  readonly from: string
  readonly use: LinkKind
  readonly to: NodeKind
  readonly name: string
  readonly at: RowPlace
  /** A parent must be in the table; a goal or an owner is made if it is not. */
  readonly make: boolean
}

export interface RowContext {
  readonly at: RowPlace
  readonly row: TableRow
  readonly mapping: TableMapping
  readonly references: RowReference[]
}

const naming: ReadonlyMap<Role, { readonly use: LinkKind; readonly to: NodeKind }> = new Map<
  Role,
  { use: LinkKind; to: NodeKind }
>([
  ['goals', { use: 'contributesTo', to: 'goal' }],
  ['owner', { use: 'ownedBy', to: 'department' }],
  ['carriedBy', { use: 'carriedBy', to: 'agency' }],
  ['proposedBy', { use: 'proposedBy', to: 'agency' }],
  ['channelNode', { use: 'usesChannel', to: 'channel' }],
])

/**
 * Puts the cells of a row on its node: blanks say nothing, an earlier row's value stays. What a kind of node has no
 * place for goes to its fields. Returns the columns whose value differs from the one that is there.
 */
export function fillNode(draft: PlanDraft, node: DraftNode, context: RowContext): string[] {
  const differing: string[] = []
  for (const [i, column] of context.mapping.columns.entries()) {
    const cell = context.row.cells[i] ?? ''
    if (cell !== '' && !place(draft, node, column, cell, context)) differing.push(column.header)
  }
  return differing
}

/** False if another value is there already. */
function place(draft: PlanDraft, node: DraftNode, column: ColumnMapping, cell: string, context: RowContext): boolean {
  const { role, header } = column
  const toField = () => put(node.fields, header, cell)
  switch (role) {
    case 'id':
    case 'name':
    case 'kind':
    case 'ignore':
    case 'source':
    case 'target':
    case 'relation':
      return true
    case 'field':
      return toField()
    case 'description':
      return put(node.scalars, 'description', cell)
    case 'tags':
      for (const tag of splitNames(cell, column.separator)) node.tags.add(tag)
      return true
    case 'status':
      return node.kind === 'initiative' ? placeStatus(draft, node, cell, context.at) : toField()
    case 'horizon':
      return placeRead(draft, node, 'horizon', column, cell, context.at)
    case 'start':
    case 'end':
      return placeRead(draft, node, role, column, cell, context.at)
    case 'parent': {
      if (!linkBetween('partOf', node.kind, node.kind)) return toField()
      context.references.push({ from: node.id, use: 'partOf', to: node.kind, name: cell, at: context.at, make: false })
      return true
    }
    case 'goals':
    case 'owner':
    case 'carriedBy':
    case 'proposedBy':
    case 'channelNode':
      return placeNames(node, column, cell, context) || toField()
  }
}

function placeNames(node: DraftNode, column: ColumnMapping, cell: string, context: RowContext): boolean {
  const meant = naming.get(column.role)
  if (!meant || !linkBetween(meant.use, node.kind, meant.to)) return false
  for (const name of splitNames(cell, column.separator)) {
    const bare = meant.to === 'agency' ? withoutRole(name) : name
    context.references.push({ from: node.id, ...meant, name: bare, at: context.at, make: true })
  }
  return true
}

function placeStatus(draft: PlanDraft, node: DraftNode, cell: string, at: RowPlace): boolean {
  const status = readStatus(cell)
  if (status) return put(node.scalars, 'status', status)
  draft.note('status-kept', at.file, { file: at.file, example: cell })
  // The original is what the user knows it by; both stand or fall together.
  if (!put(node.scalars, 'status', 'live')) return false
  return put(node.fields, 'status', cell)
}

const noteOf = { start: 'not-a-date', end: 'not-a-date', horizon: 'horizon-kept' } as const

/** A date or a horizon that can be read goes to its place if the kind has one, all else to the fields as it is. */
function placeRead(
  draft: PlanDraft,
  node: DraftNode,
  key: Extract<Scalar, 'start' | 'end' | 'horizon'>,
  column: ColumnMapping,
  cell: string,
  at: RowPlace,
): boolean {
  const value = key === 'horizon' ? readHorizon(cell) : readDate(cell)
  const fits = node.kind === 'initiative' || (key !== 'horizon' && node.kind === 'goal')
  if (value !== null && fits) return put(node.scalars, key, value)
  if (value === null)
    draft.note(noteOf[key], JSON.stringify([at.file, column.header]), {
      file: at.file,
      column: column.header,
      example: cell,
    })
  return put(node.fields, column.header, cell)
}

function put<K>(into: Map<K, string>, key: K, value: string): boolean {
  const known = into.get(key)
  if (known === undefined) into.set(key, value)
  return known === undefined || known === value
}

/** Links for the names in cells, once every row is known. */
export function resolveReferences(draft: PlanDraft, references: readonly RowReference[]): void {
  for (const { from, use, to, name, at, make } of references) {
    const target = make ? draft.refer(to, name, at) : parentOf(draft, to, name)
    const source = draft.nodes.get(from)
    if (target === undefined) draft.leaveOutLink(at, 'unknown-parent', { id: from, parent: name })
    else if (target === null) draft.leaveOutLink(at, 'ambiguous-name', { id: from, name })
    else if (target === from) draft.leaveOutLink(at, 'self-link', { id: from })
    else if (source) {
      const kind = draft.nodes.get(target)?.kind ?? to
      const link = linkBetween(use, source.kind, kind)
      // A cell that repeats what another row of the same node said is no news.
      if (link?.turned) draft.addLink(link.kind, target, from)
      else if (link && linkFits(link.kind, source.kind, kind)) draft.addLink(link.kind, from, target)
    }
  }
}

function parentOf(draft: PlanDraft, kind: NodeKind, name: string): string | null | undefined {
  return draft.nodes.get(name)?.kind === kind ? name : draft.nodeByName(name, [kind])
}
