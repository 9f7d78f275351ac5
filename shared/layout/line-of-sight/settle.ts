import { FreeSpace } from './free-space.ts'
import { bandIds, firstSideBand } from './layers.ts'
import { aspect, bandGap, gapX, gapY, sideGap } from './measures.ts'
import { placed, type Recognised, unplaced } from './recognise.ts'
import { type Extent, measureBands, unite } from './regions.ts'
import { RowGaps } from './row-gaps.ts'
import type { Scene } from './scene.ts'
import { type RowWish, targetRow, wishedColumns } from './targets.ts'

/** Vertical distance counts this much of horizontal: a node had rather be in its column than in its row. */
const rowWeight = 0.5

/** A new row costs as much as a place this many columns further away, more in a picture that is too tall already. */
const rowPrice = 4

interface Band {
  readonly extent: Extent
  readonly olds: number[]
  readonly news: number[]
}

interface Board {
  readonly scene: Scene
  readonly space: FreeSpace
  readonly x: Float64Array
  readonly y: Float64Array
  readonly wishes: Float64Array
  /** Times what a new row costs. */
  readonly tallness: number
}

/**
 * Keeps an old arrangement and finds room for what is new (mental map: Misue, Eades, Lai and Sugiyama 1995). Fixed nodes
 * stay; the others stay too unless they lie over one that has the better right; new ones go to the free place in their
 * band that is nearest to what they are linked to, or into a new row, for which the bands below make way as a whole.
 */
export function settle(
  scene: Scene,
  oldX: Float64Array,
  oldY: Float64Array,
  recognised: Recognised,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const { standing } = recognised
  const count = oldX.length
  const x = oldX.slice()
  const y = oldY.slice()
  for (let i = 0; i < count; i++) {
    if (standing[i] !== unplaced) continue
    x[i] = Number.NaN
    y[i] = Number.NaN
  }
  const free = measureBands(scene, x, y, (i) => standing[i] === placed && scene.fixed[i] === 0)
  const all = measureBands(scene, x, y, (i) => standing[i] === placed)
  const bands = bandIds.map((_, band): Band => {
    const extent = isEmpty(free[band] as Extent) ? (all[band] as Extent) : (free[band] as Extent)
    return { extent, olds: [], news: [] }
  })
  for (let i = 0; i < count; i++) {
    const band = bands[scene.band[i] as number] as Band
    if (standing[i] === unplaced) band.news.push(i)
    else if (scene.fixed[i] === 0) band.olds.push(i)
  }
  const outer = bands.map((band) => band.extent).reduce(unite)
  const grow = 400 + (outer.right - outer.left) / 10
  const space = new FreeSpace(count, outer.left - grow, outer.top - grow, outer.right + grow, outer.bottom + grow)
  for (let i = 0; i < count; i++) {
    if (scene.fixed[i] === 0) continue
    const box = [x[i] as number, y[i] as number, widthOf(scene, i), heightOf(scene, i)] as const
    // Pinned nodes may lie on one heap; the heap is no more in the way than its largest box.
    if (!space.isCovered(...box)) space.add(...box)
  }
  const ratio = (aspect * (outer.bottom - outer.top)) / (outer.right - outer.left)
  const tallness = ratio > 1 && outer.top < outer.bottom ? ratio * ratio : 1
  const board: Board = { scene, space, x, y, wishes: wishedColumns(scene, x), tallness }
  settleStacks(board, bands)
  return { x, y }
}

