import { compareText } from '../lib/order.ts'
import type { StrategyMap } from '../model/map.ts'

const topKeys = [
  'format',
  'version',
  'id',
  'title',
  'organisation',
  'created',
  'modified',
  'settings',
  'nodes',
  'links',
  'positions',
  'pinned',
  'views',
  'steps',
  'snapshots',
  'log',
]
const nodeKeys = [
  'id',
  'kind',
  'name',
  'description',
  'tags',
  'horizon',
  'status',
  'start',
  'end',
  'dialogue',
  'budget',
  'budgetLine',
  'unknown',
  'adopted',
  'function',
  'agencyType',
  'medium',
  'platform',
  'paid',
  'replyWithin',
  'closed',
  'answers',
  'fields',
]
const linkKeys = ['id', 'kind', 'source', 'target', 'strength', 'primary', 'reason', 'date']
/** Written anew by whoever seals the file (reliability.md 2.2); an old seal would be a lie. */
const notKept = new Set(['end'])

/**
 * The map as text that depends on nothing but what it says: nodes and links sorted by id, one a line, keys in a fixed
 * order with unknown ones after, sorted. So a small change is a small difference. O(n log n).
 */
export function serialiseMap(map: StrategyMap): string {
  const record = map as unknown as Readonly<Record<string, unknown>>
  const parts: string[] = []
  for (const key of orderedKeys(record, topKeys)) {
    const value = record[key]
    if (value === undefined || notKept.has(key) || isEmptyPositions(key, value)) continue
    parts.push(`  ${JSON.stringify(key)}: ${part(key, value)}`)
  }
  return `{\n${parts.join(',\n')}\n}\n`
}

/** No positions at all are the same as none yet: an undo must not leave a trace. */
function isEmptyPositions(key: string, value: unknown): boolean {
  return key === 'positions' && typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function part(key: string, value: unknown): string {
  if (key === 'nodes') return lines(value as StrategyMap['nodes'], nodeKeys)
  if (key === 'links') return lines(value as StrategyMap['links'], linkKeys)
  if (key === 'positions') return positionLines(value as NonNullable<StrategyMap['positions']>)
  return stable(value, [])
}

function lines(items: readonly { readonly id: string }[], keys: readonly string[]): string {
  if (items.length === 0) return '[]'
  const sorted = items.toSorted((a, b) => compareText(a.id, b.id))
  return `[\n${sorted.map((item) => `    ${stable(item, keys)}`).join(',\n')}\n  ]`
}

function positionLines(positions: NonNullable<StrategyMap['positions']>): string {
  const layouts = Object.entries(positions).toSorted(([a], [b]) => compareText(a, b))
  const written = layouts.map(([layout, of]) => {
    const rows = Object.entries(of).toSorted(([a], [b]) => compareText(a, b))
    const inner = rows.map(([id, at]) => `      ${JSON.stringify(id)}: ${JSON.stringify(at)}`).join(',\n')
    return `    ${JSON.stringify(layout)}: {${inner === '' ? '' : `\n${inner}\n    `}}`
  })
  return `{\n${written.join(',\n')}\n  }`
}

function orderedKeys(record: Readonly<Record<string, unknown>>, first: readonly string[]): string[] {
  const known = first.filter((key) => Object.hasOwn(record, key))
  const rest = Object.keys(record).filter((key) => !first.includes(key))
  return [...known, ...rest.toSorted(compareText)]
}

function stable(value: unknown, first: readonly string[]): string {
  if (Array.isArray(value)) return `[${value.map((item) => stable(item ?? null, [])).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const record = value as Readonly<Record<string, unknown>>
  const parts: string[] = []
  for (const key of orderedKeys(record, first)) {
    if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${stable(record[key], [])}`)
  }
  return `{${parts.join(',')}}`
}
