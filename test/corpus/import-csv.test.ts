import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import { buildImport } from '../../shared/import/build-import.ts'
import { checkMapping, type Mapping, withRole } from '../../shared/import/column-mapping.ts'
import { guessMapping } from '../../shared/import/guess-mapping.ts'
import type { ImportPlan, RowCounts } from '../../shared/import/import-plan.ts'
import { readTable } from '../../shared/import/read-table.ts'
import { csvImporter } from '../../shared/import/registry.ts'
import { importEdit, importToMap } from '../../shared/import/to-map.ts'
import { applyEdit } from '../../shared/model/apply-edit.ts'
import type { LinkKind, NodeKind, StrategyMap } from '../../shared/model/map.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const present = existsSync(data)
if (!present) console.log('corpus: ../shared/data is not here, so the real CSV files are not imported')

const file = (path: string) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes: new Uint8Array(readFileSync(`${data}${path}`)),
})
const now = '2026-05-01T12:00:00.000Z'
const toMap = (plan: ImportPlan) => importToMap(plan, { id: 'corpus', title: 'Corpus', now })

function importFiles(paths: readonly string[], change: (mapping: Mapping) => Mapping = (one) => one): ImportPlan {
  const read = csvImporter.read(paths.map(file))
  if (!read.ok) throw new Error(`${paths.join(', ')}: ${read.problem.code}`)
  const plan = buildImport(read.value, change(guessMapping(read.value)))
  expectValid(toMap(plan))
  const { rows } = plan.report
  expect(rows.made + rows.merged + rows.leftOut + rows.asFields + rows.setAside).toBe(rows.read)
  return plan
}

function expectValid(map: StrategyMap): void {
  expect(parseMap(serialiseMap(map))).toMatchObject({ ok: true, value: { warnings: [] } })
}

interface Expected {
  readonly paths: readonly string[]
  readonly nodes: Partial<Record<NodeKind, number>>
  readonly links: Partial<Record<LinkKind, number>>
  readonly rows: Partial<RowCounts>
  readonly equalNames: number
}

/** Counted with Python's csv module, not with Mooring: names compared in NFC, without soft hyphens, blanks as one. */
const expected: readonly Expected[] = [
  {
    paths: ['org-maps/canada-health-small/initiatives.csv'],
    nodes: { initiative: 88, goal: 8, department: 5 },
    links: { contributesTo: 52, ownedBy: 88 },
    rows: { read: 88, made: 88 },
    equalNames: 3,
  },
  {
    paths: ['org-maps/canada-health-small/nodes.csv', 'org-maps/canada-health-small/edges.csv'],
    nodes: { initiative: 88, goal: 101, department: 6 },
    links: { contributesTo: 121, ownedBy: 88, accountableFor: 14, refines: 19, partOf: 5 },
    rows: { read: 551, made: 442, asFields: 41, setAside: 68 },
    equalNames: 8,
  },
  {
    paths: ['org-maps/canada-federal-large/initiatives.csv'],
    // 162 spellings of departments; two of them differ in a no-break space only.
    nodes: { initiative: 3383, goal: 187, department: 161 },
    links: { contributesTo: 1376, ownedBy: 3383 },
    rows: { read: 3383, made: 3383 },
    equalNames: 202,
  },
  {
    paths: ['org-maps/canada-federal-large/nodes.csv', 'org-maps/canada-federal-large/edges.csv'],
    nodes: { initiative: 3383, goal: 1749, department: 225 },
    links: { contributesTo: 2410, ownedBy: 3383, accountableFor: 356, refines: 417, partOf: 137 },
    rows: { read: 15_053, made: 12_060, asFields: 2017, setAside: 976 },
    equalNames: 338,
  },
  {
    paths: ['org-maps/dpg-sdg-small/initiatives.csv'],
    nodes: { initiative: 228, goal: 17, department: 159 },
    links: { contributesTo: 574, ownedBy: 192 },
    rows: { read: 228, made: 228 },
    equalNames: 0,
  },
  {
    paths: ['org-maps/dpg-sdg-small/nodes.csv', 'org-maps/dpg-sdg-small/edges.csv'],
    nodes: { initiative: 228, goal: 17, department: 212 },
    links: { contributesTo: 574, ownedBy: 192 },
    rows: { read: 1485, made: 1223, asFields: 262 },
    equalNames: 0,
  },
  {
    paths: ['org-maps/uk-major-projects-2018/initiatives.csv'],
    nodes: { initiative: 133, department: 16 },
    links: { ownedBy: 133 },
    rows: { read: 133, made: 133 },
    equalNames: 0,
  },
  {
    paths: ['org-maps/uk-major-projects-2018/nodes.csv', 'org-maps/uk-major-projects-2018/edges.csv'],
    nodes: { initiative: 133, department: 16 },
    links: { ownedBy: 133 },
    rows: { read: 282, made: 282 },
    equalNames: 0,
  },
  {
    paths: ['org-maps/sdg-goals-targets/goals.csv'],
    nodes: { goal: 186 },
    links: { refines: 169 },
    rows: { read: 186, made: 186 },
    equalNames: 0,
  },
  {
    paths: ['org-raw/uk_2018.csv'],
    nodes: { initiative: 133, department: 16 },
    links: { ownedBy: 133 },
    rows: { read: 133, made: 133 },
    equalNames: 0,
  },
  {
    paths: ['org-raw/gc-socials-sm.csv'],
    nodes: { initiative: 1865, department: 220 },
    links: { ownedBy: 1865 },
    rows: { read: 1865, made: 1865 },
    equalNames: 113,
  },
  {
    paths: ['org-raw/strategies.csv'],
    nodes: { initiative: 14, department: 14 },
    links: { ownedBy: 14 },
    rows: { read: 14, made: 14 },
    equalNames: 0,
  },
]
const noNodes = { initiative: 0, goal: 0, department: 0, person: 0, agency: 0, channel: 0 }

