import type { Core } from 'cytoscape'
import { enlarge, fontFamily, hubFontSize, kindLooks, smallestType } from '../theme/node-looks.ts'
import type { Palette, Theme } from '../theme/palette.ts'
import { wordHeight } from './marks.ts'
import { measureFor } from './measure-text.ts'
import type { PictureNode } from './picture.ts'
import { wrapLabel } from './wrap-label.ts'

/** Type on screen, in px, of names seen from afar, and the body that is too small for even that. */
const farType = 9
const leastWidth = 36
const weight = 500

/**
 * True if the map itself does not draw names of this size, in model px. Cytoscape draws text for levels of detail that
 * are powers of two and asks at the level whether it is large enough.
 */
function isSmall(cy: Core, fontSize: number): boolean {
  const { devicePixelRatio: ratio } = window
  return fontSize * 2 ** Math.ceil(Math.log2(cy.zoom() * ratio)) < smallestType * ratio
}

/** True if the name of this node is left to `drawFarNames`. */
export function nameIsSmall(cy: Core, { hub, kind }: PictureNode): boolean {
  return isSmall(cy, hub && !hub.open ? hubFontSize : kindLooks[kind].fontSize)
}

export function someNamesAreSmall(cy: Core): boolean {
  return isSmall(cy, Math.min(...Object.values(kindLooks).map((look) => look.fontSize)))
}

/**
 * When the map is seen from afar its own names are too small to draw; as much of each as fits its body is written here
 * at a size that can be read. `context` is in model coordinates. O(nodes in view).
 */
export function drawFarNames(
  context: CanvasRenderingContext2D,
  cy: Core,
  nodes: Iterable<PictureNode>,
  palette: Palette,
  theme: Theme,
): void {
  const zoom = cy.zoom()
  const { type } = enlarge[theme]
  const size = farType * (type > 1 ? 1.15 : 1)
  const { x1, x2, y1, y2 } = cy.extent()
  context.font = `${weight} ${size / zoom}px ${fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const node of nodes) {
    if (!nameIsSmall(cy, node) || node.width * zoom < leastWidth) continue
    const found = cy.getElementById(node.id)
    if (found.empty()) continue
    const { x, y } = found.position()
    if (x < x1 || x > x2 || y < y1 || y > y2) continue
    context.fillStyle = (node.face ? palette.states[node.face.state] : palette.kinds[node.kind]).ink
    const lines = farLines(node, zoom, size)
    const middle = node.face ? y - wordHeight / 2 : node.hub?.states ? y - wordHeight / 4 : y
    for (const [i, line] of lines.entries()) {
      context.fillText(line, x, middle + ((i - (lines.length - 1) / 2) * size * 1.08) / zoom)
    }
  }
}

/** As many lines as the body holds, its room for words as wide as from near. */
function farLines(node: PictureNode, zoom: number, size: number): readonly string[] {
  const look = kindLooks[node.kind]
  const width = zoom * (node.width - (look.width - look.textWidth) * 0.35)
  const height = zoom * (node.height - (node.face || node.hub?.states ? wordHeight : 0))
  const room = Math.max(1, Math.min(3, Math.floor(height / (size * 1.08))))
  return wrapLabel(node.name, width, measureFor(size, weight), room)
}
