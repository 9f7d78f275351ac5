import type { Assessment } from '../../shared/analysis/assessment.ts'
import type { OpenedDocument } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import { applyEdit } from '../../shared/model/apply-edit.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import { indexMap } from '../../shared/model/map-index.ts'
import type { AppState } from './app-state.ts'
import { noDocument, store } from './store.ts'

/** So many steps back are kept. */
const longestHistory = 500

type OpenDocument = NonNullable<AppState['document']>

/** Shows a document that the host has opened and checked. */
export function showDocument(opened: OpenedDocument): void {
  store.setState({
    ...noDocument,
    document: {
      token: opened.token,
      fileName: opened.fileName,
      readOnly: opened.readOnly,
      map: JSON.parse(opened.text) as StrategyMap,
      revision: opened.seq,
      savedRevision: opened.seq,
      journal: [],
      save: { kind: 'saved' },
      past: [],
      future: [],
    },
  })
}

export function closeDocument(): void {
  store.setState(noDocument)
}

/** Applies an edit as one undo step. A refusal changes nothing. */
export function edit(change: Edit): Result<null> {
  return step(change, (document, undo) => ({ past: [...document.past, undo].slice(-longestHistory), future: [] }))
}

/** Takes the last step back; says false when there is none. */
export function undo(): boolean {
  const last = store.getState().document?.past.at(-1)
  if (!last) return false
  return step(last, (d, redo) => ({ past: d.past.slice(0, -1), future: [...d.future, redo] })).ok
}

export function redo(): boolean {
  const next = store.getState().document?.future.at(-1)
  if (!next) return false
  return step(next, (d, back) => ({ past: [...d.past, back], future: d.future.slice(0, -1) })).ok
}

function step(change: Edit, history: (document: OpenDocument, inverse: Edit) => Partial<OpenDocument>): Result<null> {
  const { document, selection, selectedLink } = store.getState()
  if (!document) return ok(null)
  const applied = applyEdit(document.map, change)
  if (!applied.ok) return applied
  const { map, undo: inverse } = applied.value
  const index = indexMap(map)
  store.setState({
    document: {
      ...document,
      map,
      revision: document.revision + 1,
      journal: [...document.journal, change],
      save: { kind: 'saving' },
      ...history(document, inverse),
    },
    selection: selection.some((id) => !index.node(id)) ? selection.filter((id) => index.node(id)) : selection,
    selectedLink: selectedLink !== null && !index.link(selectedLink) ? null : selectedLink,
  })
  return ok(null)
}

/** The edits that came after a revision, oldest first. */
export function editsSince(document: OpenDocument, revision: number): readonly Edit[] {
  return document.journal.slice(document.journal.length - (document.revision - revision))
}

/** The host has flushed everything up to `revision`. */
export function acknowledge(token: string, revision: number): void {
  const { document } = store.getState()
  if (document?.token !== token || revision < document.savedRevision) return
  store.setState({
    document: {
      ...document,
      savedRevision: revision,
      save: { kind: revision < document.revision ? 'saving' : 'saved' },
    },
  })
}

export function saveFailed(token: string, problem: Problem): void {
  const { document } = store.getState()
  if (document?.token === token) store.setState({ document: { ...document, save: { kind: 'failed', problem } } })
}

/** Keeps the result of `evaluate` unless the map has moved on since. */
export function showAssessment(revision: number, value: Assessment): void {
  if (store.getState().document?.revision === revision) store.setState({ assessment: { revision, value } })
}
