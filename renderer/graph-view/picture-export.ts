import type { Core } from 'cytoscape'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { indexMap } from '../../shared/model/map-index.ts'
import type { PictureOptions, PictureSize } from '../store/map-handle.ts'
import { store } from '../store/store.ts'
import { palettes } from '../theme/palette.ts'
import { filterSentence } from './filter-sentence.ts'
import { legendSections, presentIn } from './legend-entries.ts'
import { type Frame, layoutFrame, leastWidth, paintFrame } from './picture-frame.ts'
import { drawAll, picturesLoaded } from './renderer-seam.ts'
import type { Scene } from './scene.ts'
import { type LegendSymbol, symbolPicture } from './symbols.ts'

/** Chromium gives an empty picture, silently, beyond this on a side (and beyond its square in all). */
const largestSide = 16_384
/** A picture of this width, in px at scale 1, has its frame at the ordinary size. */
const ordinaryWidth = 1600
const rim = 24

interface Plan {
  /** What of the map is drawn, in model coordinates, and how many px a model unit takes at scale 1. */
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly mapWidth: number
  readonly mapHeight: number
  readonly width: number
  readonly height: number
  /** Height of the frame's header, and how much the frame is enlarged. */
  readonly header: number
  readonly enlarged: number
  readonly frame: Frame
}

function planPicture(cy: Core, scene: Scene, options: PictureOptions): Plan | null {
  const { picture, inputs } = scene
  const { filter, today } = store.getState()
  if (!picture || !inputs || picture.nodes.size === 0) return null
  const whole = options.area === 'whole'
  const box = whole ? cy.elements().boundingBox({ includeOverlays: false }) : cy.extent()
  const zoom = whole ? 1 : cy.zoom()
  const pad = whole ? rim : 0
  const mapWidth = Math.ceil(box.w * zoom + 2 * pad)
  const mapHeight = Math.ceil(box.h * zoom + 2 * pad)
  const width = Math.max(mapWidth, leastWidth)
  const sentence = options.filter ? filterSentence(filter, indexMap(inputs.map), inputs.m) : null
  // On a large picture the words around the map grow with it, or nobody could read them on a page.
  const enlarged = Math.max(1, width / ordinaryWidth)
  const frame = layoutFrame(
    {
      title: options.title ? inputs.map.title : null,
      date: options.date ? today : null,
      filter: sentence === null ? null : `${inputs.m.map.filterLabel}: ${sentence}`,
      legend: options.legend ? legendSections(inputs.m, presentIn(picture)) : [],
    },
    width / enlarged,
  )
  const left = pad + (width - mapWidth) / 2
  return {
    x: box.x1 - left / zoom,
    y: box.y1 - pad / zoom,
    zoom,
    mapWidth: width,
    mapHeight,
    width,
    header: frame.headerHeight * enlarged,
    height: (frame.headerHeight + frame.legendHeight) * enlarged + mapHeight,
    enlarged,
    frame,
  }
}

/** Size in px at the chosen scale, and why it cannot be drawn if so. */
export function pictureSize(cy: Core, scene: Scene, options: PictureOptions): PictureSize {
  const plan = planPicture(cy, scene, options)
  if (!plan) return { width: 0, height: 0, problem: problem('picture-failed') }
  return sizeAt(plan, options.scale)
}

function sizeAt(plan: { readonly width: number; readonly height: number }, scale: number): PictureSize {
  const width = Math.round(plan.width * scale)
  const height = Math.round(plan.height * scale)
  if (Math.max(width, height) <= largestSide) return { width, height }
  const most = largestSide / Math.max(plan.width, plan.height)
  // Whole scales are what is on offer; below 1 only a fraction helps.
  const fits = most >= 1 ? Math.floor(most) : Math.floor(most * 100) / 100
  return { width, height, problem: problem('picture-too-large', { width, height, scale: fits }) }
}

/**
 * Draws the map as it stands (neither selection nor focus), with title, date, filter and legend around it. Never an empty
 * picture: what the browser cannot draw is a Problem.
 */
export async function renderPicture(cy: Core, scene: Scene, options: PictureOptions): Promise<Result<Blob>> {
  const plan = planPicture(cy, scene, options)
  const inputs = scene.inputs
  if (!plan || !inputs) return fail(problem('picture-failed'))
  const size = sizeAt(plan, options.scale)
  if (size.problem) return fail(size.problem)
  const palette = palettes[inputs.theme]
  const symbols = plan.frame.symbols.map(({ symbol }) => symbol)
  const images = new Map<LegendSymbol, HTMLImageElement>()
  await Promise.all(symbols.map(async (symbol) => images.set(symbol, await loadImage(symbolPicture(symbol, palette)))))
  await picturesLoaded(
    cy,
    cy
      .nodes()
      .map((node) => (node.data('pictures') ?? []) as readonly string[])
      .flat(),
  )

  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (!context) return fail(problem('picture-failed'))
  const { scale } = options
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = palette.background
  context.fillRect(0, 0, plan.width, plan.height)
  context.save()
  context.beginPath()
  context.rect(0, plan.header, plan.mapWidth, plan.mapHeight)
  context.clip()
  context.translate(0, plan.header)
  context.scale(plan.zoom, plan.zoom)
  context.translate(-plan.x, -plan.y)
  drawAll(cy, context)
  context.restore()
  const unit = scale * plan.enlarged
  context.setTransform(unit, 0, 0, unit, 0, 0)
  const legendTop = (plan.header + plan.mapHeight) / plan.enlarged
  paintFrame(context, plan.frame, palette, legendTop, plan.width / plan.enlarged, images)
  return encode(canvas)
}

function encode(canvas: HTMLCanvasElement): Promise<Result<Blob>> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob && blob.size > 0 ? ok(blob) : fail(problem('picture-failed'))), 'image/png')
  })
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode().catch(() => undefined)
  return image
}