function settleStacks(board: Board, bands: readonly Band[]): void {
  const { frame } = board.scene
  const main = bands.slice(0, firstSideBand)
  const side = bands.slice(firstSideBand)
  const mainBox = main.map((band) => band.extent).reduce(unite)
  const sideBox = side.map((band) => band.extent).reduce(unite)
  const left = isEmpty(mainBox)
    ? isEmpty(sideBox)
      ? 0
      : sideBox.left - sideGap(frame.main) - frame.main
    : mainBox.left
  // Only what is new may widen the main stack, and only if that stack has become clearly too narrow.
  const narrow = isEmpty(mainBox) || mainBox.right - left < 0.85 * frame.main
  const wider = narrow && main.some((band) => band.news.length > 0) ? left + frame.main : left
  const right = Math.max(isEmpty(mainBox) ? left : mainBox.right, wider)
  const top = isEmpty(mainBox) ? (isEmpty(sideBox) ? 0 : sideBox.top) : mainBox.top
  settleStack(board, main, { left, right, top, bottom: top })
  const reached = reachOf(board, main, isEmpty(mainBox) ? left : mainBox.right)
  const sideFrom = reached + (reached > left ? sideGap(reached - left) : 0)
  // A main stack that has grown pushes the bay outwards as a whole, just as far as it must.
  const grown = isEmpty(mainBox) ? Infinity : reached - mainBox.right
  const push = isEmpty(sideBox) ? 0 : Math.max(0, Math.min(sideFrom - sideBox.left, grown))
  const sideLeft = isEmpty(sideBox) ? sideFrom : sideBox.left + push
  const sideRight = Math.max(isEmpty(sideBox) ? sideLeft : sideBox.right + push, sideLeft + frame.side)
  for (const band of side) for (const i of band.olds) board.x[i] = (board.x[i] as number) + push
  settleStack(board, side, { left: sideLeft, right: sideRight, top, bottom: top })
}

/** The right edge of what may move in the bands, at least `right`. */
function reachOf({ scene, x }: Board, bands: readonly Band[], right: number): number {
  let reached = right
  for (const band of bands) {
    for (const i of [...band.olds, ...band.news]) reached = Math.max(reached, (x[i] as number) + widthOf(scene, i) / 2)
  }
  return reached
}

/** Bands above the first old one grow upwards from it, all others downwards. */
function settleStack(board: Board, bands: readonly Band[], area: Extent): void {
  const first = Math.max(
    0,
    bands.findIndex((band) => !isEmpty(band.extent)),
  )
  const gap = bandGap(board.scene.frame.main)
  let shift = 0
  let bottom = Number.NaN
  let top = Number.NaN
  for (let b = first; b < bands.length; b++) {
    const band = bands[b] as Band
    if (band.news.length === 0 && band.olds.length === 0 && isEmpty(band.extent)) continue
    const before = nextExtent(bands, b)
    const from = isEmpty(band.extent) ? (Number.isNaN(bottom) ? area.top : bottom + gap) : band.extent.top + shift
    const filled = fillBand(board, band, area, from, shift, 1, b === first)
    if (b === first) top = filled.top
    bottom = filled.bottom
    if (!before) continue
    // The next old band keeps its distance, unless that was more than it needs.
    const old = isEmpty(band.extent) ? gap : Math.min(gap, before.top - band.extent.bottom)
    shift += Math.max(0, bottom + old - (before.top + shift))
  }
  for (let b = first - 1; b >= 0; b--) {
    const band = bands[b] as Band
    if (band.news.length > 0) top = fillBand(board, band, area, top - gap, 0, -1, false).top
  }
}

function nextExtent(bands: readonly Band[], b: number): Extent | undefined {
  return bands.slice(b + 1).find((band) => !isEmpty(band.extent))?.extent
}

