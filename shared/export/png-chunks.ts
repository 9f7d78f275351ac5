import { type Problem, problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { crc32 } from './crc32.ts'

/**
 * The map inside a picture: one uncompressed iTXt chunk (PNG 1.2, 4.2.3.3) before IEND. Only chunks are read, pixels never
 * decoded, nothing inflated - so no picture can be a bomb (reliability.md H9).
 */
const keyword = 'mooring-map'
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Bytes of a picture, and chunks in one; more is refused. */
export const largestPicture = 64 * 1024 * 1024
const mostChunks = 1_000_000
const longestChunk = 0x7fffffff
/** Length, type and CRC. */
const frame = 12

interface Chunk {
  readonly type: string
  /** Where the chunk starts, where its data starts and ends; the CRC follows. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/**
 * The picture with the map's text in it, in place of an earlier one. `png` is a whole picture, as a canvas makes it:
 * anything else is a bug and throws. O(bytes).
 */
export function writeMapIntoPng(png: Uint8Array, mapText: string): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png)
  if (!chunks.ok) throw new Error(`not a picture to write into: ${JSON.stringify(chunks.problem.params)}`)
  const parts: Uint8Array[] = [Uint8Array.from(signature)]
  for (const chunk of chunks.value) {
    if (isOurs(png, chunk)) continue
    if (chunk.type === 'IEND') parts.push(makeChunk(mapText))
    parts.push(png.subarray(chunk.at, chunk.to + 4))
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The text of the map that `writeMapIntoPng` put there: `no-map-in-picture`, `damaged-picture` or `too-large`. O(bytes). */
export function readMapFromPng(png: Uint8Array, file?: string): Result<string> {
  const refuse = (p: Problem): Result<string> => fail(file === undefined ? p : { ...p, where: { file } })
  if (png.length > largestPicture) {
    return refuse(problem('too-large', { megabytes: Math.ceil(png.length / 1048576), limit: largestPicture / 1048576 }))
  }
  const chunks = readChunks(png)
  if (!chunks.ok) return refuse(chunks.problem)
  const ours = chunks.value.filter((chunk) => isOurs(png, chunk))
  const [chunk] = ours
  if (!chunk) return refuse(problem('no-map-in-picture'))
  if (ours.length > 1) return refuse(damaged('two-maps'))
  if (crc32(png, chunk.at + 4, chunk.to) !== readNumber(png, chunk.to)) return refuse(damaged('checksum'))
  const text = readText(png.subarray(chunk.from + keyword.length + 1, chunk.to))
  return text === null ? refuse(damaged('text')) : ok(text)
}

/** Every chunk up to IEND, which must be there; what follows it is none of ours. */
function readChunks(png: Uint8Array): Result<Chunk[]> {
  if (signature.some((byte, i) => png[i] !== byte)) return fail(damaged('signature'))
  const chunks: Chunk[] = []
  let at = signature.length
  while (at < png.length) {
    if (at + frame > png.length) return fail(damaged('cut-short'))
    const length = readNumber(png, at)
    if (length > longestChunk || at + frame + length > png.length) return fail(damaged('cut-short'))
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{4}$/.test(type)) return fail(damaged('chunk'))
    if (chunks.length === 0 && type !== 'IHDR') return fail(damaged('header'))
    if (chunks.length === mostChunks) return fail(damaged('too-many-chunks'))
    chunks.push({ type, at, from: at + 8, to: at + 8 + length })
    if (type === 'IEND') return ok(chunks)
    at += frame + length
  }
  return fail(damaged('no-end'))
}

function isOurs(png: Uint8Array, { type, from, to }: Chunk): boolean {
  if (type !== 'iTXt' || to - from <= keyword.length || png[from + keyword.length] !== 0) return false
  for (let i = 0; i < keyword.length; i += 1) if (png[from + i] !== keyword.charCodeAt(i)) return false
  return true
}

/** After the keyword: not compressed, method 0, no language, no translated keyword, then the text. */
function readText(rest: Uint8Array): string | null {
  if (rest.length < 4 || rest[0] !== 0 || rest[1] !== 0 || rest[2] !== 0 || rest[3] !== 0) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest.subarray(4))
  } catch {
    return null
  }
}

function makeChunk(mapText: string): Uint8Array {
  const text = new TextEncoder().encode(mapText)
  const head = keyword.length + 5
  const chunk = new Uint8Array(frame + head + text.length)
  writeNumber(chunk, 0, head + text.length)
  const start = `iTXt${keyword}`
  for (let i = 0; i < start.length; i += 1) chunk[4 + i] = start.charCodeAt(i)
  chunk.set(text, 8 + head)
  writeNumber(chunk, chunk.length - 4, crc32(chunk, 4, chunk.length - 4))
  return chunk
}

function readNumber(bytes: Uint8Array, at: number): number {
  const byte = (i: number) => bytes[at + i] as number
  return byte(0) * 0x1000000 + ((byte(1) << 16) | (byte(2) << 8) | byte(3))
}

function writeNumber(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i += 1) bytes[at + i] = (value >>> (24 - 8 * i)) & 0xff
}

function damaged(reason: string): Problem {
  return problem('damaged-picture', { reason })
}
