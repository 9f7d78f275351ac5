import type { Region } from '../layout.ts'
import { bandIds, firstSideBand } from './layers.ts'
import { captionStrip, regionRim } from './measures.ts'
import type { Scene } from './scene.ts'

/** Smallest rectangle of a band; empty while top > bottom. */
export interface Extent {
  left: number
  right: number
  top: number
  bottom: number
}

/** Extents of all bands over the nodes that `counts` lets in. */
export function measureBands(
  scene: Scene,
  x: Float64Array | Float32Array,
  y: Float64Array | Float32Array,
  counts: (node: number) => boolean,
): readonly Extent[] {
  const extents = bandIds.map((): Extent => ({ left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }))
  for (let i = 0; i < x.length; i++) {
    if (!counts(i)) continue
    const extent = extents[scene.band[i] as number] as Extent
    const halfWidth = (scene.width[i] as number) / 2
    const halfHeight = (scene.height[i] as number) / 2
    extent.left = Math.min(extent.left, (x[i] as number) - halfWidth)
    extent.right = Math.max(extent.right, (x[i] as number) + halfWidth)
    extent.top = Math.min(extent.top, (y[i] as number) - halfHeight)
    extent.bottom = Math.max(extent.bottom, (y[i] as number) + halfHeight)
  }
  return extents
}

/** The rectangle around two. */
export function unite(a: Extent, b: Extent): Extent {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** Caption rectangles: the bands of a stack are equally wide, and the side stack reaches down as far as the main one. */
export function regionsOf(extents: readonly Extent[]): readonly Region[] {
  const regions: Region[] = []
  for (const side of [false, true]) {
    const bands = extents.flatMap((extent, band) =>
      band >= firstSideBand === side && extent.top <= extent.bottom ? [band] : [],
    )
    const own = bands.map((band) => extents[band] as Extent)
    const left = Math.min(...own.map((extent) => extent.left)) - regionRim
    const right = Math.max(...own.map((extent) => extent.right)) + regionRim
    const deepest = Math.max(...regions.map((region) => region.y + region.height))
    for (const [k, band] of bands.entries()) {
      const { top, bottom } = extents[band] as Extent
      const y = top - regionRim - captionStrip
      const end = side && k === bands.length - 1 ? Math.max(bottom + regionRim, deepest) : bottom + regionRim
      regions.push({ id: bandIds[band] ?? 'initiatives', x: left, y, width: right - left, height: end - y })
    }
  }
  return regions
}