describe.skipIf(!present)('the organisation maps', () => {
  it.each(expected)(
    '$paths: every row is accounted for, count by kind',
    ({ paths, nodes, links, rows, equalNames }) => {
      const { report } = importFiles(paths)
      expect(report.nodes).toEqual({ ...noNodes, ...nodes })
      expect(report.links).toEqual(links)
      expect(report.rows).toEqual({ made: 0, merged: 0, leftOut: 0, asFields: 0, setAside: 0, ...rows })
      expect(report.leftOut).toEqual([])
      expect(report.merged).toEqual([])
      expect(report.equalNames).toHaveLength(equalNames)
    },
  )

  it('say who has no goal and who has no owner, in both shapes alike', () => {
    const marks = (paths: readonly string[]) => {
      const open = importFiles(paths).nodes.flatMap((node) => (node.kind === 'initiative' ? (node.unknown ?? []) : []))
      return Object.fromEntries(
        ['goal', 'owner', 'carrier'].map((mark) => [mark, open.filter((m) => m === mark).length]),
      )
    }
    for (const [map, found] of [
      ['canada-health-small', { goal: 36, owner: 0, carrier: 0 }],
      ['canada-federal-large', { goal: 2007, owner: 0, carrier: 0 }],
      ['dpg-sdg-small', { goal: 0, owner: 45, carrier: 45 }],
      ['uk-major-projects-2018', { goal: 133, owner: 0, carrier: 0 }],
    ] as const) {
      expect(marks([`org-maps/${map}/initiatives.csv`])).toEqual(found)
      expect(marks([`org-maps/${map}/nodes.csv`, `org-maps/${map}/edges.csv`])).toEqual(found)
    }
  })

  it('keep "Samagra | Transforming Governance" whole and name it in both shapes', () => {
    for (const paths of [['initiatives'], ['nodes', 'edges']]) {
      const { nodes } = importFiles(paths.map((name) => `org-maps/dpg-sdg-small/${name}.csv`))
      expect(nodes.filter((node) => node.name.includes('Samagra')).map((node) => node.name)).toEqual([
        'Samagra | Transforming Governance',
      ])
    }
  })

  it('carry statuses, dates up to 2068 and texts over as the rules say', () => {
    const { nodes, report } = importFiles(['org-maps/uk-major-projects-2018/initiatives.csv'])
    expect(nodes[0]).toMatchObject({
      id: 'gmpp18:1',
      status: 'live',
      start: '2008-06-30',
      end: '2040-12-31',
      fields: { status: 'Amber/Red' },
    })
    expect(report.notes.map((note) => [note.code, note.params['column'] ?? '', note.params['count']])).toEqual([
      ['status-kept', '', 133],
      ['not-a-date', 'end', 5],
      ['not-a-date', 'start', 2],
      ['blank-goal', '', 133],
    ])
    const federal = importFiles(['org-maps/canada-federal-large/initiatives.csv']).nodes
    const of = (status: string) => federal.filter((node) => node.kind === 'initiative' && node.status === status).length
    expect([of('live'), of('ended')]).toEqual([2949, 434])
  })

  it('make agencies of the agency column when told that they carry the initiatives', () => {
    const plan = importFiles(['org-maps/dpg-sdg-small/initiatives.csv'], (mapping) =>
      withRole(mapping, 0, 5, 'carriedBy'),
    )
    // As Python counts them: 75 mentions in 68 cells, 58 names once the role in brackets is gone.
    expect([plan.report.links.carriedBy, plan.report.nodes.agency]).toEqual([75, 58])
  })

  it('import the federal government whole, and print how long it took', () => {
    const paths = ['org-maps/canada-federal-large/nodes.csv', 'org-maps/canada-federal-large/edges.csv']
    const files = paths.map(file)
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      const read = csvImporter.read(files)
      const made = read.ok ? toMap(buildImport(read.value, guessMapping(read.value))) : null
      expect(made?.nodes).toHaveLength(5357)
      return performance.now() - start
    })
    console.log(`corpus: federal import ${times.map((time) => Math.round(time)).join(', ')} ms`)
  })

  it('change nothing when they are imported into themselves', () => {
    const plan = importFiles(['org-maps/canada-federal-large/nodes.csv', 'org-maps/canada-federal-large/edges.csv'])
    expect(importEdit(toMap(plan), plan)).toEqual({ label: 'import', nodes: { put: [] }, links: { put: [] } })
  })

  it('meet in one map: the goals first, then initiatives that name them', () => {
    const goals = toMap(importFiles(['org-maps/sdg-goals-targets/goals.csv']))
    const plan = importFiles(['org-maps/dpg-sdg-small/initiatives.csv'])
    const result = applyEdit(goals, importEdit(goals, plan))
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    expect(result.value.map.nodes.filter((node) => node.kind === 'goal')).toHaveLength(186)
    expect(result.value.map.links).toHaveLength(169 + 574 + 192)
    expectValid(result.value.map)
  })
})

