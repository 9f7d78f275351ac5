import { bridge } from '../bridge/current.ts'
import { acknowledge, editsSince, saveFailed } from '../store/document-actions.ts'
import { store } from '../store/store.ts'

/** How long the page waits before it tries again to save what failed, in milliseconds. */
const retryAfter = 3000
let sending = false
let retry: ReturnType<typeof setTimeout> | undefined

/**
 * Sends edits to the host as they are made, one request at a time, each with all that has gathered since the last.
 * Only the host's answer makes them *Saved*.
 */
export function startCommitQueue(): void {
  store.subscribe((state, before) => {
    // Not within the edit's own turn: what people see comes first.
    if (state.document?.revision !== before.document?.revision) setTimeout(() => void saveNow())
  })
}

/** True when nothing waits to be saved. */
export function allSaved(): boolean {
  const { document } = store.getState()
  return document === null || document.savedRevision === document.revision
}

/** Sends what is not saved yet; also the button beside a failed save. */
export async function saveNow(): Promise<void> {
  if (sending) return
  clearTimeout(retry)
  sending = true
  try {
    while (!allSaved() && (await sendUnsaved()));
  } finally {
    sending = false
  }
}

async function sendUnsaved(): Promise<boolean> {
  const { document } = store.getState()
  if (!document) return false
  const { token, revision } = document
  const answer = await bridge.ask('document.commit', {
    token,
    seq: revision,
    edits: editsSince(document, document.savedRevision),
  })
  if (answer.ok) {
    acknowledge(token, answer.value.seq)
    return true
  }
  saveFailed(token, answer.problem)
  // Trying again helps against a full disk or a host that restarts, not against a file that somebody else has changed.
  const { code } = answer.problem
  if (code !== 'out-of-step' && code !== 'changed-outside') retry = setTimeout(() => void saveNow(), retryAfter)
  return false
}
