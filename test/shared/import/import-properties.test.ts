import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { buildImport } from '../../../shared/import/build-import.ts'
import { type ImportSource, linkRoles, type Mapping, rowRoles } from '../../../shared/import/column-mapping.ts'
import { guessMapping } from '../../../shared/import/guess-mapping.ts'
import { csvImporter } from '../../../shared/import/registry.ts'
import { importEdit } from '../../../shared/import/to-map.ts'
import { applyEdit } from '../../../shared/model/apply-edit.ts'
import { mapOf, sourceOf } from './table-import.ts'

const seed = { seed: 20260502 }
const word = fc.constantFrom(
  ...['', '', 'a', 'b', 'A', 'a; b', 'a | b', 'é', 'e\u0301', '__proto__', 'constructor', 'goal:a', 'goal', 'theme'],
  ...[
    'initiative',
    'initiative:x',
    'department',
    'owned_by',
    'part_of',
    'on_channel',
    'result_of',
    '1997',
    '2024-01-01',
  ],
  ...['live', 'x\ny', '"', ',', 'Nord (pr)', '()', 'contributes_to', 'a-2', 'initiative:a', ' ', '\u00ad'],
)
const header = fc.constantFrom(
  ...['id', 'name', 'type', 'label', 'status', 'goals', 'owner', 'agency', 'channel', 'start', 'end', 'parent', 'tags'],
  ...['source', 'target', 'relation', 'x', '__proto__', 'horizon', 'description', ''],
)
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const table = fc
  .record({
    headers: fc.array(header, { minLength: 2, maxLength: 8 }),
    rows: fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ headers, rows }) => [headers, ...rows].map((row) => row.map(quoted).join(',')).join('\n'))

function readAll(texts: readonly string[]): ImportSource | null {
  const encoder = new TextEncoder()
  const read = csvImporter.read(texts.map((text, i) => ({ name: `${i}.csv`, bytes: encoder.encode(text) })))
  return read.ok ? read.value : null
}

/** A mapping as a user could leave it: any role anywhere. */
const scrambled = (source: ImportSource): fc.Arbitrary<Mapping> =>
  fc
    .record({
      shape: fc.constantFrom('initiatives' as const, 'graph' as const, 'goals' as const),
      rowKind: fc.constantFrom('initiative' as const, 'goal' as const, 'department' as const, 'person' as const),
      blank: fc.constantFrom('none' as const, 'unknown' as const),
      uses: fc.array(fc.constantFrom('rows' as const, 'links' as const), { minLength: 3, maxLength: 3 }),
      roles: fc.array(fc.nat(100), { minLength: 30, maxLength: 30 }),
      separators: fc.array(fc.constantFrom(';' as const, '|' as const, null), { minLength: 30, maxLength: 30 }),
    })
    .map(({ shape, rowKind, blank, uses, roles, separators }) => {
      const guess = guessMapping(source, shape)
      const tables = guess.tables.map((one, t) => {
        const use = uses[t] ?? one.use
        const list = use === 'rows' ? rowRoles : linkRoles
        const columns = one.columns.map((column, c) => ({
          ...column,
          role: list[(roles[t * 9 + c] ?? 0) % list.length] ?? column.role,
          separator: separators[t * 9 + c] ?? null,
        }))
        return { ...one, use, columns }
      })
      return { ...guess, rowKind, blank, tables }
    })

function expectSound(source: ImportSource, mapping: Mapping): void {
  const plan = buildImport(source, mapping)
  const { rows, leftOut, merged } = plan.report
  const data = source.tables.reduce((sum, one) => sum + one.rows.length + one.faults.length, 0)
  expect(rows.read).toBe(data)
  expect(rows.made + rows.merged + rows.leftOut + rows.asFields + rows.setAside).toBe(data)
  expect(leftOut.filter((one) => one.what === 'row')).toHaveLength(rows.leftOut)
  expect(merged).toHaveLength(rows.merged)

  const map = mapOf(plan)
  const back = parseMap(serialiseMap(map))
  expect(back).toMatchObject({ ok: true, value: { warnings: [] } })
  expect(buildImport(source, mapping)).toEqual(plan)

  const edited = applyEdit(map, importEdit(map, plan))
  if (!edited.ok) throw new Error(JSON.stringify(edited.problem))
  expect(parseMap(serialiseMap(edited.value.map))).toMatchObject({ ok: true, value: { warnings: [] } })
}

describe('any tables', () => {
  it('account for every data row and make a valid map, twice over, as guessed', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (texts) => {
        const source = readAll(texts)
        if (source) expectSound(source, guessMapping(source))
      }),
      { ...seed, numRuns: 500 },
    )
  })

  it('do so under any mapping', () => {
    const cases = fc
      .array(table, { minLength: 1, maxLength: 3 })
      .map(readAll)
      .filter((source) => source !== null)
      .chain((source) => scrambled(source).map((mapping) => ({ source, mapping })))
    fc.assert(
      fc.property(cases, ({ source, mapping }) => expectSound(source, mapping)),
      { ...seed, numRuns: 500 },
    )
  })

  it('never crash the import, whatever bytes they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', 'id,name,goals\n'), (bytes, head) => {
        const start = new TextEncoder().encode(head)
        const joined = new Uint8Array([...start, ...bytes])
        const read = csvImporter.read([{ name: 'x.csv', bytes: joined }])
        if (read.ok) expectSound(read.value, guessMapping(read.value))
      }),
      { ...seed, numRuns: 500 },
    )
  })

  it('take time in proportion to their size, even when all names are equal', () => {
    const rows = Array.from({ length: 20_000 }, () => 'Same,Goal').join('\n')
    const source = sourceOf(`name,goals\n${rows}`)
    const start = performance.now()
    const plan = buildImport(source, guessMapping(source))
    importEdit(mapOf(plan), plan)
    expect(plan.nodes).toHaveLength(20_001)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
