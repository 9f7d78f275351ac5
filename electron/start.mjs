// What `npm start` runs. Plain JavaScript: it has to work on Node 20 before anything is built.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decideLaunch, needsBuild } from './server/launch-decision.mjs'

const root = join(import.meta.dirname, '..')
const passed = process.argv.slice(2)

process.exitCode = ready() ? await launch() : 1

/** Builds what is older than its source. False if that did not work; the reason has been printed. */
function ready() {
  const sources = ['electron', 'renderer', 'shared'].flatMap((folder) => timesIn(join(root, folder)))
  sources.push(timeOf(join(root, 'package.json')) ?? 0)
  const built = ['out/node/server.js', 'out/renderer/index.html'].map((file) => timeOf(join(root, file)))
  if (!needsBuild(sources, built)) return true
  if (!existsSync(join(root, 'node_modules', 'vite'))) {
    console.error('Mooring is not installed yet: run npm ci, then npm start again.')
    return false
  }
  console.log('Building Mooring, once after each change …')
  const build = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (build.status === 0) return true
  console.error(`${build.stdout ?? ''}${build.stderr ?? ''}`)
  console.error('Mooring could not be built.')
  return false
}

function launch() {
  const decision = decideLaunch({ root, platform: process.platform, env: process.env, exists: existsSync, join })
  if (decision.host === 'electron') return run(decision.program, [root, ...passed])
  console.log(decision.because)
  return run(process.execPath, [join(root, 'out/node/server.js'), ...passed])
}

/** Resolves to the exit code. Signals are handed on, since only the child knows what has to be saved first. */
function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Mooring could not be started (${error.message}).`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function timesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css|html|svg|json)$/.test(entry.name))
    .map((entry) => timeOf(join(entry.parentPath, entry.name)) ?? 0)
}

function timeOf(path) {
  try {
    return statSync(path).mtimeMs
  } catch {
    return null
  }
}
