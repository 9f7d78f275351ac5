import { createHash } from 'node:crypto'
import { mostItems } from '../../../shared/file-format/parse-map.ts'
import { editSchema } from '../../../shared/file-format/schema.ts'
import { problem } from '../../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'
import { applyEdit } from '../../../shared/model/apply-edit.ts'
import type { Edit } from '../../../shared/model/edit.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'

/** A file may nest 64 deep, and nothing lies deeper in the file than in the edit that brings it. */
const deepest = 60

/**
 * The map after all edits, or the first Problem and no change at all. What comes out can be written and opened again:
 * besides each edit's shape and fit it checks what only shows in the whole file. O(edits x (nodes + links)).
 */
export function applyChecked(map: StrategyMap, edits: readonly unknown[]): Result<StrategyMap> {
  let next = map
  for (const edit of edits) {
    if (isDeeperThan(edit, deepest)) return fail(problem('bad-request', { reason: 'an edit is nested too deep' }))
    const shape = editSchema.safeParse(edit)
    if (!shape.success) {
      const at = shape.error.issues[0]?.path.map(String).join('.') ?? ''
      return fail(problem('bad-request', { reason: `edit: ${at}` }, { at }))
    }
    // The schema has just said what it is; the value itself goes on, with every key it carries.
    const applied = applyEdit(next, edit as Edit)
    if (!applied.ok) return applied
    next = applied.value.map
  }
  // `set` may take any key away, but a file without a title is no map.
  if (typeof next.title !== 'string')
    return fail(problem('bad-request', { reason: 'edit: set.title' }, { at: 'set.title' }))
  const items = next.nodes.length + next.links.length
  return items > mostItems ? fail(problem('too-large', { items, limit: mostItems })) : ok(next)
}

/** Tells whether an edit that comes again is the one that came before. */
export function fingerprint(edit: unknown): string {
  if (isDeeperThan(edit, deepest)) return ''
  return createHash('sha256')
    .update(JSON.stringify(edit) ?? '')
    .digest('base64')
}

/** Without recursion: this runs on what nobody has checked yet. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}
