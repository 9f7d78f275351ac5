import { buildLinks, settleNamesOnly } from './build-links.ts'
import { buildNodes, type RowTable } from './build-nodes.ts'
import type { ImportSource, Mapping } from './column-mapping.ts'
import { resolveReferences } from './fill-node.ts'
import type { ImportPlan } from './import-plan.ts'
import { PlanDraft } from './plan-draft.ts'

/**
 * What the tables become under a mapping, and what becomes of every row. The plan holds a valid map whatever the tables
 * hold; a mapping without the columns it needs leaves rows out (see `checkMapping`). Deterministic; O(cells).
 */
export function buildImport(source: ImportSource, mapping: Mapping): ImportPlan {
  const draft = new PlanDraft()
  const rows: RowTable[] = []
  const links: RowTable[] = []
  for (const [at, table] of source.tables.entries()) {
    const columns = mapping.tables[at]
    if (!columns) continue
    ;(columns.use === 'rows' ? rows : links).push({ table, mapping: columns })
    if (table.encoding === 'windows-1252')
      draft.note('encoding', table.file, { file: table.file, encoding: table.encoding })
    for (const fault of table.faults) draft.leaveOutRow({ file: table.file, row: fault.row }, fault.code, fault.params)
  }
  const references = buildNodes(draft, rows, mapping)
  nameUnnamed(draft)
  draft.indexNames()
  resolveReferences(draft, references)
  buildLinks(draft, links, mapping)
  settleNamesOnly(draft)
  return draft.finish(mapping.blank)
}

/** A row with an id and no name is still a node others point to: its id is all there is to call it. */
function nameUnnamed(draft: PlanDraft): void {
  for (const node of draft.nodes.values()) {
    if (node.name !== '') continue
    node.name = node.id
    draft.note('named-by-id', '', { example: node.id })
  }
}
