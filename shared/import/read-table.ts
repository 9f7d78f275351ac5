import Papa from 'papaparse/papaparse.js'
import { type Problem, problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { decodeText, type Encoding } from './decode-text.ts'

/** A file as plain data: the same from a browser's file picker and from the command line. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Delimiter = ',' | ';' | '\t'

export interface TableRow {
  /** 1-based record of the file as a spreadsheet shows it: the header is row 1, blank lines count. */
  readonly row: number
  /** Trimmed, as many as there are headers. */
  readonly cells: readonly string[]
}

/** A row that cannot be trusted cell by cell, so none of it is used. */
export interface TableFault {
  readonly code: 'too-many-cells' | 'bad-quote' | 'unclosed-quote'
  readonly row: number
  readonly params: Problem['params']
}

export interface Table {
  readonly file: string
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** As written, trimmed; a repeated name got ` (2)`, a blank one `column 3`. */
  readonly headers: readonly string[]
  readonly rows: readonly TableRow[]
  readonly faults: readonly TableFault[]
}

/** Larger files are refused before anything is read (reliability.md H1). */
const largestTable = 100 * 1024 * 1024
/** The rarer in running text, the earlier: the first wins a tie. */
const delimiters: readonly Delimiter[] = ['\t', ';', ',']
/** Enough of the file to see how it is cut up. */
const sampleLength = 65_536
const sampleRecords = 50

/**
 * CSV or TSV as a table. Line ends inside quotes become `\n`; rows short of trailing cells and extra blank cells are
 * harmless, all else that does not fit is in `faults`. Fails only on what is no table with a row. O(bytes).
 */
export function readTable(file: SourceFile): Result<Table> {
  const where = { file: file.name }
  if (file.bytes.length > largestTable) {
    const params = { megabytes: Math.ceil(file.bytes.length / 1_048_576), limit: largestTable / 1_048_576 }
    return fail(problem('too-large', params, where))
  }
  const { text, encoding } = decodeText(file.bytes)
  // No spreadsheet writes NUL; pictures, archives and old Office files begin with plenty.
  if (text.slice(0, 4096).includes('\0')) {
    return fail(problem('unknown-format', { file: file.name, known: 'CSV, TSV' }, where))
  }
  const { body, named } = withoutSeparatorLine(text.replaceAll(/\r\n?/g, '\n'))
  const delimiter = named ?? detectDelimiter(body)
  const { data, errors } = parse(body, delimiter)
  const headerAt = data.findIndex(hasContent)
  if (headerAt < 0) return fail(problem('empty-table', {}, where))
  const headers = distinctHeaders(data[headerAt] ?? [])
  const { rows, faults } = sortRows(data, headerAt, headers.length, brokenQuotes(errors))
  if (rows.length === 0 && faults.length === 0) return fail(problem('empty-table', {}, where))
  return ok({ file: file.name, encoding, delimiter, headers, rows, faults })
}

function parse(text: string, delimiter: Delimiter, preview?: number) {
  return Papa.parse(text, { delimiter, newline: '\n', quoteChar: '"', ...(preview === undefined ? {} : { preview }) })
}

/** Excel's own first line, `sep=;`, is no row in Excel either. */
function withoutSeparatorLine(text: string): { body: string; named: Delimiter | null } {
  const match = /^sep=([,;\t])\n/i.exec(text)
  return match ? { body: text.slice(match[0].length), named: match[1] as Delimiter } : { body: text, named: null }
}

/** The delimiter that cuts the header into most pieces and the rows into as many. */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength)
  let best: Delimiter = ','
  let most = 0
  for (const delimiter of delimiters) {
    const records = parse(sample, delimiter, sampleRecords).data.filter(hasContent)
    const width = records[0]?.length ?? 0
    if (width < 2) continue
    const score = (width * records.filter((record) => record.length === width).length) / records.length
    if (score > most) {
      most = score
      best = delimiter
    }
  }
  return best
}

function brokenQuotes(
  errors: readonly { type: string; code: string; row?: number }[],
): Map<number, TableFault['code']> {
  const broken = new Map<number, TableFault['code']>()
  for (const error of errors) {
    if (error.type !== 'Quotes' || error.row === undefined) continue
    broken.set(error.row, error.code === 'MissingQuotes' ? 'unclosed-quote' : 'bad-quote')
  }
  return broken
}

function sortRows(
  data: readonly string[][],
  headerAt: number,
  width: number,
  broken: ReadonlyMap<number, TableFault['code']>,
): { rows: TableRow[]; faults: TableFault[] } {
  const rows: TableRow[] = []
  const faults: TableFault[] = []
  for (let at = headerAt; at < data.length; at += 1) {
    const record = data[at] ?? []
    const row = at + 1
    const quote = broken.get(at)
    if (quote) {
      // An unclosed quote swallows the lines after it: say how many.
      const lines = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
      faults.push({ code: quote, row, params: { lines } })
    } else if (at > headerAt && hasContent(record)) {
      const cells = Array.from({ length: Math.max(width, record.length) }, (_, i) => (record[i] ?? '').trim())
      if (hasContent(cells.slice(width))) {
        faults.push({ code: 'too-many-cells', row, params: { cells: cells.length, columns: width } })
      } else rows.push({ row, cells: cells.slice(0, width) })
    }
  }
  return { rows, faults }
}

function distinctHeaders(record: readonly string[]): string[] {
  const given = record.map((cell) => cell.trim())
  const taken = new Set(given)
  const seen = new Set<string>()
  const next = new Map<string, number>()
  return given.map((name, i) => {
    if (name !== '' && !seen.has(name)) {
      seen.add(name)
      return name
    }
    const base = name === '' ? `column ${i + 1}` : name
    let n = next.get(base) ?? 2
    let made = name === '' ? base : `${base} (${n})`
    while (taken.has(made)) made = `${base} (${(n += 1)})`
    next.set(base, n + 1)
    taken.add(made)
    return made
  })
}

function hasContent(record: readonly string[]): boolean {
  return record.some((cell) => cell.trim() !== '')
}
