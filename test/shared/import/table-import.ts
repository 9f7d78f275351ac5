import { buildImport } from '../../../shared/import/build-import.ts'
import type { ImportSource, Mapping } from '../../../shared/import/column-mapping.ts'
import { guessMapping } from '../../../shared/import/guess-mapping.ts'
import type { ImportPlan } from '../../../shared/import/import-plan.ts'
import type { SourceFile } from '../../../shared/import/read-table.ts'
import { csvImporter } from '../../../shared/import/registry.ts'
import { importToMap } from '../../../shared/import/to-map.ts'
import type { Initiative, MapLink, MapNode } from '../../../shared/model/map.ts'

/** A file of the test's own text. */
export function fileOf(text: string, name = 'table.csv'): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

export function sourceOf(...texts: string[]): ImportSource {
  const read = csvImporter.read(texts.map((text, i) => fileOf(text, `${i + 1}.csv`)))
  if (!read.ok) throw new Error(`not a table: ${read.problem.code}`)
  return read.value
}

/** Reads, guesses, lets the test change the mapping as a user would, and builds. */
export function importOf(texts: string | readonly string[], change: (mapping: Mapping) => Mapping = same): ImportPlan {
  const source = sourceOf(...(typeof texts === 'string' ? [texts] : texts))
  return buildImport(source, change(guessMapping(source)))
}

const same = (mapping: Mapping) => mapping

export const now = '2026-05-01T12:00:00.000Z'
export const mapOf = (plan: ImportPlan) => importToMap(plan, { id: 'map', title: 'Imported', now })

/** `kind source > target` of every link. */
export const linksOf = (plan: { readonly links: readonly MapLink[] }) =>
  plan.links.map((link) => `${link.kind} ${link.source} > ${link.target}`)

export function initiative(plan: { readonly nodes: readonly MapNode[] }, id: string): Initiative {
  const node = plan.nodes.find((one) => one.id === id)
  if (node?.kind !== 'initiative') throw new Error(`no initiative ${id}`)
  return node
}

export function node(plan: { readonly nodes: readonly MapNode[] }, id: string): MapNode {
  const found = plan.nodes.find((one) => one.id === id)
  if (!found) throw new Error(`no node ${id}`)
  return found
}

export const reasons = (plan: ImportPlan) => plan.report.leftOut.map((one) => `${one.row} ${one.what} ${one.reason}`)
