import { gapX, groupGap } from './measures.ts'

/** The ordered members of one layer, filled column by column. */
export interface Columns {
  /** Members of column c are order[start[c]] .. order[start[c + 1] - 1]. */
  readonly start: Uint32Array
  readonly count: number
  /** Centre and width of each column, gap excluded. */
  readonly centre: Float64Array
  readonly rows: number
}

export interface ColumnInput {
  readonly order: Uint32Array
  /** Group by node; runs of one group in `order` are kept together. */
  readonly group: Int32Array
  readonly width: Float64Array
  /** Where each node would like to be. */
  readonly wish: Float64Array
}

/**
 * Wraps a layer into columns of at most `rows` nodes and puts the columns as near to what their members wish for as
 * their order and the room allow. Adds rows until the columns fit into `room`; near-linear.
 */
export function fillColumns(input: ColumnInput, rows: number, room: number): Columns {
  const size = input.order.length
  const start = new Uint32Array(size + 1)
  for (let tall = Math.max(1, rows); ; ) {
    const count = splitColumns(input, tall, start)
    const columns = { start, count, centre: new Float64Array(count), rows: tall }
    const total = spanOf(input, columns)
    if (total <= room || count <= 1) {
      placeColumns(input, columns, room, total)
      return columns
    }
    tall = Math.max(tall + 1, Math.ceil((tall * total) / room / 1.05))
  }
}

/** Writes the centre of its column into the x of every member. */
export function takeCentres(order: Uint32Array, { start, count, centre }: Columns, x: Float64Array, left = 0): void {
  for (let c = 0; c < count; c++) {
    for (let k = start[c] as number; k < (start[c + 1] as number); k++)
      x[order[k] as number] = left + (centre[c] as number)
  }
}

/** Keeps groups whole where that wastes less than half a column; long groups are spread evenly over their columns. */
function splitColumns(input: ColumnInput, rows: number, start: Uint32Array): number {
  const { order, group } = input
  const size = order.length
  let count = 0
  let filled = rows
  for (let from = 0; from < size; ) {
    let to = from + 1
    const key = group[order[from] as number] as number
    while (key !== -1 && to < size && group[order[to] as number] === key) to++
    let rest = to - from
    if (rest > rows - filled && filled < rows && (rows - filled) * 2 > rows) {
      // Too much room to leave empty: the group begins here and goes on in the next column.
      const taken = Math.min(rest, rows - filled)
      rest -= taken
      filled += taken
    } else if (rest <= rows - filled) {
      filled += rest
      rest = 0
    }
    for (let left = Math.ceil(rest / rows); left > 0; left--) {
      const taken = Math.ceil(rest / left)
      start[count++] = to - rest
      rest -= taken
      filled = taken
    }
    from = to
  }
  start[count] = size
  return count
}

/** Gap in front of a column: wider where another group begins. */
function gapBefore({ order, group }: ColumnInput, start: Uint32Array, c: number): number {
  if (c === 0) return 0
  const here = group[order[start[c] as number] as number] as number
  const before = group[order[(start[c] as number) - 1] as number] as number
  return here === before ? gapX : gapX + (here === -1 && before === -1 ? 0 : groupGap)
}

/** Total width; leaves the width of each column in `centre`. */
function spanOf(input: ColumnInput, { start, count, centre }: Columns): number {
  let total = 0
  for (let c = 0; c < count; c++) {
    let wide = 0
    for (let k = start[c] as number; k < (start[c + 1] as number); k++)
      wide = Math.max(wide, input.width[input.order[k] as number] as number)
    centre[c] = wide
    total += wide + gapBefore(input, start, c)
  }
  return total
}

/**
 * Least-squares placement under a fixed order: isotonic regression by pooling adjacent violators (Ayer et al. 1955), the
 * way Abacus (Spindler, Schlichtmann and Johannes 2008) puts cells into a row. O(columns).
 */
function placeColumns(input: ColumnInput, { start, count, centre }: Columns, room: number, total: number): void {
  const offset = new Float64Array(count)
  const sum = new Float64Array(count)
  const weight = new Float64Array(count)
  const first = new Uint32Array(count + 1)
  let blocks = 0
  let at = 0
  for (let c = 0; c < count; c++) {
    at += gapBefore(input, start, c)
    offset[c] = at + (centre[c] as number) / 2
    at += centre[c] as number
    let wish = 0
    for (let k = start[c] as number; k < (start[c + 1] as number); k++)
      wish += (input.wish[input.order[k] as number] as number) - (offset[c] as number)
    sum[blocks] = wish
    weight[blocks] = (start[c + 1] as number) - (start[c] as number)
    first[blocks++] = c
    while (blocks > 1 && mean(sum, weight, blocks - 1) < mean(sum, weight, blocks - 2)) {
      blocks--
      sum[blocks - 1] = (sum[blocks - 1] as number) + (sum[blocks] as number)
      weight[blocks - 1] = (weight[blocks - 1] as number) + (weight[blocks] as number)
    }
  }
  first[blocks] = count
  const most = Math.max(0, room - total)
  for (let b = 0; b < blocks; b++) {
    const shift = Math.min(Math.max(mean(sum, weight, b), 0), most)
    for (let c = first[b] as number; c < (first[b + 1] as number); c++) centre[c] = (offset[c] as number) + shift
  }
}

function mean(sum: Float64Array, weight: Float64Array, b: number): number {
  return (sum[b] as number) / (weight[b] as number)
}
