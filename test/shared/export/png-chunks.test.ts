import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync, crc32 as zlibCrc } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../shared/export/crc32.ts'
import { largestPicture, readMapFromPng, writeMapIntoPng } from '../../../shared/export/png-chunks.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { aLargeMap } from '../../support/build-map.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const bytesOf = (text: string) => new TextEncoder().encode(text)

function chunk(type: string, data: Uint8Array, crc?: number): Uint8Array {
  const body = Buffer.concat([bytesOf(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc ?? zlibCrc(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat([Uint8Array.from(signature), ...parts]))
const header = chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
const pixels = chunk('IDAT', deflateSync(Uint8Array.from([0, 0])))
const end = chunk('IEND', new Uint8Array(0))
const picture = join(header, pixels, end)
const ours = (rest: string) => chunk('iTXt', bytesOf(`mooring-map\0${rest}`))
const problemOf = (png: Uint8Array) => {
  const result = readMapFromPng(png)
  return result.ok ? 'a map' : [result.problem.code, result.problem.params['reason']].filter(Boolean).join(' ')
}
const textOf = (png: Uint8Array) => {
  const result = readMapFromPng(png)
  return result.ok ? result.value : null
}

describe('a map inside a picture', () => {
  it('any text comes back as it went in, and the rest of the picture is as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const png = writeMapIntoPng(picture, text)
        expect(textOf(png)).toBe(text)
        expect(Buffer.from(png.subarray(0, picture.length - 12)).equals(picture.subarray(0, -12))).toBe(true)
        expect(Buffer.from(png.subarray(-12)).equals(end)).toBe(true)
      }),
      { seed: 21, numRuns: 500 },
    )
  })

  it('a whole map of five thousand nodes does', () => {
    const text = serialiseMap(aLargeMap(5000))
    expect(textOf(writeMapIntoPng(picture, text))).toBe(text)
  })

  it('writing again replaces the map: the same bytes as writing once', () => {
    const once = writeMapIntoPng(picture, 'new')
    expect(writeMapIntoPng(writeMapIntoPng(picture, 'old æøå 😀'), 'new')).toEqual(once)
  })

  it('the checksum is that of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes, 0, bytes.length) === zlibCrc(bytes)),
      { seed: 22 },
    )
  })

  it('other text chunks, also with a longer keyword, are left alone', () => {
    const note = chunk('iTXt', bytesOf('mooring-mapper\0\0\0\0\0not ours'))
    const png = writeMapIntoPng(join(header, note, pixels, end), 'map')
    expect(Buffer.from(png).includes('not ours')).toBe(true)
    expect(textOf(png)).toBe('map')
  })

  it('what is no picture cannot be written into: a bug, so it throws', () => {
    expect(() => writeMapIntoPng(bytesOf('GIF89a'), 'map')).toThrow('not a picture')
  })
})

describe('what is no picture with a map is a problem, never a crash', () => {
  const map = ours('\0\0\0\0{}')
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'damaged-picture signature'],
    ['another format', bytesOf('{"format":"mooring-map"}'), 'damaged-picture signature'],
    ['only the signature', join(), 'damaged-picture no-end'],
    ['no map', picture, 'no-map-in-picture'],
    ['no header', join(pixels, end), 'damaged-picture header'],
    ['no end', join(header, pixels, map), 'damaged-picture no-end'],
    [
      'a length of 2^31',
      join(header, Uint8Array.from([128, 0, 0, 0, 73, 68, 65, 84, 0, 0, 0, 0]), end),
      'damaged-picture cut-short',
    ],
    [
      'a length beyond the file',
      join(header, Uint8Array.from([0, 0, 9, 0, 73, 68, 65, 84, 0, 0, 0, 0])),
      'damaged-picture cut-short',
    ],
    ['a chunk type of other bytes', join(header, chunk('ID\0T', new Uint8Array(0)), end), 'damaged-picture chunk'],
    [
      'a wrong checksum',
      join(header, chunk('iTXt', bytesOf('mooring-map\0\0\0\0\0{}'), 1), end),
      'damaged-picture checksum',
    ],
    ['two maps', join(header, map, map, end), 'damaged-picture two-maps'],
    ['a compressed map', join(header, ours('\u0001\0\0\0xx'), end), 'damaged-picture text'],
    [
      'text that is no UTF-8',
      join(header, chunk('iTXt', Buffer.concat([bytesOf('mooring-map\0\0\0\0\0'), Uint8Array.of(0xff)])), end),
      'damaged-picture text',
    ],
    ['a chunk that stops after its keyword', join(header, ours(''), end), 'damaged-picture text'],
    ['a zTXt bomb of that name', join(header, chunk('zTXt', bytesOf('mooring-map\0\0xx')), end), 'no-map-in-picture'],
    ['a map after the end', join(header, end, map), 'no-map-in-picture'],
  ])('%s', (_, png, problem) => expect(problemOf(png)).toBe(problem))

  it('more than 64 MB', () => expect(problemOf(new Uint8Array(largestPicture + 1))).toBe('too-large'))
  it('a million chunks', () => {
    const tiny = chunk('teSt', new Uint8Array(0))
    const many = Buffer.alloc(1_000_001 * tiny.length)
    for (let i = 0; i <= 1_000_000; i += 1) many.set(tiny, i * tiny.length)
    expect(problemOf(join(header, many, end))).toBe('damaged-picture too-many-chunks')
  })

  it('a picture cut short at any length, or with any byte changed', () => {
    const png = writeMapIntoPng(picture, '{"a":"æ"}')
    for (let length = 0; length < png.length; length += 1) expect(problemOf(png.subarray(0, length))).not.toBe('a map')
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bad = Uint8Array.from(png)
        bad[at] = (bad[at] ?? 0) ^ flip
        const text = textOf(bad)
        // Damage elsewhere in the picture is none of ours; damage in the map is always seen.
        expect(text === null || text === '{"a":"æ"}').toBe(true)
      }),
      { seed: 23, numRuns: 2000 },
    )
  })
})

const suite = fileURLToPath(new URL('../../../../shared/data/hostile/pngsuite', import.meta.url))
const files = existsSync(suite) ? readdirSync(suite).filter((file) => file.endsWith('.png')) : []
if (files.length === 0) console.log('PngSuite is not here: skipped')

describe.skipIf(files.length === 0)('PngSuite', () => {
  it.each(files)('%s gives a problem and never throws; a sound one takes a map', (file) => {
    const png = Uint8Array.from(readFileSync(`${suite}/${file}`))
    const problem = problemOf(png)
    expect(problem).toMatch(/^(no-map-in-picture|damaged-picture)/)
    if (problem === 'no-map-in-picture') expect(textOf(writeMapIntoPng(png, 'a map'))).toBe('a map')
  })
  it('is all there', () => expect(files).toHaveLength(88))
})
