import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumArguments, findChromium } from '../support/find-chromium.mjs'

const root = join(import.meta.dirname, '../..')

/** A running application as a scenario sees it, whatever host is behind it. */
export interface RunningApp {
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  /** The data folder of this run; maps are in `maps/` below it. */
  readonly home: string
  /** What the page complained about: errors, and violations of the content policy. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export interface Host {
  readonly url: string
  readonly home: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** The built server host in a process of its own, over a new data folder, as `npm start` would start it. */
async function startServerHost(home = mkdtempSync(join(tmpdir(), 'mooring-e2e-'))): Promise<Host> {
  const child = spawn(process.execPath, ['out/node/server.js', '--no-open', '--keep'], {
    cwd: root,
    env: { ...process.env, MOORING_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const read = (data: Buffer) => {
      said += data.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.on('exit', () => resolve())
      child.kill('SIGTERM')
      // A host with work that it could not save waits to be asked twice.
      setTimeout(() => child.kill('SIGTERM'), 1500).unref()
    })
  return { url, home, process: child, stop }
}

let browser: Browser | null = null

/** One Chromium for all scenarios of a run. */
async function sharedBrowser(): Promise<Browser> {
  if (browser) return browser
  const found = findChromium()
  if (found === null) throw new Error('no Chromium to drive')
  browser = await chromium.launch({
    executablePath: found,
    args: chromiumArguments,
  })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = null
}

/** A fresh data folder, host and page. `language` and `theme` are those of the computer. */
export async function startApp(options: BrowserContextOptions = {}): Promise<RunningApp> {
  const host = await startServerHost()
  const context = await (await sharedBrowser()).newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(host.url)
  return {
    page,
    context,
    url: host.url,
    home: host.home,
    complaints,
    close: async () => {
      await context.close()
      await host.stop()
      rmSync(host.home, { recursive: true, force: true })
    },
  }
}
