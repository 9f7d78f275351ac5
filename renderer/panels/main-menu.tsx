import type { MenuId } from '../commands/command.ts'
import { commands, runCommand } from '../commands/registry.ts'
import { store, useApp, useMessages } from '../store/store.ts'
import { MenuButton, type MenuEntry } from '../ui/menu-button.tsx'
import { readableKeys } from './readable-keys.ts'

const menus: readonly MenuId[] = ['file', 'edit', 'view', 'help']

/** File, Edit, View, Help: made from the command list. */
export function MainMenu() {
  const m = useMessages()
  return menus.map((menu) => <CommandMenu key={menu} menu={menu} label={m.commands.menus[menu]} />)
}

function CommandMenu({ menu, label }: { readonly menu: MenuId; readonly label: string }) {
  const m = useMessages()
  // What a menu says depends on the whole state; as one text it changes only when a word does.
  const text = useApp((state) => JSON.stringify(entries(menu, m, state)))
  return (
    <MenuButton
      label={label}
      items={JSON.parse(text) as readonly MenuEntry[]}
      onAction={(id) => {
        const chosen = commands.find((command) => command.id === id)
        if (chosen) runCommand(chosen.id)
      }}
    />
  )
}

function entries(
  menu: MenuId,
  m: ReturnType<typeof useMessages>,
  state: ReturnType<typeof store.getState>,
): readonly MenuEntry[] {
  return commands
    .filter((command) => command.menu === menu)
    .map((command) => ({
      id: command.id,
      name: command.label(m, state),
      ...(command.keys?.[0] === undefined ? {} : { keys: readableKeys(command.keys[0]) }),
      disabled: command.disabled?.(state, m) ?? null,
    }))
}
