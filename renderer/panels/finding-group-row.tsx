import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Finding } from '../../shared/analysis/assessment.ts'
import type { FindingGroup } from '../../shared/analysis/group-findings.ts'
import { focusFinding } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './findings.module.css'
import { LinkAll } from './link-all.tsx'
import { SeverityMark } from './severity-mark.tsx'
import { useMap } from './use-map.ts'

/** So many findings of an open group are mounted at first. */
const page = 50

interface FindingGroupRowProps {
  readonly group: FindingGroup
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** "Health Canada: 9 initiatives without a goal", with what can be done for all of them. */
export function FindingGroupRow({ group, isOpen, onToggle }: FindingGroupRowProps) {
  const m = useMessages()
  const index = useMap()?.index
  const { rule, severity, department, findings } = group
  const where = department === null ? '' : `${index?.node(department)?.name ?? department}: `
  return (
    <li className={styles['group']}>
      <AriaButton className={classNames(styles['head'])} aria-expanded={isOpen} onPress={onToggle}>
        <ChevronRight size={14} className={styles['arrow']} aria-hidden />
        <SeverityMark severity={severity} />
        <span className={styles['words']}>
          {where}
          {m.ruleGroup(rule, findings.length)}
        </span>
      </AriaButton>
      <LinkAll group={group} />
      {isOpen && <Single findings={findings} />}
    </li>
  )
}

function Single({ findings }: { readonly findings: readonly Finding[] }) {
  const m = useMessages()
  const [shown, setShown] = useState(page)
  return (
    <>
      <ul className={styles['singles']}>
        {findings.slice(0, shown).map((finding) => (
          <Row key={finding.subject} finding={finding} />
        ))}
      </ul>
      {findings.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + page)}>
          {m.app.findings.showMore(Math.min(page, findings.length - shown))}
        </Button>
      )}
    </>
  )
}

/** Pressing it frames the subject on the map with its evidence; pressing again lets go. */
function Row({ finding }: { readonly finding: Finding }) {
  const m = useMessages()
  const { rule, subject } = finding
  const name = useMap()?.index.node(subject)?.name ?? subject
  const focused = useApp(({ focus }) => focus?.rule === rule && focus.subject === subject)
  return (
    <li>
      <AriaButton
        className={classNames(styles['single'])}
        aria-pressed={focused}
        onPress={() => focusFinding(focused ? null : { rule, subject })}
      >
        {name}
        {finding.muted !== undefined && <span className={styles['muted']}>{m.app.findings.muted(finding.muted)}</span>}
      </AriaButton>
    </li>
  )
}
