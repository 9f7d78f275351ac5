import { bandOfLayer, layerCount, mainLayerCount } from './layers.ts'
import { aspect, bandGap, captionStrip, gapX, gapY, levelGap, regionRim, sideGap } from './measures.ts'

/** What a layer takes up: enough to choose the width of the picture before anything is placed. */
export interface LayerSizes {
  readonly count: Uint32Array
  /** Sum of the widths, widest box, and sum of the heights, gaps included. */
  readonly widths: Float64Array
  readonly widest: Float64Array
  readonly heights: Float64Array
}

export interface Frame {
  /** Width of the main stack and of the side stack; 0 = empty. */
  readonly main: number
  readonly side: number
}

export function measureLayers(layer: Uint8Array, width: Float64Array, height: Float64Array): LayerSizes {
  const count = new Uint32Array(layerCount)
  const widths = new Float64Array(layerCount)
  const widest = new Float64Array(layerCount)
  const heights = new Float64Array(layerCount)
  for (let i = 0; i < layer.length; i++) {
    const at = layer[i] as number
    const wide = (width[i] as number) + gapX
    count[at] = (count[at] as number) + 1
    widths[at] = (widths[at] as number) + wide
    widest[at] = Math.max(widest[at] as number, wide)
    heights[at] = (heights[at] as number) + (height[i] as number) + gapY
  }
  return { count, widths, widest, heights }
}

/** The width at which the whole picture has the aspect aimed at, by bisection; O(1) in the size of the graph. */
export function chooseFrame(sizes: LayerSizes): Frame {
  let low = 0
  let high = 0
  for (let at = 0; at < mainLayerCount; at++) {
    low = Math.max(low, sizes.widest[at] as number)
    high = Math.max(high, sizes.widths[at] as number)
  }
  for (let round = 0; round < 40 && high - low > 1; round++) {
    const middle = (low + high) / 2
    const tall = Math.max(heightAt(sizes, middle), 1)
    const side = sideWidth(sizes, tall)
    const wide = middle + side + (side > 0 ? sideGap(middle) : 0)
    if (wide / Math.max(tall, sideHeight(sizes, side)) > aspect) high = middle
    else low = middle
  }
  return { main: high, side: sideWidth(sizes, heightAt(sizes, high)) }
}

/** A wider frame for a main stack that came out `tall`er than it should. */
export function widenFrame(sizes: LayerSizes, frame: Frame, tall: number): Frame {
  if (frame.main === 0 || tall <= 0) return frame
  const side = sideWidth(sizes, tall)
  const wide = frame.main + side + (side > 0 ? sideGap(frame.main) : 0)
  const main = frame.main * Math.sqrt((aspect * Math.max(tall, sideHeight(sizes, side))) / wide)
  return main <= frame.main ? { main: frame.main, side } : { main, side: sideWidth(sizes, (tall * frame.main) / main) }
}

function heightAt(sizes: LayerSizes, width: number): number {
  let tall = 0
  let band = -1
  for (let at = 0; at < mainLayerCount; at++) {
    const count = sizes.count[at] as number
    if (count === 0) continue
    if (band !== -1) tall += bandOfLayer(at) === band ? levelGap : bandGap(width)
    band = bandOfLayer(at)
    tall += rowsAt(sizes, at, width) * ((sizes.heights[at] as number) / count)
  }
  return tall
}

/** Rows of a layer at a width; a tenth is kept free, for balance and for what will be added later. */
export function rowsAt(sizes: LayerSizes, at: number, width: number): number {
  const wide = sizes.widths[at] as number
  return wide <= width ? 1 : Math.ceil((wide * 1.1) / width)
}

function sideWidth(sizes: LayerSizes, mainHeight: number): number {
  let area = 0
  let widest = 0
  for (let at = mainLayerCount; at < layerCount; at++) {
    const count = sizes.count[at] as number
    if (count === 0) continue
    area += ((sizes.widths[at] as number) * (sizes.heights[at] as number)) / count
    widest = Math.max(widest, sizes.widest[at] as number)
  }
  if (area === 0) return 0
  const tall = Math.max(mainHeight, Math.sqrt(area / aspect))
  return Math.max(1, Math.ceil((area * 1.05) / tall / widest)) * widest
}

function sideHeight(sizes: LayerSizes, side: number): number {
  if (side === 0) return 0
  let tall = 0
  for (let at = mainLayerCount; at < layerCount; at++) {
    const count = sizes.count[at] as number
    if (count > 0) tall += ((sizes.widths[at] as number) / side) * ((sizes.heights[at] as number) / count)
  }
  return tall + captionStrip + 2 * regionRim
}
