import { tinykeys } from 'tinykeys'
import { store } from '../store/store.ts'
import { commands, runCommand } from './registry.ts'

/** In a field these undo and redo what was typed. */
const textKeys: ReadonlySet<string> = new Set(['$mod+z', '$mod+Shift+z', '$mod+y'])

/** One listener for every shortcut in the command list. Returns how to stop. */
export function startShortcuts(): () => void {
  const bindings = commands.flatMap((one) =>
    (one.keys ?? []).map((keys) => {
      const leftToText = !keys.includes('$mod') || textKeys.has(keys)
      const handle = (event: KeyboardEvent) => {
        // A dialog has its own keys, and a letter typed into a field is a letter.
        if (store.getState().dialog !== null || event.defaultPrevented || (leftToText && isTyping(event.target))) return
        event.preventDefault()
        runCommand(one.id)
      }
      return [keys, handle] as const
    }),
  )
  return tinykeys(window, Object.fromEntries(bindings))
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches(
      'input, textarea, select, [role="combobox"], [role="menu"], [role="menu"] *, [role="listbox"], [role="listbox"] *',
    )
  )
}
