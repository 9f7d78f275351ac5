import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compareText } from '../../shared/lib/order.ts'
import { addGoal, careText, temporaryFolder } from './fixtures.ts'

const repository = join(import.meta.dirname, '../..')
let installed: string
const children: ChildProcess[] = []

/** The program as it is shipped: built, with a page, a package and no examples around it. */
beforeAll(async () => {
  installed = mkdtempSync(join(tmpdir(), 'mooring-installed-'))
  await build({
    configFile: false,
    root: repository,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(installed, 'out/node'),
      minify: false,
      rolldownOptions: {
        input: { server: join(repository, 'electron/server/main.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  mkdirSync(join(installed, 'out/renderer'))
  writeFileSync(join(installed, 'out/renderer/index.html'), '<!doctype html><title>Mooring</title>')
  writeFileSync(join(installed, 'package.json'), '{"type":"module","version":"1.2.3"}')
})
afterAll(() => rmSync(installed, { recursive: true, force: true }))
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ended: Promise<number | null>
}

function start(home: string, args: readonly string[] = [], env: Record<string, string> = {}): Started {
  return run(process.execPath, [join(installed, 'out/node/server.js'), ...args], { MOORING_HOME: home, ...env })
}

function run(program: string, args: readonly string[], env: Record<string, string>): Started {
  const child = spawn(program, [...args], {
    env: { ...process.env, MOORING_NO_OPEN: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.on('error', () => undefined)
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, output: () => output, ended }
}

async function urlOf(started: Started): Promise<URL> {
  for (let i = 0; i < 400; i += 1) {
    const url = /Mooring is open at (\S+)/.exec(started.output())?.[1]
    if (url) return new URL(url)
    if (started.child.exitCode !== null || started.child.pid === undefined) break
    await wait(25)
  }
  throw new Error(`no address: ${started.output()}`)
}

async function ask(
  url: URL,
  name: string,
  send: unknown,
): Promise<{ ok: boolean; value: { token: string; fileName: string } }> {
  const response = await fetch(new URL(`/api/${name}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${url.searchParams.get('token')}` },
    body: JSON.stringify({ send }),
  })
  return (await response.json()) as never
}

describe('the server as a program', () => {
  it('prints its address, saves, and ends cleanly when it is interrupted', async () => {
    const home = join(temporaryFolder(), 'home')
    const server = start(home)
    const url = await urlOf(server)
    const { value } = await ask(url, 'document.create', { text: careText })
    // Not waited for: the end has to.
    const commit = ask(url, 'document.commit', { token: value.token, seq: 1, edits: [addGoal('last')] }).then(
      (answer) => answer.ok,
      () => false,
    )
    await wait(5)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    const saved = readFileSync(join(home, 'maps', value.fileName), 'utf8')
    // It may have come too late to be taken, but what was acknowledged is there.
    if (await commit) expect(saved).toContain('last')
    expect(readdirSync(home).toSorted()).toEqual(['maps', 'removed'])
    expect(server.output().split('\n').filter(Boolean)).toHaveLength(2)
  })

  it('opens a page on the server that runs, and takes its place when that has died', async () => {
    const home = temporaryFolder()
    const first = start(home)
    const url = await urlOf(first)
    expect(statSync(join(home, 'server.json')).mode & 0o777).toBe(0o600)
    const second = start(home)
    expect(await second.ended).toBe(0)
    expect((await urlOf(second)).href).toBe(url.href)
    first.child.kill('SIGKILL')
    await first.ended
    expect(existsSync(join(home, 'server.json'))).toBe(true)
    const third = start(home)
    const fresh = await urlOf(third)
    expect(fresh.searchParams.get('token')).not.toBe(url.searchParams.get('token'))
    expect((await ask(fresh, 'host.info', null)).ok).toBe(true)
  })

  it('is one server when several start at once', async () => {
    const home = temporaryFolder()
    const all = Array.from({ length: 4 }, () => start(home))
    const urls = await Promise.all(all.map(urlOf))
    expect(new Set(urls.map((url) => url.href)).size).toBe(1)
    let over = 0
    for (const one of all) void one.ended.then(() => (over += 1))
    await expect.poll(() => over, { timeout: 20_000 }).toBe(3)
    await wait(200)
    expect(all.map((one) => String(one.child.exitCode)).toSorted(compareText)).toEqual(['0', '0', '0', 'null'])
  })

  it('ends by itself when no page holds it', async () => {
    const home = temporaryFolder()
    const server = start(home, [], { MOORING_GRACE_MS: '20' })
    await urlOf(server)
    expect(await server.ended).toBe(0)
    expect(existsSync(join(home, 'server.json'))).toBe(false)
  })

  it('stays once when it is interrupted with work that it cannot save', async () => {
    const home = temporaryFolder()
    const server = start(home)
    const url = await urlOf(server)
    const { value } = await ask(url, 'document.create', { text: careText })
    writeFileSync(join(home, 'maps', value.fileName), 'theirs')
    expect((await ask(url, 'document.commit', { token: value.token, seq: 1, edits: [addGoal('x')] })).ok).toBe(false)
    server.child.kill('SIGINT')
    server.child.kill('SIGHUP')
    await wait(800)
    expect(server.output()).toContain('Not everything is saved')
    expect(server.child.exitCode).toBeNull()
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(1)
  })

  it('says in a line what it cannot do', async () => {
    const home = temporaryFolder()
    const helped = start(home, ['--help'])
    expect([await helped.ended, helped.output()]).toEqual([0, expect.stringContaining('--keep')])
    const wrong = start(home, ['--what'])
    expect([await wrong.ended, wrong.output()]).toEqual([2, expect.stringContaining('--what')])
    writeFileSync(join(home, 'file'), '')
    const nowhere = start(join(home, 'file/home'))
    expect([await nowhere.ended, nowhere.output()]).toEqual([1, expect.stringContaining('file/home')])
  })

  it('flushes a save before it takes the place of the old one, and the folder before it says so', async () => {
    const trace = join(temporaryFolder(), 'trace')
    const strace = ['-f', '-y', '-o', trace, '-e', 'trace=fsync,rename,renameat2,sendto,write,writev', process.execPath]
    const home = temporaryFolder()
    const server = run('strace', [...strace, join(installed, 'out/node/server.js')], { MOORING_HOME: home })
    const url = await urlOf(server).catch(() => null)
    if (!url) {
      console.log('skipped: the order of flushes (no strace here)')
      return
    }
    const { value } = await ask(url, 'document.create', { text: careText })
    await ask(url, 'document.commit', { token: value.token, seq: 1, edits: [addGoal('traced')] })
    process.kill((JSON.parse(readFileSync(join(home, 'server.json'), 'utf8')) as { pid: number }).pid)
    await server.ended
    const calls = readFileSync(trace, 'utf8').split('\n')
    const swap = calls.findIndex((line) => line.includes('rename') && line.includes(value.fileName))
    const flushed = (line: string) => /fsync\(\d+<([^>]*)>/.exec(line)?.[1] ?? ''
    const before = calls.slice(0, swap).findLast((line) => flushed(line) !== '') ?? ''
    const folder = calls.findIndex((line, i) => i > swap && flushed(line) === join(home, 'maps'))
    const answered = calls.findIndex((line, i) => i > swap && line.includes('HTTP/1.1 200'))
    expect(flushed(before)).toMatch(/\.tmp$/)
    expect([swap > 0, folder > swap, answered > folder]).toEqual([true, true, true])
  })

  it('goes on when no window can be opened', async () => {
    const home = temporaryFolder()
    const server = start(home, [], { MOORING_NO_OPEN: '', DISPLAY: ':9', PATH: home, MOORING_CHROMIUM: '' })
    const url = await urlOf(server)
    await wait(300)
    expect(server.output()).toContain('window: browser could not be started')
    expect((await ask(url, 'host.info', null)).ok).toBe(true)
  })
})
