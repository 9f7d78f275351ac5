import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DurableAdapter } from '../../electron/host/documents/durable-adapter.ts'
import { durableWrite, writeUnique } from '../../electron/host/documents/durable-write.ts'
import { ProblemError } from '../../electron/host/problem-error.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import type { ProblemCode } from '../../shared/lib/problem.ts'
import { aMap, goal } from '../support/build-map.ts'
import { careMap, careText, system, temporariesIn, temporaryFolder } from './fixtures.ts'

const isRoot = process.getuid?.() === 0
const largeMap = aMap({ nodes: Array.from({ length: 30_000 }, (_, i) => goal(`goal-${i}`)) })

async function codeOf(work: Promise<unknown>): Promise<ProblemCode | 'no problem'> {
  try {
    await work
    return 'no problem'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

function file(text: string | Buffer = careText): string {
  const path = join(temporaryFolder(), 'care.mooring.json')
  writeFileSync(path, text)
  return path
}

/** Runs `work` in a file system of its own, or says in a line why not. */
async function inSmallDisk(what: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(temporaryFolder(), 'disk-'))
  try {
    system('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)
  } catch {
    console.log(`skipped: ${what} (no file system of our own can be mounted here)`)
    return
  }
  try {
    await work(folder)
  } finally {
    system('umount', '-l', folder)
  }
}

describe('the durable adapter', () => {
  it('gives back what it wrote, whole and by itself in its folder', async () => {
    const path = file()
    const adapter = new DurableAdapter(path)
    expect(await adapter.read()).toEqual(careMap)
    const changed = { ...careMap, title: 'Changed – æøå 🚢' }
    await adapter.write(changed)
    expect(await new DurableAdapter(path).read()).toEqual(changed)
    expect(temporariesIn(join(path, '..'))).toEqual([])
  })

  it('keeps the mode of the file and makes new files for their owner alone', async () => {
    const path = file()
    chmodSync(path, 0o640)
    const adapter = new DurableAdapter(path)
    await adapter.read()
    await adapter.write(careMap)
    expect(statSync(path).mode & 0o777).toBe(0o640)
    const fresh = await writeUnique(join(path, '..'), 'new', 'mooring.json', Buffer.from(careText))
    expect(fresh.ok && statSync(fresh.value).mode & 0o777).toBe(0o600)
  })

  it('refuses to overwrite what another program wrote, and both contents survive', async () => {
    const path = file()
    const adapter = new DurableAdapter(path)
    await adapter.read()
    const theirs = serialiseMap({ ...careMap, title: 'Theirs' })
    writeFileSync(path, theirs)
    expect(await codeOf(adapter.write({ ...careMap, title: 'Ours' }))).toBe('changed-outside')
    expect(readFileSync(path, 'utf8')).toBe(theirs)
    expect(temporariesIn(join(path, '..'))).toEqual([])
  })

  it('writes a file anew that somebody has deleted', async () => {
    const path = file()
    const adapter = new DurableAdapter(path)
    await adapter.read()
    unlinkSync(path)
    await adapter.write(careMap)
    expect(readFileSync(path, 'utf8')).toBe(careText)
  })

  it.each<[string, string | Buffer, ProblemCode]>([
    ['an empty file', '', 'not-json'],
    ['null', 'null', 'not-a-map'],
    ['a file cut in the middle', careText.slice(0, 200), 'not-json'],
    ['zeros', Buffer.alloc(500), 'not-json'],
    ['broken UTF-8', Buffer.concat([Buffer.from(careText), Buffer.from([0xc3, 0x28])]), 'not-utf8'],
    ['another JSON', '{"a":1}', 'not-a-map'],
    ['a newer map', careText.replace('"version": 1', '"version": 7'), 'newer-version'],
    ['a link without its end', careText.replace('"target":"Trust"', '"target":"Nobody"'), 'missing-end'],
  ])('says what is wrong with %s and leaves it as it is', async (_what, content, code) => {
    const path = file(content)
    expect(await codeOf(new DurableAdapter(path).read())).toBe(code)
    expect(readFileSync(path)).toEqual(Buffer.from(content))
  })

  it('says what cannot be read at all, and refuses what is too large before reading it', async () => {
    const folder = temporaryFolder()
    expect(await codeOf(new DurableAdapter(join(folder, 'nowhere')).read())).toBe('not-found')
    mkdirSync(join(folder, 'folder'))
    expect(await codeOf(new DurableAdapter(join(folder, 'folder')).read())).toBe('read-failed')
    writeFileSync(join(folder, 'huge'), '')
    truncateSync(join(folder, 'huge'), 300 * 1024 * 1024)
    expect(await codeOf(new DurableAdapter(join(folder, 'huge')).read())).toBe('too-large')
  })

  it('never replaces a file that its owner has locked', async () => {
    if (isRoot) {
      console.log('skipped: a locked file (root may write everything)')
      return
    }
    const path = file()
    const adapter = new DurableAdapter(path)
    await adapter.read()
    chmodSync(path, 0o400)
    expect(await adapter.isReadOnly()).toBe(true)
    expect(await codeOf(adapter.write({ ...careMap, title: 'Ours' }))).toBe('read-only')
    expect(readFileSync(path, 'utf8')).toBe(careText)
  })
})

describe('the durable write on a real disk with real faults', () => {
  it('leaves the old file whole on a full disk, and works again when there is space', async () => {
    await inSmallDisk('a full disk', async (folder) => {
      const path = join(folder, 'care.mooring.json')
      writeFileSync(path, careText)
      const adapter = new DurableAdapter(path)
      await adapter.read()
      expect(await codeOf(adapter.write(largeMap))).toBe('disk-full')
      expect(readFileSync(path, 'utf8')).toBe(careText)
      expect(temporariesIn(folder)).toEqual([])
      await adapter.write({ ...careMap, title: 'Smaller' })
      expect(readFileSync(path, 'utf8')).toContain('Smaller')
    })
  })

  it('says that a file system cannot be written to', async () => {
    await inSmallDisk('a read-only disk', async (folder) => {
      const path = join(folder, 'care.mooring.json')
      writeFileSync(path, careText)
      const adapter = new DurableAdapter(path)
      await adapter.read()
      system('mount', '-o', 'remount,ro', folder)
      expect(await adapter.isReadOnly()).toBe(true)
      expect(await codeOf(adapter.write(careMap))).toBe('read-only')
    })
  })

  it('waits for a program that holds the file, and gives up with the old file whole', async () => {
    await inSmallDisk('a busy file', async (folder) => {
      const path = join(folder, 'busy')
      writeFileSync(path, 'old')
      writeFileSync(join(folder, 'other'), 'other')
      // A mount point cannot be replaced: the system says EBUSY, as Windows does for an open file.
      system('mount', '--bind', join(folder, 'other'), path)
      const bytes = Buffer.from('new')
      const refused = await durableWrite({ path, bytes, patience: 50 })
      expect(refused.ok ? 'written' : refused.problem.params['reason']).toBe('EBUSY')
      expect(temporariesIn(folder)).toEqual([])
      setTimeout(() => system('umount', path), 150)
      expect(await durableWrite({ path, bytes })).toEqual({ ok: true, value: 'written' })
      expect(readFileSync(path, 'utf8')).toBe('new')
    })
  })

  it('leaves the old file whole when the system cuts the write short', async () => {
    const path = file('old')
    const limit = (bytes: string) => system('prlimit', `--pid=${process.pid}`, `--fsize=${bytes}:`)
    try {
      limit('65536')
    } catch {
      console.log('skipped: a write cut short (no prlimit here)')
      return
    }
    const written = await durableWrite({ path, bytes: Buffer.alloc(200_000) }).finally(() => limit('unlimited'))
    expect(written.ok ? 'written' : written.problem.code).toBe('write-failed')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(temporariesIn(join(path, '..'))).toEqual([])
  })

  it('does not write through a link that somebody planted under a guessed name', async () => {
    const folder = temporaryFolder()
    symlinkSync(join(folder, 'victim'), join(folder, 'care.mooring.json'))
    const written = await durableWrite({
      path: join(folder, 'care.mooring.json'),
      bytes: Buffer.from('x'),
      exclusive: true,
    })
    expect(written).toEqual({ ok: true, value: 'taken' })
    rmSync(join(folder, 'care.mooring.json'))
  })

  it('never overwrites when it makes a new file, however many do so at once', async () => {
    const folder = temporaryFolder()
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) => writeUnique(folder, 'map', 'mooring.json', Buffer.from(String(i)))),
    )
    const contents = made.map((result) => (result.ok ? readFileSync(result.value, 'utf8') : 'failed'))
    expect(contents).toEqual(Array.from({ length: 12 }, (_, i) => String(i)))
    expect(temporariesIn(folder)).toEqual([])
  })
})
