import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type MooringServer, type ServerOptions, startServer } from '../../electron/server/start-server.ts'
import { temporaryFolder } from './fixtures.ts'

export const script = `export const words = '${'anchor '.repeat(500)}'\n`
const running: MooringServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

export async function start(options: Partial<ServerOptions> = {}): Promise<MooringServer & { readonly root: string }> {
  const root = temporaryFolder()
  const page = join(root, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Mooring</title>')
  writeFileSync(join(page, 'assets', 'index-AbCd_123.js'), script)
  writeFileSync(join(page, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(page, 'secret.exe'), 'MZ')
  writeFileSync(join(root, 'outside.html'), 'outside')
  const server = await startServer({
    dataFolder: join(root, 'home'),
    pageFolder: page,
    examplesFolder: join(root, 'examples'),
    version: '1.2.3',
    ...options,
  })
  running.push(server)
  return { ...server, root }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** As raw as Node allows: nothing is normalised on the way. */
export function send(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export function ask(server: MooringServer, name: string, content: unknown, headers: Record<string, string> = {}) {
  return send(server.port, {
    method: 'POST',
    path: `/api/${name}`,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json', ...headers },
    body: typeof content === 'string' ? content : JSON.stringify({ send: content }),
  })
}
export const parsed = (answer: Answer) =>
  JSON.parse(answer.body.toString()) as { ok: boolean; value?: never; problem?: { code: string } }
