import { delimiter, join } from 'node:path'

/** What the choice of a browser depends on, so that it can be tested as a table. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  readonly exists: (path: string) => boolean
}

/** A program to start with the page's address; `app` is a window of our own, `browser` a tab somewhere. */
export interface Opener {
  readonly kind: 'app' | 'browser'
  readonly command: string
  readonly args: readonly string[]
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]
const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]
/** A browser of our own asks nothing of the network: no updates, no sync, no suggestions. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
]

/** The program that opens the page, or null where there is no screen to open it on. */
export function chooseOpener(url: string, profile: string, around: Surroundings): Opener | null {
  const { platform, env } = around
  if (env['MOORING_NO_OPEN'] === '1') return null
  const desktop = platform === 'win32' || platform === 'darwin'
  if (!desktop && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return null
  const browser = findBrowser(around)
  if (browser !== null) {
    // Chromium refuses to run its sandbox as root.
    const sandbox = around.isRoot && !desktop ? ['--no-sandbox'] : []
    return { kind: 'app', command: browser, args: [`--app=${url}`, `--user-data-dir=${profile}`, ...quiet, ...sandbox] }
  }
  return defaultOpener(url, platform)
}

/** What opens an address in whatever browser the user prefers. */
export function defaultOpener(url: string, platform: NodeJS.Platform): Opener {
  if (platform === 'win32') return { kind: 'browser', command: 'cmd', args: ['/c', 'start', '""', url] }
  return { kind: 'browser', command: platform === 'darwin' ? 'open' : 'xdg-open', args: [url] }
}

function findBrowser({ platform, env, exists }: Surroundings): string | null {
  const named = env['MOORING_CHROMIUM']
  if (named && exists(named)) return named
  return candidates(platform, env).find(exists) ?? null
}

function candidates(platform: NodeJS.Platform, env: Surroundings['env']): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])]
    return macPrograms.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, ...program)))
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
