import { openDialog } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './dialogs.module.css'

export function AboutDialog() {
  const m = useMessages()
  const host = useApp((state) => state.host)
  const { about } = m.app
  return (
    <Dialog title={about.title} closeLabel={m.app.close} onClose={() => openDialog(null)} size="s">
      <div className={styles['prose']}>
        {host && <p>{about.version(host.version)}</p>}
        <p>{about.what}</p>
        <h3>{about.nevers}</h3>
        <ul className={styles['bullets']}>
          <li>{about.noNetwork}</li>
          <li>{about.noAccount}</li>
          <li>{about.noSurprise}</li>
        </ul>
        {host && (
          <>
            <h3>{about.library}</h3>
            <p className={styles['path']}>{host.libraryPath}</p>
          </>
        )}
        <p className={styles['quiet']}>{about.licences}</p>
      </div>
    </Dialog>
  )
}
