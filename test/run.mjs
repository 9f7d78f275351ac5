// `npm test`: everything that must hold, in the order in which it fails fastest, with the counts of every suite.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './support/find-chromium.mjs'

const bin = (name) => `node_modules/.bin/${name}`
const vitest = (project) => [bin('vitest'), 'run', '-c', 'test/vitest.config.ts', '--project', project]

const steps = [
  { name: 'format', command: [bin('biome'), 'ci', '.'] },
  { name: 'types', command: [bin('tsc'), '-b', '--force'] },
  { name: 'lint and layers', command: [bin('oxlint'), '--type-aware', '--deny-warnings', '.'] },
  { name: 'unused code', command: [bin('knip'), '--exclude', 'types'] },
  { name: 'unit and property tests', command: vitest('unit') },
  { name: 'corpus tests', command: vitest('corpus') },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'browser tests', command: vitest('browser'), browser: true },
]

/** Runs one step with its output shown, and reads the test counts from it. */
function run(command, env) {
  return new Promise((resolve) => {
    const [program, ...args] = command
    const child = spawn(program, args, {
      env: { ...process.env, ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        text += data
        process.stdout.write(data)
      })
    }
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

/** `Tests  3 failed | 120 passed | 2 skipped (125)` as numbers. */
function counts(text) {
  const line = text.split('\n').findLast((one) => /^\s*Tests\s/.test(one)) ?? ''
  const of = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') }
}

if (!existsSync('node_modules')) {
  console.error('Run "npm ci" first.')
  process.exit(1)
}
const chromium = findChromium({ install: true })
const summary = []
let failed = false
for (const step of steps) {
  console.log(`\n== ${step.name}`)
  if (step.browser && chromium === null) {
    summary.push({ name: step.name, line: 'not run: no Chromium' })
    failed = true
    continue
  }
  const started = Date.now()
  const { code, text } = await run(step.command, chromium === null ? {} : { MOORING_CHROMIUM: chromium })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const { passed, failed: bad, skipped } = counts(text)
  const tests = passed + bad + skipped > 0 ? `${passed} passed, ${bad} failed, ${skipped} skipped, ` : ''
  summary.push({
    name: step.name,
    passed,
    bad: bad || (code === 0 ? 0 : 1),
    skipped,
    line: `${code === 0 ? 'ok' : 'FAILED'} (${tests}${seconds} s)`,
  })
  if (code !== 0) {
    failed = true
    break
  }
}
console.log('\n== summary')
for (const { name, line } of summary) console.log(`${name.padEnd(26)} ${line}`)
const total = (key) => summary.reduce((sum, one) => sum + (one[key] ?? 0), 0)
console.log(`${total('passed')} passed, ${total('bad')} failed, ${total('skipped')} skipped`)
process.exit(failed ? 1 : 0)
