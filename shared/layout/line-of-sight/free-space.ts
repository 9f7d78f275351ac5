import { squeeze } from './measures.ts'

/** Half of what positions are rounded to. */
const tolerance = 0.25

/**
 * Boxes on the plane over a uniform grid of cells: is a place free, and what is free along a row? Grows as boxes are added;
 * a look-up costs about the boxes near by.
 */
export class FreeSpace {
  private readonly head: Int32Array
  private next = new Int32Array(64)
  private owner = new Uint32Array(64)
  private entries = 0
  private readonly columns: number
  private readonly rows: number
  private readonly cellWidth: number
  private readonly cellHeight: number
  private readonly left: number
  private readonly top: number
  private readonly boxX: Float64Array
  private readonly boxY: Float64Array
  private readonly boxWidth: Float64Array
  private readonly boxHeight: Float64Array
  private boxes = 0

  /** Best over the area given; boxes outside are kept as faithfully, only slower. */
  constructor(capacity: number, left: number, top: number, right: number, bottom: number) {
    const most = 4 * Math.ceil(Math.sqrt(capacity)) + 4
    this.columns = Math.max(1, Math.min(most, Math.ceil((right - left) / 180)))
    this.rows = Math.max(1, Math.min(most, Math.ceil((bottom - top) / 70)))
    this.left = left
    this.top = top
    this.cellWidth = Math.max(1, (right - left) / this.columns)
    this.cellHeight = Math.max(1, (bottom - top) / this.rows)
    this.head = new Int32Array(this.columns * this.rows).fill(-1)
    this.boxX = new Float64Array(capacity)
    this.boxY = new Float64Array(capacity)
    this.boxWidth = new Float64Array(capacity)
    this.boxHeight = new Float64Array(capacity)
  }

  add(x: number, y: number, width: number, height: number): void {
    const box = this.boxes++
    this.boxX[box] = x
    this.boxY[box] = y
    this.boxWidth[box] = width
    this.boxHeight[box] = height
    const lastRow = this.row(y + height / 2)
    const lastColumn = this.column(x + width / 2)
    for (let row = this.row(y - height / 2); row <= lastRow; row++) {
      for (let column = this.column(x - width / 2); column <= lastColumn; column++) {
        if (this.entries === this.next.length) this.grow()
        const cell = row * this.columns + column
        this.owner[this.entries] = box
        this.next[this.entries] = this.head[cell] as number
        this.head[cell] = this.entries++
      }
    }
  }

  /** Whether a box keeps its distance from all others there. */
  isFree(x: number, y: number, width: number, height: number): boolean {
    const lastRow = this.row(y + height / 2 + squeeze)
    const lastColumn = this.column(x + width / 2 + squeeze)
    for (let row = this.row(y - height / 2 - squeeze); row <= lastRow; row++) {
      for (let column = this.column(x - width / 2 - squeeze); column <= lastColumn; column++) {
        for (let at = this.head[row * this.columns + column] as number; at !== -1; at = this.next[at] as number) {
          const box = this.owner[at] as number
          const reach = ((this.boxWidth[box] as number) + width) / 2 + squeeze
          if (this.isBeside(box, y, height) && Math.abs((this.boxX[box] as number) - x) < reach - tolerance)
            return false
        }
      }
    }
    return true
  }

  /** Whether one box already covers this one whole. */
  isCovered(x: number, y: number, width: number, height: number): boolean {
    for (
      let at = this.head[this.row(y) * this.columns + this.column(x)] as number;
      at !== -1;
      at = this.next[at] as number
    ) {
      const box = this.owner[at] as number
      const slackX = ((this.boxWidth[box] as number) - width) / 2 - Math.abs((this.boxX[box] as number) - x)
      const slackY = ((this.boxHeight[box] as number) - height) / 2 - Math.abs((this.boxY[box] as number) - y)
      if (slackX >= 0 && slackY >= 0) return true
    }
    return false
  }

  /** Calls back with the left and right edge of every box beside a row, some more than once. */
  alongRow(y: number, height: number, tell: (left: number, right: number) => void): void {
    const lastRow = this.row(y + height / 2 + squeeze)
    for (let row = this.row(y - height / 2 - squeeze); row <= lastRow; row++) {
      for (let column = 0; column < this.columns; column++) {
        for (let at = this.head[row * this.columns + column] as number; at !== -1; at = this.next[at] as number) {
          const box = this.owner[at] as number
          if (!this.isBeside(box, y, height)) continue
          const half = (this.boxWidth[box] as number) / 2
          tell((this.boxX[box] as number) - half, (this.boxX[box] as number) + half)
        }
      }
    }
  }

  private isBeside(box: number, y: number, height: number): boolean {
    const reach = ((this.boxHeight[box] as number) + height) / 2 + squeeze
    return Math.abs((this.boxY[box] as number) - y) < reach - tolerance
  }

  private column(x: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.left) / this.cellWidth)))
  }

  private row(y: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.top) / this.cellHeight)))
  }

  private grow(): void {
    const next = new Int32Array(this.next.length * 2)
    const owner = new Uint32Array(this.owner.length * 2)
    next.set(this.next)
    owner.set(this.owner)
    this.next = next
    this.owner = owner
  }
}
