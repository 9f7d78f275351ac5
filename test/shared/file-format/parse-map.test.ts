import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from '../../../shared/file-format/json-fault.ts'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { describeProblem } from '../../../shared/i18n/messages.ts'
import type { Problem, ProblemCode } from '../../../shared/lib/problem.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { aMap, goal, initiative } from '../../support/build-map.ts'

const document = () =>
  JSON.parse(
    serialiseMap(
      aMap({
        nodes: [initiative('I'), goal('G'), goal('H')],
        links: ['I contributesTo G', 'G refines H'],
      }),
    ),
  ) as Record<string, unknown> & { nodes: Record<string, unknown>[]; links: Record<string, unknown>[] }

const problemOf = (text: string, file?: string): Problem | null => {
  const result = parseMap(text, file)
  return result.ok ? null : result.problem
}
const changed = (change: (made: ReturnType<typeof document>) => void) => {
  const made = document()
  change(made)
  return problemOf(JSON.stringify(made), 'a.mooring.json')
}

describe('a file that is no valid map is refused whole, with what is wrong and where', () => {
  const cases: [string, Problem | null, ProblemCode, Partial<Problem['where']>][] = [
    ['not JSON', problemOf('{\n"format": "mooring-map",\n  nonsense }', 'x'), 'not-json', { row: 3, file: 'x' }],
    ['not JSON, in words only a parser knows', problemOf('{\n"a": tru\n}'), 'not-json', { row: 2 }],
    ['cut short', problemOf('{\n"a": 1,\n'), 'not-json', { row: 3 }],
    ['empty', problemOf(''), 'not-json', { row: 1 }],
    ['another JSON', problemOf('{"nodes":[]}'), 'not-a-map', { at: 'format' }],
    ['a list', problemOf('[1]'), 'not-a-map', { at: 'format' }],
    ['null', problemOf('null'), 'not-a-map', { at: 'format' }],
    ['far too deep', problemOf('['.repeat(100_000)), 'not-a-map', {}],
    ['newer', changed((made) => Object.assign(made, { version: 2 })), 'newer-version', { at: 'version' }],
    ['for newer readers', changed((made) => Object.assign(made, { minReader: 3 })), 'newer-version', { at: 'version' }],
    ['no version', changed((made) => Reflect.deleteProperty(made, 'version')), 'unknown-version', { at: 'version' }],
    ['version 0', changed((made) => Object.assign(made, { version: 0 })), 'unknown-version', { at: 'version' }],
    ['version 1.5', changed((made) => Object.assign(made, { version: 1.5 })), 'unknown-version', { at: 'version' }],
    [
      'a text as version',
      changed((made) => Object.assign(made, { version: '1' })),
      'unknown-version',
      { at: 'version' },
    ],
    [
      'a node of no kind',
      changed((made) => Object.assign(made.nodes[1] ?? {}, { kind: 'wish' })),
      'bad-value',
      { at: 'nodes[1].kind', node: 'H', file: 'a.mooring.json' },
    ],
    [
      'a day that does not exist',
      changed((made) => Object.assign(made.nodes[2] ?? {}, { end: '2026-02-30' })),
      'bad-value',
      { at: 'nodes[2].end', node: 'I' },
    ],
    ['no nodes', changed((made) => Reflect.deleteProperty(made, 'nodes')), 'bad-value', { at: 'nodes' }],
    [
      'one id for two nodes',
      changed((made) => made.nodes.push({ id: 'G', kind: 'goal', name: 'Again' })),
      'duplicate-id',
      { at: 'nodes[3].id', node: 'G' },
    ],
    [
      'one id for two links',
      changed((made) => made.links.push({ ...made.links[0], kind: 'refines', source: 'H', target: 'G' })),
      'duplicate-id',
      { at: 'links[2].id' },
    ],
    [
      'a link to nothing',
      changed((made) => made.links.push({ id: 'L', kind: 'ownedBy', source: 'I', target: 'Nobody' })),
      'missing-end',
      { at: 'links[2]', node: 'L' },
    ],
    [
      'a link between wrong kinds',
      changed((made) => made.links.push({ id: 'L', kind: 'ownedBy', source: 'I', target: 'G' })),
      'wrong-link-ends',
      { at: 'links[2]', node: 'L' },
    ],
  ]
  it.each(cases)('%s', (_, problem, code, where) => {
    expect(problem?.code).toBe(code)
    expect(problem?.where).toMatchObject(where)
    if (problem) expect(describeProblem(problem, 'en').length).toBeGreaterThan(20)
  })

  it('more text or more items than fit are refused before they are read', () => {
    const long = { length: 250 * 1024 * 1024 + 1 } as unknown as string
    expect(problemOf(long)?.code).toBe('too-large')
    const links = Array.from({ length: 999_998 }, (_, i) => `{"id":"${i}","kind":"refines","source":"G","target":"H"}`)
    const text = JSON.stringify(document()).replace(/"links":\[/, `"links":[${links.join(',')},`)
    expect(problemOf(text)?.code).toBe('too-large')
  })
})

it('a link to itself and one that repeats another are left out with a warning', () => {
  const made = document()
  made.links.push({ id: 'self', kind: 'refines', source: 'G', target: 'G' })
  made.links.push({ id: 'again', kind: 'refines', source: 'G', target: 'H' })
  const result = parseMap(JSON.stringify(made))
  if (!result.ok) throw new Error('refused')
  expect(result.value.map.links).toHaveLength(2)
  expect(result.value.warnings.map((one) => [one.params['reason'], one.where.node])).toEqual([
    ['self-link', 'self'],
    ['repeated-link', 'again'],
  ])
})

it('a byte order mark is no fault', () => expect(parseMap(`\ufeff${JSON.stringify(document())}`).ok).toBe(true))

it('a map cut short at any length is never opened', () => {
  const text = serialiseMap(document() as unknown as StrategyMap)
  expect(parseMap(text.trimEnd()).ok).toBe(true)
  for (let length = 0; length < text.trimEnd().length; length += 1) {
    const result = parseMap(text.slice(0, length))
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.problem.code).toBe('not-json')
  }
})

