import { mainLayerCount } from './layers.ts'
import { gapY, pullOf } from './measures.ts'
import type { Scene } from './scene.ts'

const farLeft = 2e7

/**
 * The x each node without a place would like: the pull of what it is linked to, over a few rounds so that chains of new
 * nodes find their way too. Nodes of the side stack only look at the side stack, and go left. Places are kept as they are.
 */
export function wishedColumns(scene: Scene, x: Float64Array): Float64Array {
  const { start, neighbour, linkKind } = scene.adjacency
  const { layer } = scene.layering
  const isSide = (i: number): boolean => (layer[i] as number) >= mainLayerCount
  let right = -Infinity
  let left = Infinity
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) continue
    if (!isSide(i)) right = Math.max(right, x[i] as number)
    left = Math.min(left, x[i] as number)
  }
  let wishes = x.slice()
  for (let round = 0; round < 3; round++) {
    const next = wishes.slice()
    for (let i = 0; i < x.length; i++) {
      if (!Number.isNaN(x[i])) continue
      let sum = 0
      let weight = 0
      for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
        const other = neighbour[k] as number
        const at = wishes[other] as number
        if (Number.isNaN(at) || isSide(other) !== isSide(i)) continue
        const pull = pullOf[linkKind[k] as number] as number
        sum += pull * at
        weight += pull
      }
      if (weight > 0) next[i] = sum / weight
    }
    wishes = next
  }
  const fallback = (i: number): number => (isSide(i) ? -farLeft : Number.isFinite(right) ? right : left)
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(wishes[i])) wishes[i] = Number.isFinite(left) ? fallback(i) : 0
  }
  return wishes
}

export interface RowWish {
  readonly y: number
  /** The rows of its parents and children in a tree, between which it belongs. */
  readonly low: number
  readonly high: number
}

/** The row a new node would like: next to its parents or children in the tree, else in the middle of its band. */
export function targetRow(scene: Scene, y: Float64Array, i: number, middle: number): RowWish {
  const { start, neighbour } = scene.adjacency
  const { layer } = scene.layering
  let low = -Infinity
  let high = Infinity
  for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
    const other = neighbour[k] as number
    const at = y[other] as number
    if (Number.isNaN(at) || scene.band[other] !== scene.band[i]) continue
    if ((layer[other] as number) < (layer[i] as number)) low = Math.max(low, at)
    else if ((layer[other] as number) > (layer[i] as number)) high = Math.min(high, at)
  }
  const pitch = (scene.height[i] as number) + gapY
  const wish = low > -Infinity ? low + pitch : high < Infinity ? high - pitch : middle
  return low < high ? { y: wish, low, high } : { y: middle, low: -Infinity, high: Infinity }
}
