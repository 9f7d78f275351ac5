import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { openDialog } from '../store/session-actions.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import styles from './inspector.module.css'
import { StateMark } from './state-mark.tsx'
import { useMap } from './use-map.ts'

/** What to do next, how the marks read, and the facts of the map. */
export function NothingSelected() {
  const m = useMessages()
  const map = useMap()?.map
  if (!map) return null
  const words = m.app.inspector
  const empty = map.nodes.length === 0
  return (
    <>
      <div className={styles['top']}>
        <h2>{words.nothing}</h2>
        <p className={styles['quiet']}>{empty ? words.emptyMap : words.nothingHint}</p>
        <div>
          <Button look={empty ? 'primary' : 'plain'} onPress={() => openDialog({ kind: 'add-node' })}>
            <Plus size={14} aria-hidden />
            {m.commands.names['edit.add-node']}
          </Button>
        </div>
      </div>
      <Section title={words.steps}>
        <ul className={styles['bullets']}>
          <li>{words.stepFinding}</li>
          <li>{words.stepState}</li>
          <li>{words.stepAdd}</li>
        </ul>
      </Section>
      <Section title={words.marks}>
        <ul className={styles['legend']}>
          <Line mark={<StateMark state="policy-practice-decoupled" />} text={words.markSight} />
          <Line mark={<StateMark state="means-ends-decoupled" />} text={words.markAnchor} />
          <Line
            mark={<StateMark state="not-assessed" />}
            text={`${words.markYes}, ${words.markNo}, ${words.markUnknown}.`}
          />
        </ul>
      </Section>
      <Section title={words.facts}>
        <dl className={styles['fields']}>
          {map.organisation && (
            <div>
              <dt>{words.organisation}</dt>
              <dd>{map.organisation}</dd>
            </div>
          )}
          <div>
            <dt>{words.nodes}</dt>
            <dd>{map.nodes.length}</dd>
          </div>
          <div>
            <dt>{words.linkCount}</dt>
            <dd>{map.links.length}</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}

function Line({ mark, text }: { readonly mark: ReactNode; readonly text: string }) {
  return (
    <li>
      {mark}
      {text}
    </li>
  )
}
