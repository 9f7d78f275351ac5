import { problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import type { ImportSource } from './column-mapping.ts'
import { readTable, type SourceFile, type Table } from './read-table.ts'

/** A format of tables: how files become a source for `guessMapping` and `buildImport`. */
export interface Importer {
  readonly id: string
  /** In lower case, without the dot. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  /** All files of one import together, e.g. nodes and links. Fails with the first file that is none of this format. */
  readonly read: (files: readonly SourceFile[]) => Result<ImportSource>
}

export const csvImporter: Importer = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  read: (files) => {
    const tables: Table[] = []
    let empty: Result<Table> | null = null
    for (const file of files) {
      const table = readTable(file)
      if (table.ok) tables.push(table.value)
      else if (table.problem.code === 'empty-table') empty ??= table
      else return table
    }
    // An empty table of links beside one of nodes is nothing to stop for.
    if (tables.length > 0) return ok({ tables })
    return empty && !empty.ok ? empty : fail(problem('empty-table'))
  },
}

/** Adding a format touches its own file, this list and its test. */
export const importers: readonly Importer[] = [csvImporter]

/** The importer for a file by the end of its name. */
export function importerFor(fileName: string): Importer | null {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return importers.find((importer) => importer.extensions.includes(extension)) ?? null
}
