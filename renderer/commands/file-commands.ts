import { exportFileName } from '../../shared/export/file-name.ts'
import { readMapFromPng, writeMapIntoPng } from '../../shared/export/png-chunks.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import { messagesFor } from '../../shared/i18n/messages.ts'
import type { OpenedDocument } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/lib/problem.ts'
import type { Result } from '../../shared/lib/result.ts'
import { emptyMap, type MapSettings } from '../../shared/model/map.ts'
import { bridge } from '../bridge/current.ts'
import { closeDocument, showDocument } from '../store/document-actions.ts'
import { currentMap, type PictureOptions } from '../store/map-handle.ts'
import { notify, notifyProblem, openDialog, whileBusy } from '../store/session-actions.ts'
import { store } from '../store/store.ts'
import { saveNow } from './commit-queue.ts'

const words = () => messagesFor(store.getState().language).commands

/** A new, empty map in the library, shown. Says whether it is open. */
export function newMap(title = words().untitled, settings?: MapSettings): Promise<boolean> {
  const map = emptyMap(`map:${crypto.randomUUID()}`, title, new Date().toISOString())
  return createFrom(serialiseMap(settings ? { ...map, settings } : map))
}

export function openDocument(token: string): Promise<boolean> {
  return show(() => bridge.ask('document.open', { token }))
}

export function openExample(id: string): Promise<boolean> {
  return show(() => bridge.ask('examples.open', { id }))
}

/** Keeps a map's text as a new document of the library and shows it. */
function createFrom(text: string): Promise<boolean> {
  return show(() => bridge.ask('document.create', { text }))
}

/** True while a document is on its way: a second click must not open it twice. */
let opening = false

async function show(ask: () => Promise<Result<OpenedDocument>>): Promise<boolean> {
  if (opening) return false
  opening = true
  try {
    await saveNow()
    const opened = await whileBusy(words().opening, ask)
    if (!opened.ok) {
      notifyProblem(opened.problem)
      return false
    }
    showDocument(opened.value)
    rememberOpen(opened.value.token)
    return true
  } finally {
    opening = false
  }
}

/** Opens what was chosen or dropped: maps and pictures with a map inside at once, tables through the import dialog. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const isTable = (file: File) => /\.(csv|tsv|txt)$/i.test(file.name)
  const tables = files.filter(isTable)
  for (const file of files.filter((one) => !isTable(one))) await openFile(file)
  if (tables.length > 0) openDialog({ kind: 'import', files: tables, into: store.getState().document ? 'open' : 'new' })
}

async function openFile(file: File): Promise<void> {
  if (/\.json$/i.test(file.name)) {
    await createFrom(await file.text())
    return
  }
  if (!/\.png$/i.test(file.name)) {
    notifyProblem(problem('unknown-format', { file: file.name, known: '.mooring.json, .png, .csv, .tsv' }))
    return
  }
  const inside = readMapFromPng(new Uint8Array(await file.arrayBuffer()))
  if (inside.ok) await createFrom(inside.value)
  else notifyProblem({ ...inside.problem, where: { file: file.name } })
}

/** Lets the user choose files; resolves when they have, or never if they do not. */
export function chooseFiles(accept: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = accept
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
}

export async function removeDocument(token: string): Promise<void> {
  const removed = await bridge.ask('document.remove', { token })
  if (!removed.ok) notifyProblem(removed.problem)
  await loadLibrary()
}

/** Back to the start screen; what is not saved yet is saved first. */
export async function goHome(): Promise<void> {
  await saveNow()
  closeDocument()
  rememberOpen(null)
  await loadLibrary()
}

export async function loadLibrary(): Promise<void> {
  const [library, examples] = await Promise.all([bridge.ask('library.list', null), bridge.ask('examples.list', null)])
  if (library.ok) store.setState({ library: library.value })
  else notifyProblem(library.problem)
  if (examples.ok) store.setState({ examples: examples.value })
}

/** The document that a reload of this window opens again. Its token ends with the host. */
const openKey = 'mooring.open'
function rememberOpen(token: string | null): void {
  if (token === null) sessionStorage.removeItem(openKey)
  else sessionStorage.setItem(openKey, token)
}

export async function reopenLast(): Promise<void> {
  const token = sessionStorage.getItem(openKey)
  if (token === null) return
  const opened = await bridge.ask('document.open', { token })
  if (opened.ok) showDocument(opened.value)
  else rememberOpen(null)
}

export function exportJson(): void {
  const map = store.getState().document?.map
  if (!map) return
  const name = exportFileName(map.title, store.getState().today, '.mooring.json')
  bridge.download(name, new Blob([serialiseMap(map)], { type: 'application/json' }))
  notify('done', words().exported(name))
}

/** A PNG of the map; with `carryMap` the map travels inside it and opens again. */
export async function exportPng(options: PictureOptions & { readonly carryMap: boolean }): Promise<boolean> {
  const { document: open, today } = store.getState()
  const view = currentMap()
  if (!open || !view) return false
  const drawn = await whileBusy(words().drawing, () => view.renderPicture(options))
  if (!drawn.ok) {
    notifyProblem(drawn.problem)
    return false
  }
  const plain = new Uint8Array(await drawn.value.arrayBuffer())
  const png = options.carryMap ? writeMapIntoPng(plain, serialiseMap(open.map)) : plain
  const name = exportFileName(open.map.title, today, '.png')
  bridge.download(name, new Blob([png], { type: 'image/png' }))
  notify('done', words().exported(name))
  return true
}
