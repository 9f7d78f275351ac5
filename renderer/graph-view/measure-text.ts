import { fontFamily } from '../theme/node-looks.ts'
import type { Measure } from './wrap-label.ts'

let context: CanvasRenderingContext2D | null | undefined
const measures = new Map<string, Measure>()

/**
 * A measure for one font that adds up widths of single characters, each measured once: a thousand names cost a few
 * milliseconds. Kerning is left out, which makes a name a little wider than drawn, never narrower by more than a pixel.
 */
export function measureFor(fontSize: number, fontWeight: number): Measure {
  const font = `${fontWeight} ${fontSize}px ${fontFamily}`
  const known = measures.get(font)
  if (known) return known
  const widths = new Map<string, number>()
  const widthOf = (character: string): number => {
    const old = widths.get(character)
    if (old !== undefined) return old
    const width = drawnWidth(character, font) ?? fontSize * 0.56
    widths.set(character, width)
    return width
  }
  const measure: Measure = (text) => {
    let sum = 0
    for (const character of text) sum += widthOf(character)
    return sum
  }
  measures.set(font, measure)
  return measure
}

/** Widths measured before the font had come are wrong. */
export function forgetMeasures(): void {
  measures.clear()
}

/** Null where there is no canvas: tests in Node make do with an average. */
function drawnWidth(text: string, font: string): number | null {
  if (context === undefined) {
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  }
  if (!context) return null
  context.font = font
  return context.measureText(text).width
}
