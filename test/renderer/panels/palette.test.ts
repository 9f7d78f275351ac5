import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Palette, palettes, type Theme, type Tone } from '../../../renderer/theme/palette.ts'

const themes = Object.keys(palettes) as Theme[]
const tonesOf = (palette: Palette): (readonly [string, Tone])[] => [
  ...Object.entries(palette.states),
  ...Object.entries(palette.kinds),
]

type Rgb = readonly [number, number, number]

/** Linear light, 0 to 1. */
function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

type Matrix = readonly [Rgb, Rgb, Rgb]
const times = ([a, b, c]: Matrix, [x, y, z]: Rgb): Rgb => [
  a[0] * x + a[1] * y + a[2] * z,
  b[0] * x + b[1] * y + b[2] * z,
  c[0] * x + c[1] * y + c[2] * z,
]

/** Full colour-vision deficiencies in linear light: Machado, Oliveira and Fernandes 2009. */
const eyes: Readonly<Record<string, Matrix>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Distance in OKLab (Ottosson 2020); 0.02 is about what an eye can tell apart. */
function distance(a: string, b: string, eye: Matrix): number {
  const lab = (hex: string) => {
    const seen = times(eye, linear(hex)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb
    const cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      seen,
    )
    return times(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      cones.map(Math.cbrt) as unknown as Rgb,
    )
  }
  const [x, y] = [lab(a), lab(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

/** Custom properties of each theme as `tokens.css` states them. */
function readTokens(): Map<Theme, Map<string, string>> {
  const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8')
  const found = new Map<Theme, Map<string, string>>()
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const theme of themes.filter((one) => selector.replaceAll(/["']/g, '').includes(`[data-theme=${one}]`))) {
      const tokens = found.get(theme) ?? new Map<string, string>()
      for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]+);/g)) tokens.set(name, value)
      found.set(theme, tokens)
    }
  }
  return found
}

function expectedTokens({ states, kinds, ...plain }: Palette): Map<string, string> {
  const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const tones = (prefix: string, of: Readonly<Record<string, Tone>>) =>
    Object.entries(of).flatMap(([name, tone]) =>
      Object.entries(tone).map(([part, value]) => [`${prefix}-${name}-${part}`, value as string] as const),
    )
  return new Map([
    ...Object.entries(plain).map(([name, value]) => [kebab(name), value] as const),
    ...tones('state', states),
    ...tones('kind', kinds),
  ])
}

describe.each(themes)('the %s theme', (theme) => {
  const palette = palettes[theme]

  it('has the same colours for CSS as for the map', () => {
    expect(Object.fromEntries(readTokens().get(theme) ?? [])).toEqual(Object.fromEntries(expectedTokens(palette)))
  })

  it('has readable text on everything text stands on', () => {
    const pairs: (readonly [string, string])[] = [
      ...tonesOf(palette).map(([, tone]) => [tone.ink, tone.fill] as const),
      ...[palette.background, palette.surface, palette.raised, palette.sunken, palette.accentSoft].flatMap((ground) => [
        [palette.text, ground] as const,
        [palette.mutedText, ground] as const,
      ]),
      [palette.onAccent, palette.accent],
      ...[palette.background, palette.surface, palette.accentSoft].map((ground) => [palette.accent, ground] as const),
      [palette.problem, palette.surface],
      [palette.problem, palette.raised],
      [palette.warning, palette.surface],
    ]
    for (const [ink, ground] of pairs) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('has outlines and marks that stand out from the ground', () => {
    const lines = [...tonesOf(palette).map(([, tone]) => tone.line), palette.control, palette.link, palette.accent]
    for (const line of lines) {
      for (const ground of [palette.background, palette.surface])
        expect(contrast(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(Object.keys(eyes))('keeps the states apart for %s', (name) => {
    const eye = eyes[name] as Matrix
    const states = Object.entries(palette.states)
    for (const [at, [one, tone]] of states.entries()) {
      for (const [other, otherTone] of states.slice(at + 1))
        expect(distance(tone.line, otherTone.line, eye), `${one} and ${other}`).toBeGreaterThan(0.09)
    }
  })
})

it('draws the projector theme with more contrast than the light one', () => {
  const { light, projector } = palettes
  expect(contrast(projector.text, projector.background)).toBeGreaterThan(contrast(light.text, light.background))
  expect(contrast(projector.mutedText, projector.background)).toBeGreaterThan(7)
})
