import { parseArgs } from 'node:util'
import { isDate } from '../../shared/lib/dates.ts'
import { type Problem, problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'

/** What a command may use of the world besides files: given in, so that a test can be the world. */
export interface CliIo {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** The local day of the computer, `YYYY-MM-DD`. */
  readonly today: () => string
}

/** One verb of the command line: one file, one object, in the registry of `run.ts`. */
export interface CliCommand {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  readonly help: string
  /** A Problem ends the program with exit code 2 and its words on stderr. */
  readonly run: (args: readonly string[], io: CliIo) => Promise<Result<null>>
}

export function badArguments(reason: string): { readonly ok: false; readonly problem: Problem } {
  return fail(problem('bad-arguments', { reason }))
}

export interface Arguments {
  readonly positionals: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
}

/** Reads arguments strictly: an unknown or incomplete option is a Problem that names it. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
): Result<Arguments> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return ok({
      positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    })
  } catch (error) {
    return badArguments(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.`)
  }
}

/** The day of `--today`, or the computer's. */
export function readToday(args: Arguments, io: CliIo): Result<string> {
  const today = args.text('today') ?? io.today()
  return isDate(today) ? ok(today) : badArguments(`--today ${today} is not a day written as YYYY-MM-DD.`)
}

/** The value of an option that is one of a few words. */
export function readChoice<T extends string>(args: Arguments, name: string, choices: readonly T[]): Result<T> {
  const given = args.text(name) ?? choices[0]
  const choice = choices.find((one) => one === given)
  return choice === undefined ? badArguments(`--${name} is one of ${choices.join(', ')}, not ${given}.`) : ok(choice)
}
