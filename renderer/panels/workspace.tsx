import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { setPreference } from '../commands/preferences.ts'
import { setDrawers } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { IconButton } from '../ui/button.tsx'
import { ResizeHandle } from '../ui/resize-handle.tsx'
import { Banners } from './banners.tsx'
import { Inspector } from './inspector.tsx'
import { LeftPanel } from './left-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useNarrow } from './use-narrow.ts'
import styles from './workspace.module.css'

/** The window on an open map: the bar, the panels, and between them the view that is handed in. */
export function Workspace({ children }: { readonly children: ReactNode }) {
  const m = useMessages()
  const narrow = useNarrow()
  return (
    <div className={styles['window']}>
      <TopBar />
      <Banners />
      <div className={styles['row']}>
        <SidePanel side="left" name="leftPanel" label={m.app.bar.left} narrow={narrow}>
          <LeftPanel />
        </SidePanel>
        <main className={styles['map']} aria-label={m.app.bar.map}>
          {children}
        </main>
        <SidePanel side="right" name="rightPanel" label={m.app.bar.right} narrow={narrow}>
          <Inspector />
        </SidePanel>
      </div>
    </div>
  )
}

const smallest = 224
const largest = 560

interface SidePanelProps {
  readonly side: 'left' | 'right'
  readonly name: 'leftPanel' | 'rightPanel'
  readonly label: string
  readonly narrow: boolean
  readonly children: ReactNode
}

/** A panel beside the map, or a drawer over it where the window is narrow. */
function SidePanel({ side, name, label, narrow, children }: SidePanelProps) {
  const m = useMessages()
  const kept = useApp((state) => state.preferences[name])
  const drawer = useApp((state) => state.drawers[side])
  const [preview, setPreview] = useState<number | null>(null)
  if (narrow) {
    if (!drawer) return null
    return (
      <aside className={styles['drawer']} data-side={side} aria-label={label}>
        <div className={styles['shut']}>
          <IconButton label={m.app.close} onPress={() => setDrawers({ [side]: false })}>
            <X size={16} />
          </IconButton>
        </div>
        {children}
      </aside>
    )
  }
  if (kept === 0) return null
  const width = preview ?? kept
  const handle = (
    <ResizeHandle
      label={side === 'left' ? m.app.bar.resizeLeft : m.app.bar.resizeRight}
      side={side}
      width={width}
      smallest={smallest}
      largest={largest}
      onPreview={setPreview}
      onCommit={(next) => {
        setPreview(null)
        void setPreference({ [name]: next })
      }}
    />
  )
  return (
    <aside className={styles['panel']} style={{ width }} aria-label={label}>
      {side === 'right' && handle}
      <div className={styles['scroll']}>{children}</div>
      {side === 'left' && handle}
    </aside>
  )
}
