import type { Judgement, State } from '../../shared/analysis/assessment.ts'
import { stateBorders, typicalMarks } from '../theme/node-looks.ts'
import styles from './marks.module.css'

interface StateMarkProps {
  readonly state: State
  /** Of one initiative; without them what the state usually shows. */
  readonly lineOfSight?: Judgement
  readonly anchorage?: Judgement
}

/** The body's size in the mark, against that of a node on the map. */
const scale = 0.5

/** The shape of a state as on the map: a tick on top for the line of sight, a bar below for the anchorage. The word stands beside it. */
export function StateMark({ state, lineOfSight, anchorage }: StateMarkProps) {
  const usual = typicalMarks[state]
  const border = stateBorders[state]
  const double = border.style === 'double'
  return (
    <svg
      viewBox="0 0 26 20"
      aria-hidden
      style={{ color: `var(--state-${state}-line)`, fill: `var(--state-${state}-fill)` }}
      className={styles['mark']}
    >
      <rect
        x="1"
        y="6"
        width="24"
        height="9"
        rx="3"
        stroke="currentColor"
        strokeWidth={double ? 1 : Math.max(1, border.width * 0.6)}
        strokeDasharray={border.dash?.map((dash) => dash * scale).join(' ')}
      />
      {double && <rect x="3.2" y="8.2" width="19.6" height="4.6" rx="1.5" stroke="currentColor" strokeWidth="1" />}
      <path d="M8.5 5.2 13 0.6l4.5 4.600z" {...paint(lineOfSight ?? usual.lineOfSight)} />
      <rect x="4" y="16.5" width="18" height="3" rx="1" {...paint(anchorage ?? usual.anchorage)} />
    </svg>
  )
}

/** Solid for yes, open for no, dotted for not asked. */
function paint(says: Judgement) {
  return {
    fill: says === 'yes' ? 'currentColor' : 'none',
    stroke: 'currentColor',
    strokeWidth: 0.9,
    strokeLinejoin: 'round',
    strokeDasharray: says === 'unknown' ? '1.3 1.2' : undefined,
  } as const
}
