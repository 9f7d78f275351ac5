import { randomBytes } from 'node:crypto'
import { readdir, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import type { DocumentToken, LibraryEntry, OpenedDocument } from '../../shared/ipc/contract.ts'
import { compareText } from '../../shared/lib/order.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { DataFolder } from './data-folder.ts'
import { type DocumentEngine, mapExtension } from './documents/document-engine.ts'
import { errorCode, flushFolder, tempName, writeProblem, writeUnique } from './documents/durable-write.ts'
import type { OpenDocuments } from './documents/open-documents.ts'
import { fileStem } from './file-name.ts'
import { type MapHeader, readHeader } from './map-header.ts'

/** A temporary file this old, in milliseconds, belongs to a save that was cut off. */
const leftOver = 60 * 60 * 1000

/** The maps in the library folder. The page names them by tokens; only here a token becomes a path. */
export class Library {
  readonly #data: DataFolder
  readonly #documents: OpenDocuments
  readonly #paths = new Map<DocumentToken, string>()
  readonly #tokens = new Map<string, DocumentToken>()
  readonly #headers = new Map<string, { readonly stamp: string; readonly header: MapHeader }>()

  constructor(data: DataFolder, documents: OpenDocuments) {
    this.#data = data
    this.#documents = documents
  }

  /** Newest first; what cannot be read is listed with its problem. A file is read again only when it has changed. */
  async list(): Promise<Result<readonly LibraryEntry[]>> {
    let names: readonly string[]
    try {
      names = await readdir(this.#data.maps)
    } catch (error) {
      return fail(problem('read-failed', { file: 'maps', reason: errorCode(error) }))
    }
    const maps = names.filter((name) => name.endsWith(`.${mapExtension}`) && !name.startsWith('.'))
    const entries: (LibraryEntry & { readonly at: number })[] = []
    for (const fileName of maps) {
      const path = join(this.#data.maps, fileName)
      const info = await stat(path).catch(() => null)
      if (!info?.isFile()) continue
      const header = await this.#header(path, `${info.mtimeMs}/${info.size}/${info.ino}`)
      entries.push({
        token: this.#tokenOf(path),
        fileName,
        modified: info.mtime.toISOString(),
        at: info.mtimeMs,
        ...header,
      })
    }
    entries.sort((a, b) => b.at - a.at || compareText(a.fileName, b.fileName))
    return ok(entries.map(({ at: _at, ...entry }) => entry))
  }

  /** Keeps a map's text as a new file named after its title, and opens it. */
  async create(text: string): Promise<Result<OpenedDocument>> {
    const parsed = parseMap(text)
    if (!parsed.ok) return parsed
    const { map } = parsed.value
    const written = await writeUnique(
      this.#data.maps,
      fileStem(map.title),
      mapExtension,
      Buffer.from(serialiseMap(map)),
    )
    return written.ok ? this.#openPath(written.value) : written
  }

  async open(token: DocumentToken): Promise<Result<OpenedDocument>> {
    const path = this.#paths.get(token)
    return path === undefined ? fail(problem('not-found')) : this.#openPath(path)
  }

  /** The engine behind a token, for commits and saves. */
  async engine(token: DocumentToken): Promise<Result<DocumentEngine>> {
    const path = this.#paths.get(token)
    return path === undefined ? fail(problem('not-found')) : this.#documents.find(path)
  }

  /** Moves a map to the `removed` folder. One whose last edits cannot be saved stays where it is. */
  async remove(token: DocumentToken): Promise<Result<null>> {
    const path = this.#paths.get(token)
    if (path === undefined) return fail(problem('not-found'))
    const open = await this.#documents.find(path)
    if (open.ok) {
      const saved = await open.value.save()
      if (!saved.ok) return saved
      await this.#documents.close(path)
    }
    const stem = basename(path, `.${mapExtension}`)
    const day = new Date().toISOString().slice(0, 10)
    // Eight random digits keep apart what was removed under one name on one day.
    const target = join(this.#data.removed, `${stem} ${day} ${randomBytes(4).toString('hex')}.${mapExtension}`)
    try {
      await rename(path, target)
      await flushFolder(this.#data.removed)
      await flushFolder(dirname(path))
    } catch (error) {
      const file = basename(path)
      return fail(errorCode(error) === 'ENOENT' ? problem('not-found', { file }, { file }) : writeProblem(error, file))
    }
    this.#paths.delete(token)
    this.#tokens.delete(path)
    this.#headers.delete(path)
    return ok(null)
  }

  /** Clears away what saves that were cut off (a crash, a power cut) have left. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#data.maps).catch(() => [])
    for (const name of names.filter((one) => tempName.test(one))) {
      const path = join(this.#data.maps, name)
      const info = await stat(path).catch(() => null)
      if (info?.isFile() && Date.now() - info.mtimeMs > leftOver) await unlink(path).catch(() => undefined)
    }
  }

  async #openPath(path: string): Promise<Result<OpenedDocument>> {
    const opened = await this.#documents.open(path)
    if (!opened.ok) return opened
    const state = await opened.value.state()
    return ok({ token: this.#tokenOf(path), fileName: basename(path), ...state })
  }

  async #header(path: string, stamp: string): Promise<MapHeader> {
    const known = this.#headers.get(path)
    if (known?.stamp === stamp) return known.header
    const header = await readHeader(path)
    this.#headers.set(path, { stamp, header })
    return header
  }

  #tokenOf(path: string): DocumentToken {
    const known = this.#tokens.get(path)
    if (known !== undefined) return known
    const token = randomBytes(16).toString('hex')
    this.#tokens.set(path, token)
    this.#paths.set(token, path)
    return token
  }
}
