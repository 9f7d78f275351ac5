import { readFile } from 'node:fs/promises'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { analyse } from './analyse.ts'
import { badArguments, type CliCommand, type CliIo } from './command.ts'
import { convert } from './convert.ts'

/** Every verb of the command line. */
const commands: readonly CliCommand[] = [analyse, convert]

/** Runs one command line; answers with the exit code: 0, or 2 for bad input or arguments. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  const [first, ...rest] = argv
  if (first === '--version') {
    io.out(`${await readVersion()}\n`)
    return 0
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const text = overview()
    if (first === undefined) io.err(text)
    else io.out(text)
    return first === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === first)
  if (command && (rest.includes('--help') || rest.includes('-h'))) {
    io.out(command.help)
    return 0
  }
  const result = command ? await command.run(rest, io) : badArguments(`${first} is no command. Try: mooring --help`)
  if (result.ok) return 0
  io.err(`${describeProblem(result.problem, 'en')}\n`)
  return 2
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `mooring COMMAND ...

${lines.join('\n')}

mooring COMMAND --help says more; mooring --version the version.
Exit code: 0, or 2 when a file or an argument is not what it should be.
`
}

/** Two folders up from the source and from the built program alike. */
async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8').catch(() => '{}')
  const { version } = JSON.parse(text) as { readonly version?: string }
  return version ?? 'unknown'
}
