import { type Messages, messagesFor } from '../../shared/i18n/messages.ts'
import { defaultPreferences } from '../../shared/ipc/contract.ts'
import { isEmptyFilter } from '../../shared/model/filter.ts'
import type { AppState } from '../store/app-state.ts'
import { redo, undo } from '../store/document-actions.ts'
import { currentMap } from '../store/map-handle.ts'
import { clearFilter, focusFinding, openDialog, select, setDrawers } from '../store/session-actions.ts'
import { narrowWindow, store } from '../store/store.ts'
import type { Command, CommandId, MenuId } from './command.ts'
import { allSaved, saveNow } from './commit-queue.ts'
import { arrangeAnew, deleteSelection } from './edit-commands.ts'
import { chooseFiles, exportJson, goHome, newMap, openFiles } from './file-commands.ts'
import { setPreference } from './preferences.ts'

type Disabled = NonNullable<Command['disabled']>

const needsMap: Disabled = (state, m) => (state.document ? null : m.commands.noMap)
const needsMapAnd =
  (holds: (state: AppState) => boolean, reason: (m: Messages) => string): Disabled =>
  (state, m) =>
    needsMap(state, m) ?? (holds(state) ? null : reason(m))

/** "Undo: Rename Aajeevika", from the step itself. */
function stepName(state: AppState, m: Messages, side: 'past' | 'future'): string | null {
  const last = state.document?.[side].at(-1)
  return last ? [m.edits[last.label], last.name].filter(Boolean).join(' ') : null
}

function command(id: CommandId, run: Command['run'], more: Partial<Command> = {}): Command {
  return { id, menu: id.split('.')[0] as MenuId, label: (m) => m.commands.names[id], run, ...more }
}

function theme(name: 'light' | 'dark' | 'projector'): Command {
  return command(`view.theme-${name}`, () => setPreference({ theme: name }))
}

/** Lets go of one thing at a time: focus, then selection, then filter (experience.md 2). */
function stepOut(): void {
  const { focus, selection, selectedLink, filter } = store.getState()
  if (focus) focusFinding(null)
  else if (selection.length > 0 || selectedLink !== null) select([])
  else if (!isEmptyFilter(filter)) clearFilter()
}

/** Puts the cursor where a panel has said that it takes it, the panel opened first. */
function putFocus(name: 'name' | 'search', panel: Panel): void {
  showPanel(panel, true)
  // The panel is on screen only after the next frame.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const field = document.querySelector<HTMLElement>(`[data-focus="${name}"]`)
      field?.focus()
      if (field instanceof HTMLInputElement) field.select()
    }),
  )
}

type Panel = 'left' | 'right'

/** In a narrow window the side panels are drawers of the session; else their widths are preferences. */
function showPanel(panel: Panel, show?: boolean): void {
  const { drawers, preferences } = store.getState()
  if (matchMedia(narrowWindow).matches) {
    setDrawers({ [panel]: show ?? !drawers[panel] })
    return
  }
  const key = `${panel}Panel` as const
  const open = preferences[key] > 0
  if ((show ?? !open) !== open) void setPreference({ [key]: open ? 0 : defaultPreferences[key] })
}

/** Every verb of the application, in the order menus show them. */
export const commands: readonly Command[] = [
  command('file.home', goHome, { disabled: needsMap }),
  command('file.new', async () => void (await newMap()), { keys: ['$mod+Alt+n'] }),
  command('file.open', async () => openFiles(await chooseFiles('.json,.png,.csv,.tsv')), { keys: ['$mod+o'] }),
  command('file.import', async () => openFiles(await chooseFiles('.csv,.tsv,.txt')), { keys: ['$mod+i'] }),
  command('file.save', saveNow, {
    keys: ['$mod+s'],
    disabled: needsMapAnd(
      () => !allSaved(),
      (m) => m.commands.allSaved,
    ),
  }),
  command('file.export-json', exportJson, { disabled: needsMap }),
  command('file.export-png', () => openDialog({ kind: 'export' }), { keys: ['$mod+e'], disabled: needsMap }),
  command('edit.undo', () => void undo(), {
    keys: ['$mod+z'],
    label: (m, state) => {
      const what = stepName(state, m, 'past')
      return what === null ? m.commands.names['edit.undo'] : m.commands.undoOf(what)
    },
    disabled: needsMapAnd(
      (state) => (state.document?.past.length ?? 0) > 0,
      (m) => m.commands.nothingToUndo,
    ),
  }),
  command('edit.redo', () => void redo(), {
    keys: ['$mod+Shift+z', '$mod+y'],
    label: (m, state) => {
      const what = stepName(state, m, 'future')
      return what === null ? m.commands.names['edit.redo'] : m.commands.redoOf(what)
    },
    disabled: needsMapAnd(
      (state) => (state.document?.future.length ?? 0) > 0,
      (m) => m.commands.nothingToRedo,
    ),
  }),
  command('edit.add-node', () => openDialog({ kind: 'add-node' }), { keys: ['n'], disabled: needsMap }),
  command('edit.rename', () => putFocus('name', 'right'), {
    keys: ['e', 'F2'],
    disabled: needsMapAnd(
      (state) => state.selection.length === 1,
      (m) => m.commands.selectOne,
    ),
  }),
  command('edit.delete', deleteSelection, {
    keys: ['Delete', 'Backspace'],
    disabled: needsMapAnd(
      (state) => state.selection.length > 0 || state.selectedLink !== null,
      (m) => m.commands.nothingSelected,
    ),
  }),
  command('edit.select-none', stepOut, { keys: ['Escape'], disabled: needsMap }),
  command('view.fit', () => currentMap()?.fit(), { keys: ['0'], disabled: needsMap }),
  command('view.zoom-in', () => currentMap()?.zoomIn(), { keys: ['+'], disabled: needsMap }),
  command('view.zoom-out', () => currentMap()?.zoomOut(), { keys: ['-'], disabled: needsMap }),
  command('view.arrange', arrangeAnew, { disabled: needsMap }),
  command('view.clear-filter', clearFilter, {
    disabled: needsMapAnd(
      (state) => !isEmptyFilter(state.filter),
      (m) => m.commands.noFilter,
    ),
  }),
  command('view.fold-all', () => store.setState({ opened: new Set() }), {
    disabled: needsMapAnd(
      (state) => state.opened.size > 0,
      (m) => m.commands.noHubs,
    ),
  }),
  command('view.toggle-left', () => showPanel('left'), { keys: ['['], disabled: needsMap }),
  command('view.toggle-right', () => showPanel('right'), { keys: [']'], disabled: needsMap }),
  theme('light'),
  theme('dark'),
  theme('projector'),
  command('view.language', () => setPreference({ language: store.getState().language === 'da' ? 'en' : 'da' })),
  command('find.search', () => putFocus('search', 'left'), { menu: 'edit', keys: ['$mod+f', '/'], disabled: needsMap }),
  command('find.palette', () => openDialog({ kind: 'palette' }), { menu: 'view', keys: ['$mod+k'] }),
  command('help.keys', () => openDialog({ kind: 'keys' }), { keys: ['?'] }),
  command('help.about', () => openDialog({ kind: 'about' })),
]

const byId = new Map(commands.map((one) => [one.id, one]))

export function commandById(id: CommandId): Command {
  const found = byId.get(id)
  if (!found) throw new Error(`no such command: ${id}`)
  return found
}

/** Runs a command unless it is disabled just now. */
export function runCommand(id: CommandId): void {
  const found = commandById(id)
  const state = store.getState()
  if (found.disabled?.(state, messagesFor(state.language)) == null) void found.run()
}