it('whatever a byte is changed to, the answer is a map or a problem', () => {
  const text = serialiseMap(document() as unknown as StrategyMap)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
      const result = parseMap(text.slice(0, at) + put + text.slice(at + 1))
      if (result.ok) expect(result.value.map.format).toBe('mooring-map')
      else expect(describeProblem(result.problem, 'da')).not.toContain('undefined')
    }),
    { seed: 5, numRuns: 1500 },
  )
})

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": tru}', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['["a', 3],
    ['"\\x"', 1],
    ['{"a" 1}', 5],
    ['[}', 1],
    ['01', 1],
    ['1.', 1],
    ['', 0],
    ['[1]', -1],
    [' {"a": [null, -0.5e+3, "\\u00e6"]} ', -1],
  ])('%j: %i', (text, at) => expect(findJsonFault(text)).toBe(at))

  it('agrees with JSON.parse on whether there is a fault at all', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'true', 'nul', ' ', '"', '\\', '0')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        expect(findJsonFault(text) === -1).toBe(isJson(text))
      }),
      { seed: 6, numRuns: 5000 },
    )
    fc.assert(
      fc.property(fc.json(), (text) => findJsonFault(text) === -1),
      { seed: 6, numRuns: 500 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const suite = fileURLToPath(new URL('../../../../shared/data/hostile/json-test-suite', import.meta.url))
const files = existsSync(suite) ? readdirSync(suite).filter((file) => file.endsWith('.json')) : []
if (files.length === 0) console.log('JSONTestSuite is not here: skipped')

describe.skipIf(files.length === 0)('JSONTestSuite', () => {
  const bytes = (file: string) => readFileSync(`${suite}/${file}`)
  const strict = (file: string): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes(file))
    } catch {
      return null
    }
  }
  it.each(files)('%s does not crash the reader, and is no map', (file) => {
    const result = parseMap(bytes(file).toString('utf8'), file)
    expect(result.ok ? 'a map' : result.problem.code).toMatch(/^not-(json|a-map)$/)
  })
  it.each(files.filter((file) => file.startsWith('y_')))('%s is JSON to the reader', (file) => {
    expect(findJsonFault(strict(file) ?? 'not UTF-8')).toBe(-1)
  })
  it.each(files.filter((file) => file.startsWith('n_')))('%s is none, and the place is known', (file) => {
    const text = strict(file)
    expect(text === null || findJsonFault(text) >= 0).toBe(true)
  })
})
