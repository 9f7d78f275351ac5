import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { ExampleEntry } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { readText } from './documents/durable-adapter.ts'

const words = z.object({ en: z.string(), da: z.string() })
const indexSchema = z.array(z.object({ id: z.string(), file: z.string(), title: words, about: words }))
type Entry = z.infer<typeof indexSchema>[number]

/** The maps that come with Mooring, in the order of `examples.json`; none if that is missing. Read anew each time. */
export async function listExamples(folder: string): Promise<Result<readonly ExampleEntry[]>> {
  const index = await readIndex(folder)
  if (!index.ok) return index
  return ok(index.value.map(({ id, title, about }) => ({ id, title, about })))
}

export async function readExample(folder: string, id: string): Promise<Result<string>> {
  const index = await readIndex(folder)
  if (!index.ok) return index
  const entry = index.value.find((one) => one.id === id)
  if (!entry) return fail(problem('not-found', {}))
  const found = await readText(join(folder, entry.file))
  return found.ok ? ok(found.value.text) : found
}

async function readIndex(folder: string): Promise<Result<readonly Entry[]>> {
  const file = 'examples.json'
  const found = await readText(join(folder, file))
  if (!found.ok) return found.problem.code === 'not-found' ? ok([]) : found
  let parsed: unknown
  try {
    parsed = JSON.parse(found.value.text)
  } catch {
    return fail(problem('not-json', {}, { file }))
  }
  const index = indexSchema.safeParse(parsed)
  if (!index.success) return fail(problem('read-failed', { file, reason: 'not an index of examples' }, { file }))
  const present: Entry[] = []
  for (const entry of index.data) {
    // A map that is not there, or not beside its index, is no example.
    if (entry.file !== basename(entry.file)) continue
    const there = await access(join(folder, entry.file)).then(
      () => true,
      () => false,
    )
    if (there) present.push(entry)
  }
  return ok(present)
}
