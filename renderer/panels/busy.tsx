import { ProgressBar } from 'react-aria-components'
import { useApp } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { useHeld } from '../ui/use-held.ts'
import styles from './busy.module.css'

/** Work shorter than this, in milliseconds, is not worth a word. */
const patience = 300

export function Busy() {
  const label = useApp((state) => state.busy?.label)
  const shown = useHeld(label !== undefined, patience)
  if (!shown || label === undefined) return null
  return (
    <ProgressBar isIndeterminate aria-label={label} className={classNames(styles['busy'])}>
      <span className={styles['spin']} />
      {label}
    </ProgressBar>
  )
}
