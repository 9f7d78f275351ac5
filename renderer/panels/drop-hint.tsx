import { useEffect, useState } from 'react'
import { useMessages } from '../store/store.ts'
import styles from './drop-hint.module.css'

/** Says, while a file hangs over the window, that it may be dropped. The drop itself is taken in `main.tsx`. */
export function DropHint() {
  const m = useMessages()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = () => setOver(false)
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  return over ? <div className={styles['hint']}>{m.app.dropHere}</div> : null
}
