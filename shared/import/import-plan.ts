import type { LinkKind, MapLink, MapNode, NodeKind } from '../model/map.ts'

/** Why a row, or the one link that a cell of it asked for, is not on the map; words in `i18n/import-words.ts`. */
export type LeftOutReason =
  // rows
  | 'too-many-cells'
  | 'bad-quote'
  | 'unclosed-quote'
  | 'too-long'
  | 'no-name'
  | 'no-type'
  | 'unknown-type'
  | 'type-unused'
  | 'kind-differs'
  // rows of links, and links out of cells
  | 'no-end'
  | 'unknown-end'
  | 'ambiguous-end'
  | 'end-left-out'
  | 'wrong-ends'
  | 'self-link'
  | 'repeated-link'
  | 'unknown-parent'
  | 'ambiguous-name'

export type ReportParams = Readonly<Record<string, string | number>>

export interface LeftOut {
  readonly file: string
  readonly row: number
  /** `link`: the row itself is on the map, one link it asked for is not. */
  readonly what: 'row' | 'link'
  readonly reason: LeftOutReason
  readonly params: ReportParams
}

export interface Merged {
  readonly file: string
  readonly row: number
  readonly id: string
  /** Columns whose value differs from the one an earlier row gave; the earlier one stays. */
  readonly differing: readonly string[]
}

export interface EqualNames {
  readonly kind: NodeKind
  readonly name: string
  readonly ids: readonly string[]
}

export type NoteCode =
  | 'encoding'
  | 'not-a-date'
  | 'status-kept'
  | 'horizon-kept'
  | 'relation-as-field'
  | 'relation-left-out'
  | 'type-in-fields'
  | 'named-by-id'
  | 'link-columns'
  | 'blank-goal'
  | 'blank-owner'
  | 'links-there'

/** Something the user should know once, not row by row. */
export interface Note {
  readonly code: NoteCode
  readonly params: ReportParams
}

/** What became of the data rows: `read` is the sum of the others. */
export interface RowCounts {
  readonly read: number
  readonly made: number
  readonly merged: number
  readonly leftOut: number
  /** Rows that live on as text in fields: links of a relation kept as a field, nodes of a type named in fields. */
  readonly asFields: number
  /** Rows of relations the mapping leaves out; noted, not listed. */
  readonly setAside: number
}

export interface ImportReport {
  readonly rows: RowCounts
  readonly nodes: Readonly<Record<NodeKind, number>>
  readonly links: Readonly<Partial<Record<LinkKind, number>>>
  /** Ids of the nodes that the map has already and that the import adds to; only after `fitPlan`. */
  readonly updated: readonly string[]
  readonly merged: readonly Merged[]
  readonly leftOut: readonly LeftOut[]
  readonly equalNames: readonly EqualNames[]
  readonly notes: readonly Note[]
}

/** Where a node comes from; `id` says whether the file gave its id or the import made one for a row or for a name. */
export interface Origin {
  readonly file: string
  readonly row: number
  readonly id: 'given' | 'row' | 'reference'
}

/** What an import would make, whole and valid by itself, with everything there is to say about it. */
export interface ImportPlan {
  readonly nodes: readonly MapNode[]
  readonly links: readonly MapLink[]
  readonly origins: ReadonlyMap<string, Origin>
  readonly blank: 'none' | 'unknown'
  readonly report: ImportReport
}
