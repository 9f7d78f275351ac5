import { fontFamily } from '../theme/node-looks.ts'
import type { Palette } from '../theme/palette.ts'
import type { LegendSection } from './legend-entries.ts'
import { measureFor } from './measure-text.ts'
import { type LegendSymbol, symbolHeight, symbolWidth } from './symbols.ts'
import { wrapLabel } from './wrap-label.ts'

/** What stands around the map in an exported picture; null or empty leaves it out. */
export interface FrameContent {
  readonly title: string | null
  readonly date: string | null
  readonly filter: string | null
  readonly legend: readonly LegendSection[]
}

interface TextItem {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly muted: boolean
}

/** Header and legend laid out for a width, in px at scale 1; nothing is cut: long text wraps, the legend flows. */
export interface Frame {
  readonly headerHeight: number
  readonly legendHeight: number
  readonly header: readonly TextItem[]
  /** Relative to the top of the legend. */
  readonly legend: readonly TextItem[]
  readonly symbols: readonly { readonly symbol: LegendSymbol; readonly x: number; readonly y: number }[]
}

const margin = 24
const entryHeight = 26
const entryGap = 22
/** Below this width the frame would be all wrapping. */
export const leastWidth = 480

export function layoutFrame(content: FrameContent, width: number): Frame {
  const header = layoutHeader(content, width)
  const legend = layoutLegend(content.legend, width)
  return { ...header, ...legend }
}

function layoutHeader(content: FrameContent, width: number): Pick<Frame, 'header' | 'headerHeight'> {
  const header: TextItem[] = []
  let y = margin
  const write = (text: string, size: number, weight: TextItem['weight'], muted: boolean) => {
    for (const line of wrapLabel(text, width - 2 * margin, measureFor(size, weight), 50)) {
      y += Math.round(size * 1.3)
      header.push({ text: line, x: margin, y: y - Math.round(size * 0.25), size, weight, muted })
    }
  }
  if (content.title !== null) write(content.title, 24, 600, false)
  const below = [content.date, content.filter].filter((text) => text !== null)
  for (const text of below) write(text, 14, 400, true)
  return { header, headerHeight: header.length > 0 ? y + 10 : 0 }
}

function layoutLegend(
  sections: readonly LegendSection[],
  width: number,
): Pick<Frame, 'legend' | 'legendHeight' | 'symbols'> {
  const legend: TextItem[] = []
  const symbols: { symbol: LegendSymbol; x: number; y: number }[] = []
  if (sections.length === 0) return { legend, symbols, legendHeight: 0 }
  const measure = measureFor(13, 400)
  const entryWidth = (label: string) => symbolWidth + 8 + measure(label)
  const headings = Math.max(...sections.map((section) => measureFor(13, 600)(section.title))) + 20
  const widest = Math.max(...sections.flatMap(({ entries }) => entries.map((entry) => entryWidth(entry.label))))
  // Where there is no room for entries beside the headings they stand below them.
  const beside = margin + headings + widest <= width - margin
  const start = beside ? margin + headings : margin
  let y = 14
  for (const section of sections) {
    let x = start
    legend.push({ text: section.title, x: margin, y: y + 17, size: 13, weight: 600, muted: true })
    if (!beside) y += entryHeight
    for (const { symbol, label } of section.entries) {
      const wide = entryWidth(label)
      if (x + wide > width - margin && x > start) {
        x = start
        y += entryHeight
      }
      symbols.push({ symbol, x, y })
      legend.push({ text: label, x: x + symbolWidth + 8, y: y + 17, size: 13, weight: 400, muted: false })
      x += wide + entryGap
    }
    y += entryHeight + 4
  }
  return { legend, symbols, legendHeight: y + 14 }
}

/** Draws header and legend; the context is scaled so that one unit is one px at scale 1. */
export function paintFrame(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: Palette,
  legendTop: number,
  width: number,
  images: ReadonlyMap<LegendSymbol, HTMLImageElement>,
): void {
  for (const item of frame.header) write(context, item, palette, 0)
  if (frame.legendHeight === 0) return
  context.fillStyle = palette.border
  context.fillRect(0, legendTop, width, 1)
  for (const item of frame.legend) write(context, item, palette, legendTop)
  for (const { symbol, x, y } of frame.symbols) {
    const image = images.get(symbol)
    if (image) context.drawImage(image, x, legendTop + y, symbolWidth, symbolHeight)
  }
}

function write(context: CanvasRenderingContext2D, item: TextItem, palette: Palette, top: number): void {
  context.font = `${item.weight} ${item.size}px ${fontFamily}`
  context.fillStyle = item.muted ? palette.mutedText : palette.text
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillText(item.text, item.x, top + item.y)
}
