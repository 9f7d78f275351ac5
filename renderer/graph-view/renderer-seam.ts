import type { Core, NodeCollection } from 'cytoscape'

/**
 * What we use of Cytoscape's renderer beyond its public interface; pinned with its version (3.34.4). One place, so that
 * an update, or a renderer of our own, has one file to satisfy.
 */
interface Renderer {
  textureOnViewport: boolean
  /** Draws elements in model coordinates, labels and pictures included. */
  drawElements(context: CanvasRenderingContext2D, elements: unknown): void
  drawElement(context: CanvasRenderingContext2D, element: unknown, shift: undefined, label: boolean): void
  getCachedZSortedEles(): unknown
  eleTextBiggerThanMin(element: unknown, scale?: number): boolean
  getCachedImage(address: string, crossOrigin: string, onLoad: () => void): HTMLImageElement
}

const rendererOf = (cy: Core): Renderer => (cy as unknown as { renderer(): Renderer }).renderer()

/** From so many elements on, panning and zooming move one picture instead of drawing anew (performance.md 1). */
export const textureFrom = 300

export function moveAsTexture(cy: Core, on: boolean): void {
  rendererOf(cy).textureOnViewport = on
}

/** Draws everything onto a canvas of ours. Labels are drawn whatever the zoom on screen would leave out. */
export function drawAll(cy: Core, context: CanvasRenderingContext2D): void {
  const renderer = rendererOf(cy)
  renderer.eleTextBiggerThanMin = () => true
  try {
    renderer.drawElements(context, renderer.getCachedZSortedEles())
  } finally {
    // Uncovers the prototype's own.
    Reflect.deleteProperty(renderer, 'eleTextBiggerThanMin')
  }
}

/** Draws these nodes onto a canvas of ours that is in model coordinates already, with their labels or without. */
export function drawSome(
  cy: Core,
  context: CanvasRenderingContext2D,
  nodes: NodeCollection,
  withLabel: (id: string) => boolean,
): void {
  const renderer = rendererOf(cy)
  nodes.forEach((node) => renderer.drawElement(context, node, undefined, withLabel(node.id())))
}

/** Resolves when every picture that nodes carry has come (they are data: it takes a moment, not a network). */
export async function picturesLoaded(cy: Core, addresses: Iterable<string>): Promise<void> {
  const renderer = rendererOf(cy)
  await Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const image = renderer.getCachedImage(address, 'anonymous', () => {})
      if (!image.complete) await image.decode().catch(() => undefined)
    }),
  )
}