describe.skipIf(!present)('raw files', () => {
  it('reads Danish letters in a windows-1252 file and asks which column is the name', () => {
    const read = csvImporter.read([file('org-raw/kommunerne.csv')])
    if (!read.ok) throw new Error(read.problem.code)
    const guess = guessMapping(read.value)
    expect(checkMapping(guess).map((one) => one.code)).toEqual(['no-name-column'])
    expect(buildImport(read.value, guess).report.rows).toMatchObject({ read: 97, made: 0, leftOut: 97 })
    const plan = buildImport(read.value, { ...withRole(guess, 0, 0, 'name'), rowKind: 'department' })
    expect(plan.report.nodes).toEqual({ ...noNodes, department: 97 })
    const names = plan.nodes.map((node) => node.name)
    expect(names).toEqual(expect.arrayContaining(['København', 'Høje-Taastrup', 'Århus', 'Læsø']))
    expect(plan.report.notes).toContainEqual({
      code: 'encoding',
      params: { count: 1, file: 'kommunerne.csv', encoding: 'windows-1252' },
    })
  })

  it('keeps pound signs and line breaks in the cells of uk_2018', () => {
    const { nodes } = importFiles(['org-raw/uk_2018.csv'])
    const texts = nodes.flatMap((node) => Object.values(node.fields ?? {}).map(String))
    expect(texts.some((text) => text.includes('£'))).toBe(true)
    expect(texts.some((text) => text.includes('\n'))).toBe(true)
    expect(texts.some((text) => /[\u0080-\u009f]/.test(text))).toBe(false)
  })
})

describe.skipIf(!present)('hostile files', () => {
  const folder = (name: string) =>
    present ? readdirSync(`${data}hostile/${name}`).map((one) => `hostile/${name}/${one}`) : []

  it.each(folder('csv-spectrum'))('%s is read as its expected JSON says', (path) => {
    const table = readTable(file(path))
    if (!table.ok) throw new Error(table.problem.code)
    const { headers, rows } = table.value
    const json = readFileSync(
      `${data}${path.replace('csv-spectrum/', 'csv-spectrum-expected/').replace('.csv', '.json')}`,
      'utf8',
    )
    const records = rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row.cells[i]])))
    expect(records).toEqual(JSON.parse(json))
  })

  it.each([...folder('csv-spectrum'), ...folder('csv-test-data'), ...folder('csv-univocity')])(
    '%s imports wholly or is refused with a reason',
    (path) => {
      const read = csvImporter.read([file(path)])
      if (!read.ok) {
        expect(['empty-table', 'unknown-format']).toContain(read.problem.code)
        return
      }
      for (const shape of ['initiatives', 'graph', 'goals'] as const) {
        const guess = guessMapping(read.value, shape)
        for (const mapping of [guess, withRole(guess, 0, 0, 'name')])
          expectValid(toMap(buildImport(read.value, mapping)))
      }
    },
  )

  it('names the rows of csv-test-data that are broken', () => {
    const faults = (name: string) => {
      const table = readTable(file(`hostile/csv-test-data/${name}.csv`))
      return table.ok ? table.value.faults.map((fault) => `${fault.row} ${fault.code}`) : table.problem.code
    }
    expect(faults('bad-header-more-fields')).toEqual(['2 too-many-cells'])
    expect(faults('bad-quotes-with-unescaped-quote')).toEqual(['2 bad-quote'])
    expect(faults('header-no-rows')).toBe('empty-table')
    expect(faults('all-empty')).toBe('empty-table')
    expect(faults('utf8')).toEqual([])
  })

  it('takes naughty names as they are', () => {
    const plan = importFiles(['hostile/naughty-map/naughty-nodes.csv', 'hostile/naughty-map/naughty-edges.csv'])
    expect(plan.report.nodes).toEqual({ ...noNodes, initiative: 258, department: 1 })
    expect(plan.report.links).toEqual({ ownedBy: 129 })
    expect(plan.report.leftOut).toEqual([])
    const names = new Map(plan.nodes.map((node) => [node.id, node.name]))
    expect(names.get('n98')).toBe('<svg><script>123<1>alert(123)</script>')
    // Blank, and a no-break space: their ids are all there is to call them.
    expect([names.get('n0'), names.get('n217')]).toEqual(['n0', 'n217'])
  })
})
