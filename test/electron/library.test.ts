import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, foldersIn } from '../../electron/host/data-folder.ts'
import { fileStem } from '../../electron/host/file-name.ts'
import { createHost, type Host } from '../../electron/host/host.ts'
import { readHeader } from '../../electron/host/map-header.ts'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import type {
  LibraryEntry,
  OpenedDocument,
  Preferences,
  Received,
  RequestName,
  Sent,
} from '../../shared/ipc/contract.ts'
import { aLargeMap } from '../support/build-map.ts'
import { addGoal, careMap, careText, temporaryFolder } from './fixtures.ts'

async function library() {
  const root = temporaryFolder()
  const examplesFolder = join(root, 'examples')
  mkdirSync(examplesFolder)
  const log: string[] = []
  const data = foldersIn(join(root, 'home'))
  const make = () =>
    createHost({ kind: 'server', version: '0.0.0', data, examplesFolder, log: (line) => log.push(line) })
  return { data, examplesFolder, log, host: await make(), again: make }
}

async function ask<N extends RequestName>(host: Host, name: N, send: Sent<N>): Promise<Received<N>> {
  const result = await host.answer(name, send)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
  return result.value as Received<N>
}
async function codeOf(host: Host, name: RequestName, send: unknown): Promise<string> {
  const result = await host.answer(name, send)
  return result.ok ? 'ok' : result.problem.code
}
const titled = (title: string) => serialiseMap({ ...careMap, title })

