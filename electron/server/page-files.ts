import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const packed = promisify(gzip)

interface PageFile {
  readonly type: string
  readonly bytes: Buffer
  readonly cache: string
  /** Made with the first answer that wants it, and kept. */
  zipped: Promise<Buffer> | null
}

/**
 * The page as a table from address to content, read once at the start. An address that is not in the table does not
 * exist, so there is no path for a request to lead astray. An unbuilt page is an empty table.
 */
export class PageFiles {
  readonly #files: ReadonlyMap<string, PageFile>

  private constructor(files: ReadonlyMap<string, PageFile>) {
    this.#files = files
  }

  static async read(folder: string): Promise<PageFiles> {
    const files = new Map<string, PageFile>()
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const type = types[extname(entry.name)]
      // A type we do not know is none of the page's.
      if (!entry.isFile() || type === undefined) continue
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(folder, path).split(sep).join('/')}`
      files.set(address, { type, bytes: await readFile(path), cache: cacheFor(address), zipped: null })
    }
    const start = files.get('/index.html')
    if (start) files.set('/', start)
    return new PageFiles(files)
  }

  get hasPage(): boolean {
    return this.#files.has('/')
  }

  /** Answers a GET or HEAD; false if there is no such address. Nothing of the address is decoded. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = this.#files.get((request.url ?? '').split('?')[0] ?? '')
    if (!file) return false
    response.setHeader('Content-Type', file.type)
    response.setHeader('Cache-Control', file.cache)
    let body = file.bytes
    if (isText(file) && body.byteLength > 1024) {
      response.setHeader('Vary', 'Accept-Encoding')
      if (takesGzip(request)) {
        file.zipped ??= packed(file.bytes)
        body = await file.zipped
        response.setHeader('Content-Encoding', 'gzip')
      }
    }
    response.setHeader('Content-Length', body.byteLength)
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

/** What carries a hash of its content in its name never changes under that name. */
function cacheFor(address: string): string {
  const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/.test(address)
  return hashed ? 'public, max-age=31536000, immutable' : 'no-store'
}

function isText(file: PageFile): boolean {
  return file.type.includes('charset')
}

function takesGzip(request: IncomingMessage): boolean {
  const accepted = request.headers['accept-encoding'] ?? ''
  return accepted.split(',').some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(one))
}
