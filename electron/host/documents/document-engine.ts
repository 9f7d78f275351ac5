import { basename, dirname } from 'node:path'
import { Low } from 'lowdb'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { type Problem, problem } from '../../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { ProblemError } from '../problem-error.ts'
import { DurableAdapter } from './durable-adapter.ts'
import { writeProblem, writeUnique } from './durable-write.ts'
import { applyChecked, fingerprint } from './edit-checks.ts'

export const mapExtension = 'mooring.json'
/** How many saved edits are still known again when they come twice. */
const remembered = 1000

interface Loaded {
  readonly low: Low<StrategyMap | null>
  readonly adapter: DurableAdapter
  readonly map: StrategyMap
  readonly text: string
}

/** What a page needs to work on a document. */
export interface DocumentState {
  readonly text: string
  readonly seq: number
  readonly readOnly: boolean
}

/**
 * One open document: the replica (lowdb's `Low.data`) and the number of its last edit. An answer to `commit` or `save`
 * comes only when a flushed file holds the edits (reliability.md I2). Until there is a journal every flush writes the
 * whole map; `#write` is the one place that would change.
 */
export class DocumentEngine {
  readonly path: string
  readonly #now: () => string
  #low: Low<StrategyMap | null>
  #adapter: DurableAdapter
  #map: StrategyMap
  /** Text that says the same as the replica, while nobody has edited it. */
  #text: string | null
  #seq = 0
  #savedSeq = 0
  #closed = false
  readonly #seen = new Map<number, string>()
  #writing: Promise<Result<null>> | null = null
  #queued: Promise<Result<null>> | null = null
  #refreshing: Promise<Result<null>> | null = null

  private constructor(path: string, loaded: Loaded, now: () => string) {
    this.path = path
    this.#now = now
    this.#low = loaded.low
    this.#adapter = loaded.adapter
    this.#map = loaded.map
    this.#text = loaded.text
  }

  /** `path` must be real (no symbolic link in it), so that one file has one engine. */
  static async open(path: string, now: () => string): Promise<Result<DocumentEngine>> {
    const loaded = await load(path)
    return loaded.ok ? ok(new DocumentEngine(path, loaded.value, now)) : loaded
  }

  get map(): StrategyMap {
    return this.#map
  }

  /** True while the replica holds edits that no flushed file has. */
  get unsaved(): boolean {
    return this.#savedSeq < this.#seq
  }

