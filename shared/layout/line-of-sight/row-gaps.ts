import type { FreeSpace } from './free-space.ts'
import { squeeze } from './measures.ts'

/** Heights are rounded up to this, so that boxes of about the same height share one list of gaps. */
const heightStep = 16
/** Rows less than this apart count as one. */
const rowStep = 8

interface Row {
  readonly y: number
  readonly height: number
  /** Free stretches, left and right edge in turn, in ascending order; those too narrow for anybody are left out. */
  gaps: number[]
}

/**
 * The free stretches along the rows of one band, kept up to date as boxes are put down. Finds the nearest place the way
 * the Tetris legaliser of chip design does (Hill 2002), but steps over gaps rather than boxes: a full row costs nothing.
 */
export class RowGaps {
  /** Middles of the rows in use, ascending. */
  readonly ys: number[] = []
  private readonly rows = new Map<number, Map<number, Row>>()
  private readonly space: FreeSpace
  private readonly left: number
  private readonly right: number
  private readonly narrowest: number

  constructor(space: FreeSpace, left: number, right: number, narrowest: number) {
    this.space = space
    this.left = left
    this.right = right
    this.narrowest = narrowest
  }

  /** Takes up a row, unless there is one so near. */
  addRow(y: number): void {
    const at = this.firstFrom(y)
    const near = (k: number): boolean => Math.abs((this.ys[k] ?? Infinity) - y) < rowStep
    if (!near(at) && !near(at - 1)) this.ys.splice(at, 0, y)
  }

  /** Index of the first row at or below y. */
  firstFrom(y: number): number {
    let low = 0
    let high = this.ys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ys[middle] as number) < y) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Puts a box down, in the space and out of the gaps. */
  put(x: number, y: number, width: number, height: number): void {
    this.space.add(x, y, width, height)
    for (const byHeight of this.rows.values()) {
      for (const row of byHeight.values()) {
        if (Math.abs(row.y - y) < (row.height + height) / 2 + squeeze) this.take(row, x - width / 2, x + width / 2)
      }
    }
  }

  /** The free centre in row y nearest to x and less than `limit` away, NaN if there is none. */
  nearest(y: number, x: number, width: number, height: number, limit: number): number {
    const { gaps } = this.row(y, Math.ceil(height / heightStep) * heightStep)
    let best = Number.NaN
    let reach = limit
    for (let k = 0; k < gaps.length; k += 2) {
      const low = (gaps[k] as number) + width / 2
      const high = (gaps[k + 1] as number) - width / 2
      if (low - x >= reach) break
      if (low > high) continue
      const at = Math.min(Math.max(x, low), high)
      if (Math.abs(at - x) >= reach) continue
      best = at
      reach = Math.abs(at - x)
    }
    return best
  }

  private row(y: number, height: number): Row {
    let byHeight = this.rows.get(y)
    if (!byHeight) {
      byHeight = new Map()
      this.rows.set(y, byHeight)
    }
    const known = byHeight.get(height)
    if (known) return known
    const row: Row = { y, height, gaps: [] }
    const taken: (readonly [number, number])[] = []
    this.space.alongRow(y, height, (left, right) => taken.push([left - squeeze, right + squeeze]))
    taken.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    let from = this.left
    for (const [left, right] of taken) {
      this.keep(row.gaps, from, Math.min(left, this.right))
      from = Math.max(from, right)
    }
    this.keep(row.gaps, from, this.right)
    byHeight.set(height, row)
    return row
  }

  private take(row: Row, left: number, right: number): void {
    const gaps: number[] = []
    for (let k = 0; k < row.gaps.length; k += 2) {
      const from = row.gaps[k] as number
      const to = row.gaps[k + 1] as number
      if (right + squeeze <= from || left - squeeze >= to) gaps.push(from, to)
      else {
        this.keep(gaps, from, left - squeeze)
        this.keep(gaps, right + squeeze, to)
      }
    }
    row.gaps = gaps
  }

  private keep(gaps: number[], from: number, to: number): void {
    if (to - from >= this.narrowest) gaps.push(from, to)
  }
}
