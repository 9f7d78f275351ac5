import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../host/log.ts'
import { chooseOpener, defaultOpener, type Opener } from './browser.ts'

/**
 * Opens the page in a window of its own, else in the default browser, else not at all. Whatever comes of it, the server
 * goes on and its address has been printed.
 */
export async function openWindow(url: string, dataFolder: string, log: Log): Promise<void> {
  const opener = chooseOpener(url, join(dataFolder, 'browser'), {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
  })
  if (!opener || (await started(opener))) return
  log(`window: ${opener.kind} could not be started`)
  if (opener.kind === 'app' && !(await started(defaultOpener(url, process.platform)))) log('window: no browser found')
}

/** Starts it on its own feet: it outlives us. */
function started(opener: Opener): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(opener.command, [...opener.args], {
      detached: true,
      stdio: 'ignore',
      // `start` takes the address as it stands, with its quotes and ampersands.
      windowsVerbatimArguments: opener.command === 'cmd',
    })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
