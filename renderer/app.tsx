import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import styles from './app.module.css'
import { MapView } from './graph-view/map-view.tsx'
import { Busy } from './panels/busy.tsx'
import { Dialogs } from './panels/dialogs.tsx'
import { DropHint } from './panels/drop-hint.tsx'
import { Notices } from './panels/notices.tsx'
import { StartScreen } from './panels/start-screen.tsx'
import { Workspace } from './panels/workspace.tsx'
import { useApp } from './store/store.ts'

/** The whole page: the start screen, or the window on the open map. */
export function App() {
  const language = useApp((state) => state.language)
  const isOpen = useApp((state) => state.document !== null)
  const title = useApp((state) => state.document?.map.title)
  useEffect(() => {
    document.title = title === undefined ? 'Mooring' : `${title} - Mooring`
  }, [title])
  return (
    <I18nProvider locale={language === 'da' ? 'da-DK' : 'en-GB'}>
      <div className={styles['app']}>
        {isOpen ? (
          <Workspace>
            <MapView />
          </Workspace>
        ) : (
          <StartScreen />
        )}
        <Dialogs />
        <Notices />
        <Busy />
        <DropHint />
      </div>
    </I18nProvider>
  )
}
