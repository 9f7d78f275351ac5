import type {
  ColumnMapping,
  ImportSource,
  LinkRole,
  Mapping,
  RelationMapping,
  Role,
  RowRole,
  Shape,
  TableMapping,
  TypeMapping,
} from './column-mapping.ts'
import { comparableWord } from './comparable-name.ts'
import { agencyHeaders, channelHeaders, guessRelation, guessType, linkHeaders, rowHeaders } from './mapping-words.ts'
import type { Table } from './read-table.ts'
import { detectSeparator } from './split-names.ts'

/**
 * The likeliest mapping by headers and cells; the shape may be said instead of guessed. Blank goals and owners are taken
 * as not asked yet, so that nobody is accused before the user has said what a blank means. O(cells).
 */
export function guessMapping(source: ImportSource, shape: Shape = guessShape(source)): Mapping {
  const tables = source.tables.map((table) =>
    shape === 'graph' && isLinkTable(table) ? mapLinkTable(table) : mapRowTable(table, shape),
  )
  return {
    shape,
    rowKind: shape === 'goals' ? 'goal' : 'initiative',
    tables,
    types: shape === 'graph' ? mapTypes(source, tables) : [],
    relations: shape === 'graph' ? mapRelations(source, tables) : [],
    blank: 'unknown',
  }
}

/** After a change of columns: the types and relations that now stand there, with what was said of them before. */
export function recount(source: ImportSource, mapping: Mapping): Mapping {
  if (mapping.shape !== 'graph') return mapping
  const types = new Map(mapping.types.map((one) => [one.type, one.as]))
  const relations = new Map(mapping.relations.map((one) => [one.relation, one.as]))
  return {
    ...mapping,
    types: mapTypes(source, mapping.tables).map((one) => ({ ...one, as: types.get(one.type) ?? one.as })),
    relations: mapRelations(source, mapping.tables).map((one) => ({
      ...one,
      as: relations.get(one.relation) ?? one.as,
    })),
  }
}

function guessShape({ tables }: ImportSource): Shape {
  if (tables.some(isLinkTable)) return 'graph'
  const [table] = tables
  if (!table) return 'initiatives'
  const roles = rolesByHeader(table.headers, rowHeaders)
  const types = typesIn(table, roles.get('kind'))
  const known = types.length > 0 && types.every((type) => guessType(type).as !== 'leave-out')
  const onlyGoals = known && types.every((type) => guessType(type).as === 'goal')
  if (roles.has('parent') && (onlyGoals || (types.length === 0 && !roles.has('goals') && !roles.has('owner'))))
    return 'goals'
  // A table of initiatives may well have a type of its own; only one whose types are kinds of node is a graph's.
  return known && !roles.has('goals') ? 'graph' : 'initiatives'
}

function typesIn(table: Table, column: number | undefined): string[] {
  if (column === undefined) return []
  return [...new Set(table.rows.map((row) => row.cells[column] ?? ''))].filter((type) => type !== '')
}

function isLinkTable(table: Table): boolean {
  const roles = rolesByHeader(table.headers, linkHeaders)
  return roles.has('source') && roles.has('target')
}

/** The column of each role: the likeliest word first, each column once. */
function rolesByHeader<R extends Role>(
  headers: readonly string[],
  words: ReadonlyMap<R, readonly string[]>,
): Map<R, number> {
  const columns = new Map<string, number>()
  for (const [at, header] of headers.entries()) {
    const word = comparableWord(header)
    if (!columns.has(word)) columns.set(word, at)
  }
  const roles = new Map<R, number>()
  const taken = new Set<number>()
  for (const [role, spellings] of words) {
    for (const word of spellings) {
      const at = columns.get(word)
      if (at === undefined || taken.has(at)) continue
      roles.set(role, at)
      taken.add(at)
      break
    }
  }
  return roles
}

function mapRowTable(table: Table, shape: Shape): TableMapping {
  const found = rolesByHeader(table.headers, rowHeaders)
  // A kind and a parent mean something only where rows are of several kinds, or of a tree.
  if (shape !== 'graph') found.delete('kind')
  if (shape === 'initiatives') found.delete('parent')
  const roles = new Map<number, RowRole>([...found].map(([role, at]) => [at, role]))
  const columns = table.headers.map((header, at): ColumnMapping => {
    const cells = filled(table, at)
    const word = comparableWord(header)
    const ask = agencyHeaders.has(word) ? 'agency' : channelHeaders.has(word) ? 'channel' : null
    return {
      header,
      role: roles.get(at) ?? 'field',
      separator: detectSeparator(cells),
      ...(ask && cells.length > 0 ? { ask } : {}),
    }
  })
  return { file: table.file, use: 'rows', columns }
}

function mapLinkTable(table: Table): TableMapping {
  const roles = new Map<number, LinkRole>(
    [...rolesByHeader(table.headers, linkHeaders)].map(([role, at]) => [at, role]),
  )
  const columns = table.headers.map(
    (header, at): ColumnMapping => ({ header, role: roles.get(at) ?? 'ignore', separator: null }),
  )
  return { file: table.file, use: 'links', columns }
}

function filled(table: Table, column: number): string[] {
  return table.rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '')
}

function mapTypes(source: ImportSource, tables: readonly TableMapping[]): TypeMapping[] {
  const counts = countCells(source, tables, 'rows', 'kind')
  return [...counts].map(([type, count]) => ({ type, count, as: guessType(type).as }))
}

function mapRelations(source: ImportSource, tables: readonly TableMapping[]): RelationMapping[] {
  const counts = countCells(source, tables, 'links', 'relation')
  return [...counts].map(([relation, count]) => ({
    relation,
    count,
    as: relation === '' ? 'by-ends' : guessRelation(relation),
  }))
}

/** How often each value stands in the columns of one role; a table without such a column counts as blank. */
function countCells(
  source: ImportSource,
  tables: readonly TableMapping[],
  use: TableMapping['use'],
  role: Role,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [at, table] of source.tables.entries()) {
    const mapping = tables[at]
    if (mapping?.use !== use) continue
    const column = mapping.columns.findIndex((one) => one.role === role)
    if (column < 0 && use === 'rows') continue
    for (const row of table.rows) {
      const value = row.cells[column] ?? ''
      if (value !== '' || use === 'links') counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}
