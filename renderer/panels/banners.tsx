import { TriangleAlert } from 'lucide-react'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { runCommand } from '../commands/registry.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import styles from './banners.module.css'

/** What threatens the work stays in sight until it is over: a save that failed, a host that is gone. */
export function Banners() {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const save = useApp((state) => state.document?.save)
  const hostLost = useApp((state) => state.hostLost)
  const failed = save?.kind === 'failed' ? save.problem : null
  if (!failed && !hostLost) return null
  return (
    <div role="alert" className={styles['banner']}>
      <TriangleAlert size={16} aria-hidden />
      <p className={styles['text']}>{hostLost || !failed ? m.app.bar.hostLost : describeProblem(failed, language)}</p>
      {failed && <Button onPress={() => runCommand('file.save')}>{m.app.bar.tryAgain}</Button>}
      <Button onPress={() => runCommand('file.export-json')}>{m.app.bar.exportJson}</Button>
    </div>
  )
}
