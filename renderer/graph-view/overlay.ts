import type { Collection, Core, EdgeSingular, NodeCollection, NodeSingular } from 'cytoscape'
import type { LinkKind } from '../../shared/model/map.ts'
import { enlarge, horizonLooks, kindLooks } from '../theme/node-looks.ts'
import { type Palette, palettes, type Theme } from '../theme/palette.ts'
import { drawFarNames, nameIsSmall, someNamesAreSmall } from './far-names.ts'
import { linkLooks } from './link-looks.ts'
import { type Box, traceArrow, traceShape } from './overlay-shapes.ts'
import type { Picture } from './picture.ts'
import { drawSome } from './renderer-seam.ts'
import type { Spotlight } from './spotlight.ts'

/** What lies on top of the map: who is selected, and what stands out of the ghosted rest. Ids are visible ids. */
export interface Markings {
  readonly picture: Picture
  readonly theme: Theme
  readonly selected: ReadonlySet<string>
  readonly selectedLink: string | null
  readonly spotlight: Spotlight | null
}

/**
 * A sheet over the canvas that is drawn after every frame of it. Focus, search and selection change only this sheet: no
 * element is restyled and the map itself is not drawn again, whatever its size (performance.md 2.3).
 */
export class Overlay {
  readonly #cy: Core
  readonly #sheet: HTMLCanvasElement
  #markings: Markings | null = null
  #blank = true

