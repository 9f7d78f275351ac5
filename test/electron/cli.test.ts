import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import { evaluate } from '../../shared/analysis/evaluate.ts'
import { writeMapIntoPng } from '../../shared/export/png-chunks.ts'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import { agency, aMap, department, goal, initiative, testDay } from '../support/build-map.ts'

const map = aMap({
  nodes: [
    initiative('I', { name: 'Care \u001b[31mon social' }),
    initiative('J', { name: 'Spot' }),
    goal('G', { name: 'Health' }),
    department('D', { name: 'Desk' }),
    agency('Bureau'),
  ],
  links: ['I ownedBy D', 'D accountableFor G', 'J carriedBy Bureau'],
})
/** 1 x 1 pixel. */
const picture = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
)
const table = 'initiative,owner,goals\nCare,Desk,Health\nSpot,,\n,Desk,\n'

let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mooring-cli-'))
  writeFileSync(at('map.mooring.json'), serialiseMap(map))
  writeFileSync(at('map.png'), writeMapIntoPng(picture, serialiseMap(map)))
  writeFileSync(at('plain.png'), picture)
  writeFileSync(at('broken.mooring.json'), '{\n"format": tru }')
  writeFileSync(at('latin.json'), Buffer.from([0x22, 0xe6, 0x22]))
  writeFileSync(at('accounts.csv'), table)
  writeFileSync(at('nodes.csv'), 'id,type,name\ni,initiative,Care\ng,goal,Health\n')
  writeFileSync(at('edges.csv'), 'source,target,relation\ni,g,contributesTo\ni,nope,contributesTo\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cli(...argv: string[]) {
  let out = ''
  let err = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    today: () => testDay,
  })
  return { code, out, err }
}
const opened = (name: string) => {
  const result = parseMap(readFileSync(at(name), 'utf8'))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.map
}

describe('mooring analyse', () => {
  it('prints exactly the result of evaluate as JSON', async () => {
    const { code, out, err } = await cli('analyse', at('map.mooring.json'), '--format', 'json')
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`${JSON.stringify(evaluate(opened('map.mooring.json'), testDay), null, 2)}\n`)
  })
  it('reads the map inside a picture', async () => {
    const fromPicture = await cli('analyse', at('map.png'), '--format', 'json')
    expect(fromPicture.out).toBe((await cli('analyse', at('map.mooring.json'), '--format', 'json')).out)
  })
  it('looks from the day that is named', async () => {
    const { out } = await cli('analyse', at('map.mooring.json'), '--format', 'json', '--today', '2030-01-31')
    expect(JSON.parse(out)).toMatchObject({ today: '2030-01-31' })
  })
  it('prints a table with states, findings and what would mend them, and no control characters of the file', async () => {
    const { code, out } = await cli('analyse', at('map.mooring.json'))
    expect(code).toBe(0)
    expect(out).toContain('No strategic goal  1')
    expect(out).toMatch(/Critical {2}Serves no strategic goal +Care {1,2}\[31mon social +-> contributes to: Health/)
    expect(out).toMatch(/Critical {2}Run from outside +Spot/)
    expect(out).not.toContain('\u001b')
  })
  it.each([
    [['map.txt'], /map.txt.*It reads \.mooring\.json, \.png/],
    [['nope.mooring.json'], /nope\.mooring\.json is not there/],
    [['broken.mooring.json'], /broken\.mooring\.json, line 2: This is not valid JSON/],
    [['latin.json'], /not valid UTF-8/],
    [['plain.png'], /no map inside/],
    [['accounts.csv'], /does not know/],
    [['folder.json'], /could not be read \(EISDIR\)/],
    [[], /Name one file/],
    [['map.mooring.json', 'map.png'], /Name one file/],
  ])('%j: exit code 2 with the reason', async (names, reason) => {
    mkdirSync(at('folder.json'), { recursive: true })
    const { code, out, err } = await cli('analyse', ...names.map(at))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(reason)
  })
  it.each([
    [['--today', '2026-02-30'], /not a day/],
    [['--format', 'xml'], /one of table, json/],
    [['--nonsense'], /nonsense/],
    [['--today'], /today/],
  ])('%j: exit code 2 with the reason', async (options, reason) => {
    const { code, err } = await cli('analyse', at('map.mooring.json'), ...options)
    expect(code).toBe(2)
    expect(err).toMatch(reason)
  })
})

