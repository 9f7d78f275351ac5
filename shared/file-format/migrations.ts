import { problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { mapVersion } from '../model/map.ts'

/** Turns a document of version `from` into one of version `from + 1`. */
export interface Migration {
  readonly from: number
  readonly migrate: (document: Record<string, unknown>) => Record<string, unknown>
}

/** The registry, oldest first. Version 1 is the first, so there is nothing to migrate yet. */
export const migrations: readonly Migration[] = []

/**
 * Brings a document to version `target`, one step at a time. A gap in the registry is a bug and throws;
 * a file from a newer Mooring is refused, never guessed at.
 */
export function migrate(
  document: Record<string, unknown>,
  steps: readonly Migration[] = migrations,
  target: number = mapVersion,
): Result<Record<string, unknown>> {
  for (let version = 1; version < target; version += 1) {
    if (steps[version - 1]?.from !== version) throw new Error(`no migration from version ${version}`)
  }
  if (steps.length > target - 1) throw new Error(`migrations reach beyond version ${target}`)
  const version = document['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    // Not String(): a value such as {"toString": 1} would throw.
    const shown = (JSON.stringify(version) ?? 'nothing').slice(0, 40)
    return fail(problem('unknown-version', { version: shown }, { at: 'version' }))
  }
  const minReader = document['minReader']
  const needed = Math.max(version, typeof minReader === 'number' ? minReader : 0)
  if (needed > target) {
    return fail(problem('newer-version', { version: needed, known: target }, { at: 'version' }))
  }
  let current = document
  for (const step of steps.slice(version - 1)) current = { ...step.migrate(current), version: step.from + 1 }
  return ok(current)
}
