import { evaluate } from '../../shared/analysis/evaluate.ts'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { ok } from '../../shared/lib/result.ts'
import { formatAssessment } from './assessment-table.ts'
import { badArguments, type CliCommand, readArguments, readChoice, readToday } from './command.ts'
import { readMapFile } from './map-file.ts'

export const analyse: CliCommand = {
  name: 'analyse',
  summary: 'say which initiatives are anchored, which are not, and what would anchor them',
  help: `mooring analyse FILE [--today YYYY-MM-DD] [--format table|json]

FILE is a map (.mooring.json) or a picture exported by Mooring (.png).

  --today   the day to look from (default: today)
  --format  table: for people (default); json: the whole result, for programs
`,
  run: async (argv, io) => {
    const args = readArguments(argv, { today: { type: 'string' }, format: { type: 'string' } })
    if (!args.ok) return args
    const [path, ...more] = args.value.positionals
    if (path === undefined || more.length > 0) return badArguments('Name one file: mooring analyse FILE')
    const today = readToday(args.value, io)
    if (!today.ok) return today
    const format = readChoice(args.value, 'format', ['table', 'json'])
    if (!format.ok) return format
    const opened = await readMapFile(path)
    if (!opened.ok) return opened
    for (const warning of opened.value.warnings) io.err(`${describeProblem(warning, 'en')}\n`)
    const { map } = opened.value
    const assessment = evaluate(map, today.value)
    io.out(format.value === 'json' ? `${JSON.stringify(assessment, null, 2)}\n` : formatAssessment(map, assessment))
    return ok(null)
  },
}
