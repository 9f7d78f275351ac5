import type { Messages } from '../../shared/i18n/messages.ts'
import type { AppState } from '../store/app-state.ts'

export type CommandId =
  | 'file.home'
  | 'file.new'
  | 'file.open'
  | 'file.import'
  | 'file.save'
  | 'file.export-json'
  | 'file.export-png'
  | 'edit.undo'
  | 'edit.redo'
  | 'edit.add-node'
  | 'edit.rename'
  | 'edit.delete'
  | 'edit.select-none'
  | 'view.fit'
  | 'view.zoom-in'
  | 'view.zoom-out'
  | 'view.arrange'
  | 'view.clear-filter'
  | 'view.fold-all'
  | 'view.toggle-left'
  | 'view.toggle-right'
  | 'view.theme-light'
  | 'view.theme-dark'
  | 'view.theme-projector'
  | 'view.language'
  | 'find.search'
  | 'find.palette'
  | 'help.keys'
  | 'help.about'

/** The menu that a command stands in. */
export type MenuId = 'file' | 'edit' | 'view' | 'help'

/** A verb as data: menu, buttons, shortcuts and palette all read the one list in `registry.ts`. */
export interface Command {
  readonly id: CommandId
  readonly menu: MenuId
  readonly label: (m: Messages, state: AppState) => string
  /** tinykeys notation, `$mod` is Ctrl or Cmd; the first is shown. */
  readonly keys?: readonly string[]
  /** Why it cannot be used now, in words; null when it can. */
  readonly disabled?: (state: AppState, m: Messages) => string | null
  readonly run: () => void | Promise<void>
}