describe('the library', () => {
  it('keeps a new map under a name made of its title, never overwriting one', async () => {
    const { host, data } = await library()
    const names: string[] = []
    for (const title of ['Nordlys Retail', 'Nordlys  retail!', 'NORDLYS/RETAIL', '../../etc/passwd', 'CON', '🚢', ''])
      names.push((await ask(host, 'document.create', { text: titled(title) })).fileName)
    expect(names).toEqual([
      'nordlys-retail.mooring.json',
      'nordlys-retail 2.mooring.json',
      'nordlys-retail 3.mooring.json',
      'etc-passwd.mooring.json',
      'map-con.mooring.json',
      'map.mooring.json',
      'map 2.mooring.json',
    ])
    expect(readdirSync(data.maps)).toHaveLength(7)
    expect(statSync(data.maps).mode & 0o777).toBe(0o700)
    expect(statSync(join(data.maps, 'map.mooring.json')).mode & 0o777).toBe(0o600)
  })

  it('refuses a text that is no map and keeps nothing of it', async () => {
    const { host, data } = await library()
    expect(await codeOf(host, 'document.create', { text: '{"format":"mooring-map"}' })).toBe('unknown-version')
    expect(await codeOf(host, 'document.create', { text: 'nonsense' })).toBe('not-json')
    expect(readdirSync(data.maps)).toEqual([])
  })

  it('lists the newest first, with what cannot be opened and why', async () => {
    const { host, data } = await library()
    await ask(host, 'document.create', { text: titled('Old') })
    await ask(host, 'document.create', { text: titled('New') })
    writeFileSync(join(data.maps, 'broken.mooring.json'), careText.slice(0, 100))
    writeFileSync(join(data.maps, 'notes.txt'), 'not a map')
    writeFileSync(join(data.maps, '.hidden.mooring.json'), 'not a map')
    mkdirSync(join(data.maps, 'folder.mooring.json'))
    for (const [i, name] of ['old', 'broken', 'new'].entries())
      utimesSync(join(data.maps, `${name}.mooring.json`), 1000 + i, 1000 + i)
    const list = await ask(host, 'library.list', null)
    expect(list.map((entry) => [entry.title, entry.nodes, entry.links, entry.problem?.code])).toEqual([
      ['New', 2, 1, undefined],
      ['broken', 0, 0, 'not-json'],
      ['Old', 2, 1, undefined],
    ])
    expect(list[0]?.modified).toBe('1970-01-01T00:16:42.000Z')
    expect(JSON.stringify(list)).not.toContain(data.root)
  })

  it('reads a file again only when it has changed, and gives it the same token', async () => {
    const { host, data } = await library()
    await ask(host, 'document.create', { text: titled('One') })
    const path = join(data.maps, 'one.mooring.json')
    utimesSync(path, 4000, 4000)
    const [first] = await ask(host, 'library.list', null)
    writeFileSync(path, titled('Two'))
    utimesSync(path, 4000, 4000)
    const [same] = await ask(host, 'library.list', null)
    utimesSync(path, 5000, 5000)
    const [changed] = await ask(host, 'library.list', null)
    expect([first?.title, same?.title, changed?.title]).toEqual(['One', 'One', 'Two'])
    expect(new Set([first?.token, same?.token, changed?.token]).size).toBe(1)
  })

  it('counts a large map without parsing it, the same as by parsing it', async () => {
    const made = aLargeMap(8_000, 3)
    const large = { ...made, links: made.links.map((link, i) => ({ ...link, id: `link ${i}` })) }
    const text = serialiseMap({ ...large, settings: { blank: 'none' } })
    const path = join(temporaryFolder(), 'large.mooring.json')
    writeFileSync(path, text)
    expect(text.length).toBeGreaterThan(1024 * 1024)
    const header = { title: large.title, nodes: large.nodes.length, links: large.links.length }
    expect(await readHeader(path)).toEqual(header)
    // Written by another program, on one line: read whole.
    writeFileSync(path, JSON.stringify(large, null, 1))
    expect(await readHeader(path)).toEqual(header)
  })

  it('opens by token only, and each start has tokens of its own', async () => {
    const { host, again, data } = await library()
    const made = await ask(host, 'document.create', { text: careText })
    expect(made.token).toMatch(/^[0-9a-f]{32}$/)
    expect((await ask(host, 'document.open', { token: made.token })).text).toBe(careText)
    expect(await codeOf(host, 'document.open', { token: '0'.repeat(32) })).toBe('not-found')
    expect(await codeOf(host, 'document.open', { token: join(data.maps, made.fileName) })).toBe('bad-request')
    expect(await codeOf(await again(), 'document.open', { token: made.token })).toBe('not-found')
  })

  it('saves edits through the table, and a second window gets what the first has saved', async () => {
    const { host, data } = await library()
    const { token, seq } = await ask(host, 'document.create', { text: careText })
    expect(await ask(host, 'document.commit', { token, seq: seq + 1, edits: [addGoal('Reach')] })).toEqual({ seq: 1 })
    const second: OpenedDocument = await ask(host, 'document.open', { token })
    expect(second.seq).toBe(1)
    expect(second.text).toContain('Reach')
    expect(readFileSync(join(data.maps, second.fileName), 'utf8')).toBe(second.text)
    expect(await ask(host, 'document.save', { token })).toEqual({ seq: 1 })
  })

  it('moves a map aside instead of deleting it, also twice under one name', async () => {
    const { host, data } = await library()
    for (const round of [1, 2]) {
      const { token } = await ask(host, 'document.create', { text: careText })
      await ask(host, 'document.commit', { token, seq: 1, edits: [addGoal(`Round ${round}`)] })
      await ask(host, 'document.remove', { token })
      expect(await codeOf(host, 'document.commit', { token, seq: 2, edits: [addGoal('late')] })).toBe('not-found')
      expect(await codeOf(host, 'document.open', { token })).toBe('not-found')
    }
    expect(readdirSync(data.maps)).toEqual([])
    const removed = readdirSync(data.removed).map((name) => readFileSync(join(data.removed, name), 'utf8'))
    expect(removed.filter((text) => parseMap(text).ok)).toHaveLength(2)
    expect(removed.join('')).toMatch(/Round [12][^]*Round [12]/)
  })

  it('opens a copy of an example, and has none without an index', async () => {
    const { host, data, examplesFolder } = await library()
    expect(await ask(host, 'examples.list', null)).toEqual([])
    const words = { title: { en: 'Care', da: 'Pleje' }, about: { en: 'About', da: 'Om' } }
    const index = [
      { id: 'care', file: 'care.mooring.json', ...words },
      { id: 'gone', file: 'gone.mooring.json', ...words },
      { id: 'out', file: '../home/preferences.json', ...words },
    ]
    writeFileSync(join(examplesFolder, 'examples.json'), JSON.stringify(index))
    writeFileSync(join(examplesFolder, 'care.mooring.json'), careText)
    expect(await ask(host, 'examples.list', null)).toEqual([{ id: 'care', ...words }])
    expect((await ask(host, 'examples.open', { id: 'care' })).text).toBe(careText)
    expect(await codeOf(host, 'examples.open', { id: 'out' })).toBe('not-found')
    expect(readdirSync(data.maps)).toEqual(['test-map.mooring.json'])
    writeFileSync(join(examplesFolder, 'examples.json'), '{')
    expect(await codeOf(host, 'examples.list', null)).toBe('not-json')
  })

  it('clears away old temporary files of saves that were cut off, and nothing else', async () => {
    const { again, data } = await library()
    const cut = join(data.maps, '.care.mooring.json.0123456789ab.tmp')
    for (const name of [cut, join(data.maps, '.care.mooring.json.ba9876543210.tmp'), join(data.maps, 'mine.tmp')])
      writeFileSync(name, 'x')
    utimesSync(cut, 1000, 1000)
    utimesSync(join(data.maps, 'mine.tmp'), 1000, 1000)
    await again()
    expect(readdirSync(data.maps).toSorted()).toEqual(['.care.mooring.json.ba9876543210.tmp', 'mine.tmp'])
  })
})

