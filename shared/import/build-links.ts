import { nodeKinds } from '../model/node-kinds.ts'
import { columnOf, type RowTable, tooLong } from './build-nodes.ts'
import type { Mapping, RelationUse, Role } from './column-mapping.ts'
import { comparableWord } from './comparable-name.ts'
import { linkBetween } from './link-between.ts'
import { guessRelation } from './mapping-words.ts'
import { type DraftNode, longestText, type PlanDraft, type RowPlace } from './plan-draft.ts'
import type { TableRow } from './read-table.ts'

/** Rows of links to links, or to fields of their source where the mapping says so. Nodes are known by now. O(rows). */
export function buildLinks(draft: PlanDraft, tables: readonly RowTable[], mapping: Mapping): void {
  const uses = new Map<string, RelationUse>(mapping.relations.map(({ relation, as }) => [comparableWord(relation), as]))
  const joined: JoinedFields = new Map()
  for (const one of tables) {
    noteIgnoredColumns(draft, one)
    for (const row of one.table.rows) addLinkRow(draft, one, row, uses, joined)
  }
}

/** Names gathered for one field of one node, so that none stands twice. */
type JoinedFields = Map<DraftNode, Map<string, Set<string>>>

function addLinkRow(
  draft: PlanDraft,
  { table, mapping }: RowTable,
  row: TableRow,
  uses: ReadonlyMap<string, RelationUse>,
  joined: JoinedFields,
): void {
  const at: RowPlace = { file: table.file, row: row.row }
  const cell = (role: Role) => row.cells[columnOf(mapping, role)] ?? ''
  const long = tooLong(row, mapping)
  if (long) return draft.leaveOutRow(at, 'too-long', long)
  const relation = cell('relation')
  const use = relationUse(relation, uses)
  if (use === 'leave-out') {
    draft.note('relation-left-out', relation, { relation })
    return draft.count('setAside')
  }
  const ends = { source: cell('source'), target: cell('target') }
  if (ends.source === '' || ends.target === '')
    return draft.leaveOutRow(at, 'no-end', { end: ends.source === '' ? 'source' : 'target' })
  const source = findEnd(draft, at, ends.source, 'source')
  if (source === null) return
  if (use === 'field') return addToField(draft, at, source, relation, ends.target, joined)
  const target = findEnd(draft, at, ends.target, 'target')
  if (target === null) return
  if (source === target) return draft.leaveOutRow(at, 'self-link', { id: source.id })
  const link = linkBetween(use, source.kind, target.kind)
  if (!link) {
    return draft.leaveOutRow(at, 'wrong-ends', { relation, source: source.kind, target: target.kind })
  }
  const [from, to] = link.turned ? [target, source] : [source, target]
  if (draft.addLink(link.kind, from.id, to.id, cell('id'))) draft.count('made')
  else draft.leaveOutRow(at, 'repeated-link', { kind: link.kind, source: from.id, target: to.id })
}

function relationUse(relation: string, uses: ReadonlyMap<string, RelationUse>): RelationUse {
  const said = uses.get(comparableWord(relation))
  if (relation !== '') return said ?? guessRelation(relation)
  // A field needs a name.
  return said === undefined || said === 'field' ? 'by-ends' : said
}

/** The node an end means: by id, else by the only such name. Null when the row has been left out for it. */
function findEnd(draft: PlanDraft, at: RowPlace, end: string, which: 'source' | 'target'): DraftNode | null {
  const known = draft.nodes.get(end)
  if (known) return known
  if (draft.leftOutIds.has(end) || draft.namesOnly.has(end)) {
    draft.leaveOutRow(at, 'end-left-out', { id: end })
    return null
  }
  const named = draft.nodeByName(end, nodeKinds)
  if (typeof named === 'string') return draft.nodes.get(named) ?? null
  if (named === null) draft.leaveOutRow(at, 'ambiguous-end', { name: end })
  else draft.leaveOutRow(at, 'unknown-end', { end: which, id: end })
  return null
}

function addToField(
  draft: PlanDraft,
  at: RowPlace,
  source: DraftNode,
  relation: string,
  end: string,
  joined: JoinedFields,
): void {
  const only = draft.namesOnly.get(end)
  const name = only?.name ?? findEnd(draft, at, end, 'target')?.name
  if (name === undefined) return
  if (only) only.used = true
  const fields = joined.get(source) ?? new Map<string, Set<string>>()
  joined.set(source, fields)
  const names = fields.get(relation) ?? new Set(source.fields.has(relation) ? [source.fields.get(relation) ?? ''] : [])
  fields.set(relation, names)
  if (!names.has(name)) {
    const before = source.fields.get(relation)
    const after = before === undefined ? name : `${before}; ${name}`
    if (after.length > longestText)
      return draft.leaveOutRow(at, 'too-long', { column: relation, length: after.length, limit: longestText })
    names.add(name)
    source.fields.set(relation, after)
  }
  draft.note('relation-as-field', relation, { relation })
  draft.count('asFields')
}

/** Types without a node of their own: told once by type where fields name them, row by row where nothing does. */
export function settleNamesOnly(draft: PlanDraft): void {
  for (const { type, at, used } of draft.namesOnly.values()) {
    if (used) {
      draft.note('type-in-fields', type, { type })
      draft.count('asFields')
    } else draft.leaveOutRow(at, 'type-unused', { type })
  }
}

function noteIgnoredColumns(draft: PlanDraft, { table, mapping }: RowTable): void {
  const ignored = mapping.columns.filter(
    (column, i) => column.role === 'ignore' && table.rows.some((row) => (row.cells[i] ?? '') !== ''),
  )
  if (ignored.length === 0) return
  const columns = ignored.map((column) => column.header).join(', ')
  draft.note('link-columns', table.file, { file: table.file, columns, count: ignored.length })
}
