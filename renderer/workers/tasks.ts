import type { Mapping } from '../../shared/import/column-mapping.ts'
import type { ImportReport } from '../../shared/import/import-plan.ts'
import type { SourceFile, Table } from '../../shared/import/read-table.ts'
import type { Arrangement, LayoutGraph } from '../../shared/layout/layout.ts'
import type { Result } from '../../shared/lib/result.ts'

/** A table as the mapping screen shows it: its head and how much there is. */
export interface TableSummary extends Omit<Table, 'rows'> {
  readonly rowCount: number
  readonly sample: Table['rows']
}

/**
 * What workers do for the page, by name: text and typed arrays over the wire, never object graphs (performance.md 1).
 * `evaluate` keeps its own copy of the map: it is loaded once as text and then follows the edits. An import keeps its
 * tables between reading, previews and the end.
 */
export interface Tasks {
  readonly evaluate: {
    /** `load`: text of the map; `edits`: text of the list of edits that came after. */
    readonly send: { readonly load?: string; readonly edits?: string; readonly today: string }
    /** JSON text of the Assessment. */
    readonly receive: string
  }
  readonly arrange: {
    readonly send: { readonly layout: string; readonly graph: LayoutGraph }
    readonly receive: Arrangement
  }
  readonly 'import-read': {
    readonly send: { readonly files: readonly SourceFile[] }
    readonly receive: Result<{ readonly tables: readonly TableSummary[]; readonly mapping: Mapping }>
  }
  readonly 'import-preview': {
    /** `map`: the text of the map to import into, if there is one. */
    readonly send: { readonly mapping: Mapping; readonly map?: string }
    readonly receive: ImportReport
  }
  /** `map`: the text of the map to import into. The answer is the JSON text of the Edit. */
  readonly 'import-finish': {
    readonly send: { readonly mapping: Mapping; readonly map: string }
    readonly receive: string
  }
}
export type TaskName = keyof Tasks
