// `npm run bench`: Mooring beside its peers, one run, one machine, the same maps. Absolute times are noisy: read the ratios.
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumArguments, findChromium } from '../support/find-chromium.mjs'

const sizes = (process.env.MOORING_BENCH_SIZES ?? '200,1000,5000,20000').split(',').map(Number)
const runs = Number(process.env.MOORING_BENCH_RUNS ?? 3)
/** A contender that takes longer than this for one step is written down as such. */
const patience = 120_000

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
const percentile = (list, p) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? Number.NaN
const ms = (x) => (Number.isFinite(x) ? (x < 10 ? x.toFixed(1) : Math.round(x)) : '-')
const ratio = (a, b) => (Number.isFinite(a) && Number.isFinite(b) && b > 0 ? (a / b).toFixed(2) : '-')

console.log('building the bench page and the plain functions ...')
const vite = (...args) =>
  execFileSync('node_modules/.bin/vite', ['build', '--logLevel', 'error', ...args], { stdio: 'inherit' })
vite('-c', 'test/bench/page/vite.config.ts')
vite('-c', 'test/bench/plain/vite.config.ts')
const plain = await import('../../out/bench-plain/plain.js')

console.log(`\n${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, medians of ${runs}`)
console.log('\n== plain functions (ms; the loop reads every node and link once through a Map, as a floor)')
console.log('nodes   links   parse+check  JSON.parse  ratio | evaluate  loop   ratio  us/node | layout  / loop')
for (const size of sizes) {
  const text = plain.makeText(size)
  const result = plain.measure(text, runs)
  console.log(
    [
      String(size).padEnd(7),
      String(result.links).padEnd(7),
      String(ms(result.parse)).padEnd(12),
      String(ms(result.jsonParse)).padEnd(11),
      ratio(result.parse, result.jsonParse).padEnd(5),
      '|',
      String(ms(result.evaluate)).padEnd(9),
      String(ms(result.loop)).padEnd(6),
      ratio(result.evaluate, result.loop).padEnd(6),
      ((result.evaluate / size) * 1000).toFixed(1).padEnd(7),
      '|',
      String(ms(result.layout)).padEnd(7),
      ratio(result.layout, result.loop),
    ].join(' '),
  )
}

const found = findChromium({ install: true })
if (found === null) process.exit(1)
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  try {
    const body = await readFile(join('out/bench', path === '/' ? 'index.html' : path))
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({
  executablePath: found,
  args: chromiumArguments,
})

/** One contender, one map, one fresh page. */
async function measure(name, text) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(patience)
  try {
    await page.goto(url)
    await page.waitForFunction(() => 'bench' in window)
    await page.waitForTimeout(300)
    const opened = await within(page.evaluate(([n, t]) => window.bench.open(n, t), [name, text]))
    await page.waitForTimeout(400)
    await page.evaluate(() => window.bench.startFrames())
    await page.mouse.move(640, 400)
    for (let i = 0; i < 12; i += 1) await within(page.mouse.wheel(0, i < 6 ? -40 : 40))
    await page.mouse.move(30, 30)
    await page.mouse.down()
    for (let i = 0; i < 20; i += 1) await within(page.mouse.move(30 + i * 12, 30 + i * 6))
    await page.mouse.up()
    const frames = await page.evaluate(() => window.bench.stopFrames())
    await page.waitForTimeout(400)
    const restyle = await within(page.evaluate(() => window.bench.restyleTenth()))
    await page.waitForTimeout(300)
    const filter = await within(page.evaluate(() => window.bench.filterHalf()))
    await page.waitForTimeout(300)
    // A canvas beyond what the browser can draw gives nothing: that is a result, too.
    const picture = await within(page.evaluate(() => window.bench.picture())).catch(() => ({
      ms: Number.NaN,
      bytes: 0,
    }))
    return {
      open: opened.ms,
      shown: opened.shown,
      p50: percentile(frames, 0.5),
      p95: percentile(frames, 0.95),
      restyle,
      filter,
      png: picture.bytes > 0 ? picture.ms : Number.NaN,
    }
  } finally {
    await page.close()
  }
}

function within(work) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`over ${patience / 1000} s`)), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const keys = ['open', 'p50', 'p95', 'restyle', 'filter', 'png']
const names = [
  'mooring',
  'mooring, unfolded',
  'Cytoscape, default',
  'Cytoscape, best setting',
  'sigma',
  'one picture moved',
]
for (const size of sizes) {
  const text = plain.makeText(size)
  console.log(`\n== ${size} nodes in the page, 1280x800 (ms)`)
  console.log('                          shown   first frame  pan/zoom p50 / p95   restyle 10 %  filter 50 %  PNG')
  const results = {}
  for (const name of names) {
    const all = []
    let stopped = ''
    // What takes minutes is measured once.
    for (let i = 0; i < (size > 5000 ? 1 : runs); i += 1) {
      try {
        all.push(await measure(name, text))
      } catch (error) {
        stopped = error instanceof Error ? error.message.split('\n')[0] : String(error)
        break
      }
    }
    if (all.length === 0) {
      console.log(`${name.padEnd(26)}${stopped}`)
      continue
    }
    const r = Object.fromEntries(keys.map((key) => [key, median(all.map((one) => one[key]))]))
    results[name] = r
    console.log(
      `${name.padEnd(26)}${String(all[0].shown).padEnd(8)}${String(ms(r.open)).padEnd(13)}${`${ms(r.p50)} / ${ms(r.p95)}`.padEnd(21)}${String(ms(r.restyle)).padEnd(14)}${String(ms(r.filter)).padEnd(13)}${ms(r.png)}`,
    )
  }
  for (const ours of ['mooring', 'mooring, unfolded']) {
    const moved = results['one picture moved']
    if (moved && results[ours]) console.log(`  ${ours} / one picture moved: p95 ${ratio(results[ours].p95, moved.p95)}`)
    for (const peer of ['Cytoscape, default', 'Cytoscape, best setting', 'sigma']) {
      if (!results[peer] || !results[ours]) continue
      const parts = keys.map((key) => `${key} ${ratio(results[ours][key], results[peer][key])}`)
      console.log(`  ${ours} / ${peer}: ${parts.join(', ')}`)
    }
  }
}
await browser.close()
server.close()
