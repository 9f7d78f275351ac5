import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportFileName } from '../../../shared/export/file-name.ts'
import { exporterById, exporters } from '../../../shared/export/registry.ts'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { aMap, goal } from '../../support/build-map.ts'

it.each([
  ['Strategi 2027', 'Strategi 2027 2026-11-23.mooring.json'],
  ['Køb & salg: "hvad nu?"', 'Køb & salg hvad nu 2026-11-23.mooring.json'],
  ['../../etc/passwd', 'etc passwd 2026-11-23.mooring.json'],
  ['C:\\maps\\a', 'C maps a 2026-11-23.mooring.json'],
  ['', 'Map 2026-11-23.mooring.json'],
  [' ... ', 'Map 2026-11-23.mooring.json'],
  ['CON', 'Map CON 2026-11-23.mooring.json'],
  ['nul.txt', 'Map nul.txt 2026-11-23.mooring.json'],
  ['Console', 'Console 2026-11-23.mooring.json'],
  ['line\nbreak\ttab', 'line break tab 2026-11-23.mooring.json'],
  ['-rf', 'rf 2026-11-23.mooring.json'],
  ['report\u202egnp.exe', 'report gnp.exe 2026-11-23.mooring.json'],
])('%j is exported as %j', (title, name) => {
  expect(exportFileName(title, '2026-11-23', '.mooring.json')).toBe(name)
})

it('whatever the title, the name is one that Windows, macOS and Linux take', () => {
  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
  )
  fc.assert(
    fc.property(anyTitle, (title) => {
      const name = exportFileName(title, '2026-11-23', '.png')
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
      expect(name).not.toMatch(/^[\s.-]/)
      expect(name.endsWith(' 2026-11-23.png')).toBe(true)
    }),
    { seed: 31, numRuns: 2000 },
  )
})

it('what an exporter calls lossless opens again as the same map', () => {
  const map = aMap({ nodes: [goal('A'), goal('B')], links: ['A refines B'] })
  expect(exporters.map((one) => one.id)).toEqual(['json'])
  const back = parseMap(exporterById('json').write(map))
  expect(back.ok && back.value.map).toEqual(map)
})
