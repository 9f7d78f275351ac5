import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../shared/import/decode-text.ts'
import { readTable, type Table } from '../../../shared/import/read-table.ts'
import { fileOf } from './table-import.ts'

function tableOf(text: string): Table {
  const result = readTable(fileOf(text))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const cellsOf = (text: string) => tableOf(text).rows.map((row) => row.cells)

describe('decodeText', () => {
  it('takes a byte order mark at its word and leaves it out of the text', () => {
    const bytes = (...list: number[]) => new Uint8Array(list)
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8' })
    expect(decodeText(bytes(0xff, 0xfe, 0xe5, 0x00))).toEqual({ text: 'å', encoding: 'utf-16le' })
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0xe5))).toEqual({ text: 'å', encoding: 'utf-16be' })
  })

  it('reads what is valid UTF-8 as UTF-8 and all else as windows-1252', () => {
    expect(decodeText(new TextEncoder().encode('mål €'))).toEqual({ text: 'mål €', encoding: 'utf-8' })
    expect(decodeText(new Uint8Array([0x6d, 0xe5, 0x6c, 0x20, 0x80, 0x20, 0xa3]))).toEqual({
      text: 'mål € £',
      encoding: 'windows-1252',
    })
  })
})

describe('readTable', () => {
  it.each([
    [',', 'id,name\n1,"a;b"\n'],
    [';', 'id;name\n1;"a,b"\n2;c,d,e\n'],
    ['\t', 'id\tname, long\n1\ta,b;c\n'],
    [';', 'sep=;\nid;a,b,c,d\n1;2\n'],
  ])('finds the delimiter %j', (delimiter, text) => {
    expect(tableOf(text).delimiter).toBe(delimiter)
    expect(tableOf(text).rows[0]?.cells).toHaveLength(2)
  })

  it('keeps line breaks and doubled quotes inside quotes, whatever ends the lines', () => {
    expect(cellsOf('a,b\r\n1,"two\r\nlines ""here"""\r\n3,4\n5,6')).toEqual([
      ['1', 'two\nlines "here"'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(cellsOf('a,b\r1,2\r3,4')).toHaveLength(2)
  })

  it('counts rows as a spreadsheet does: the header is row 1, blank lines count and are skipped', () => {
    const table = tableOf('a,b\n1,"x\ny"\n\n ,\n2,3\n')
    expect(table.rows.map((row) => row.row)).toEqual([2, 5])
    expect(table.faults).toEqual([])
  })

  it('fills up short rows, lets extra blank cells pass and sets rows with too many cells aside', () => {
    const table = tableOf('a,b,c\n1\n1,2,3,,\n1,2,3,4\n')
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ])
    expect(table.faults).toEqual([{ code: 'too-many-cells', row: 4, params: { cells: 4, columns: 3 } }])
  })

  it('uses nothing of a row whose quotes are broken', () => {
    expect(tableOf('a,b\n1,"I missed " it"\n2,3\n').faults).toMatchObject([{ code: 'bad-quote', row: 2 }])
    const open = tableOf('a,b\n2,3\n1,"never\nclosed\n')
    expect(open.rows).toHaveLength(1)
    expect(open.faults).toMatchObject([{ code: 'unclosed-quote', row: 3 }])
  })

  it('makes repeated and blank headers distinct and keeps line breaks in them', () => {
    expect(tableOf('a,a,,"two\nlines",a (2),a\n1,2,3,4,5,6').headers).toEqual([
      'a',
      'a (3)',
      'column 3',
      'two\nlines',
      'a (2)',
      'a (4)',
    ])
  })

  it('trims cells and changes nothing else in them', () => {
    expect(cellsOf('a,b\n\u00a0x\u00a0y\u00ad \t,"  z "')).toEqual([['x\u00a0y\u00ad', 'z']])
  })

  it.each([
    ['', 'empty-table'],
    ['\n\n\n', 'empty-table'],
    ['foo,bar,baz\n', 'empty-table'],
    ['\u0089PNG\r\n\u001a\n\0\0\0', 'unknown-format'],
  ])('refuses %j as %s', (text, code) => {
    expect(readTable(fileOf(text))).toMatchObject({ ok: false, problem: { code, where: { file: 'table.csv' } } })
  })

  it('reads any table back as it was written, whatever the delimiter, quoting and line ends', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ø', '"', ',', ';', '\t', '\n', '|', ' ', '😎', "'"), maxLength: 8 })
      .map((text) => text.trim())
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(tables, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, end) => {
        const header = (rows[0] ?? []).map((_, i) => `h${i}`)
        const lines = [header, ...rows].map((row) => row.map(quoted).join(delimiter))
        const kept = rows.filter((row) => row.some((one) => one !== ''))
        const result = readTable(fileOf(lines.join(end)))
        if (kept.length === 0) {
          expect(result.ok).toBe(false)
          return
        }
        if (!result.ok) throw new Error(result.problem.code)
        expect(result.value.headers).toEqual(header)
        expect(result.value.rows.map((row) => row.cells)).toEqual(kept)
        expect(result.value.faults).toEqual([])
      }),
      { seed: 20260501, numRuns: 500 },
    )
  })
})
