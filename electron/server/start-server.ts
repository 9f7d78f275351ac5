import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Problem, problem } from '../../shared/lib/problem.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { securityHeaders } from '../host/content-policy.ts'
import { foldersIn } from '../host/data-folder.ts'
import { createHost, type Host } from '../host/host.ts'
import { errorLine, type Log } from '../host/log.ts'
import { ProblemError } from '../host/problem-error.ts'
import { type Refusal, refuseCaller, refuseHost, refuseType } from './guard.ts'
import { PageFiles } from './page-files.ts'
import { Presence } from './presence.ts'
import { type Body, largestBody, readBody } from './read-body.ts'

/** How long the end waits for answers under way, in milliseconds: a client that stopped sending is not waited for. */
const atMost = 10_000

export interface ServerOptions {
  /** The folder of maps, preferences and what runs; made if it is not there. */
  readonly dataFolder: string
  /** The built page. */
  readonly pageFolder: string
  readonly examplesFolder: string
  readonly version: string
  /** 0 or absent: any free one. */
  readonly port?: number
  /** Does not end by itself. */
  readonly keep?: boolean
  /** Milliseconds from the last page's end to ours, and for a first page to come. */
  readonly grace?: number
  readonly firstPage?: number
  readonly largestBody?: number
  readonly log?: Log
}

export interface MooringServer {
  /** The address of the page, token included: whoever has it may do what the user may. */
  readonly url: string
  readonly port: number
  readonly token: string
  /** False if `pageFolder` holds no page: only requests are answered then. */
  readonly hasPage: boolean
  /** Writes what is not on the disk; what could not be written comes back. */
  readonly saveAll: () => Promise<readonly Problem[]>
  /** Answers what is under way, writes what is unsaved, and ends. */
  readonly close: () => Promise<void>
  /** Resolves when it has ended, by `close` or because every page has gone. */
  readonly ended: Promise<void>
}

/**
 * The host behind HTTP on 127.0.0.1 (docs/security.md). Throws a `ProblemError` if the port is taken or the data folder
 * cannot be made. Does not announce itself to a second start; `announce` does.
 */
export async function startServer(options: ServerOptions): Promise<MooringServer> {
  const { log = () => undefined, keep = false, grace = 60_000, firstPage = 600_000 } = options
  const host = await createHost({
    kind: 'server',
    version: options.version,
    data: foldersIn(options.dataFolder),
    examplesFolder: options.examplesFolder,
    log,
  })
  const page = await PageFiles.read(options.pageFolder)
  const token = randomBytes(16).toString('hex')
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const presence = new Presence({ grace, firstPage, keep, whenAlone })
  const atWork = new Set<Promise<void>>()
  const limit = options.largestBody ?? largestBody
  const end = endWith(server, presence, host, atWork)

  server.on('request', (request, response) => {
    const work = respond({ request, response, port, token, host, page, presence, limit }).catch((error: unknown) => {
      log(errorLine('request', error))
      response.destroy()
    })
    atWork.add(work)
    void work.finally(() => atWork.delete(work))
  })
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    token,
    hasPage: page.hasPage,
    saveAll: () => host.saveAll(),
    close: end.close,
    ended: end.ended,
  }

  /** The last page has gone; but a map that could not be saved is only here, so we stay and try again. */
  async function whenAlone(): Promise<'end' | 'stay'> {
    const unsaved = await host.saveAll()
    if (presence.pages > 0) return 'stay'
    if (unsaved.length > 0) {
      log(`staying: ${unsaved.length} maps could not be saved (${unsaved[0]?.code})`)
      return 'stay'
    }
    await end.close()
    return 'end'
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? `The port ${port} is taken.` : `Cannot listen (${error.code}).`
      reject(new ProblemError(problem('bad-arguments', { reason })))
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function endWith(server: Server, presence: Presence, host: Host, atWork: ReadonlySet<Promise<void>>) {
  let ending: Promise<void> | null = null
  let tell: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    tell = resolve
  })
  const run = async () => {
    server.close()
    presence.end()
    await Promise.race([Promise.all(atWork), wait(atMost, undefined, { ref: false })])
    await host.saveAll()
    server.closeAllConnections()
    tell()
  }
  const close = () => {
    ending ??= run()
    return ending
  }
  return { close, ended }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly port: number
  readonly token: string
  readonly host: Host
  readonly page: PageFiles
  readonly presence: Presence
  readonly limit: number
}

async function respond(exchange: Exchange): Promise<void> {
  const { request, response, port, token, page, presence } = exchange
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const wrongHost = refuseHost(request, port)
  if (wrongHost) return refuse(response, wrongHost)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!request.url?.startsWith('/api/')) {
    if (!reads) return plain(response, 405, 'Method not allowed')
    if (!(await page.answer(request, response))) plain(response, 404, 'Not found')
    return undefined
  }
  const wrongCaller = refuseCaller(request, port, token)
  if (wrongCaller) return refuse(response, wrongCaller)
  const name = request.url.slice('/api/'.length)
  if (request.method === 'GET' && name.split('?')[0] === 'presence') return presence.join(response)
  if (request.method !== 'POST') return plain(response, 405, 'Method not allowed')
  const wrongType = refuseType(request)
  if (wrongType) return refuse(response, wrongType)
  presence.touch()
  return answer(exchange, name)
}

async function answer({ request, response, host, limit }: Exchange, name: string): Promise<void> {
  let body: Body
  try {
    body = await readBody(request, limit)
  } catch {
    // The page went away in the middle of its request: nobody is there to answer.
    response.destroy()
    return
  }
  if (body.kind === 'too-large') {
    // The rest is not read; the connection ends with the answer.
    response.setHeader('Connection', 'close')
    return json(response, 413, fail(problem('too-large', { megabytes: Math.ceil(limit / 1048576), limit: 250 })))
  }
  const send = body.kind === 'json' ? body.value : undefined
  if (typeof send !== 'object' || send === null || !('send' in send) || Object.keys(send).length !== 1)
    return json(response, 400, fail(problem('bad-request', { reason: 'not a request' })))
  return json(response, 200, await host.answer(name, send.send))
}

function refuse(response: ServerResponse, refusal: NonNullable<Refusal>): void {
  // Whatever else was sent is not read.
  response.setHeader('Connection', 'close')
  json(response, refusal.status, fail(problem('not-allowed', { reason: refusal.reason })))
}

function json(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(result))
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(text)
}
