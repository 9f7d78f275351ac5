import type { NodeKind } from '../model/map.ts'
import { nodeKinds } from '../model/node-kinds.ts'
import type { Mapping, Role, TableMapping, TypeUse } from './column-mapping.ts'
import { comparableWord } from './comparable-name.ts'
import { fillNode, type RowReference } from './fill-node.ts'
import { guessType } from './mapping-words.ts'
import { type DraftNode, longestText, type PlanDraft, type RowPlace } from './plan-draft.ts'
import type { Table, TableRow } from './read-table.ts'
import { longestId, wishedNodeId } from './unique-ids.ts'

/** Longest name a map file may hold (file-format/schema.ts). */
const longestName = 10_000
const longNames: ReadonlySet<Role> = new Set<Role>([
  'name',
  'tags',
  'goals',
  'owner',
  'carriedBy',
  'proposedBy',
  'channelNode',
  'relation',
])
const ids: ReadonlySet<Role> = new Set<Role>(['id', 'parent', 'source', 'target'])

/** The first cell that is longer than a map file may hold, as the params of `too-long`. */
export function tooLong(
  row: TableRow,
  mapping: TableMapping,
): { column: string; length: number; limit: number } | null {
  for (const [at, cell] of row.cells.entries()) {
    const column = mapping.columns[at]
    if (!column || column.role === 'ignore') continue
    const limit = ids.has(column.role) ? longestId : longNames.has(column.role) ? longestName : longestText
    if (cell.length > limit) return { column: column.header, length: cell.length, limit }
  }
  return null
}

/** The one column of a role, -1 if none. */
export function columnOf(mapping: TableMapping, role: Role): number {
  return mapping.columns.findIndex((column) => column.role === role)
}

export interface RowTable {
  readonly table: Table
  readonly mapping: TableMapping
}

/** Rows to nodes; returns the references that can be resolved only when all rows are known. */
export function buildNodes(draft: PlanDraft, tables: readonly RowTable[], mapping: Mapping): readonly RowReference[] {
  // Ids of the files come first: none that is made may get in their way.
  for (const { table, mapping: columns } of tables) {
    const at = columnOf(columns, 'id')
    if (at >= 0) for (const row of table.rows) draft.nodeIds.take(row.cells[at] ?? '')
  }
  const types = new Map<string, TypeUse>(mapping.types.map(({ type, as }) => [comparableWord(type), as]))
  const references: RowReference[] = []
  for (const one of tables) {
    for (const row of one.table.rows) addRow(draft, one, row, mapping.rowKind, types, references)
  }
  return references
}

function addRow(
  draft: PlanDraft,
  { table, mapping }: RowTable,
  row: TableRow,
  rowKind: NodeKind,
  types: ReadonlyMap<string, TypeUse>,
  references: RowReference[],
): void {
  const at: RowPlace = { file: table.file, row: row.row }
  const cell = (role: Role) => row.cells[columnOf(mapping, role)] ?? ''
  const id = cell('id')
  const leaveOut: PlanDraft['leaveOutRow'] = (place, reason, params) => {
    draft.leaveOutRow(place, reason, params)
    // Another row may bear the same id and be fine.
    if (!draft.nodes.has(id)) draft.leftOutIds.add(id)
  }
  const long = tooLong(row, mapping)
  if (long) return leaveOut(at, 'too-long', long)
  const name = cell('name')
  if (id === '' && name === '') return leaveOut(at, 'no-name')

  const type = cell('kind')
  const hasKinds = columnOf(mapping, 'kind') >= 0
  if (hasKinds && type === '') return leaveOut(at, 'no-type')
  const use = hasKinds ? (types.get(comparableWord(type)) ?? guessType(type).as) : rowKind
  if (use === 'leave-out') return leaveOut(at, 'unknown-type', { type })
  const known = draft.nodes.get(id)
  const other = known?.kind ?? (id === '' ? undefined : draft.namesOnly.get(id)?.type)
  if (use === 'in-fields') {
    if (known) return draft.leaveOutRow(at, 'kind-differs', { id, kind: type, other: known.kind })
    return addNameOnly(draft, at, id, name, type)
  }
  if (other !== undefined && other !== use) {
    return draft.leaveOutRow(at, 'kind-differs', { id, kind: use, other })
  }
  const node = known ?? newNode(draft, at, id, name, use)
  if (known && known.name === '') known.name = name
  const differing = fillNode(draft, node, { at, row, mapping, references })
  if (hasKinds && !known) keepType(node, mapping.columns[columnOf(mapping, 'kind')]?.header ?? 'type', type)
  if (!known) return draft.count('made')
  draft.mergeRow(at, id, name !== '' && name !== known.name ? ['name', ...differing] : differing)
}

function newNode(draft: PlanDraft, at: RowPlace, id: string, name: string, kind: NodeKind): DraftNode {
  const given = id !== ''
  draft.leftOutIds.delete(id)
  return draft.addNode(given ? id : draft.nodeIds.make(wishedNodeId(kind, name)), kind, name, {
    ...at,
    id: given ? 'given' : 'row',
  })
}

/** What the type says beyond the kind stays: `initiative:programme` as programme, `portfolio` as portfolio. */
function keepType(node: DraftNode, header: string, type: string): void {
  const { detail } = guessType(type)
  const said = detail === '' ? type : detail
  const isKind = nodeKinds.some((kind) => kind === said.toLowerCase())
  if (!isKind && !node.fields.has(header)) node.fields.set(header, said)
}

function addNameOnly(draft: PlanDraft, at: RowPlace, id: string, name: string, type: string): void {
  const key = id === '' ? name : id
  if (draft.namesOnly.has(key)) return draft.mergeRow(at, key, [])
  draft.namesOnly.set(key, { name: name === '' ? id : name, type, at, used: false })
}
