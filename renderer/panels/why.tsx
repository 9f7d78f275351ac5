import { Fragment } from 'react'
import { explainState, type StateReason } from '../../shared/analysis/state-reasons.ts'
import type { Messages } from '../../shared/i18n/messages.ts'
import { useApp, useMessages } from '../store/store.ts'
import styles from './inspector.module.css'
import { NodeButton } from './node-button.tsx'
import { StateMark } from './state-mark.tsx'
import { useAssessment, useMap } from './use-map.ts'

/** The state of an initiative - mark, colour and word - what that means, and why it is so. */
export function Why({ id }: { readonly id: string }) {
  const m = useMessages()
  const map = useMap()?.map
  const found = useAssessment()?.of(id)
  const assessment = useApp((state) => state.assessment?.value)
  if (!map || !found || !assessment) return null
  const { state, lineOfSight, anchorage } = found
  return (
    <>
      <p
        className={styles['state']}
        style={{
          background: `var(--state-${state}-fill)`,
          borderColor: `var(--state-${state}-line)`,
          color: `var(--state-${state}-ink)`,
        }}
      >
        <StateMark state={state} lineOfSight={lineOfSight} anchorage={anchorage} />
        {m.states[state]}
      </p>
      <p className={styles['quiet']}>{m.stateMeaning[state]}</p>
      <h3 className={styles['ask']}>{m.app.inspector.why}</h3>
      <ul className={styles['why']}>
        {explainState(map, assessment, id).map((reason) => (
          <li key={reason.reason}>
            <Sentence reason={reason} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Stands in a sentence where the names go. */
const place = '\u{E000}'
/** So many names are said of one reason. */
const longest = 8

/** The sentence of a reason with the nodes it names as buttons. */
function Sentence({ reason }: { readonly reason: StateReason }) {
  const m = useMessages()
  const [before = '', after = ''] = sentenceOf(reason, m).split(place)
  const rest = reason.nodes.length - longest
  return (
    <>
      {before}
      {reason.nodes.slice(0, longest).map((node, at) => (
        <Fragment key={node}>
          {at > 0 && ', '}
          <NodeButton id={node} inline />
        </Fragment>
      ))}
      {rest > 0 && ` + ${rest}`}
      {after}
    </>
  )
}

function sentenceOf({ reason, day }: StateReason, m: Messages): string {
  const words = m.why[reason]
  return typeof words === 'string' ? words : words(reason === 'ended' ? (day ?? '') : place)
}
