import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/server/arguments.ts'
import { chooseOpener, type Surroundings } from '../../electron/server/browser.ts'
import { decideLaunch, needsBuild } from '../../electron/server/launch-decision.mjs'

describe('what npm start starts', () => {
  const table: readonly (readonly [
    what: string,
    platform: string,
    env: Record<string, string>,
    there: string[],
    host: string,
  ])[] = [
    ['nothing installed', 'linux', {}, [], 'server'],
    ['the program but no shell', 'linux', {}, ['/m/node_modules/electron/dist/electron'], 'server'],
    ['a shell but no program', 'linux', {}, ['/m/out/main'], 'server'],
    ['both', 'linux', {}, ['/m/node_modules/electron/dist/electron', '/m/out/main'], 'electron'],
    ['both on Windows', 'win32', {}, ['/m/node_modules/electron/dist/electron.exe', '/m/out/main'], 'electron'],
    [
      'both on a Mac',
      'darwin',
      {},
      ['/m/node_modules/electron/dist/Electron.app/Contents/MacOS/Electron', '/m/out/main'],
      'electron',
    ],
    ['a program elsewhere', 'linux', { ELECTRON_OVERRIDE_DIST_PATH: '/e' }, ['/e/electron', '/m/out/main'], 'electron'],
    [
      'the named place empty',
      'linux',
      { ELECTRON_OVERRIDE_DIST_PATH: '/e' },
      ['/m/node_modules/electron/dist/electron', '/m/out/main'],
      'server',
    ],
  ]
  it.each(table)('with %s', (_what, platform, env, there, host) => {
    const decision = decideLaunch({ root: '/m', platform, env, exists: (path) => there.includes(path), join })
    expect(decision.host).toBe(host)
    if (decision.host === 'server') expect(decision.because.split('\n')).toHaveLength(1)
  })

  it.each([
    [[1, 2], [3, 3], false],
    [[1, 4], [3, 5], true],
    [[1], [null, 5], true],
    [[3], [3, 3], false],
  ] as const)('builds if sources of %j need newer than %j', (sources, built, needed) => {
    expect(needsBuild(sources, built)).toBe(needed)
  })
})

describe('the window', () => {
  const url = 'http://127.0.0.1:4000/?token=abc'
  const choose = (around: Partial<Surroundings>, ...there: string[]) =>
    chooseOpener(url, '/data/browser', {
      platform: 'linux',
      env: { PATH: '/bin:/usr/bin', DISPLAY: ':0' },
      isRoot: false,
      exists: (path) => there.includes(path),
      ...around,
    })

  it('is one of its own in the first Chromium on the path', () => {
    const opener = choose({}, '/usr/bin/google-chrome', '/usr/bin/chromium')
    expect([opener?.kind, opener?.command]).toEqual(['app', '/usr/bin/chromium'])
    expect(opener?.args).toContain(`--app=${url}`)
    expect(opener?.args).toContain('--user-data-dir=/data/browser')
    expect(opener?.args).not.toContain('--no-sandbox')
    expect(choose({ isRoot: true }, '/usr/bin/chromium')?.args).toContain('--no-sandbox')
  })

  it('is in the browser that the user names, if it is there', () => {
    const env = { PATH: '/usr/bin', DISPLAY: ':0', MOORING_CHROMIUM: '/opt/chrome' }
    expect(choose({ env }, '/opt/chrome', '/usr/bin/chromium')?.command).toBe('/opt/chrome')
    expect(choose({ env }, '/usr/bin/chromium')?.command).toBe('/usr/bin/chromium')
  })

  it('is a tab of the default browser where there is no Chromium', () => {
    expect(choose({})).toEqual({ kind: 'browser', command: 'xdg-open', args: [url] })
    expect(choose({ platform: 'darwin', env: {} })?.command).toBe('open')
    expect(choose({ platform: 'win32', env: {} })?.args).toEqual(['/c', 'start', '""', url])
  })

  it('stays shut without a screen, and when it is told to', () => {
    expect(choose({ env: { PATH: '/usr/bin' } }, '/usr/bin/chromium')).toBeNull()
    expect(choose({ env: { PATH: '/usr/bin', DISPLAY: ':0', MOORING_NO_OPEN: '1' } }, '/usr/bin/chromium')).toBeNull()
    expect(choose({ env: { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' } }, '/usr/bin/chromium')?.kind).toBe('app')
  })
})

describe('the arguments', () => {
  it('are understood, or refused with a line', () => {
    expect(readArguments([])).toEqual({ ok: true, value: { keep: false, open: true, help: false, port: 0 } })
    expect(readArguments(['--keep', '--no-open', '--port', '4000'])).toEqual({
      ok: true,
      value: { keep: true, open: false, help: false, port: 4000 },
    })
    for (const bad of [['--port', 'x'], ['--port', '70000'], ['--port'], ['--what'], ['map.json']])
      expect(readArguments(bad).ok).toBe(false)
  })
})
