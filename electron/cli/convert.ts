import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { exporterById } from '../../shared/export/registry.ts'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { buildImport } from '../../shared/import/build-import.ts'
import { checkMapping } from '../../shared/import/column-mapping.ts'
import { slug } from '../../shared/import/comparable-name.ts'
import { guessMapping } from '../../shared/import/guess-mapping.ts'
import type { SourceFile } from '../../shared/import/read-table.ts'
import { importerFor, importers } from '../../shared/import/registry.ts'
import { importToMap } from '../../shared/import/to-map.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import {
  type Arguments,
  badArguments,
  type CliCommand,
  type CliIo,
  readArguments,
  readChoice,
  readToday,
} from './command.ts'
import { formatReport } from './import-report.ts'
import { isMapFile, mapFromBytes, readBytes, writeTextFile } from './map-file.ts'

const usage = 'mooring convert IN OUT, or mooring convert --nodes FILE --edges FILE OUT'

export const convert: CliCommand = {
  name: 'convert',
  summary: 'turn a table, a picture with a map inside or a map into a .mooring.json file',
  help: `mooring convert IN OUT [options]
mooring convert --nodes FILE --edges FILE OUT [options]

IN is a table with one row for each initiative (.csv, .tsv), a map (.mooring.json) or a picture
exported by Mooring (.png). Or name a table of nodes and a table of links. OUT ends in .json.
What was made, merged and left out is written to stderr, row by row.

  --blank   what an empty goal or owner means: none (default), or unknown: nobody was asked yet
  --today   the day written into the new map (default: today)
  --force   replace OUT if it is there
`,
  run: async (argv, io) => {
    const text = { type: 'string' } as const
    const args = readArguments(argv, {
      blank: text,
      today: text,
      nodes: text,
      edges: text,
      force: { type: 'boolean' },
    })
    if (!args.ok) return args
    const paths = readPaths(args.value)
    if (!paths.ok) return paths
    const map = await readInput(paths.value, args.value, io)
    if (!map.ok) return map
    const written = await writeTextFile(
      paths.value.output,
      exporterById('json').write(map.value),
      args.value.flag('force'),
    )
    if (written.ok)
      io.err(`Wrote ${paths.value.output}: ${map.value.nodes.length} nodes, ${map.value.links.length} links.\n`)
    return written
  },
}

interface Paths {
  readonly inputs: readonly string[]
  readonly output: string
}

function readPaths(args: Arguments): Result<Paths> {
  const nodes = args.text('nodes')
  const edges = args.text('edges')
  if ((nodes === undefined) !== (edges === undefined)) return badArguments('--nodes and --edges go together.')
  const named = nodes === undefined || edges === undefined ? [] : [nodes, edges]
  const all = [...named, ...args.positionals]
  const output = all.at(-1)
  const inputs = all.slice(0, -1)
  if (output === undefined || inputs.length !== Math.max(1, named.length)) return badArguments(`Usage: ${usage}`)
  if (!/\.json$/i.test(output)) return badArguments(`${output} must end in .json: that is what convert writes.`)
  return ok({ inputs, output })
}

async function readInput({ inputs, output }: Paths, args: Arguments, io: CliIo): Promise<Result<StrategyMap>> {
  const today = readToday(args, io)
  if (!today.ok) return today
  const blank = readChoice(args, 'blank', ['none', 'unknown'])
  if (!blank.ok) return blank
  const files: SourceFile[] = []
  for (const path of inputs) {
    const bytes = await readBytes(path)
    if (!bytes.ok) return bytes
    files.push({ name: basename(path), bytes: bytes.value })
  }
  const [first] = files
  if (!first) return badArguments(`Usage: ${usage}`)
  if (files.length === 1 && isMapFile(first.name)) {
    const opened = mapFromBytes(first.bytes, first.name)
    if (!opened.ok) return opened
    for (const warning of opened.value.warnings) io.err(`${describeProblem(warning, 'en')}\n`)
    return ok(opened.value.map)
  }
  // Two tables have no name in common: there the name of the result says best what it is.
  const title = basename(files.length > 1 ? output : first.name).replace(/(?:\.mooring)?\.[^.]*$/i, '')
  return importTables(files, { title, today: today.value, blank: blank.value, io })
}

interface ImportOptions {
  readonly title: string
  readonly today: string
  readonly blank: 'none' | 'unknown'
  readonly io: CliIo
}

function importTables(files: readonly SourceFile[], { title, today, blank, io }: ImportOptions): Result<StrategyMap> {
  const [first] = files
  const wrong = files.find((file) => importerFor(file.name) !== importerFor(first?.name ?? ''))
  const importer = importerFor((wrong ?? first)?.name ?? '')
  if (wrong || !first || !importer) {
    const known = [...importers.flatMap((one) => one.extensions.map((end) => `.${end}`)), '.mooring.json', '.png']
    return fail(problem('unknown-format', { file: (wrong ?? first)?.name ?? '', known: known.join(', ') }))
  }
  const source = importer.read(files)
  if (!source.ok) return source
  const mapping = { ...guessMapping(source.value), blank }
  for (const found of checkMapping(mapping)) {
    // A table of nodes makes a map by itself; the user should know what is missing.
    if (found.code !== 'nodes-without-edges') return fail(found)
    io.err(`${describeProblem(found, 'en')}\n`)
  }
  const plan = buildImport(source.value, mapping)
  io.err(formatReport(plan.report))
  return ok(importToMap(plan, { id: mapId(title, files), title, now: today }))
}

/** The same tables make the same map, and different ones different maps. */
function mapId(title: string, files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.bytes)
  return `${slug(title).slice(0, 60)}-${hash.digest('hex').slice(0, 12)}`
}
