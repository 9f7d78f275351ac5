import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import workerUrl from './compute.worker.ts?worker&url'
import type { TaskName, Tasks } from './tasks.ts'

/** The content policy lets a worker be made only through this one policy, which knows only our own script. */
const policy = globalThis.trustedTypes?.createPolicy('mooring-worker', { createScriptURL: () => workerUrl })

type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string }
type Waiting = (result: Result<unknown>) => void

/** One worker with its open questions. It starts with the first task and is made anew after it has failed. */
class WorkerLine {
  #worker: Worker | null = null
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()

  ask(name: TaskName, input: unknown, transfer: Transferable[]): Promise<Result<unknown>> {
    this.#worker ??= this.#start()
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker?.postMessage({ id, name, input }, transfer)
    })
  }

  /** Ends what is under way; every open question is answered with a Problem. */
  stop(reason: string): void {
    this.#worker?.terminate()
    this.#worker = null
    for (const resolve of this.#waiting.values()) resolve(fail(problem('worker-failed', { reason })))
    this.#waiting.clear()
  }

  #start(): Worker {
    const url = (policy?.createScriptURL('') ?? workerUrl) as string
    const worker = new Worker(url, { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const resolve = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      resolve?.('error' in data ? fail(problem('worker-failed', { reason: data.error })) : ok(data.value))
    })
    worker.addEventListener('error', (event) => this.stop(event.message || 'the worker stopped'))
    return worker
  }
}

// An import may take seconds; the analysis and the layout of the open map must not wait behind it.
const mapLine = new WorkerLine()
const importLine = new WorkerLine()
const lineOf: Readonly<Record<TaskName, WorkerLine>> = {
  evaluate: mapLine,
  arrange: mapLine,
  'import-read': importLine,
  'import-preview': importLine,
  'import-finish': importLine,
}

/** Runs a task off the drawing thread. `transfer` hands buffers over without copying; they are empty here afterwards. */
export async function runTask<N extends TaskName>(
  name: N,
  input: Tasks[N]['send'],
  transfer: Transferable[] = [],
): Promise<Result<Tasks[N]['receive']>> {
  return (await lineOf[name].ask(name, input, transfer)) as Result<Tasks[N]['receive']>
}

/** Gives up an import under way. */
export function cancelImport(): void {
  importLine.stop('cancelled')
}
