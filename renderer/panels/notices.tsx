import { Check, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import type { Notice } from '../store/app-state.ts'
import { dismissNotice } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { IconButton } from '../ui/button.tsx'
import styles from './notices.module.css'

/** So long good news stays, in milliseconds; a problem stays until it is put away. */
const shortly = 6000

/** What happened, at the foot of the window; read out without taking the focus. */
export function Notices() {
  const notices = useApp((state) => state.notices)
  return (
    <div role="status" aria-live="polite" className={styles['notices']}>
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function Line({ notice }: { readonly notice: Notice }) {
  const m = useMessages()
  const { id, tone, text } = notice
  useEffect(() => {
    if (tone === 'problem') return
    const timer = setTimeout(() => dismissNotice(id), shortly)
    return () => clearTimeout(timer)
  }, [id, tone])
  return (
    <div className={styles['notice']} data-tone={tone}>
      {tone === 'problem' ? <TriangleAlert size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      <span className={styles['text']}>{text}</span>
      <IconButton label={m.app.close} onPress={() => dismissNotice(id)}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
