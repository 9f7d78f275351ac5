import type { ElementDefinition } from 'cytoscape'
import type { Messages } from '../../shared/i18n/messages.ts'
import type { Position } from '../../shared/model/map.ts'
import { enlarge, horizonLooks } from '../theme/node-looks.ts'
import type { Palette, Theme } from '../theme/palette.ts'
import { barPicture, marksPicture } from './marks.ts'
import type { PictureLink, PictureNode } from './picture.ts'

/** What elements are made with besides the picture. */
export interface Drawing {
  readonly m: Messages
  readonly palette: Palette
  readonly theme: Theme
}

/** A node or link as Cytoscape wants it, with a signature that changes when it has to be drawn anew. */
export interface DrawnElement {
  readonly data: Record<string, unknown> & { readonly id: string }
  readonly classes: string
  readonly signature: string
  /** Addresses of the pictures it carries. */
  readonly pictures: readonly string[]
}

/** Bodies are taller where type is larger; boxes for the layout always leave room for it. */
function bodyHeight(node: PictureNode, theme: Theme): number {
  return Math.round(node.height * (theme === 'projector' ? 1.16 : 1))
}

export function drawNode(node: PictureNode, drawing: Drawing): DrawnElement {
  const { m } = drawing
  const height = bodyHeight(node, drawing.theme)
  const lines = [...node.lines]
  if (node.face?.end) lines.push(m.map.until(node.face.end))
  if (node.hub && !node.hub.open) lines.push(m.countOf(node.hub.count, node.hub.of))
  const pictures = picturesOf(node, height, drawing)
  const classes = [node.kind, ...pictures.classes]
  if (node.face) classes.push(node.face.state, node.face.horizon)
  if (node.face && !horizonLooks[node.face.horizon].filled) classes.push('outlined')
  if (node.hub) classes.push(node.hub.open ? 'open-hub' : 'hub')
  const data = { id: node.id, label: lines.join('\n'), w: node.width, h: height, pictures: pictures.addresses }
  return finish(data, classes, pictures.addresses)
}

function picturesOf(node: PictureNode, height: number, { m, palette, theme }: Drawing) {
  const { face, hub } = node
  if (face) {
    const tone = palette.states[face.state]
    const size = { width: node.width, height, type: enlarge[theme].type }
    const marks = marksPicture(face, m.states[face.state], tone, palette.background, size)
    return { addresses: [marks], classes: ['judged'] }
  }
  if (hub?.states) return { addresses: [barPicture(hub.states, palette, node.width - 48)], classes: ['counted'] }
  return { addresses: [], classes: [] }
}

export function drawLink(link: PictureLink): DrawnElement {
  const data = {
    id: link.id,
    source: link.source,
    target: link.target,
    count: link.count > 1 ? String(link.count) : '',
  }
  return finish(data, link.count > 1 ? [link.kind, link.count > 9 ? 'many' : 'several'] : [link.kind])
}

function finish(
  data: DrawnElement['data'],
  classes: readonly string[],
  pictures: readonly string[] = [],
): DrawnElement {
  const joined = classes.join(' ')
  return { data, classes: joined, pictures, signature: `${joined}\n${Object.values(data).join('\n')}` }
}

export function asDefinition(group: 'nodes' | 'edges', drawn: DrawnElement, at?: Position): ElementDefinition {
  const position = at ? { position: { x: at[0], y: at[1] } } : {}
  return { group, data: { ...drawn.data }, classes: drawn.classes, ...position }
}
