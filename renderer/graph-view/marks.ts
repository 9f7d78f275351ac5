import { type Judgement, type State, states } from '../../shared/analysis/assessment.ts'
import { markDash, markReach, typicalMarks } from '../theme/node-looks.ts'
import type { Palette, Tone } from '../theme/palette.ts'

/** Marks and bars as SVG pictures in a data address: few, cached, drawn alike on screen, in the legend and in exports. */
const cache = new Map<string, string>()

function svg(width: number, height: number, inside: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(text)}`
}

function remember(key: string, make: () => string): string {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  cache.set(key, made)
  return made
}

const strokes = (judgement: Judgement, colour: string, background: string): string => {
  const { filled, dash } = markDash[judgement]
  const dashes = dash === null ? '' : ` stroke-dasharray="${dash}"`
  return `fill="${filled ? colour : background}" stroke="${colour}" stroke-width="1.6"${dashes}`
}

/** The tick: a mast towards the goal, on top of the body. */
const tick = (x: number, bottom: number, paint: string): string =>
  `<path d="M${x - 9} ${bottom} L${x} ${bottom - 10} L${x + 9} ${bottom} Z" stroke-linejoin="round" ${paint}/>`

/** The bar: the quay below the body. */
const bar = (x: number, top: number, paint: string): string =>
  `<rect x="${x - 24}" y="${top + 2}" width="48" height="7" rx="2" ${paint}/>`

export interface Marks {
  readonly lineOfSight: Judgement
  readonly anchorage: Judgement
}

/** The strip at the foot of the body that holds the state's word. */
export const wordHeight = 18
// A picture cannot use the page's own font; any plain one of the system is near enough for one small word.
const wordFont = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/**
 * Tick and bar around a body of this size, and the state's word at its foot: one picture for all nodes that say the same.
 * It reaches `markReach` beyond the body above and below.
 */
export function marksPicture(
  marks: Marks,
  word: string,
  tone: Tone,
  background: string,
  size: { readonly width: number; readonly height: number; readonly type: number },
): string {
  const { width, height, type } = size
  const key = [marks.lineOfSight, marks.anchorage, word, tone.line, background, width, height, type].join(' ')
  return remember(key, () => {
    const fontSize = Math.min(12.5 * type, (width - 20) / (word.length * 0.57))
    const y = markReach + height - wordHeight / 2 - 1
    return svg(
      width,
      height + 2 * markReach,
      `${tick(width / 2, markReach, strokes(marks.lineOfSight, tone.line, background))}
      ${bar(width / 2, markReach + height, strokes(marks.anchorage, tone.line, background))}
      <text x="${width / 2}" y="${y}" font-family="${wordFont}" font-size="${fontSize.toFixed(1)}" font-weight="600" fill="${tone.ink}" text-anchor="middle">${escape(word)}</text>`,
    )
  })
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Shares of states: in each piece the upper stripe is the line of sight, the lower the anchorage, full or open as the marks. */
export function barPicture(counts: Readonly<Record<State, number>>, palette: Palette, width: number): string {
  const key = `bar ${states.map((state) => counts[state]).join(',')} ${palette.background} ${palette.text} ${width}`
  return remember(key, () => svg(width, barHeight, barPieces(counts, palette, width)))
}

export const barHeight = 12

function barPieces(counts: Readonly<Record<State, number>>, palette: Palette, width: number): string {
  const present = states.filter((state) => counts[state] > 0)
  const total = present.reduce((sum, state) => sum + counts[state], 0)
  const least = 6
  const free = width - present.length * (least + 2)
  let x = 0
  return present
    .map((state) => {
      const wide = least + (free * counts[state]) / total
      const stripe = (judgement: Judgement, y: number) =>
        `<rect x="${(x + 0.7).toFixed(1)}" y="${y + 0.7}" width="${(wide - 1.4).toFixed(1)}" height="4.6" ${strokes(judgement, palette.states[state].line, palette.surface).replace('1.6', '1.3')}/>`
      const piece = stripe(typicalMarks[state].lineOfSight, 0) + stripe(typicalMarks[state].anchorage, 6)
      x += wide + 2
      return piece
    })
    .join('')
}
