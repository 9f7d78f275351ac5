import type { HostInfo } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import { type DataFolder, makeFolders } from './data-folder.ts'
import { OpenDocuments } from './documents/open-documents.ts'
import { createHandlers, type Handlers } from './handlers.ts'
import { Library } from './library.ts'
import type { Log } from './log.ts'
import { PreferencesStore } from './preferences.ts'

export interface HostOptions {
  readonly kind: HostInfo['host']
  readonly version: string
  readonly data: DataFolder
  /** The folder with the maps that come with Mooring. */
  readonly examplesFolder: string
  readonly log: Log
}

export interface Host extends Handlers {
  /** Writes everything that is not on the disk yet; what could not be written comes back. */
  readonly saveAll: () => Promise<readonly Problem[]>
}

/** What both hosts do, put together. Throws a `ProblemError` if its folders cannot be made. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { kind, version, data, examplesFolder, log } = options
  await makeFolders(data)
  const documents = new OpenDocuments()
  const library = new Library(data, documents)
  await library.tidy()
  const handlers = createHandlers({
    info: { host: kind, version, libraryPath: data.maps },
    library,
    preferences: new PreferencesStore(data.preferences, log),
    examplesFolder,
    log,
  })
  return { ...handlers, saveAll: () => documents.saveAll() }
}
