import type { Initiative, Unknown } from '../../shared/model/map.ts'
import { horizonOf, horizons, isUnknown, statuses, statusOf } from '../../shared/model/node-kinds.ts'
import { changeInitiative, markUnknown } from '../commands/edit-commands.ts'
import { useMessages } from '../store/store.ts'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './inspector.module.css'
import { HorizonMark } from './kind-mark.tsx'
import { OwnerPicker } from './owner-picker.tsx'
import { useMap } from './use-map.ts'

/** What is asked of an initiative: horizon, owner, status, dates, and what nobody has been asked yet. */
export function InitiativeFields({ node }: { readonly node: Initiative }) {
  const m = useMessages()
  const words = m.app.inspector
  return (
    <div className={styles['form']}>
      <div className={styles['whole']}>
        <span className={styles['label']}>{words.horizon}</span>
        <Segmented
          label={words.horizon}
          value={horizonOf(node)}
          onChange={(horizon) => changeInitiative(node.id, { horizon: horizon === 'undecided' ? undefined : horizon })}
          options={horizons.map((id) => ({ id, name: m.horizons[id], icon: <HorizonMark horizon={id} size={12} /> }))}
        />
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>{words.owner}</span>
        <OwnerPicker node={node} />
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>{words.status}</span>
        <Choice
          bare
          label={words.status}
          value={statusOf(node)}
          onChange={(status) => changeInitiative(node.id, { status: status === 'live' ? undefined : status })}
          options={statuses.map((id) => ({ id, name: m.statuses[id] }))}
        />
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>{words.start}</span>
        <Day label={words.start} value={node.start} onCommit={(start) => changeInitiative(node.id, { start })} />
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>{words.end}</span>
        <Day label={words.end} value={node.end} onCommit={(end) => changeInitiative(node.id, { end })} />
      </div>
      <NotAsked node={node} what="goal" text={words.goalNotAsked} />
      <NotAsked node={node} what="carrier" text={words.carrierNotAsked} />
    </div>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly onCommit: (day: string | undefined) => void
}

/** A day that may be missing. Kept when the field is left, so that typing a year is not four edits. */
function Day({ label, value, onCommit }: DayProps) {
  return (
    <input
      // A day that changed elsewhere shows at once.
      key={value}
      type="date"
      aria-label={label}
      className={styles['day']}
      defaultValue={value ?? ''}
      onBlur={(event) => {
        const next = event.target.value === '' ? undefined : event.target.value
        if (next !== value && event.target.validity.valid) onCommit(next)
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}

/** Where no link answers: has nobody been asked yet, or is the answer none? */
function NotAsked({ node, what, text }: { readonly node: Initiative; readonly what: Unknown; readonly text: string }) {
  const open = useMap()
  const answered = (open?.index.out(node.id, what === 'goal' ? 'contributesTo' : 'carriedBy').length ?? 0) > 0
  if (answered) return null
  return (
    <Check checked={isUnknown(node, what)} onChange={(checked) => markUnknown(node.id, what, checked)}>
      {text}
    </Check>
  )
}
