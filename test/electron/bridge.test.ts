import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MooringServer, startServer } from '../../electron/server/start-server.ts'
import type { Bridge } from '../../renderer/bridge/bridge.ts'
import { findChromium } from '../support/find-chromium.mjs'
import { temporaryFolder } from './fixtures.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
    readonly told: boolean[]
  }
}

const program = findChromium()
if (!program) console.log('skipped: the bridge in a real browser')
let folder: string
let browser: Browser
let context: BrowserContext
const servers: MooringServer[] = []

/** A page with nothing but the bridge, under the real policy. */
beforeAll(async () => {
  if (!program) return
  folder = mkdtempSync(join(tmpdir(), 'mooring-bridge-'))
  const source = join(folder, 'source')
  mkdirSync(source)
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./page.ts"></script>',
  )
  const bridge = JSON.stringify(join(import.meta.dirname, '../../renderer/bridge/current.ts'))
  writeFileSync(
    join(source, 'page.ts'),
    `import { bridge } from ${bridge}\nconst told = []\nObject.assign(window, { bridge, told })\nbridge.watchHost((lost) => told.push(lost))\n`,
  )
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    build: { outDir: join(folder, 'page') },
  })
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await context?.close()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function start(options: { readonly port?: number; readonly grace?: number; readonly firstPage?: number } = {}) {
  const server = await startServer({
    dataFolder: temporaryFolder(),
    pageFolder: join(folder, 'page'),
    examplesFolder: folder,
    version: '1.2.3',
    ...options,
  })
  servers.push(server)
  return server
}

async function openPages(url: string, count: number): Promise<readonly Page[]> {
  context = await browser.newContext()
  const pages: Page[] = []
  for (let i = 0; i < count; i += 1) {
    const page = await context.newPage()
    await page.goto(url)
    pages.push(page)
  }
  return pages
}
const info = (page: Page) => page.evaluate(() => window.bridge.ask('host.info', null))
const told = (page: Page) => page.evaluate(() => window.told)

describe.skipIf(!program)('the bridge in a browser', () => {
  it('serves more windows than a browser has connections, and the host ends after the last of them', async () => {
    const server = await start({ grace: 600 })
    const pages = await openPages(server.url, 9)
    for (const page of pages) expect(await info(page)).toMatchObject({ ok: true, value: { version: '1.2.3' } })
    // The first holds the stream for all; another takes over.
    await pages[0]?.close()
    await wait(1500)
    for (const page of pages.slice(1)) expect([await info(page), await told(page)]).toMatchObject([{ ok: true }, []])
    await context.close()
    expect(await Promise.race([server.ended.then(() => 'ended'), wait(5000)])).toBe('ended')
  })

  it('is refused nothing by the policy and says nothing in the console', async () => {
    const server = await start()
    context = await browser.newContext()
    const page = await context.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(error.message))
    await page.goto(server.url)
    expect((await info(page)).ok).toBe(true)
    const download = page.waitForEvent('download')
    await page.evaluate(() => window.bridge.download('my map.mooring.json', new Blob(['{}'])))
    expect((await download).suggestedFilename()).toBe('my map.mooring.json')
    expect(messages).toEqual([])
  })

  it('remembers its token for this window when the address has lost it', async () => {
    const server = await start()
    const [page] = await openPages(server.url, 1)
    if (!page) return
    await page.reload()
    expect((await info(page)).ok).toBe(true)
    expect(page.url()).toBe(server.url)
    await page.goto(server.url.replace(/\?.*/, ''))
    expect((await info(page)).ok).toBe(true)
    const [other] = await openPages(server.url.replace(/\?.*/, ''), 1)
    expect(other && (await info(other))).toMatchObject({ ok: false, problem: { code: 'not-allowed' } })
  })

  it('tells every window when the host is lost, and when it is back', async () => {
    const server = await start()
    const pages = await openPages(server.url, 2)
    const later = await context.newPage()
    await context.route('**/api/presence', (route) => route.abort())
    await pages[0]?.close()
    await expect.poll(() => pages[1] && told(pages[1])).toEqual([true])
    await later.goto(server.url)
    await expect.poll(() => told(later)).toEqual([true])
    await context.unroute('**/api/presence')
    await expect.poll(() => told(later), { timeout: 10_000 }).toEqual([true, false])
    expect(pages[1] && (await told(pages[1]))).toEqual([true, false])
  })

  it('answers host-unreachable when the host has gone, and lets a new start have its windows', async () => {
    const old = await start()
    const [page] = await openPages(old.url, 1)
    if (!page) return
    await old.close()
    expect(await info(page)).toMatchObject({ ok: false, problem: { code: 'host-unreachable' } })
    // The same port, so the same origin: the window of the old start must not stand in the way of the new one's.
    const fresh = await start({ port: old.port, grace: 300, firstPage: 1500 })
    const second = await context.newPage()
    await second.goto(fresh.url)
    expect(await info(page)).toMatchObject({ ok: false, problem: { code: 'not-allowed' } })
    expect(await Promise.race([fresh.ended.then(() => 'ended'), wait(2500).then(() => 'runs')])).toBe('runs')
    expect((await info(second)).ok).toBe(true)
  })
})
