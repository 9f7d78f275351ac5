import { describe, expect, test } from 'vitest'
import { filterSentence } from '../../../renderer/graph-view/filter-sentence.ts'
import { legendSections } from '../../../renderer/graph-view/legend-entries.ts'
import { measureFor } from '../../../renderer/graph-view/measure-text.ts'
import { layoutFrame, leastWidth } from '../../../renderer/graph-view/picture-frame.ts'
import { states } from '../../../shared/analysis/assessment.ts'
import { messagesFor } from '../../../shared/i18n/messages.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import { indexMap } from '../../../shared/model/map-index.ts'
import { horizons, nodeKinds } from '../../../shared/model/node-kinds.ts'
import { portfolio } from './sample-map.ts'

const everything = {
  states: new Set(states),
  horizons: new Set(horizons),
  kinds: new Set(nodeKinds),
  links: new Set(linkKinds.map((entry) => entry.kind)),
}

describe('the frame of an exported picture', () => {
  test.each(['en', 'da'] as const)('cuts nothing at any width (%s)', (language) => {
    const legend = legendSections(messagesFor(language), everything)
    const title = 'A strategy with a very long title that has to wrap, more than once if need be'
    for (const width of [leastWidth, 700, 1400, 5000]) {
      const frame = layoutFrame({ title, date: '2026-11-23', filter: title.repeat(3), legend }, width)
      for (const item of [...frame.header, ...frame.legend]) {
        expect(item.x + measureFor(item.size, item.weight)(item.text)).toBeLessThanOrEqual(width)
      }
      for (const item of frame.header) expect(item.y).toBeLessThan(frame.headerHeight)
      for (const item of frame.legend) expect(item.y).toBeLessThan(frame.legendHeight)
      expect(frame.header.map((item) => item.text).join(' ')).toContain('more than once')
    }
  })

  test('takes no room for what is left out', () => {
    const frame = layoutFrame({ title: null, date: null, filter: null, legend: [] }, 800)
    expect([frame.headerHeight, frame.legendHeight]).toEqual([0, 0])
  })
})

test('the filter is told in words', () => {
  const index = indexMap(portfolio(2, 2))
  const m = messagesFor('en')
  expect(filterSentence({}, index, m)).toBeNull()
  expect(
    filterSentence({ states: ['coupled'], horizons: ['campaign'], owners: ['d1'], text: ' café ' }, index, m),
  ).toBe('Anchored · Campaign · owned by d1 · text “café”')
})
