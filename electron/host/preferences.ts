import { readFile, rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import { z } from 'zod'
import { defaultPreferences, type Preferences } from '../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { durableWrite, errorCode, writeProblem } from './documents/durable-write.ts'
import type { Log } from './log.ts'
import { ProblemError } from './problem-error.ts'

const width = z.number().min(0).max(4000)
export const preferenceSchemas = {
  language: z.enum(['en', 'da', 'system']),
  theme: z.enum(['light', 'dark', 'projector', 'system']),
  leftPanel: width,
  rightPanel: width,
}
/** What a newer Mooring has added is passed over; what is missing has its default. */
const storedSchema = z.object(preferenceSchemas).partial()

/** The preferences file. Unlike a map it may fall back to defaults: what cannot be read is kept aside as `.damaged`. */
class PreferencesAdapter implements Adapter<Preferences> {
  readonly #path: string
  readonly #log: Log

  constructor(path: string, log: Log) {
    this.#path = path
    this.#log = log
  }

  async read(): Promise<Preferences | null> {
    let bytes: Uint8Array
    try {
      bytes = await readFile(this.#path)
    } catch (error) {
      // Not there, or not for us to read: nothing of ours is lost by going on with the defaults.
      if (errorCode(error) !== 'ENOENT') this.#log(`preferences: not read (${errorCode(error)})`)
      return null
    }
    const stored = decode(bytes)
    if (stored) return { ...defaultPreferences, ...stored }
    this.#log('preferences: damaged, kept aside')
    await rename(this.#path, `${this.#path}.damaged`).catch(() => undefined)
    return null
  }

  async write(preferences: Preferences): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(preferences, null, 2)}\n`)
    const written = await durableWrite({ path: this.#path, bytes })
    if (!written.ok) throw new ProblemError(written.problem)
  }
}

function decode(bytes: Uint8Array): Partial<Preferences> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const stored = storedSchema.safeParse(JSON.parse(text))
    return stored.success ? (stored.data as Partial<Preferences>) : null
  } catch {
    return null
  }
}

export class PreferencesStore {
  readonly #path: string
  readonly #low: Low<Preferences>
  #last: Promise<unknown>

  constructor(path: string, log: Log) {
    this.#path = path
    this.#low = new Low<Preferences>(new PreferencesAdapter(path, log), defaultPreferences)
    this.#last = this.#low.read()
  }

  async get(): Promise<Result<Preferences>> {
    await this.#last
    return ok(this.#low.data)
  }

  /** One change after another; where one cannot be written the file and memory both stay as they were. */
  set(change: Partial<Preferences>): Promise<Result<Preferences>> {
    const done = this.#last.then(() => this.#change(change))
    this.#last = done
    return done
  }

  async #change(change: Partial<Preferences>): Promise<Result<Preferences>> {
    const before = this.#low.data
    this.#low.data = { ...before, ...change }
    try {
      await this.#low.write()
      return ok(this.#low.data)
    } catch (error) {
      this.#low.data = before
      return fail(error instanceof ProblemError ? error.problem : writeProblem(error, basename(this.#path)))
    }
  }
}
