import { FreeSpace } from './free-space.ts'
import { bandIds, firstSideBand } from './layers.ts'
import { splitMonotone } from './monotone-split.ts'
import { measureBands, unite } from './regions.ts'
import type { Scene } from './scene.ts'

/** What a node's old position is worth. */
export const unplaced = 0
export const placed = 1
/** Fixed, but not where its band lies: an obstacle, nothing else is to be learnt from it. */
const astray = 2

export interface Recognised {
  /** One of the three above for each node. */
  readonly standing: Uint8Array
  /** Whether enough of the old picture has the shape of this layout to build on it. */
  readonly usable: boolean
}

/**
 * Finds the bands in old positions, wherever they have been moved to. Nodes that now belong to another band (an initiative
 * that has come adrift) lose their place; so does everything if the picture comes from another layout.
 */
export function recogniseBands(scene: Scene, x: Float64Array, y: Float64Array): Recognised {
  const { band, fixed } = scene
  const count = band.length
  const standing = new Uint8Array(count)
  const known = Uint32Array.from(indices(count, (i) => Number.isFinite(x[i]) && Number.isFinite(y[i])))
  const isSide = (i: number): number => ((band[i] as number) >= firstSideBand ? 1 : 0)
  const stack = splitMonotone(known, x, isSide, 2)
  for (const side of [0, 1]) {
    const own = known.filter((i, k) => stack[k] === side && isSide(i) === side)
    const first = side === 0 ? 0 : firstSideBand
    const classes = side === 0 ? firstSideBand : bandIds.length - firstSideBand
    const found = splitMonotone(own, y, (i) => (band[i] as number) - first, classes)
    for (let k = 0; k < own.length; k++) {
      const i = own[k] as number
      if (found[k] === (band[i] as number) - first) standing[i] = placed
    }
  }
  let free = 0
  let lost = 0
  for (const i of known) {
    if (fixed[i] === 1) {
      if (standing[i] === unplaced) standing[i] = astray
    } else {
      free++
      if (standing[i] === unplaced) lost++
    }
  }
  // More new than old, or an old picture that is in disorder: better to begin again than to patch.
  const fresh = count - known.length + lost
  const disorder = lost + countOverlaps(scene, x, y, standing)
  return { standing, usable: disorder <= Math.max(2, free / 10) && fresh <= known.length - lost }
}

/** How many nodes that may move lie over others that may move. */
function countOverlaps(scene: Scene, x: Float64Array, y: Float64Array, standing: Uint8Array): number {
  const { width, height, fixed } = scene
  const loose = (i: number): boolean => standing[i] === placed && fixed[i] === 0
  const area = measureBands(scene, x, y, loose).reduce(unite)
  const space = new FreeSpace(x.length, area.left, area.top, area.right, area.bottom)
  let overlaps = 0
  for (let i = 0; i < x.length; i++) {
    if (!loose(i)) continue
    const box = [x[i] as number, y[i] as number, width[i] as number, height[i] as number] as const
    if (space.isFree(...box)) space.add(...box)
    else overlaps++
  }
  return overlaps
}

function* indices(count: number, test: (i: number) => boolean): Generator<number> {
  for (let i = 0; i < count; i++) if (test(i)) yield i
}
