import type { Collection, Core } from 'cytoscape'

/** Free space around what is framed, in px; at the lower edge lie the folded legend and the controls. */
const padding = 28
const foot = 48
/** Framing few nodes does not blow them up beyond this. */
const closest = 1.15
const duration = 300

/** Everything that is part of the map: no grounds or captions. */
export function mapElements(cy: Core): Collection {
  return cy.elements().not('.region, .caption')
}

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export function mayAnimate(cy: Core): boolean {
  return !still() && cy.nodes().length <= 300
}

/**
 * Shows all of it, grounds and captions included. Asking every element for its box settles styles and links here, in
 * the task that made them: left to the first frame they make one long pause of it.
 */
export function fitAll(cy: Core, animate: boolean): void {
  const all = cy.elements()
  if (all.nonempty()) frame(cy, all, animate)
}

/** Brings these into view, as large as fits. */
export function frame(cy: Core, elements: Collection, animate: boolean): void {
  const { w, h, x1, x2, y1, y2 } = elements.boundingBox({ includeOverlays: false })
  const free = Math.min(padding, cy.width() / 8, cy.height() / 8)
  const room = { w: cy.width() - 2 * free, h: cy.height() - 2 * free - foot }
  const fitting = Math.min(room.w / Math.max(w, 1), room.h / Math.max(h, 1))
  const zoom = Math.min(closest, Math.max(cy.minZoom(), fitting))
  const pan = { x: cy.width() / 2 - (zoom * (x1 + x2)) / 2, y: (cy.height() - foot) / 2 - (zoom * (y1 + y2)) / 2 }
  moveTo(cy, zoom, pan, animate)
}

/** Moves these into view if they lie outside it; leaves the zoom alone. */
export function reveal(cy: Core, elements: Collection): void {
  if (elements.empty()) return
  const box = elements.renderedBoundingBox({ includeOverlays: false })
  const inside = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= cy.width() && box.y2 <= cy.height()
  if (inside) return
  const { x, y } = cy.pan()
  const pan = { x: x + cy.width() / 2 - (box.x1 + box.x2) / 2, y: y + cy.height() / 2 - (box.y1 + box.y2) / 2 }
  moveTo(cy, cy.zoom(), pan, true)
}

export function zoomBy(cy: Core, factor: number): void {
  const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor))
  const scale = level / cy.zoom()
  const centre = { x: cy.width() / 2, y: cy.height() / 2 }
  const { x, y } = cy.pan()
  const pan = { x: centre.x + (x - centre.x) * scale, y: centre.y + (y - centre.y) * scale }
  moveTo(cy, level, pan, false)
}

function moveTo(cy: Core, zoom: number, pan: { x: number; y: number }, animate: boolean): void {
  cy.stop()
  if (animate && !still()) cy.animate({ zoom, pan }, { duration, easing: 'ease-in-out-cubic' })
  else cy.viewport({ zoom, pan })
}
