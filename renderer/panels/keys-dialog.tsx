import type { MenuId } from '../commands/command.ts'
import { commands } from '../commands/registry.ts'
import { openDialog } from '../store/session-actions.ts'
import { store, useMessages } from '../store/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './dialogs.module.css'
import { readableKeys } from './readable-keys.ts'

const menus: readonly MenuId[] = ['file', 'edit', 'view', 'help']

/** Every shortcut, from the command list. */
export function KeysDialog() {
  const m = useMessages()
  return (
    <Dialog title={m.app.keys.title} closeLabel={m.app.close} onClose={() => openDialog(null)}>
      <div className={styles['sheet']}>
        {menus.map((menu) => (
          <KeyList key={menu} menu={menu} />
        ))}
      </div>
      <p className={styles['quiet']}>{m.app.keys.hint}</p>
    </Dialog>
  )
}

function KeyList({ menu }: { readonly menu: MenuId }) {
  const m = useMessages()
  const listed = commands.filter((command) => command.menu === menu && command.keys?.length)
  if (listed.length === 0) return null
  return (
    <section>
      <h3 className={styles['menuName']}>{m.commands.menus[menu]}</h3>
      <dl className={styles['keys']}>
        {listed.map((command) => (
          <div key={command.id} className={styles['keyLine']}>
            <dt>{command.label(m, store.getState())}</dt>
            <dd>
              {command.keys?.map((keys) => (
                <kbd key={keys} className={styles['kbd']}>
                  {readableKeys(keys)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
