import { type Columns, fillColumns, takeCentres } from './columns.ts'
import { type Frame, rowsAt, widenFrame } from './frame.ts'
import { bandOfLayer, initiatives, layerCount, mainLayerCount } from './layers.ts'
import { aspect, bandGap, gapY, levelGap, sideGap } from './measures.ts'
import type { Scene } from './scene.ts'
import { sortByKey } from './sort-by-key.ts'
import { spectralOrder } from './spectral-order.ts'
import { balance, type LayerState, orderRows, orderStaggered, type SweepInput, sweep } from './sweep.ts'

const spectralRounds = 40
const sweepRounds = 8
const staggeredRows = 4

/** Positions without regard to pinned nodes: bands one below the other from y = 0, the bay to their right. */
export function arrangeAfresh(scene: Scene): { readonly x: Float64Array; readonly y: Float64Array } {
  const members = membersByLayer(scene.layering.layer)
  const y = new Float64Array(scene.layering.layer.length)
  const x = firstOrder(scene, members)
  let frame = scene.frame
  let input = sweepInput(scene, members, frame)
  sweep(input, x, 2)
  for (let round = 0; round < 2; round++) {
    // Groups that are kept whole cost rows that the frame could not foresee: widen it and go on.
    const next = widenFrame(scene.sizes, frame, stackLayers(scene, input, y))
    if (next.main < frame.main * 1.05) break
    for (let i = 0; i < x.length; i++) x[i] = ((x[i] as number) * next.main) / frame.main
    frame = next
    input = sweepInput(scene, members, frame)
    sweep(input, x, 2)
  }
  sweep(input, x, sweepRounds)
  balance(input, x)
  for (const [k, state] of input.layers.entries()) {
    // Goals are served from below, everything else hangs on to what is above it.
    const up = bandOfLayer(input.layerIds[k] as number) > 0
    if (input.layerIds[k] !== initiatives && isStaggered(state)) {
      orderStaggered(input, state, x)
      stagger(state, x, frame.main, up)
    } else orderRows(input, state, x, up)
  }
  arrangeSide(scene, frame, stackLayers(scene, input, y), members, x, y)
  return { x, y }
}

interface LayerInput extends SweepInput {
  /** Which layer each of `layers` is. */
  readonly layerIds: readonly number[]
}

function sweepInput(scene: Scene, members: readonly Uint32Array[], frame: Frame): LayerInput {
  const layers: LayerState[] = []
  const layerIds: number[] = []
  for (let at = 0; at < mainLayerCount; at++) {
    const own = members[at] as Uint32Array
    if (own.length === 0) continue
    layers.push({ members: own, order: own, columns: undefined, rows: rowsAt(scene.sizes, at, frame.main) })
    layerIds.push(at)
  }
  return { ...scene, room: frame.main, layers, layerIds }
}

/** Stacks the layers of the main stack from y = 0 and returns its height. */
function stackLayers(scene: Scene, { layers, layerIds, room }: LayerInput, y: Float64Array): number {
  let top = 0
  let band = -1
  for (const [k, state] of layers.entries()) {
    const here = bandOfLayer(layerIds[k] as number)
    if (band !== -1) top += here === band ? levelGap - gapY : bandGap(room) - gapY
    band = here
    // Goals stand on the bottom of their level, nearest to what serves them; the others hang from its top.
    if (state.columns) top = stackRows(scene, state.order, state.columns, y, top, band === 0)
  }
  return top - gapY
}

/**
 * Shifts every other row of a layer of few rows by half a column, so that links to the farther row pass between the boxes
 * of the nearer one. Longer columns stay straight: they are read as columns.
 */
function stagger({ order, columns }: LayerState, x: Float64Array, room: number, hanging: boolean): void {
  if (!columns) return
  const { start, count, centre } = columns
  const pitch = count > 1 ? ((centre[count - 1] as number) - (centre[0] as number)) / (count - 1) : room / 2
  const shift = Math.min(pitch / 4, 50)
  for (let c = 0; c < count; c++) {
    const end = start[c + 1] as number
    for (let k = start[c] as number; k < end; k++) {
      const i = order[k] as number
      const toLeft = hanging ? (k - (start[c] as number)) % 2 === 0 : (end - k) % 2 === 0
      x[i] = (x[i] as number) + (toLeft ? -shift : shift)
    }
  }
}

function isStaggered({ columns }: LayerState): boolean {
  if (!columns) return false
  const rows = deepest(columns)
  return rows >= 2 && rows <= staggeredRows
}

