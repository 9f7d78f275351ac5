import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrapLabel } from '../../../renderer/graph-view/wrap-label.ts'

const measure = (text: string) => text.length

describe('a label', () => {
  test('that fits is one line', () => {
    expect(wrapLabel('Repair café', 20, measure)).toEqual(['Repair café'])
  })
  test('breaks at a space', () => {
    expect(wrapLabel('Customer care on social media', 16, measure)).toEqual(['Customer care on', 'social media'])
  })
  test('breaks after a hyphen or slash', () => {
    expect(wrapLabel('Communication/Marketing', 15, measure)).toEqual(['Communication/', 'Marketing'])
  })
  test('breaks inside a word that is too long for a line', () => {
    expect(wrapLabel('Kommunikationsafdelingen', 14, measure)).toEqual(['Kommunikations', 'afdelingen'])
  })
  test('ends in an ellipsis where two lines are not enough, without a stray comma', () => {
    expect(wrapLabel('Safe food, plants, and animals for all', 10, measure)).toEqual(['Safe food,', 'plants, a…'])
    expect(wrapLabel('Safe food, plants, and animals for all', 11, measure, 1)).toEqual(['Safe food…'])
  })
  test('without a name is one empty line', () => {
    expect(wrapLabel('  ', 10, measure)).toEqual([''])
  })
  test('never is wider than its room, never longer than its lines, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapLabel(text, width, measure)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        const all = lines.join('').replace(/\s/g, '')
        if (!all.endsWith('…')) expect(all).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
