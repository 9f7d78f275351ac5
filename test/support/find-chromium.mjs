import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
]
const elsewhere = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** What a Chromium under test is started with: no sandbox (it runs as root in CI), no graphics card, no calls home. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * The program of a Chromium browser: the one that MOORING_CHROMIUM names, else one on the PATH or in its usual place,
 * else, with `install`, Debian's own. Null, after one line saying what to do, where there is none.
 *
 * @param {{ install?: boolean }} [options]
 * @returns {string | null}
 */
export function findChromium({ install = false } = {}) {
  const named = process.env.MOORING_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    console.log(`MOORING_CHROMIUM names ${named}, which is not there.`)
    return null
  }
  const found = search()
  if (found) return found
  if (install && installed()) return search()
  console.log('No Chromium found: install one (Debian: apt-get install chromium) or name it in MOORING_CHROMIUM.')
  return null
}

function search() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...elsewhere].find((path) => existsSync(path)) ?? null
}

/** Debian and its kin, as root or with a sudo that does not ask. */
function installed() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const root = process.getuid?.() === 0
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false
  const run = (...args) => {
    const [program, ...rest] = root ? args : ['sudo', '-n', ...args]
    return spawnSync(program, rest, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  console.log('Installing Chromium with apt-get, once …')
  run('apt-get', 'update')
  return run('apt-get', 'install', '-y', 'chromium').status === 0
}
