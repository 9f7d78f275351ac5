import { CircleAlert, CircleCheck, CircleDot, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp, useMessages } from '../store/store.ts'
import styles from './save-status.module.css'

/** Says *Saved* only of what is on the disk. */
export function SaveStatus() {
  const m = useMessages()
  const readOnly = useApp((state) => state.document?.readOnly)
  const kind = useApp((state) => state.document?.save.kind)
  if (readOnly) return <Status icon={<Lock size={14} />} words={m.app.bar.readOnly} tone="quiet" />
  if (kind === 'failed') return <Status icon={<CircleAlert size={14} />} words={m.app.bar.notSaved} tone="problem" />
  if (kind === 'saving') return <Status icon={<CircleDot size={14} />} words={m.app.bar.saving} tone="quiet" />
  return <Status icon={<CircleCheck size={14} />} words={m.app.bar.saved} tone="quiet" hint={m.app.bar.savedHint} />
}

interface StatusProps {
  readonly icon: ReactNode
  readonly words: string
  readonly tone: 'quiet' | 'problem'
  readonly hint?: string
}

function Status({ icon, words, tone, hint }: StatusProps) {
  return (
    <span className={styles['status']} data-tone={tone} title={hint} data-testid="save-status">
      {icon}
      {words}
    </span>
  )
}
