import { type Adjacency, buildAdjacency } from '../adjacency.ts'
import type { LayoutGraph } from '../layout.ts'
import { chooseFrame, type Frame, type LayerSizes, measureLayers } from './frame.ts'
import { assignLayers, bandOfLayer, type Layering } from './layers.ts'

/** Beyond this no picture lies; a position out there is a fault of the caller and counts as none. */
const farAway = 1e7
const widestBox = 4096

/** Everything the steps of the layout share, computed once. */
export interface Scene {
  readonly adjacency: Adjacency
  readonly layering: Layering
  /** Band of each node: index in `bandIds`. */
  readonly band: Uint8Array
  /** Box sizes, made sane. */
  readonly width: Float64Array
  readonly height: Float64Array
  readonly sizes: LayerSizes
  readonly frame: Frame
  /** Previous centres, NaN = none, and whether any node that may move has one. */
  readonly previousX: Float64Array
  readonly previousY: Float64Array
  readonly hasPrevious: boolean
  /** 1 = stays at its previous position. */
  readonly fixed: Uint8Array
}

export function buildScene(graph: LayoutGraph): Scene {
  const count = graph.kind.length
  const adjacency = buildAdjacency(count, graph.source, graph.target, graph.linkKind)
  const layering = assignLayers(graph, adjacency)
  const band = layering.layer.map(bandOfLayer)
  const width = Float64Array.from(graph.width, saneSize)
  const height = Float64Array.from(graph.height, saneSize)
  const sizes = measureLayers(layering.layer, width, height)
  const previousX = new Float64Array(count).fill(Number.NaN)
  const previousY = new Float64Array(count).fill(Number.NaN)
  const fixed = new Uint8Array(count)
  let hasPrevious = false
  for (let i = 0; i < count; i++) {
    const x = graph.x[i] as number
    const y = graph.y[i] as number
    const pinned = graph.fixed[i] === 1
    const near = Math.abs(x) <= farAway && Math.abs(y) <= farAway
    if (!near && !(pinned && Number.isFinite(x) && Number.isFinite(y))) continue
    previousX[i] = x
    previousY[i] = y
    fixed[i] = pinned ? 1 : 0
    hasPrevious ||= near
  }
  const frame = chooseFrame(sizes)
  return { adjacency, layering, band, width, height, sizes, frame, previousX, previousY, hasPrevious, fixed }
}

function saneSize(size: number): number {
  return size >= 1 ? Math.min(size, widestBox) : 1
}
