import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { bridge } from './bridge/current.ts'
import { startAssessing } from './commands/assess.ts'
import { allSaved, saveNow, startCommitQueue } from './commands/commit-queue.ts'
import { loadLibrary, openFiles, reopenLast } from './commands/file-commands.ts'
import { loadPreferences } from './commands/preferences.ts'
import { startShortcuts } from './commands/shortcuts.ts'
import { notifyProblem } from './store/session-actions.ts'
import { store } from './store/store.ts'
import './theme/base.css'

/** Order of start-up and nothing else: what must be there before the first frame, the frame, then the rest. */
async function start(): Promise<void> {
  startAssessing()
  startCommitQueue()
  startShortcuts()
  acceptDroppedFiles()
  await Promise.all([loadPreferences(), reopenLast()])
  const root = document.getElementById('root')
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  }
  bridge.watchHost((lost) => {
    store.setState({ hostLost: lost })
    if (!lost) void saveNow()
  })
  const info = await bridge.ask('host.info', null)
  if (info.ok) store.setState({ host: info.value })
  else notifyProblem(info.problem)
  await loadLibrary()
}

/** A file dropped anywhere is opened, never navigated to. */
function acceptDroppedFiles(): void {
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) void openFiles(files)
  })
  addEventListener('beforeunload', (event) => {
    if (!allSaved()) event.preventDefault()
  })
}

void start()
