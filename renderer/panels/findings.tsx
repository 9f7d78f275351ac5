import { useMemo, useState } from 'react'
import { type FindingGroup, groupFindings } from '../../shared/analysis/group-findings.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { FindingGroupRow } from './finding-group-row.tsx'
import styles from './findings.module.css'

/** So many groups are mounted at a time; one group is open at a time, with as many findings again at most. */
const page = 40
const noGroups: readonly FindingGroup[] = []

/** One line per rule and department, worst first; each opens to its findings. */
export function Findings() {
  const m = useMessages()
  const map = useApp((state) => state.document?.map)
  const assessment = useApp((state) => state.assessment?.value)
  const groups = useMemo(() => (map && assessment ? groupFindings(map, assessment) : noGroups), [map, assessment])
  const [shown, setShown] = useState(page)
  const [open, setOpen] = useState<string | null>(null)
  if (assessment?.findings.length === 0) return <p className={styles['quiet']}>{m.app.findings.none}</p>
  return (
    <>
      <ul className={styles['groups']}>
        {groups.slice(0, shown).map((group) => {
          const id = JSON.stringify([group.rule, group.severity, group.department])
          return (
            <FindingGroupRow
              key={id}
              group={group}
              isOpen={open === id}
              onToggle={() => setOpen(open === id ? null : id)}
            />
          )
        })}
      </ul>
      {groups.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + page)}>
          {m.app.findings.showMore(Math.min(page, groups.length - shown))}
        </Button>
      )}
    </>
  )
}