describe('mooring convert', () => {
  it('turns a table of initiatives into a map and reports every row on stderr', async () => {
    const { code, out, err } = await cli('convert', at('accounts.csv'), at('accounts.mooring.json'))
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('2 of 3 rows make something new')
    expect(err).toContain('accounts.csv, row 4')
    const made = opened('accounts.mooring.json')
    expect(made.title).toBe('accounts')
    expect(made.created).toBe(testDay)
    expect(evaluate(made, testDay).initiatives.map((one) => [one.name, one.state])).toEqual([
      ['Care', 'coupled'],
      ['Spot', 'fully-decoupled'],
    ])
  })
  it('a blank goal or owner can mean that nobody was asked', async () => {
    await cli('convert', at('accounts.csv'), at('unknown.mooring.json'), '--blank', 'unknown')
    expect(evaluate(opened('unknown.mooring.json'), testDay).initiatives.map((one) => one.state)).toEqual([
      'coupled',
      'not-assessed',
    ])
  })
  it('the same table makes the same bytes', async () => {
    await cli('convert', at('accounts.csv'), at('one.mooring.json'), '--today', '2026-01-02')
    await cli('convert', at('accounts.csv'), at('two.mooring.json'), '--today', '2026-01-02')
    expect(readFileSync(at('one.mooring.json'))).toEqual(readFileSync(at('two.mooring.json')))
  })
  it('joins a table of nodes and one of links', async () => {
    const { code, err } = await cli(
      'convert',
      '--nodes',
      at('nodes.csv'),
      '--edges',
      at('edges.csv'),
      at('pair.mooring.json'),
    )
    expect(code).toBe(0)
    expect(err).toContain('edges.csv, row 3')
    expect(opened('pair.mooring.json')).toMatchObject({ title: 'pair', links: [{ source: 'i', target: 'g' }] })
  })
  it('takes the map out of a picture', async () => {
    expect((await cli('convert', at('map.png'), at('out.mooring.json'))).code).toBe(0)
    expect(readFileSync(at('out.mooring.json'), 'utf8')).toBe(serialiseMap(map))
  })
  it('never replaces a file unless told to, and leaves nothing beside it', async () => {
    writeFileSync(at('kept.mooring.json'), 'mine')
    const refused = await cli('convert', at('map.png'), at('kept.mooring.json'))
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('--force')
    expect(readFileSync(at('kept.mooring.json'), 'utf8')).toBe('mine')
    expect((await cli('convert', at('map.png'), at('kept.mooring.json'), '--force')).code).toBe(0)
    expect(readFileSync(at('kept.mooring.json'), 'utf8')).toBe(serialiseMap(map))
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
  it('with --force a link to a file stays a link', async () => {
    writeFileSync(at('real.mooring.json'), 'old')
    symlinkSync(at('real.mooring.json'), at('linked.mooring.json'))
    expect((await cli('convert', at('map.png'), at('linked.mooring.json'), '--force')).code).toBe(0)
    expect(readFileSync(at('real.mooring.json'), 'utf8')).toBe(serialiseMap(map))
  })
  it.each([
    [['accounts.csv'], /Usage/],
    [['accounts.csv', 'out.png'], /must end in \.json/],
    [['plain.png', 'x.json'], /no map inside/],
    [['nope.csv', 'x.json'], /not there/],
    [['map.txt', 'x.json'], /not there/],
    [['accounts.csv', 'no/such/folder.json'], /could not be written \(ENOENT\)/],
    [['edges.csv', 'x.json'], /table of links/],
  ])('%j: exit code 2 with the reason, and no file', async (names, reason) => {
    const { code, err } = await cli('convert', ...names.map(at))
    expect(code).toBe(2)
    expect(err).toMatch(reason)
    expect(readdirSync(folder)).not.toContain('x.json')
  })
  it('--nodes without --edges is refused', async () => {
    const { code, err } = await cli('convert', '--nodes', at('nodes.csv'), at('x.json'))
    expect([code, err]).toEqual([2, '--nodes and --edges go together.\n'])
  })
})

describe('mooring', () => {
  it('explains itself', async () => {
    expect((await cli('--help')).out).toContain('analyse')
    expect((await cli('analyse', '--help')).out).toContain('--today')
    expect((await cli('convert', '--help')).out).toContain('--force')
    expect(await cli()).toMatchObject({ code: 2, out: '' })
    expect(await cli('dance')).toMatchObject({ code: 2, out: '', err: 'dance is no command. Try: mooring --help\n' })
  })
  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect((await cli('--version')).out).toBe(`${version}\n`)
  })
  it('says how to build it when it is not built', () => {
    const copy = at('copy/electron/cli')
    mkdirSync(copy, { recursive: true })
    cpSync(fileURLToPath(new URL('../../electron/cli/mooring.mjs', import.meta.url)), join(copy, 'mooring.mjs'))
    const ran = spawnSync(process.execPath, [join(copy, 'mooring.mjs'), '--version'], { encoding: 'utf8' })
    expect([ran.status, ran.stderr]).toEqual([2, 'Run "npm run build" first.\n'])
  })
})