  constructor(cy: Core, sheet: HTMLCanvasElement) {
    this.#cy = cy
    this.#sheet = sheet
    cy.on('render', () => this.#draw())
  }

  show(markings: Markings): void {
    this.#markings = markings
    this.#draw()
  }

  #draw(): void {
    const marks = this.#markings
    const idle = !marks || (marks.selected.size === 0 && marks.selectedLink === null && marks.spotlight === null)
    const empty = idle && (!marks || !someNamesAreSmall(this.#cy))
    if (empty && this.#blank) return
    const context = this.#clear()
    this.#blank = empty
    if (!context || empty) return
    const cy = this.#cy
    const palette = palettes[marks.theme]
    drawFarNames(context, cy, marks.picture.nodes.values(), palette, marks.theme)
    if (marks.spotlight) {
      context.save()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.fillStyle = palette.veil
      context.fillRect(0, 0, this.#sheet.width, this.#sheet.height)
      context.restore()
      drawSpotlight(context, cy, marks.spotlight, palette, marks)
    }
    drawSelection(context, cy, palette, marks)
  }

  /** The sheet emptied, in model coordinates; null while it has no size. */
  #clear(): CanvasRenderingContext2D | null {
    const { devicePixelRatio: ratio } = window
    const width = Math.round(this.#cy.width() * ratio)
    const height = Math.round(this.#cy.height() * ratio)
    if (this.#sheet.width !== width || this.#sheet.height !== height) {
      this.#sheet.width = width
      this.#sheet.height = height
    }
    const context = width > 0 && height > 0 ? this.#sheet.getContext('2d') : null
    if (!context) return null
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    const { x, y } = this.#cy.pan()
    const scale = this.#cy.zoom() * ratio
    context.setTransform(scale, 0, 0, scale, x * ratio, y * ratio)
    return context
  }
}

function drawSpotlight(
  context: CanvasRenderingContext2D,
  cy: Core,
  spotlight: Spotlight,
  palette: Palette,
  marks: Markings,
): void {
  const { picture, theme } = marks
  const { line } = enlarge[theme]
  for (const id of spotlight.links) {
    const link = picture.links.get(id)
    if (link) drawEdge(context, cy.getElementById(id), link.kind, palette, 3 * line)
  }
  for (const { source, target, kind } of spotlight.proposals) {
    const from = boxOf(cy.getElementById(source))
    const to = boxOf(cy.getElementById(target))
    if (!from || !to) continue
    const start = edgeOfBox(from, to)
    drawLine(context, start, edgeOfBox(to, from), palette, 2.6 * line, [0.1, 6.5 * line])
    traceArrow(context, linkLooks[kind].arrow, start, edgeOfBox(to, from), 11 * line)
  }
  drawAgain(context, cy, collect(cy, spotlight.nodes).nodes(), palette, marks)
}

/** Draws these nodes over what lies on them, names included. */
function drawAgain(
  context: CanvasRenderingContext2D,
  cy: Core,
  found: NodeCollection,
  palette: Palette,
  { picture, theme }: Markings,
): void {
  const nodes = found.map((node) => picture.nodes.get(node.id())).filter((node) => node !== undefined)
  const named = new Set(nodes.filter((node) => !nameIsSmall(cy, node)).map((node) => node.id))
  drawSome(cy, context, found, (id) => named.has(id))
  drawFarNames(context, cy, nodes, palette, theme)
}

function drawSelection(context: CanvasRenderingContext2D, cy: Core, palette: Palette, marks: Markings): void {
  const { line } = enlarge[marks.theme]
  const chosen = collect(cy, marks.selected).nodes()
  // While something else is in focus its surroundings are not shown as well.
  if (marks.spotlight === null) {
    const beside = chosen.connectedEdges()
    beside.forEach((edge) => {
      const link = marks.picture.links.get(edge.id())
      if (link) drawEdge(context, edge, link.kind, palette, 2 * line)
    })
    const near = chosen.length === 1 ? beside.connectedNodes().difference(chosen).nodes() : cy.collection().nodes()
    near.forEach((node) => ring(context, node, marks.picture, palette, 1.8 * line, 0.55))
    drawAgain(context, cy, near, palette, marks)
  }
  chosen.forEach((node) => ring(context, node, marks.picture, palette, 3.5 * line, 1))
  // Marks reach out over the ring.
  drawAgain(context, cy, chosen, palette, marks)
  const selectedLink = marks.selectedLink === null ? undefined : marks.picture.links.get(marks.selectedLink)
  if (selectedLink) drawEdge(context, cy.getElementById(selectedLink.id), selectedLink.kind, palette, 4.5 * line)
}

function ring(
  context: CanvasRenderingContext2D,
  node: NodeSingular,
  picture: Picture,
  palette: Palette,
  width: number,
  opacity: number,
): void {
  const drawn = picture.nodes.get(node.id())
  const box = boxOf(node)
  if (!drawn || !box) return
  const shape = drawn.face ? horizonLooks[drawn.face.horizon].shape : kindLooks[drawn.kind].shape
  const gap = 2 * (width + 4)
  context.save()
  context.globalAlpha = opacity
  context.strokeStyle = palette.accent
  context.lineWidth = width
  context.lineJoin = 'round'
  traceShape(context, shape, { ...box, width: box.width + gap, height: box.height + gap })
  context.stroke()
  context.restore()
}

function drawEdge(
  context: CanvasRenderingContext2D,
  edge: EdgeSingular,
  kind: LinkKind,
  palette: Palette,
  width: number,
): void {
  if (edge.empty()) return
  const from = edge.sourceEndpoint()
  const to = edge.targetEndpoint()
  const look = linkLooks[kind]
  drawLine(context, from, to, palette, width, look.dash ?? (look.style === 'dotted' ? [0.1, 6] : []))
  traceArrow(context, look.arrow, from, to, 5 + 2 * width)
  if (look.bothWays) traceArrow(context, look.arrow, to, from, 5 + 2 * width)
}

interface Point {
  readonly x: number
  readonly y: number
}

function drawLine(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  palette: Palette,
  width: number,
  dash: readonly number[],
): void {
  context.strokeStyle = palette.accent
  context.fillStyle = palette.accent
  context.lineWidth = width
  context.lineCap = dash.length > 0 && (dash[0] ?? 0) < 1 ? 'round' : 'butt'
  context.setLineDash([...dash])
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
  context.setLineDash([])
}

function boxOf(node: NodeSingular): Box | null {
  if (node.empty()) return null
  const { x, y } = node.position()
  return { x, y, width: node.width(), height: node.height() }
}

/** Where the line between two centres leaves the first box. */
function edgeOfBox(box: Box, towards: Box): Point {
  const dx = towards.x - box.x
  const dy = towards.y - box.y
  const share = Math.min(box.width / 2 / Math.max(Math.abs(dx), 1e-6), box.height / 2 / Math.max(Math.abs(dy), 1e-6), 1)
  return { x: box.x + dx * share, y: box.y + dy * share }
}

function collect(cy: Core, ids: ReadonlySet<string>): Collection {
  const found = cy.collection()
  for (const id of ids) found.merge(cy.getElementById(id))
  return found
}
