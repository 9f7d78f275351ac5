import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { LinkKind, NodeKind } from '../../../shared/model/map.ts'
import type { Draft, DraftLink, DraftNode } from './layout-graphs.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/org-maps/', import.meta.url))

const kinds: Readonly<Record<string, NodeKind>> = {
  department: 'department',
  portfolio: 'department',
  organisation: 'department',
  goal: 'goal',
  result: 'goal',
  theme: 'goal',
  channel: 'channel',
}
const relations: Readonly<Record<string, LinkKind>> = {
  contributes_to: 'contributesTo',
  in_theme: 'contributesTo',
  owned_by: 'ownedBy',
  maintained_by: 'carriedBy',
  implemented_by: 'carriedBy',
  funded_by: 'backedBy',
  on_channel: 'usesChannel',
  result_of: 'contributesTo',
}

/** One of the org maps as a draft, undefined where the data is absent. Node ids are dropped; file order is kept. */
export function orgMap(name: string): (Draft & { readonly labels: readonly string[] }) | undefined {
  if (!existsSync(`${folder}${name}/nodes.csv`)) return undefined
  const rows = read(`${folder}${name}/nodes.csv`)
  const at = new Map(rows.map((row, index) => [row['id'] ?? '', index]))
  const kindOf = rows.map((row): NodeKind => kinds[row['type'] ?? ''] ?? 'initiative')
  const links: DraftLink[] = []
  const anchored = new Set<number>()
  for (const row of read(`${folder}${name}/edges.csv`)) {
    const link = linkOf(at.get(row['source'] ?? ''), at.get(row['target'] ?? ''), row['relation'] ?? '', kindOf)
    if (!link) continue
    links.push(link)
    if (link[0] === 'contributesTo') anchored.add(link[1])
  }
  const nodes = rows.map((row, index): DraftNode => {
    const kind = kindOf[index] ?? 'initiative'
    const over = /removed|inactive/.test(row['status'] ?? '')
    // Accounts without a goal stand in for what is adrift: the maps have no initiative without a department.
    const adrift = kind === 'initiative' && !anchored.has(index) && /Facebook|LinkedIn/.test(row['channel'] ?? '')
    return { kind, adrift, concluded: kind === 'initiative' && over }
  })
  return { nodes, links, labels: rows.map((row) => row['label'] ?? '') }
}

function linkOf(
  source: number | undefined,
  target: number | undefined,
  relation: string,
  kindOf: readonly NodeKind[],
): DraftLink | undefined {
  if (source === undefined || target === undefined) return undefined
  if (relation === 'part_of') return [kindOf[source] === 'goal' ? 'refines' : 'partOf', source, target]
  if (relation === 'owned_by' && kindOf[source] === 'goal') return ['accountableFor', target, source]
  if (relation === 'result_of') return ['contributesTo', target, source]
  const kind = relations[relation]
  return kind && [kind, source, target]
}

function read(path: string): readonly Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
}