  async state(): Promise<DocumentState> {
    const readOnly = await this.#adapter.isReadOnly()
    this.#text ??= serialiseMap(this.#map)
    return { text: this.#text, seq: this.#seq, readOnly }
  }

  /**
   * Takes edits `seq - edits.length + 1 … seq`, all or none, and answers when they are on the disk. Edits that are
   * already held may come again, alone or before new ones (a page resends what was not acknowledged); other edits under
   * the same numbers come from a window that has not seen this state, and are refused as `out-of-step`.
   */
  async commit(seq: number, edits: readonly unknown[]): Promise<Result<{ readonly seq: number }>> {
    if (this.#closed) return fail(this.#notThere())
    const first = seq - edits.length + 1
    if (first > this.#seq + 1) return fail(this.#outOfStep())
    const held = Math.min(edits.length, this.#seq - first + 1)
    for (const [i, edit] of edits.slice(0, held).entries()) {
      if (this.#seen.get(first + i) !== fingerprint(edit)) return fail(this.#outOfStep())
    }
    const fresh = edits.slice(held)
    if (fresh.length > 0) {
      const next = applyChecked(this.#map, fresh)
      if (!next.ok) return next
      this.#hold({ ...next.value, modified: this.#now() })
      for (const edit of fresh) {
        this.#seq += 1
        this.#seen.set(this.#seq, fingerprint(edit))
      }
    }
    const flushed = await this.#flushedUpTo(seq)
    return flushed.ok ? ok({ seq }) : flushed
  }

  /** Tries again to write what is not on the disk yet. */
  async save(): Promise<Result<{ readonly seq: number }>> {
    if (this.#closed) return fail(this.#notThere())
    const flushed = await this.#flushedUpTo(this.#seq)
    return flushed.ok ? ok({ seq: this.#savedSeq }) : flushed
  }

  /**
   * For who opens the document again: takes in what another program has written meanwhile. Work that could not be saved
   * because of that is first kept in a file of its own beside it; windows with the older state are out of step from here.
   */
  refresh(): Promise<Result<null>> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #refresh(): Promise<Result<null>> {
    if (this.unsaved) {
      const saved = await this.save()
      if (saved.ok || saved.problem.code !== 'changed-outside') return ok(null)
    }
    const before = this.#seq
    const loaded = await this.#changes()
    if (!loaded.ok || loaded.value === null) return loaded.ok ? ok(null) : loaded
    if (this.unsaved) {
      const kept = await this.#keepAside()
      if (!kept.ok) return kept
    }
    // Whoever committed meanwhile owns the state; the next opening looks again.
    if (this.#seq !== before || this.#writing) return ok(null)
    this.#low = loaded.value.low
    this.#adapter = loaded.value.adapter
    this.#map = loaded.value.map
    this.#text = loaded.value.text
    this.#seen.clear()
    this.#seq += 1
    this.#savedSeq = this.#seq
    return ok(null)
  }

  /** No edit is taken any more; what is in flight ends first. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#queued
    await this.#writing
  }

  async #changes(): Promise<Result<Loaded | null>> {
    try {
      const now = await this.#adapter.onDisk()
      if (now === 'same') return ok(null)
      if (now === 'gone') return fail(this.#notThere())
    } catch (error) {
      return fail(writeProblem(error, basename(this.path)))
    }
    return load(this.path)
  }

  #hold(map: StrategyMap): void {
    this.#map = map
    this.#low.data = map
    this.#text = null
  }

  async #flushedUpTo(seq: number): Promise<Result<null>> {
    return this.#savedSeq >= seq ? ok(null) : this.#flush()
  }

  /** One write in flight; whoever comes meanwhile shares the next one, which takes the newest state. */
  #flush(): Promise<Result<null>> {
    if (!this.#writing) {
      this.#writing = this.#write().finally(() => {
        this.#writing = null
      })
      return this.#writing
    }
    this.#queued ??= this.#writing.then(() => {
      this.#queued = null
      return this.#flush()
    })
    return this.#queued
  }

  async #write(): Promise<Result<null>> {
    const seq = this.#seq
    try {
      await this.#low.write()
    } catch (error) {
      if (error instanceof ProblemError) return fail(error.problem)
      return fail(writeProblem(error, basename(this.path)))
    }
    this.#savedSeq = seq
    for (const old of this.#seen.keys()) {
      if (old > seq - remembered) break
      this.#seen.delete(old)
    }
    return ok(null)
  }

  async #keepAside(): Promise<Result<string>> {
    const stem = `${basename(this.path, `.${mapExtension}`)} (not saved)`
    return writeUnique(dirname(this.path), stem, mapExtension, Buffer.from(serialiseMap(this.#map)))
  }

  #outOfStep(): Problem {
    return problem('out-of-step', { seq: this.#seq }, { file: basename(this.path) })
  }

  #notThere(): Problem {
    return problem('not-found', { file: basename(this.path) }, { file: basename(this.path) })
  }
}

async function load(path: string): Promise<Result<Loaded>> {
  const adapter = new DurableAdapter(path)
  // The default is never seen: the adapter gives a whole map or throws, and `Low` writes nothing while it holds null.
  const low = new Low<StrategyMap | null>(adapter, null)
  try {
    await low.read()
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem)
    throw error
  }
  if (low.data === null) throw new Error('the adapter gave no map')
  return ok({ low, adapter, map: low.data, text: adapter.takeText() ?? serialiseMap(low.data) })
}
