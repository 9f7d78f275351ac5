import { Maximize, Minus, Plus, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../commands/command.ts'
import { commandById, runCommand } from '../commands/registry.ts'
import { store, useMessages } from '../store/store.ts'
import { IconButton } from '../ui/button.tsx'
import styles from './map-view.module.css'

const controls: readonly { readonly id: CommandId; readonly icon: ReactNode }[] = [
  { id: 'view.arrange', icon: <Workflow size={16} aria-hidden /> },
  { id: 'view.fit', icon: <Maximize size={16} aria-hidden /> },
  { id: 'view.zoom-out', icon: <Minus size={16} aria-hidden /> },
  { id: 'view.zoom-in', icon: <Plus size={16} aria-hidden /> },
]

/** Layout and zoom, at the lower right: the same commands as in the menu. */
export function MapControls() {
  const m = useMessages()
  return (
    <div className={styles['controls']} role="toolbar" aria-label={m.map.controls}>
      {controls.map(({ id, icon }) => (
        <IconButton key={id} label={commandById(id).label(m, store.getState())} onPress={() => runCommand(id)}>
          {icon}
        </IconButton>
      ))}
    </div>
  )
}
