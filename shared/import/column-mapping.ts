import { type Problem, problem } from '../lib/problem.ts'
import type { LinkKind, NodeKind } from '../model/map.ts'
import type { Table } from './read-table.ts'
import type { Separator } from './split-names.ts'

/** Tables that are imported together: one, or nodes with their links. */
export interface ImportSource {
  readonly tables: readonly Table[]
}

/** One row per initiative; nodes with a table of links; or a tree of goals. */
export type Shape = 'initiatives' | 'graph' | 'goals'

/** What a column of a table of rows holds. `carriedBy` and `proposedBy` name agencies. */
export type RowRole =
  | 'id'
  | 'name'
  | 'kind'
  | 'status'
  | 'description'
  | 'start'
  | 'end'
  | 'horizon'
  | 'tags'
  | 'parent'
  | 'goals'
  | 'owner'
  | 'carriedBy'
  | 'proposedBy'
  | 'channelNode'
  | 'field'
  | 'ignore'
/** What a column of a table of links holds. */
export type LinkRole = 'id' | 'source' | 'target' | 'relation' | 'ignore'
export type Role = RowRole | LinkRole

export const rowRoles: readonly RowRole[] = [
  'id',
  'name',
  'kind',
  'status',
  'description',
  'start',
  'end',
  'horizon',
  'tags',
  'parent',
  'goals',
  'owner',
  'carriedBy',
  'proposedBy',
  'channelNode',
  'field',
  'ignore',
]
export const linkRoles: readonly LinkRole[] = ['id', 'source', 'target', 'relation', 'ignore']

/** The roles whose cells may name several, so that the separator matters. */
export const namingRoles: ReadonlySet<Role> = new Set<Role>([
  'tags',
  'goals',
  'owner',
  'carriedBy',
  'proposedBy',
  'channelNode',
])

export interface ColumnMapping {
  readonly header: string
  readonly role: Role
  readonly separator: Separator
  /** A column with values that could be more than a field: ask what an agency did, and whether channels are nodes. */
  readonly ask?: 'agency' | 'channel'
}

/** One for each table, its columns in the order of the table. */
export interface TableMapping {
  readonly file: string
  readonly use: 'rows' | 'links'
  readonly columns: readonly ColumnMapping[]
}

/** `in-fields`: no node; its name goes to the fields of the nodes that point to it. */
export type TypeUse = NodeKind | 'in-fields' | 'leave-out'

export interface TypeMapping {
  /** As written in the kind column, its case and blanks aside. */
  readonly type: string
  readonly count: number
  readonly as: TypeUse
}

/** `by-ends`: whatever link first fits the two kinds. `field`: the target's name goes to the source's fields. */
export type RelationUse = LinkKind | 'by-ends' | 'field' | 'leave-out'

export interface RelationMapping {
  readonly relation: string
  readonly count: number
  readonly as: RelationUse
}

/** How tables become a map: plain data, guessed first, shown to the user and changed at will. */
export interface Mapping {
  readonly shape: Shape
  /** The kind of every row in a table without a kind column. */
  readonly rowKind: NodeKind
  readonly tables: readonly TableMapping[]
  readonly types: readonly TypeMapping[]
  readonly relations: readonly RelationMapping[]
  /** What a blank goal or owner means: there is none, or nobody was asked yet. */
  readonly blank: 'none' | 'unknown'
}

/** The mapping with another role for one column; a role that stands only once is taken from the column that had it. */
export function withRole(mapping: Mapping, table: number, column: number, role: Role): Mapping {
  const single = role !== 'field' && role !== 'ignore' && !namingRoles.has(role)
  const change = (one: ColumnMapping, at: number): ColumnMapping => {
    if (at === column) return { ...one, role }
    return single && one.role === role ? { ...one, role: 'field' } : one
  }
  const tables = mapping.tables.map((one, at) => {
    if (at !== table) return one
    const columns = one.columns.map(change)
    // A link has no fields: there a displaced column is ignored.
    const fitting =
      one.use === 'links' ? columns.map((c) => (c.role === 'field' ? { ...c, role: 'ignore' as const } : c)) : columns
    return { ...one, columns: fitting }
  })
  return { ...mapping, tables }
}

/** What the user should settle before the import: nothing here stops `buildImport`, which then leaves rows out. */
export function checkMapping(mapping: Mapping): readonly Problem[] {
  const problems: Problem[] = []
  const rows = mapping.tables.filter((table) => table.use === 'rows')
  for (const table of rows) {
    if (!table.columns.some((column) => column.role === 'name')) {
      problems.push(problem('no-name-column', {}, { file: table.file }))
    }
  }
  const links = mapping.tables.find((table) => table.use === 'links')
  if (links && rows.length === 0) problems.push(problem('edges-without-nodes', {}, { file: links.file }))
  const [first] = rows
  if (mapping.shape === 'graph' && !links && first) {
    problems.push(problem('nodes-without-edges', {}, { file: first.file }))
  }
  return problems
}