/** Puts the old nodes of a band down, then the new ones. `edge` is where an empty band begins. Returns what it covers. */
function fillBand(
  board: Board,
  band: Band,
  area: Extent,
  edge: number,
  shift: number,
  direction: 1 | -1,
  bothWays: boolean,
): { readonly top: number; readonly bottom: number } {
  const { scene, space, x, y } = board
  let top = isEmpty(band.extent) ? edge : band.extent.top + shift
  let bottom = isEmpty(band.extent) ? edge : band.extent.bottom + shift
  let isBare = isEmpty(band.extent)
  const homeless: number[] = []
  const ys = new Set<number>()
  for (const i of band.olds) {
    const at = (y[i] as number) + shift
    y[i] = at
    if (space.isFree(x[i] as number, at, widthOf(scene, i), heightOf(scene, i))) {
      ys.add(at)
      space.add(x[i] as number, at, widthOf(scene, i), heightOf(scene, i))
    } else homeless.push(i)
  }
  // Displaced nodes look for a place around their old one; new ones are placed parents first.
  const news = band.news.toSorted((a, b) => layerOf(scene, a) - layerOf(scene, b) || a - b)
  const seekers = [...homeless, ...news]
  const narrowest = seekers.reduce((least, i) => Math.min(least, widthOf(scene, i)), Infinity)
  const widest = seekers.reduce((most, i) => Math.max(most, widthOf(scene, i)), 0)
  const gaps = new RowGaps(space, area.left, Math.max(area.right, area.left + widest), narrowest)
  for (const at of ys) gaps.addRow(at)
  for (const i of seekers) {
    const half = heightOf(scene, i) / 2
    const wish = Number.isNaN(y[i])
      ? targetRow(scene, y, i, (top + bottom) / 2)
      : { y: y[i] as number, low: -Infinity, high: Infinity }
    const above = top - gapY - half
    const below = bottom + gapY + half
    const extra = isBare ? [edge + direction * half] : bothWays ? [below, above] : [direction === 1 ? below : above]
    const spot = findSpot(board, i, gaps, area, extra, direction, wish)
    x[i] = spot.x
    y[i] = spot.y
    gaps.addRow(spot.y)
    gaps.put(spot.x, spot.y, widthOf(scene, i), heightOf(scene, i))
    top = Math.min(top, spot.y - half)
    bottom = Math.max(bottom, spot.y + half)
    isBare = false
  }
  return { top, bottom }
}

function findSpot(
  board: Board,
  i: number,
  gaps: RowGaps,
  area: Extent,
  extra: readonly number[],
  direction: number,
  wish: RowWish,
): { readonly x: number; readonly y: number } {
  const width = widthOf(board.scene, i)
  const height = heightOf(board.scene, i)
  const wishX = board.wishes[i] as number
  const wrongSide = area.right - area.left
  let best = Infinity
  let spot = { x: Number.NaN, y: Number.NaN }
  const consider = (y: number, price: number): void => {
    const cost = price + rowWeight * Math.abs(y - wish.y) + (y <= wish.low || y >= wish.high ? wrongSide : 0)
    if (cost >= best) return
    const x = gaps.nearest(y, wishX, width, height, best - cost)
    if (Number.isNaN(x)) return
    best = cost + Math.abs(x - wishX)
    spot = { x, y }
  }
  let down = gaps.firstFrom(wish.y)
  let up = down - 1
  while (up >= 0 || down < gaps.ys.length) {
    const toUp = up >= 0 ? wish.y - (gaps.ys[up] as number) : Infinity
    const toDown = down < gaps.ys.length ? (gaps.ys[down] as number) - wish.y : Infinity
    if (rowWeight * Math.min(toUp, toDown) >= best) break
    consider(gaps.ys[toDown <= toUp ? down++ : up--] as number, 0)
  }
  // A new row makes the bands below move, so it has to be worth it.
  for (const y of extra) consider(y, rowPrice * board.tallness * (width + gapX))
  for (let y = extra[0] as number; Number.isNaN(spot.x); y += direction * (height + gapY)) consider(y, 0)
  return spot
}

const isEmpty = (extent: Extent): boolean => extent.top > extent.bottom
const widthOf = (scene: Scene, i: number): number => scene.width[i] as number
const heightOf = (scene: Scene, i: number): number => scene.height[i] as number
const layerOf = (scene: Scene, i: number): number => scene.layering.layer[i] as number
