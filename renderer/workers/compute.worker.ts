import { evaluate } from '../../shared/analysis/evaluate.ts'
import { buildImport } from '../../shared/import/build-import.ts'
import type { ImportSource } from '../../shared/import/column-mapping.ts'
import { fitPlan } from '../../shared/import/fit-plan.ts'
import { guessMapping } from '../../shared/import/guess-mapping.ts'
import type { Table } from '../../shared/import/read-table.ts'
import { csvImporter } from '../../shared/import/registry.ts'
import { importEdit } from '../../shared/import/to-map.ts'
import { layoutById } from '../../shared/layout/registry.ts'
import { ok } from '../../shared/lib/result.ts'
import { applyEdit } from '../../shared/model/apply-edit.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import type { TableSummary, TaskName, Tasks } from './tasks.ts'

/** The evaluate task's own copy of the open map. */
let followed: StrategyMap | null = null
/** The tables of the import under way. */
let source: ImportSource = { tables: [] }
const sampleRows = 5

type Run<N extends TaskName> = (input: Tasks[N]['send']) => Tasks[N]['receive']

/** The registry of tasks. What throws here is a bug and reaches the page as a Problem. */
const tasks: { readonly [N in TaskName]: Run<N> } = {
  evaluate: ({ load, edits = '[]', today }) => {
    if (load !== undefined) followed = JSON.parse(load) as StrategyMap
    for (const edit of JSON.parse(edits) as Edit[]) {
      const applied = followed ? applyEdit(followed, edit) : null
      if (!applied?.ok) throw new Error('the analysis lost track of the map')
      followed = applied.value.map
    }
    if (!followed) throw new Error('there is no map to analyse')
    return JSON.stringify(evaluate(followed, today))
  },
  arrange: ({ layout, graph }) => {
    const found = layoutById(layout)
    if (!found) throw new Error(`no such layout: ${layout}`)
    return found.arrange(graph)
  },
  'import-read': ({ files }) => {
    const read = csvImporter.read(files)
    if (!read.ok) return read
    source = read.value
    return ok({ tables: source.tables.map(summarise), mapping: guessMapping(source) })
  },
  'import-preview': ({ mapping, map }) => {
    const plan = buildImport(source, mapping)
    return map === undefined ? plan.report : fitPlan(JSON.parse(map) as StrategyMap, plan).report
  },
  'import-finish': ({ mapping, map }) =>
    JSON.stringify(importEdit(JSON.parse(map) as StrategyMap, buildImport(source, mapping))),
}

function summarise({ rows, ...table }: Table): TableSummary {
  return { ...table, rowCount: rows.length, sample: rows.slice(0, sampleRows) }
}

function buffersOf(value: unknown): Transferable[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((part: unknown) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []))
    : []
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; name: TaskName; input: never }>) => {
  const { id, name, input } = data
  try {
    const value = tasks[name](input)
    postMessage({ id, value }, { transfer: buffersOf(value) })
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
