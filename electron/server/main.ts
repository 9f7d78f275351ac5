import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { dataFolder, makeFolders } from '../host/data-folder.ts'
import { errorLine } from '../host/log.ts'
import { ProblemError } from '../host/problem-error.ts'
import { announce, findRunning, withdraw } from './announce.ts'
import { readArguments, type ServerArguments, usage } from './arguments.ts'
import { openWindow } from './open-window.ts'
import { type MooringServer, startServer } from './start-server.ts'

/** Built to out/node/server.js; everything that comes with Mooring stands two folders up. */
const root = join(import.meta.dirname, '../..')

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2))
  if (!read.ok) {
    complain(describeProblem(read.problem, 'en'))
    complain(usage)
    return 2
  }
  if (read.value.help) {
    say(usage)
    return 0
  }
  try {
    return await run(read.value)
  } catch (error) {
    if (error instanceof ProblemError) complain(describeProblem(error.problem, 'en'))
    else complain(errorLine('start', error))
    return 1
  }
}

async function run(wanted: ServerArguments): Promise<number> {
  const data = dataFolder(process.env, process.platform, homedir())
  const show = async (url: string) => {
    say(`Mooring is open at ${url}`)
    if (wanted.open) await openWindow(url, data.root, complain)
  }
  await makeFolders(data)
  const running = await findRunning(data.running)
  if (running !== null) {
    await show(running)
    return 0
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  const server = await startServer({
    dataFolder: data.root,
    pageFolder: join(root, 'out/renderer'),
    examplesFolder: join(root, 'examples'),
    version,
    port: wanted.port,
    keep: wanted.keep,
    log: complain,
    ...times(),
  })
  if (!server.hasPage) {
    complain('The page of Mooring is not built: run npm run build.')
    await server.close()
    return 1
  }
  const other = await announce(data.running, server)
  if (other !== null) {
    await server.close()
    await show(other)
    return 0
  }
  endOnSignals(server)
  say(`Your maps are in ${data.maps}`)
  await show(server.url)
  await server.ended
  await withdraw(data.running, server.token)
  return 0
}

/** Tests of the whole program cannot wait for a minute. */
function times(): { readonly grace?: number; readonly firstPage?: number } {
  const grace = Number(process.env['MOORING_GRACE_MS'] ?? Number.NaN)
  return Number.isFinite(grace) ? { grace, firstPage: grace * 10 } : {}
}

/** A terminal tells the whole family at once, and `npm start` hands on what it gets: signals this close are one. */
const oneSignal = 500

/** The first signal saves and ends; where that fails it says so and stays, so that only a second one loses work. */
function endOnSignals(server: MooringServer): void {
  let last = Number.NEGATIVE_INFINITY
  let saved: Promise<boolean> | null = null
  const save = async () => {
    const [unsaved] = await server.saveAll()
    if (!unsaved) return true
    complain(describeProblem(unsaved, 'en'))
    complain('Not everything is saved. Interrupt once more to end all the same.')
    return false
  }
  const end = async () => {
    const again = performance.now() - last > oneSignal
    last = performance.now()
    if (!again) return
    if (saved) process.exit((await saved) ? 0 : 1)
    saved = save()
    if (await saved) await server.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
}

process.exitCode = await main()
