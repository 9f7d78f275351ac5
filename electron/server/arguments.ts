import { parseArgs } from 'node:util'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'

export interface ServerArguments {
  readonly keep: boolean
  readonly open: boolean
  readonly help: boolean
  /** 0: any free one. */
  readonly port: number
}

export const usage = `Usage: npm start [-- OPTIONS]

  --port NUMBER   listen on this port of 127.0.0.1 (default: any free one)
  --keep          stay when the last window has been closed (default: end a minute later)
  --no-open       only print the address
  --help          this text

Maps are kept in MOORING_HOME, or else in the folder your system has for the data of programs.
MOORING_CHROMIUM names the browser to open; MOORING_NO_OPEN=1 is the same as --no-open.`

export function readArguments(args: readonly string[]): Result<ServerArguments> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        keep: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
        port: { type: 'string' },
      },
    })
    const port = values.port ?? '0'
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrong(`--port takes a number up to 65535, not ${port}.`)
    return ok({
      keep: values.keep ?? false,
      open: !(values['no-open'] ?? false),
      help: values.help ?? false,
      port: Number(port),
    })
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'These arguments are not understood.')
  }
}

function wrong(reason: string): Result<never> {
  return fail(problem('bad-arguments', { reason }))
}
