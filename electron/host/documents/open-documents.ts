import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Problem, problem } from '../../../shared/lib/problem.ts'
import { fail, type Result } from '../../../shared/lib/result.ts'
import { DocumentEngine } from './document-engine.ts'

/** The open documents: one engine per file, however often and under whatever name it is opened. */
export class OpenDocuments {
  readonly #now: () => string
  readonly #engines = new Map<string, Promise<Result<DocumentEngine>>>()

  constructor(now: () => string = () => new Date().toISOString()) {
    this.#now = now
  }

  /** Opens, or takes up what is open and sees whether the file has changed since. */
  async open(path: string): Promise<Result<DocumentEngine>> {
    const real = await realPath(path)
    const known = this.#engines.get(real)
    const opening = known ?? DocumentEngine.open(real, this.#now)
    this.#engines.set(real, opening)
    const opened = await opening
    const fresh = opened.ok && known ? await opened.value.refresh() : opened
    // Only an engine that can be worked with stays; one with unsaved work does in any case.
    if (!fresh.ok && !(opened.ok && opened.value.unsaved) && this.#engines.get(real) === opening)
      this.#engines.delete(real)
    return fresh.ok ? opened : fresh
  }

  /** The engine of a file that is open, also if the file itself has gone. */
  async find(path: string): Promise<Result<DocumentEngine>> {
    const engine = await this.#engines.get(await realPath(path))
    return engine ?? fail(problem('not-found', { file: basename(path) }, { file: basename(path) }))
  }

  async close(path: string): Promise<void> {
    const real = await realPath(path)
    const engine = await this.#engines.get(real)
    this.#engines.delete(real)
    if (engine?.ok) await engine.value.close()
  }

  /** Writes everything that is not on the disk yet. Gives what could not be written. */
  async saveAll(): Promise<readonly Problem[]> {
    const opened = await Promise.all(this.#engines.values())
    const engines = opened.flatMap((result) => (result.ok ? [result.value] : []))
    const saved = await Promise.all(engines.map((engine) => engine.save()))
    return saved.flatMap((result) => (result.ok ? [] : [result.problem]))
  }
}

/** The path without symbolic links; of a file that has gone, the one it had. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path))
  }
}