function deepest({ start, count }: Columns): number {
  let rows = 0
  for (let c = 0; c < count; c++) rows = Math.max(rows, (start[c + 1] as number) - (start[c] as number))
  return rows
}

function membersByLayer(layer: Uint8Array): Uint32Array[] {
  const size = new Uint32Array(layerCount)
  for (let i = 0; i < layer.length; i++) size[layer[i] as number] = (size[layer[i] as number] as number) + 1
  const members = Array.from(size, (length) => new Uint32Array(length))
  size.fill(0)
  for (let i = 0; i < layer.length; i++) {
    const at = layer[i] as number
    const slot = size[at] as number
    ;(members[at] as Uint32Array)[slot] = i
    size[at] = slot + 1
  }
  return members
}

/** Where each node begins before the sweeps: previous order if there is one, else the spectral one, spread by rank. */
function firstOrder(scene: Scene, members: readonly Uint32Array[]): Float64Array {
  const { layering, frame, previousX } = scene
  const count = layering.layer.length
  const key = scene.hasPrevious ? previousX.slice() : spectralOrder(scene.adjacency, layering.layer, spectralRounds)
  const x = new Float64Array(count).fill(Number.NaN)
  const main = new Uint32Array(count)
  let size = 0
  for (let at = 0; at < mainLayerCount; at++) {
    for (const i of members[at] as Uint32Array) {
      const linked = (scene.adjacency.start[i] as number) < (scene.adjacency.start[i + 1] as number)
      if (linked && Number.isFinite(key[i])) main[size++] = i
    }
  }
  const sorted = sortByKey(main.subarray(0, size).sort(), key)
  for (let k = 0; k < size; k++) x[sorted[k] as number] = ((k + 0.5) / size) * frame.main
  return x
}

/** Gives every member its y, row by row; each row is as tall as its tallest box. Returns the y below the last gap. */
function stackRows(
  scene: Scene,
  order: Uint32Array,
  columns: Columns,
  y: Float64Array,
  top: number,
  standing: boolean,
): number {
  const { start, count } = columns
  const rows = deepest(columns)
  const tall = new Float64Array(rows)
  const rowOf = (c: number, k: number): number =>
    standing ? rows - (start[c + 1] as number) + k : k - (start[c] as number)
  for (let c = 0; c < count; c++) {
    for (let k = start[c] as number; k < (start[c + 1] as number); k++) {
      const row = rowOf(c, k)
      tall[row] = Math.max(tall[row] as number, scene.height[order[k] as number] as number)
    }
  }
  const centre = new Float64Array(rows)
  let at = top
  for (let row = 0; row < rows; row++) {
    centre[row] = at + (tall[row] as number) / 2
    at += (tall[row] as number) + gapY
  }
  for (let c = 0; c < count; c++) {
    for (let k = start[c] as number; k < (start[c + 1] as number); k++)
      y[order[k] as number] = centre[rowOf(c, k)] as number
  }
  return at
}

/** The bay and, below it, what is over: as wide as it takes to be no taller than the main stack. */
function arrangeSide(
  scene: Scene,
  frame: Frame,
  mainHeight: number,
  members: readonly Uint32Array[],
  x: Float64Array,
  y: Float64Array,
): void {
  if (frame.side === 0) return
  const { layer, group } = scene.layering
  const wish = new Float64Array(x.length)
  const orders: Uint32Array[] = []
  for (let at = mainLayerCount; at < layerCount; at++) {
    const own = members[at] as Uint32Array
    // By what they hang on to; the wish is only the key of the order here.
    for (const i of own) wish[i] = group[i] === -1 ? x.length : (group[i] as number)
    if (own.length > 0) orders.push(sortByKey(own, wish))
  }
  const left = frame.main > 0 ? frame.main + sideGap(frame.main) : 0
  const aim = Math.max(mainHeight, frame.side / aspect)
  wish.fill(0)
  for (let room = frame.side; ; ) {
    let top = 0
    for (const order of orders) {
      const rows = rowsAt(scene.sizes, layer[order[0] as number] as number, room)
      const columns = fillColumns({ order, group, width: scene.width, wish }, rows, room)
      takeCentres(order, columns, x, left)
      if (top > 0) top += bandGap(0)
      top = stackRows(scene, order, columns, y, top, false) - gapY
    }
    if (top <= aim * 1.02) return
    const wider = room * Math.max(1.02, Math.sqrt(top / aim))
    if (wider > frame.side * 3) return
    room = wider
  }
}
