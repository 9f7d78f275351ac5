import { readFile, realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readMapFromPng } from '../../shared/export/png-chunks.ts'
import { largestText, parseMap } from '../../shared/file-format/parse-map.ts'
import type { Checked } from '../../shared/file-format/references.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { durableWrite } from '../host/documents/durable-write.ts'
import { badArguments } from './command.ts'

/** The bytes of a file the user named; refused unread when it is too large for anything. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  const file = basename(path)
  try {
    const { size } = await stat(path)
    if (size > largestText) {
      const limit = largestText / 1048576
      return fail(problem('too-large', { megabytes: Math.ceil(size / 1048576), limit }, { file }))
    }
    return ok(await readFile(path))
  } catch (error) {
    const code = codeOf(error)
    return fail(code === 'ENOENT' ? problem('not-found', { file }) : problem('read-failed', { file, reason: code }))
  }
}

/** Is there a map in files of this name? Whether there is one in this file is seen when it is read. */
export function isMapFile(path: string): boolean {
  return /\.(json|png)$/i.test(path)
}

/** The map of a `.mooring.json` file or inside a picture; which of the two is told by the content. */
export async function readMapFile(path: string): Promise<Result<Checked>> {
  const file = basename(path)
  if (!isMapFile(path)) return fail(problem('unknown-format', { file, known: '.mooring.json, .png' }))
  const bytes = await readBytes(path)
  return bytes.ok ? mapFromBytes(bytes.value, file) : bytes
}

export function mapFromBytes(bytes: Uint8Array, file: string): Result<Checked> {
  const isPicture = bytes[0] === 0x89 || file.toLowerCase().endsWith('.png')
  const text = isPicture ? readMapFromPng(bytes, file) : decode(bytes, file)
  return text.ok ? parseMap(text.value, file) : text
}

function decode(bytes: Uint8Array, file: string): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail(problem('not-utf8', {}, { file }))
  }
}

/** Writes a whole file or nothing. Without `force` what stands there is never replaced, not even at the last moment. */
export async function writeTextFile(path: string, text: string, force: boolean): Promise<Result<null>> {
  const target = await realpath(path).catch(() => path)
  const bytes = new TextEncoder().encode(text)
  const written = await durableWrite({ path: target, bytes, exclusive: !force })
  if (!written.ok) {
    const { code, params } = written.problem
    return badArguments(`${path} could not be written (${params['reason'] ?? code}).`)
  }
  return written.value === 'taken' ? alreadyThere(path) : ok(null)
}

function alreadyThere(path: string): Result<null> {
  return badArguments(`${path} is there already. Use --force to replace it.`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
