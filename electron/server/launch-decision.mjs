/**
 * Which host `npm start` starts, as a pure function: Electron where its program and our shell are both there.
 *
 * @param {{
 *   root: string, platform: string, env: Record<string, string | undefined>, exists: (path: string) => boolean,
 *   join: (...parts: string[]) => string
 * }} around
 * @returns {{ host: 'electron', program: string } | { host: 'server', because: string }}
 */
export function decideLaunch({ root, platform, env, exists, join }) {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || join(root, 'node_modules', 'electron', 'dist')
  const program = join(folder, ...programIn(platform))
  if (!exists(program)) {
    return {
      host: 'server',
      because:
        "Electron's program is not on this computer, so Mooring opens in a browser window: same maps, same folder.",
    }
  }
  if (!exists(join(root, 'out', 'main'))) {
    return {
      host: 'server',
      because: 'Mooring has no Electron shell yet, so it opens in a browser window: same maps, same folder.',
    }
  }
  return { host: 'electron', program }
}

function programIn(platform) {
  if (platform === 'darwin') return ['Electron.app', 'Contents', 'MacOS', 'Electron']
  return [platform === 'win32' ? 'electron.exe' : 'electron']
}

/**
 * True if what is built is missing or older than any source. Times are milliseconds.
 *
 * @param {readonly number[]} sources
 * @param {readonly (number | null)[]} built null for what is not there
 * @returns {boolean}
 */
export function needsBuild(sources, built) {
  const oldest = Math.min(...built.map((time) => time ?? Number.NEGATIVE_INFINITY))
  return sources.some((time) => time > oldest)
}
