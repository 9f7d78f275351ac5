import { CircleAlert, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../shared/analysis/assessment.ts'
import { useMessages } from '../store/store.ts'
import styles from './severity-mark.module.css'

const icons = { critical: OctagonAlert, major: TriangleAlert, minor: CircleAlert, info: Info } as const

/** How bad it is: a shape, a colour and a word for those who hear it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const m = useMessages()
  const Icon = icons[severity]
  return (
    <span className={styles['mark']} data-severity={severity}>
      <Icon size={14} role="img" aria-label={m.severities[severity]} />
    </span>
  )
}
