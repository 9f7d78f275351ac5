import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { largestText, parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { type Problem, problem } from '../../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { ProblemError } from '../problem-error.ts'
import { durableWrite, errorCode } from './durable-write.ts'

/** The bytes of a file as strict UTF-8, refused before it is read if it is larger than any map. */
export async function readText(path: string): Promise<Result<{ readonly text: string; readonly bytes: Uint8Array }>> {
  const file = basename(path)
  try {
    const info = await stat(path)
    if (!info.isFile()) return fail(problem('read-failed', { file, reason: 'not a file' }, { file }))
    if (info.size > largestText)
      return fail(problem('too-large', { megabytes: Math.ceil(info.size / 1048576), limit: 250 }, { file }))
    const bytes = await readFile(path)
    try {
      return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes })
    } catch {
      return fail(problem('not-utf8', {}, { file }))
    }
  } catch (error) {
    const code = errorCode(error)
    return fail(
      code === 'ENOENT'
        ? problem('not-found', { file }, { file })
        : problem('read-failed', { file, reason: code }, { file }),
    )
  }
}

/**
 * lowdb's storage for one map file. Reading never gives defaults: what cannot be read whole is a Problem (thrown as a
 * `ProblemError`, since lowdb's adapters can only throw) and the file stays as it is. Writing never replaces content
 * that this adapter has not read or written itself.
 */
export class DurableAdapter implements Adapter<StrategyMap | null> {
  readonly path: string
  readonly #patience: number
  #known: string | null = null
  /** What a write that failed half-way may have left under our name: ours too, not a change from outside. */
  #attempted: string | null = null
  #text: string | null = null

  constructor(path: string, patience = 10_000) {
    this.path = path
    this.#patience = patience
  }

  async read(): Promise<StrategyMap> {
    const found = await readText(this.path)
    if (!found.ok) throw new ProblemError(found.problem)
    const parsed = parseMap(found.value.text, basename(this.path))
    if (!parsed.ok) throw new ProblemError(parsed.problem)
    this.#known = hash(found.value.bytes)
    this.#text = found.value.text
    return parsed.value.map
  }

  async write(map: StrategyMap | null): Promise<void> {
    if (map === null) return
    this.#text = null
    const file = basename(this.path)
    const bytes = Buffer.from(serialiseMap(map))
    // A file larger than we read would be lost to us; the work stays in memory and shrinks with the next undo.
    if (bytes.byteLength > largestText) {
      const megabytes = Math.ceil(bytes.byteLength / 1048576)
      throw new ProblemError(problem('too-large', { megabytes, limit: 250 }, { file }))
    }
    const next = hash(bytes)
    const written = await durableWrite({
      path: this.path,
      bytes,
      patience: this.#patience,
      mayReplace: async () => {
        const objection = await this.#objection(file)
        if (!objection) this.#attempted = next
        return objection
      },
    })
    if (!written.ok) throw new ProblemError(written.problem)
    this.#known = next
    this.#attempted = null
  }

  /** The text just read, once, so that opening a map does not have to write it out again. */
  takeText(): string | null {
    const text = this.#text
    this.#text = null
    return text
  }

  /** Whether the file still holds what this adapter read or wrote. */
  async onDisk(): Promise<'same' | 'changed' | 'gone'> {
    try {
      const found = hash(await readFile(this.path))
      return found === this.#known || found === this.#attempted ? 'same' : 'changed'
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return 'gone'
      throw error
    }
  }

  /** True where saving is bound to fail: the file is marked read-only, or its folder cannot be written to. */
  async isReadOnly(): Promise<boolean> {
    try {
      await access(this.path, constants.W_OK)
      await access(dirname(this.path), constants.W_OK)
      return false
    } catch (error) {
      return errorCode(error) !== 'ENOENT'
    }
  }

  async #objection(file: string): Promise<Problem | null> {
    // If it is gone there is nothing to overwrite, and writing it anew keeps the work.
    if ((await this.onDisk()) === 'changed') return problem('changed-outside', {}, { file })
    // A swap would replace even a file that its owner has locked against writing.
    return (await this.isReadOnly()) ? problem('read-only', {}, { file }) : null
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
