/** Takes one line about the program itself. Never given text of a map, a path or a token. */
export type Log = (line: string) => void

/**
 * An unexpected error as one line: its kind and where in our code. Its message is left out, because messages quote
 * what they stumbled over - a parser's would carry a piece of the map.
 */
export function errorLine(what: string, error: unknown): string {
  if (!(error instanceof Error)) return `${what}: ${typeof error}`
  const code = (error as NodeJS.ErrnoException).code
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${what}: ${error.name}${code === undefined ? '' : ` ${code}`}${frames
    .slice(0, 3)
    .map((line) => ` ${line.trim()}`)
    .join('')}`
}
