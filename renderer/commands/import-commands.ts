import { messagesFor } from '../../shared/i18n/messages.ts'
import type { Mapping } from '../../shared/import/column-mapping.ts'
import type { ImportReport } from '../../shared/import/import-plan.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Edit } from '../../shared/model/edit.ts'
import { notifyProblem, openDialog, whileBusy } from '../store/session-actions.ts'
import { store } from '../store/store.ts'
import type { TableSummary } from '../workers/tasks.ts'
import { cancelImport, runTask } from '../workers/worker-client.ts'
import { perform, settled } from './edit-commands.ts'
import { newMap } from './file-commands.ts'

/** What the mapping screen starts from; the rows themselves stay with the worker. */
export interface ImportSession {
  readonly tables: readonly TableSummary[]
  readonly mapping: Mapping
}

export type ImportTarget = 'new' | 'open'

/** Reads the chosen files and guesses what their columns mean. */
export async function readImport(files: readonly File[]): Promise<Result<ImportSession>> {
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const answer = await runTask(
    'import-read',
    { files: read },
    read.map((file) => file.bytes.buffer),
  )
  return answer.ok ? answer.value : answer
}

/** Closes the dialog and stops what the import is doing. */
export function giveUpImport(): void {
  cancelImport()
  openDialog(null)
}

/** What the import would make of the tables of the last `readImport`, merge and leave out. */
export function previewImport(mapping: Mapping, into: ImportTarget): Promise<Result<ImportReport>> {
  const map = into === 'open' ? store.getState().document?.map : undefined
  return runTask('import-preview', { mapping, ...(map ? { map: JSON.stringify(map) } : {}) })
}

/**
 * Adds the tables to the open map, or to a new one of this title; either way the import is one undo step.
 * Says whether it is done.
 */
export async function finishImport(mapping: Mapping, into: ImportTarget, title: string): Promise<boolean> {
  if (store.getState().busy) return false
  return whileBusy(messagesFor(store.getState().language).commands.importing, async () => {
    if (into === 'new' && !(await newMap(title, { blank: mapping.blank }))) return false
    const map = store.getState().document?.map
    if (!map) return false
    const made = await runTask('import-finish', { mapping, map: JSON.stringify(map) })
    if (!made.ok) {
      notifyProblem(made.problem)
      return false
    }
    const done = perform(settled(JSON.parse(made.value) as Edit))
    if (done) openDialog(null)
    return done
  })
}
