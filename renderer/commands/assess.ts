import type { Assessment } from '../../shared/analysis/assessment.ts'
import { editsSince, showAssessment } from '../store/document-actions.ts'
import { notifyProblem } from '../store/session-actions.ts'
import { store } from '../store/store.ts'
import { runTask } from '../workers/worker-client.ts'

/** Where the worker's own copy of the map stands. */
let held: { readonly token: string; readonly revision: number } | null = null
let running = false

/**
 * The one place that asks for `evaluate`: after every change of the map, one at a time, always for the newest state.
 * The worker is sent the whole map once and then only the edits that it has not seen.
 */
export function startAssessing(): void {
  store.subscribe((state, before) => {
    const changed =
      state.document?.revision !== before.document?.revision || state.document?.token !== before.document?.token
    if (changed || state.today !== before.today) void assess()
  })
}

async function assess(): Promise<void> {
  if (running) return
  running = true
  try {
    while (await assessOnce());
  } finally {
    running = false
  }
}

async function assessOnce(): Promise<boolean> {
  const { document, assessment, today } = store.getState()
  if (!document || (assessment?.revision === document.revision && assessment.value.today === today)) return false
  const { map, revision, token } = document
  // Opened anew, the page's journal starts later than what the worker holds: then it is sent the whole map.
  const behind = held?.token === token ? revision - held.revision : -1
  const following = behind >= 0 && behind <= document.journal.length
  const result = await runTask(
    'evaluate',
    following && held
      ? { edits: JSON.stringify(editsSince(document, held.revision)), today }
      : { load: JSON.stringify(map), today },
  )
  if (!result.ok) {
    held = null
    notifyProblem(result.problem)
    return false
  }
  held = { token, revision }
  showAssessment(revision, JSON.parse(result.value) as Assessment)
  return true
}
