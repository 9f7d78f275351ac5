import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { compareText } from '../../../shared/lib/order.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { aLargeMap, aMap, goal, initiative, renamed, shuffled } from '../../support/build-map.ts'
import { anyMap } from '../analysis/any-map.ts'

const parsed = (text: string): StrategyMap => {
  const result = parseMap(text)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  expect(result.value.warnings).toEqual([])
  return result.value.map
}
const byId = (map: StrategyMap): StrategyMap => ({
  ...map,
  nodes: map.nodes.toSorted((a, b) => compareText(a.id, b.id)),
  links: map.links.toSorted((a, b) => compareText(a.id, b.id)),
})

describe('the text of a map', () => {
  it('reads back as the same map, its lists sorted by id, and writes the same text again', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const text = serialiseMap(map)
        const back = parsed(text)
        expect(back).toEqual(byId(map))
        expect(serialiseMap(back)).toBe(text)
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('is the same whatever the order of lists and keys', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, of]) => [key, reversed(of)]),
            )
          : value
    fc.assert(
      fc.property(anyMap, fc.nat(), (map, seed) => {
        const positions = { harbour: Object.fromEntries(map.nodes.map((node, i) => [node.id, [i, -i] as const])) }
        const text = serialiseMap({ ...map, positions })
        expect(serialiseMap(reversed({ ...shuffled(map, seed), positions }) as StrategyMap)).toBe(text)
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  it('keeps unknown keys wherever they stand, and any names', () => {
    const text = `{
      "format": "mooring-map", "version": 1, "id": "m", "title": "Æøå \\u2028 \\ud83d\\ude00", "created": "2026", "modified": "2026",
      "future": {"b": [1, {"z": null, "a": true}], "a": "x"},
      "nodes": [{"id": "I", "kind": "initiative", "name": "", "mood": {"deep": [1]}, "fields": {"__proto__": "p", "1": 2}}],
      "links": [], "settings": {"unheard": 1}, "views": [{"any": "thing"}]
    }`
    const map = parsed(text)
    expect(parsed(serialiseMap(map))).toEqual(map)
    expect(JSON.parse(serialiseMap(map))).toEqual(JSON.parse(text))
    expect(serialiseMap(map)).toContain('"__proto__":"p"')
  })

  it('does not keep the seal of the file it came from', () => {
    const map = { ...aMap({ nodes: [] }), end: { bytes: 1, sha256: 'x' } } as StrategyMap
    expect(serialiseMap(map)).not.toContain('sha256')
  })

  it('ids such as __proto__ and constructor are ids like others', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length']
    fc.assert(
      fc.property(anyMap, (map) => {
        const strange = renamed(map, (id) => odd[Number(id.slice(1))] ?? id)
        const positions = Object.fromEntries([
          ['__proto__', Object.fromEntries(strange.nodes.map((node) => [node.id, [1, 2] as const]))],
        ])
        const text = serialiseMap({ ...strange, positions })
        expect(serialiseMap(parsed(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(byId({ ...strange, positions }))
      }),
      { seed: 13, numRuns: 300 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('any text survives as name, field and position key', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(anyText, anyText, (name, key) => {
        const map = aMap({ nodes: [initiative('I', { name, description: name, fields: { [key]: name } })] })
        expect(JSON.parse(serialiseMap(map))).toEqual(JSON.parse(JSON.stringify(map)))
        expect(serialiseMap(parsed(serialiseMap(map)))).toBe(serialiseMap(map))
      }),
      { seed: 14, numRuns: 500 },
    )
  })

  it('one changed node is one changed line, one more link is one more line', () => {
    const map = aLargeMap(300)
    const lines = (of: StrategyMap) => serialiseMap(of).split('\n')
    const before = lines(map)
    const change = (id: string) => map.nodes.map((node) => (node.id === id ? { ...node, name: 'Changed' } : node))
    const after = lines({ ...map, nodes: change('initiative-7') })
    expect(after.length).toBe(before.length)
    expect(after.filter((line, i) => line !== before[i])).toHaveLength(1)
    const link = { id: 'link-0a', kind: 'contributesTo', source: 'initiative-1', target: 'goal-3' } as const
    const longer = lines({ ...map, links: [...map.links.filter((one) => one.id !== 'link-0a'), link] })
    const known = new Set(before)
    expect(longer.length).toBe(before.length + 1)
    expect(longer.filter((line) => !known.has(line))).toHaveLength(1)
  })

  it('an empty map is a map', () => {
    const map = aMap({ nodes: [] })
    expect(parsed(serialiseMap(map))).toEqual(map)
    expect(parsed(serialiseMap(aMap({ nodes: [goal('G')] }))).nodes).toHaveLength(1)
  })
})
