import { readFile, unlink } from 'node:fs/promises'
import { z } from 'zod'
import { durableWrite } from '../host/documents/durable-write.ts'
import { ProblemError } from '../host/problem-error.ts'

const noteSchema = z.object({
  port: z.number().int().min(1).max(65535),
  token: z.string().regex(/^[0-9a-f]{32}$/),
  pid: z.number().int(),
})
type Note = z.infer<typeof noteSchema>

/** How long a running server may take to say that it is there, in milliseconds. */
const patience = 3000

/** The page's address on a server that runs on this data folder and answers; null if there is none. */
export async function findRunning(notePath: string): Promise<string | null> {
  const note = await readNote(notePath)
  return note && (await answers(note)) ? `http://127.0.0.1:${note.port}/?token=${note.token}` : null
}

/**
 * Leaves word of this server for the next start, for this user alone. Of two that start at once only one gets the note:
 * the other is told the first one's address, and should end. A note whose server does not answer is replaced.
 */
export async function announce(
  notePath: string,
  server: { readonly port: number; readonly token: string },
): Promise<string | null> {
  const note: Note = { port: server.port, token: server.token, pid: process.pid }
  const bytes = Buffer.from(`${JSON.stringify(note)}\n`)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const written = await durableWrite({ path: notePath, bytes, exclusive: true })
    if (!written.ok) throw new ProblemError(written.problem)
    if (written.value === 'written') return null
    const stale = await readNote(notePath)
    const other = await findRunning(notePath)
    if (other !== null) return other
    if (stale) await withdraw(notePath, stale.token)
    else await unlink(notePath).catch(() => undefined)
  }
  return null
}

/** Takes the note back, unless it is another server's by now. */
export async function withdraw(notePath: string, token: string): Promise<void> {
  const note = await readNote(notePath)
  if (note?.token === token) await unlink(notePath).catch(() => undefined)
}

async function readNote(notePath: string): Promise<Note | null> {
  try {
    const note = noteSchema.safeParse(JSON.parse(await readFile(notePath, 'utf8')))
    return note.success ? note.data : null
  } catch {
    return null
  }
}

/** Something else may have got the port since: only a server that knows the token is ours. */
async function answers(note: Note): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${note.port}/api/host.info`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${note.token}` },
      body: JSON.stringify({ send: null }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const answer: unknown = await response.json()
    return (
      response.status === 200 && typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
    )
  } catch {
    return false
  }
}
