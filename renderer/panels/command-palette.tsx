import { useMemo } from 'react'
import { commands, runCommand } from '../commands/registry.ts'
import { openDialog } from '../store/session-actions.ts'
import { store, useMessages } from '../store/store.ts'
import { BareDialog } from '../ui/dialog.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { readableKeys } from './readable-keys.ts'

/** Every command by name. One that cannot be used now says why. */
export function CommandPalette() {
  const m = useMessages()
  const items = useMemo(() => {
    // Not subscribed: nothing changes while the palette is open.
    const state = store.getState()
    return commands
      .filter((command) => command.id !== 'find.palette')
      .map((command) => {
        const reason = command.disabled?.(state, m) ?? null
        return {
          id: command.id,
          name: `${m.commands.menus[command.menu]}: ${command.label(m, state)}`,
          ...(reason === null ? {} : { note: reason, disabled: true }),
          ...(command.keys?.[0] === undefined ? {} : { aside: readableKeys(command.keys[0]) }),
        }
      })
  }, [m])
  const run = (id: string) => {
    openDialog(null)
    const chosen = commands.find((command) => command.id === id)
    // After the dialog has given the focus back, so that a command may move it.
    if (chosen) setTimeout(() => runCommand(chosen.id))
  }
  return (
    <BareDialog label={m.app.palette.title} onClose={() => openDialog(null)}>
      <PickList
        label={m.app.palette.title}
        placeholder={m.app.palette.placeholder}
        groups={[{ id: 'all', title: '', items }]}
        empty={m.app.nothingFound}
        more={m.app.more}
        onPick={run}
      />
    </BareDialog>
  )
}
