import type { Arrangement, Layout, LayoutGraph } from './layout.ts'
import { arrangeAfresh } from './line-of-sight/afresh.ts'
import { placed, recogniseBands } from './line-of-sight/recognise.ts'
import { measureBands, regionsOf } from './line-of-sight/regions.ts'
import { buildScene, type Scene } from './line-of-sight/scene.ts'
import { settle } from './line-of-sight/settle.ts'

/**
 * The default picture: goals on top in their tree, initiatives in the middle, departments below, then people and agencies,
 * then channels; what is adrift lies in a bay at the right. A layered drawing (Sugiyama, Tagawa and Toda 1981) whose
 * layers are wrapped into columns. Cold, it is built from nothing (`afresh.ts`); with previous positions it is
 * only added to (`settle.ts`). To tidy up from scratch, pass no positions but those of fixed nodes.
 * O((nodes + links) log nodes).
 */
export const lineOfSight: Layout = { id: 'line-of-sight', arrange }

function arrange(graph: LayoutGraph): Arrangement {
  const scene = buildScene(graph)
  const { x, y } = positions(scene)
  const outX = Float32Array.from(x)
  const outY = Float32Array.from(y)
  for (let i = 0; i < x.length; i++) {
    // The caller's own number, to the last bit, where nothing is to move.
    if (scene.fixed[i] === 1) continue
    outX[i] = Math.round((x[i] as number) * 2) / 2
    outY[i] = Math.round((y[i] as number) * 2) / 2
  }
  const standing = scene.fixed.includes(1) ? recogniseBands(scene, x, y).standing : undefined
  // A node that was dragged away from its band does not stretch the band's region.
  const fits = (i: number): boolean => standing === undefined || standing[i] === placed
  return { x: outX, y: outY, regions: regionsOf(measureBands(scene, outX, outY, fits)) }
}

function positions(scene: Scene): { readonly x: Float64Array; readonly y: Float64Array } {
  const { previousX, previousY, fixed } = scene
  if (scene.hasPrevious) {
    const recognised = recogniseBands(scene, previousX, previousY)
    if (recognised.usable) return settle(scene, previousX, previousY, recognised)
  }
  const { x, y } = arrangeAfresh(scene)
  if (!fixed.includes(1)) return { x, y }
  for (let i = 0; i < fixed.length; i++) {
    if (fixed[i] !== 1) continue
    x[i] = previousX[i] as number
    y[i] = previousY[i] as number
  }
  return settle(scene, x, y, recogniseBands(scene, x, y))
}
