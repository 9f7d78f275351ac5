import { randomBytes } from 'node:crypto'
import { link, open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Problem, problem } from '../../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'

export interface WriteRequest {
  readonly path: string
  readonly bytes: Uint8Array
  /** Asked when all is flushed, right before the swap: a Problem stops it with nothing overwritten. */
  readonly mayReplace?: () => Promise<Problem | null>
  /** Only ever makes a new file: an existing one is left alone and the answer is `taken`. */
  readonly exclusive?: boolean
  /** How long, in milliseconds, another program may hold the file before we give up. */
  readonly patience?: number
}

/** A temporary file of ours, as `durableWrite` names it. */
export const tempName = /^\..+\.[0-9a-f]{12}\.tmp$/

/**
 * Writes a whole file so that its name always stands for a complete version and a success survives a power cut:
 * exclusive temporary file beside it, size checked, flushed, swapped in, folder flushed (reliability.md 2.4, steps 5-10).
 * A failed flush is never tried again on the same descriptor; the temporary file is gone either way.
 */
export async function durableWrite(request: WriteRequest): Promise<Result<'written' | 'taken'>> {
  const { path, bytes, mayReplace, exclusive = false, patience = 10_000 } = request
  const folder = dirname(path)
  const temp = join(folder, `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`)
  let made = false
  try {
    const original = await statIfThere(path)
    if (exclusive && original) return ok('taken')
    const file = await open(temp, 'wx', 0o600)
    made = true
    try {
      await file.writeFile(bytes)
      // The libraries that skip this replaced good files by cut ones on a full disk (stack.md 4).
      if ((await file.stat()).size !== bytes.byteLength)
        throw Object.assign(new Error('short write'), { code: 'SHORT_WRITE' })
      if (original) await keepOwnership(file, original)
      await file.sync()
    } finally {
      await file.close()
    }
    const objection = await mayReplace?.()
    if (objection) return fail(objection)
    if (!exclusive) await renamePatiently(temp, path, patience)
    else if (!(await moveToNewName(temp, path))) return ok('taken')
    made = false
    await flushFolder(folder)
    return ok('written')
  } catch (error) {
    return fail(writeProblem(error, basename(path)))
  } finally {
    if (made) await unlink(temp).catch(() => undefined)
  }
}

/** Makes a new file named `<stem>.<extension>`, or `<stem> 2`, `<stem> 3` … where that is taken. Gives its path. */
export async function writeUnique(
  folder: string,
  stem: string,
  extension: string,
  bytes: Uint8Array,
): Promise<Result<string>> {
  for (let n = 1; n < 10_000; n += 1) {
    const path = join(folder, `${stem}${n === 1 ? '' : ` ${n}`}.${extension}`)
    const written = await durableWrite({ path, bytes, exclusive: true })
    if (!written.ok) return written
    if (written.value === 'written') return ok(path)
  }
  return fail(problem('write-failed', { reason: 'no free name' }))
}

/** What an error of the file system means for somebody who wants to save. */
export function writeProblem(error: unknown, file: string): Problem {
  const code = errorCode(error)
  const where = { file }
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', {}, where)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return problem('read-only', {}, where)
  return problem('write-failed', { reason: code }, where)
}

export function errorCode(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}

/** Makes the names in a folder survive a power cut. Windows does it by itself and offers no way to ask. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network and FUSE file systems cannot; there is nothing more to do then.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function keepOwnership(
  file: Awaited<ReturnType<typeof open>>,
  original: { readonly mode: number; readonly uid: number; readonly gid: number },
): Promise<void> {
  const mine = await file.stat()
  // Only root may give a file away; elsewhere the new version belongs to whoever saved it. The mode comes after:
  // a change of owner may take bits away.
  if (mine.uid !== original.uid || mine.gid !== original.gid)
    await file.chown(original.uid, original.gid).catch(() => undefined)
  await file.chmod(original.mode & 0o777)
}

/** Virus scanners and sync programs hold files for moments; only their errors are worth waiting for. */
async function renamePatiently(from: string, to: string, patience: number): Promise<void> {
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error)) || waited >= patience) throw error
    }
    await wait(pause)
    waited += pause
  }
}

/** A hard link refuses an existing name, which a rename would replace. False if the name is taken. */
async function moveToNewName(temp: string, path: string): Promise<boolean> {
  try {
    await link(temp, path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) throw error
    // No hard links here (FAT sticks, some shares): claim the name, then swap the content in.
    try {
      await (await open(path, 'wx', 0o600)).close()
    } catch (claim) {
      if (errorCode(claim) === 'EEXIST') return false
      throw claim
    }
    await rename(temp, path)
    return true
  }
  await unlink(temp)
  return true
}
