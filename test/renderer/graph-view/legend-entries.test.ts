import { describe, expect, test } from 'vitest'
import { legendSections, presentIn, presentInMap } from '../../../renderer/graph-view/legend-entries.ts'
import { linkLooks } from '../../../renderer/graph-view/link-looks.ts'
import { buildPicture } from '../../../renderer/graph-view/picture.ts'
import { styleSheet } from '../../../renderer/graph-view/style-sheet.ts'
import { symbolPicture } from '../../../renderer/graph-view/symbols.ts'
import { horizonLooks, kindLooks, stateBorders } from '../../../renderer/theme/node-looks.ts'
import { palettes } from '../../../renderer/theme/palette.ts'
import { states } from '../../../shared/analysis/assessment.ts'
import { messagesFor } from '../../../shared/i18n/messages.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import { horizons, nodeKinds } from '../../../shared/model/node-kinds.ts'
import { judged, portfolio } from './sample-map.ts'

const m = messagesFor('en')
const everything = {
  states: new Set(states),
  horizons: new Set(horizons),
  kinds: new Set(nodeKinds),
  links: new Set(linkKinds.map((entry) => entry.kind)),
}

describe('the legend', () => {
  const entries = legendSections(m, everything).flatMap((section) => section.entries)
  const explained = (what: string) =>
    entries.filter(({ symbol }) => symbol.what === what).map(({ symbol }) => symbol.value)

  test('explains every state, horizon, kind and link kind', () => {
    expect(explained('state')).toEqual(states)
    expect(explained('horizon')).toEqual(horizons)
    expect(explained('kind')).toEqual(nodeKinds.filter((kind) => kind !== 'initiative'))
    expect(explained('link')).toEqual(linkKinds.map((entry) => entry.kind))
  })

  test('gives each of them a picture of its own', () => {
    for (const what of ['state', 'horizon', 'kind', 'link']) {
      const pictures = entries
        .filter(({ symbol }) => symbol.what === what)
        .map(({ symbol }) => symbolPicture(symbol, palettes.light))
      expect(new Set(pictures).size).toBe(pictures.length)
    }
  })

  test('filters by state and horizon', () => {
    expect(entries.filter((entry) => entry.filter).length).toBe(states.length + horizons.length)
  })

  test('explains only what is there', () => {
    const map = portfolio(2, 2)
    const present = presentInMap(map, judged(map))
    expect(present).toEqual(presentIn(buildPicture(map, judged(map), null, new Set())))
    const titles = legendSections(m, present).map((section) => section.title)
    expect(titles).toEqual([
      m.map.legendStates,
      m.map.legendMarks,
      m.map.legendHorizons,
      m.map.legendKinds,
      m.map.legendLinks,
    ])
    expect(
      legendSections(m, { ...present, states: new Set(), horizons: new Set(), links: new Set(), kinds: new Set() }),
    ).toEqual([])
  })
})

describe('looks', () => {
  test('tell link kinds apart without colour', () => {
    const looks = linkKinds.map(({ kind }) => {
      const { style, dash, arrow, arrowFill, bothWays } = linkLooks[kind]
      return JSON.stringify([style, dash, arrow, arrowFill, bothWays, linkLooks[kind].width > 2])
    })
    expect(new Set(looks).size).toBe(looks.length)
  })

  test('tell states apart by border, and horizons and kinds by shape', () => {
    const different = (values: readonly object[]) => new Set(values.map((value) => JSON.stringify(value))).size
    expect(different(Object.values(stateBorders))).toBe(states.length)
    expect(different(Object.values(horizonLooks))).toBe(horizons.length)
    expect(different(Object.values(kindLooks).map((look) => look.shape))).toBe(nodeKinds.length)
  })

  test.each(['light', 'dark', 'projector'] as const)('reach the style of the %s theme', (theme) => {
    const selectors = new Set(
      styleSheet(palettes[theme], theme, 1).map((rule) => (rule as { selector: string }).selector),
    )
    for (const name of [...states, ...horizons, ...nodeKinds, ...linkKinds.map((entry) => entry.kind)]) {
      expect(selectors).toContain(`.${name}`)
    }
  })
})
