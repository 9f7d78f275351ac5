import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { decoupledStates, type Portfolio, type State, states } from '../../shared/analysis/assessment.ts'
import type { Messages } from '../../shared/i18n/messages.ts'
import { horizons } from '../../shared/model/node-kinds.ts'
import { toggleFilter } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import styles from './health.module.css'
import { HorizonMark } from './kind-mark.tsx'
import { StateMark } from './state-mark.tsx'

/** How the initiatives stand: counts that filter, first by state, then by horizon. */
export function Health() {
  const m = useMessages()
  const portfolio = useApp((state) => state.assessment?.value.portfolio)
  if (!portfolio) return <p className={styles['line']}>{m.app.health.waiting}</p>
  const total = states.reduce((sum, state) => sum + portfolio.states[state], 0)
  return (
    <>
      <p className={styles['headline']}>{headline(portfolio, m)}</p>
      <div role="group" aria-label={m.app.health.states} className={styles['group']}>
        {states.map((state) => (
          <Row key={state} part="states" value={state} name={m.states[state]} n={portfolio.states[state]} of={total}>
            <StateMark state={state} />
          </Row>
        ))}
      </div>
      <h3 className={styles['sub']}>{m.app.health.horizons}</h3>
      <div role="group" aria-label={m.app.health.horizons} className={styles['group']}>
        {horizons.map((horizon) => (
          <Row
            key={horizon}
            part="horizons"
            value={horizon}
            name={m.horizons[horizon]}
            n={portfolio.horizons[horizon]}
            of={0}
          >
            <HorizonMark horizon={horizon} size={18} />
          </Row>
        ))}
      </div>
      {total > 0 && <p className={styles['line']}>{coverage(portfolio, m)}</p>}
    </>
  )
}

interface RowProps {
  readonly part: 'states' | 'horizons'
  readonly value: string
  readonly name: string
  readonly n: number
  /** Draws the share of this whole; 0 draws none. */
  readonly of: number
  readonly children: ReactNode
}

function Row({ part, value, name, n, of, children }: RowProps) {
  const chosen = useApp((state) => state.filter[part]?.some((one) => one === value) ?? false)
  return (
    <ToggleButton className={classNames(styles['row'])} isSelected={chosen} onChange={() => toggleFilter(part, value)}>
      {children}
      <span className={styles['name']}>{name}</span>
      {of > 0 && (
        <span className={styles['track']}>
          <span style={{ width: `${(100 * n) / of}%`, background: `var(--state-${value as State}-line)` }} />
        </span>
      )}
      <span className={styles['count']}>{n}</span>
    </ToggleButton>
  )
}

/** "36 of 82 initiatives are decoupled": of those that have not ended. */
export function headline(portfolio: Portfolio, m: Messages): string {
  const running = states.reduce((sum, state) => sum + (state === 'concluded' ? 0 : portfolio.states[state]), 0)
  const decoupled = [...decoupledStates].reduce((sum, state) => sum + portfolio.states[state], 0)
  if (running === 0) return m.app.health.noInitiatives
  return decoupled === 0 ? m.app.health.allWell(running) : m.app.health.headline(decoupled, running)
}

function coverage(portfolio: Portfolio, m: Messages): string {
  const share = (ratio: number | null) =>
    ratio === null ? m.app.health.unknownShare : `${Math.round(100 * ratio)}\u{A0}%`
  const { alignmentCoverage, anchorageCoverage, goalCoverage, agencyDependence } = portfolio
  const sentence = m.app.health.coverage(share(alignmentCoverage), share(anchorageCoverage), share(goalCoverage))
  return agencyDependence ? `${sentence} ${m.app.health.agencies(share(agencyDependence))}` : sentence
}
