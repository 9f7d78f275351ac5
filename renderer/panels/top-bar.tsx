import { PanelLeft, PanelRight, Redo2, SquareSlash, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../commands/command.ts'
import { perform } from '../commands/edit-commands.ts'
import { commandById, runCommand } from '../commands/registry.ts'
import { openDialog, setDrawers } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { NameField } from '../ui/name-field.tsx'
import { MainMenu } from './main-menu.tsx'
import { MooringMark } from './mooring-mark.tsx'
import { readableKeys } from './readable-keys.ts'
import { SaveStatus } from './save-status.tsx'
import styles from './top-bar.module.css'
import { useNarrow } from './use-narrow.ts'

export function TopBar() {
  const m = useMessages()
  const title = useApp((state) => state.document?.map.title ?? '')
  const readOnly = useApp((state) => state.document?.readOnly ?? false)
  const rename = (next: string) => perform({ label: 'rename-map', name: next, set: { title: next } })
  const paletteFace = readableKeys(commandById('find.palette').keys?.[0] ?? '')
  return (
    <header className={styles['bar']}>
      <MooringMark />
      <nav aria-label={m.app.bar.menus} className={styles['menus']}>
        <MainMenu />
      </nav>
      <h1 className={styles['title']}>
        <NameField look="bar" label={m.app.bar.title} value={title} onCommit={rename} readOnly={readOnly} />
      </h1>
      <SaveStatus />
      <span className={styles['gap']} />
      <CommandButton id="edit.undo" icon={<Undo2 size={16} />} />
      <CommandButton id="edit.redo" icon={<Redo2 size={16} />} />
      <Button
        look="quiet"
        onPress={() => openDialog({ kind: 'palette' })}
        aria-label={`${m.app.palette.title} ${paletteFace}`}
      >
        <SquareSlash size={14} aria-hidden />
        <span className={styles['keys']}>{paletteFace}</span>
      </Button>
      <PanelButton side="left" />
      <PanelButton side="right" />
    </header>
  )
}

function CommandButton({ id, icon }: { readonly id: CommandId; readonly icon: ReactNode }) {
  const m = useMessages()
  const command = commandById(id)
  const label = useApp((state) => command.label(m, state))
  const disabled = useApp((state) => command.disabled?.(state, m) ?? null)
  return (
    <IconButton label={label} isDisabled={disabled !== null} onPress={() => runCommand(id)}>
      {icon}
    </IconButton>
  )
}

function PanelButton({ side }: { readonly side: 'left' | 'right' }) {
  const m = useMessages()
  const narrow = useNarrow()
  const drawer = useApp((state) => state.drawers[side])
  const shown = useApp((state) => state.preferences[side === 'left' ? 'leftPanel' : 'rightPanel'] > 0)
  const toggle = () => {
    if (narrow) setDrawers({ left: false, right: false, [side]: !drawer })
    else runCommand(side === 'left' ? 'view.toggle-left' : 'view.toggle-right')
  }
  return (
    <IconButton label={m.app.bar[side]} pressed={narrow ? drawer : shown} onPress={toggle}>
      {side === 'left' ? <PanelLeft size={16} /> : <PanelRight size={16} />}
    </IconButton>
  )
}
