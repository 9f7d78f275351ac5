import type { State } from '../../shared/analysis/assessment.ts'
import type { Horizon, LinkKind, NodeKind } from '../../shared/model/map.ts'
import { horizonLooks, kindLooks, markDash, type Shape, stateBorders, typicalMarks } from '../theme/node-looks.ts'
import type { Palette } from '../theme/palette.ts'
import { type ArrowShape, linkLooks } from './link-looks.ts'

/** What the legend explains: the same tables that style the map, drawn small. */
export type LegendSymbol =
  | { readonly what: 'state'; readonly value: State }
  | { readonly what: 'horizon'; readonly value: Horizon }
  | { readonly what: 'kind'; readonly value: NodeKind }
  | { readonly what: 'link'; readonly value: LinkKind }
  | { readonly what: 'tick' | 'bar'; readonly value: 'yes' | 'no' | 'unknown' }

export const symbolWidth = 34
export const symbolHeight = 26
const centre = symbolWidth / 2
const middle = symbolHeight / 2

/** The symbol as an SVG picture in a data address, `symbolWidth` x `symbolHeight` px. */
export function symbolPicture(symbol: LegendSymbol, palette: Palette): string {
  const inside = drawSymbol(symbol, palette)
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${symbolWidth}" height="${symbolHeight}" viewBox="0 0 ${symbolWidth} ${symbolHeight}">${inside}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(text)}`
}

function drawSymbol(symbol: LegendSymbol, palette: Palette): string {
  switch (symbol.what) {
    case 'state':
      return drawState(symbol.value, palette)
    case 'horizon': {
      const { shape, filled } = horizonLooks[symbol.value]
      const { fill, line } = palette.kinds.initiative
      return body(shape, `fill="${filled ? fill : palette.background}" stroke="${line}" stroke-width="1.5"`, 28, 16)
    }
    case 'kind': {
      const { fill, line } = palette.kinds[symbol.value]
      const tall = symbol.value === 'agency' ? 20 : 16
      return body(kindLooks[symbol.value].shape, `fill="${fill}" stroke="${line}" stroke-width="1.5"`, 28, tall)
    }
    case 'link':
      return drawLinkSymbol(symbol.value, palette)
    default: {
      const y = symbol.what === 'tick' ? middle + 4 : middle
      const colour = palette.text
      return symbol.what === 'tick'
        ? tick(y, markPaint(symbol.value, colour, palette), 1.5)
        : bar(y, markPaint(symbol.value, colour, palette))
    }
  }
}

function drawState(state: State, palette: Palette): string {
  const { fill, line } = palette.states[state]
  const border = stateBorders[state]
  const width = 26
  const height = 12
  const scale = 0.55
  const dash = border.dash ? ` stroke-dasharray="${border.dash.map((d) => d * scale).join(' ')}"` : ''
  const at = (thick: number) => `fill="${fill}" stroke="${line}" stroke-width="${thick}"${dash}`
  const block = { name: 'round-rectangle' } as const
  const outline =
    border.style === 'double'
      ? body(block, at(1.1), width, height) +
        body(block, `fill="none" stroke="${line}" stroke-width="1.1"`, width - 5, height - 5)
      : body(block, at(Math.max(1, border.width * 0.65)), width, height)
  const marks = typicalMarks[state]
  return (
    outline +
    tick(middle - height / 2 - 0.5, markPaint(marks.lineOfSight, line, palette), 1) +
    bar(middle + height / 2 + 3, markPaint(marks.anchorage, line, palette))
  )
}

function markPaint(judgement: 'yes' | 'no' | 'unknown', colour: string, palette: Palette): string {
  const { filled, dash } = markDash[judgement]
  return `fill="${filled ? colour : palette.background}" stroke="${colour}" stroke-width="1"${dash === null ? '' : ' stroke-dasharray="1.4 1.2"'}`
}

const tick = (bottom: number, paint: string, scale: number): string =>
  `<path d="M${centre - 5 * scale} ${bottom} L${centre} ${bottom - 5.5 * scale} L${centre + 5 * scale} ${bottom} Z" stroke-linejoin="round" ${paint}/>`

const bar = (y: number, paint: string): string =>
  `<rect x="${centre - 9}" y="${y - 1.8}" width="18" height="3.6" rx="1" ${paint}/>`

function body({ name, points }: Shape, paint: string, width: number, height: number): string {
  const x = centre - width / 2
  const y = middle - height / 2
  switch (name) {
    case 'ellipse':
      return `<ellipse cx="${centre}" cy="${middle}" rx="${width / 2}" ry="${height / 2}" ${paint}/>`
    case 'round-rectangle':
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" ${paint}/>`
    case 'rectangle':
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${paint}/>`
    case 'barrel': {
      const bend = height * 0.2
      return `<path d="M${x} ${y + bend} Q${centre} ${y - bend} ${x + width} ${y + bend} V${y + height - bend} Q${centre} ${y + height + bend} ${x} ${y + height - bend} Z" ${paint}/>`
    }
    default:
      return `<path d="${pathOf(points ?? diamond, width, height)}" stroke-linejoin="round" ${paint}/>`
  }
}

const diamond = [0, -1, 1, 0, 0, 1, -1, 0]

function pathOf(points: readonly number[], width: number, height: number): string {
  const parts: string[] = []
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = centre + ((points[i] ?? 0) * width) / 2
    const y = middle + ((points[i + 1] ?? 0) * height) / 2
    parts.push(`${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
  }
  return `${parts.join(' ')} Z`
}

function drawLinkSymbol(kind: LinkKind, palette: Palette): string {
  const look = linkLooks[kind]
  const colour = palette.mutedText
  const dash = look.dash ?? (look.style === 'dotted' ? [1, 2.4] : null)
  const dashes = dash ? ` stroke-dasharray="${dash.map((d) => d * 0.7).join(' ')}"` : ''
  const from = look.bothWays ? 8 : 1
  const line = `<path d="M${from} ${middle} H${symbolWidth - 8}" stroke="${colour}" stroke-width="${look.width}" fill="none"${dashes}/>`
  const fill = look.arrowFill === 'filled' ? colour : palette.background
  const head = arrowHead(look.arrow, symbolWidth - 8, colour, fill)
  return line + head + (look.bothWays ? `<g transform="scale(-1 1) translate(-${symbolWidth} 0)">${head}</g>` : '')
}

function arrowHead(arrow: ArrowShape, x: number, colour: string, fill: string): string {
  const paint = `fill="${fill}" stroke="${colour}" stroke-width="1.2" stroke-linejoin="round"`
  switch (arrow) {
    case 'triangle':
      return `<path d="M${x} ${middle - 4} L${x + 7} ${middle} L${x} ${middle + 4} Z" ${paint}/>`
    case 'vee':
      return `<path d="M${x - 1} ${middle - 4} L${x + 7} ${middle} L${x - 1} ${middle + 4} L${x + 1.5} ${middle} Z" ${paint}/>`
    case 'circle':
      return `<circle cx="${x + 3.5}" cy="${middle}" r="3.5" ${paint}/>`
    case 'square':
      return `<rect x="${x}" y="${middle - 3.2}" width="6.4" height="6.4" ${paint}/>`
    case 'diamond':
      return `<path d="M${x} ${middle} L${x + 3.6} ${middle - 3.6} L${x + 7.2} ${middle} L${x + 3.6} ${middle + 3.6} Z" ${paint}/>`
    case 'tee':
      return `<rect x="${x + 4}" y="${middle - 4.5}" width="2" height="9" fill="${colour}"/>`
    case 'none':
      return ''
  }
}