describe('the preferences', () => {
  it('are kept over a start, one change after another', async () => {
    const { host, again } = await library()
    const both = [
      ask(host, 'preferences.set', { theme: 'projector' }),
      ask(host, 'preferences.set', { language: 'da', leftPanel: 0 }),
    ]
    await Promise.all(both)
    const kept: Preferences = { theme: 'projector', language: 'da', leftPanel: 0, rightPanel: 320 }
    expect(await ask(host, 'preferences.get', null)).toEqual(kept)
    expect(await ask(await again(), 'preferences.get', null)).toEqual(kept)
  })

  it.each(['', '{', '[]', '{"theme":"pink"}', '\u0000'])('that are damaged (%j) are kept aside', async (text) => {
    const { again, data, log } = await library()
    writeFileSync(data.preferences, text)
    const host = await again()
    expect((await ask(host, 'preferences.get', null)).theme).toBe('system')
    expect(readFileSync(`${data.preferences}.damaged`, 'utf8')).toBe(text)
    expect(log.join('\n')).toContain('preferences: damaged, kept aside')
    expect((await ask(host, 'preferences.set', { theme: 'dark' })).theme).toBe('dark')
  })

  it('of a newer Mooring are read as far as they are known', async () => {
    const { again, data } = await library()
    writeFileSync(data.preferences, '{"theme":"dark","sound":"loud"}')
    expect((await ask(await again(), 'preferences.get', null)).theme).toBe('dark')
  })
})

describe('names and places', () => {
  it('finds the data folder of each platform', () => {
    const at = (env: Record<string, string>, platform: NodeJS.Platform) => dataFolder(env, platform, '/home/ida').root
    expect(at({}, 'linux')).toBe('/home/ida/.local/share/mooring')
    expect(at({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/mooring')
    expect(at({}, 'darwin')).toBe('/home/ida/Library/Application Support/Mooring')
    expect(at({ APPDATA: '/roaming' }, 'win32')).toBe('/roaming/Mooring')
    expect(at({ MOORING_HOME: '/m' }, 'darwin')).toBe('/m')
  })

  it('makes file names of any script and never of a path', () => {
    expect(fileStem('Ærlig på Øen')).toBe('ærlig-på-øen')
    expect(fileStem('計画 2027')).toBe('計画-2027')
    expect(fileStem('a'.repeat(500))).toHaveLength(40)
    expect(fileStem('C:\\x\\..\\y')).toBe('c-x-y')
  })
})

// A map listed is a map of this type: the compiler sees to it that no path slips into the contract.
const entryKeys: Readonly<Record<keyof LibraryEntry, true>> = {
  token: true,
  title: true,
  fileName: true,
  modified: true,
  nodes: true,
  links: true,
  problem: true,
}
it('tells the page nothing of a map but what the contract names', async () => {
  const { host } = await library()
  await ask(host, 'document.create', { text: careText })
  const [entry] = await ask(host, 'library.list', null)
  for (const key of Object.keys(entry ?? {})) expect(Object.keys(entryKeys)).toContain(key)
})
