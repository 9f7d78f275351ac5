import type { Horizon, NodeKind } from '../../shared/model/map.ts'
import styles from './marks.module.css'

/** Node kinds differ by shape: block, hexagon, barrel, circle, diamond, tag. */
const shapes: Readonly<Record<NodeKind, string>> = {
  initiative: 'M3 3.5h10a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 11V5A1.5 1.5 0 0 1 3 3.5z',
  goal: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  department:
    'M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2v8c0 1.1-2.5 2-5.5 2s-5.5-.9-5.5-2zM2.5 4c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  person: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  agency: 'M8 1l7 7-7 7-7-7z',
  channel: 'M1.5 3.5h8.5L14.5 8 10 12.5H1.5z',
}

export function KindMark({ kind, size = 14 }: { readonly kind: NodeKind; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden
      style={{ fill: `var(--kind-${kind}-fill)`, color: `var(--kind-${kind}-line)` }}
    >
      <path d={shapes[kind]} stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
    </svg>
  )
}

/** A campaign is a notched flag, long-term a rounded block, undecided an outline. */
export function HorizonMark({ horizon, size = 14 }: { readonly horizon: Horizon; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden className={styles['horizon']}>
      {horizon === 'campaign' && <path d="M2 4h12l-3 4 3 4H2z" fill="currentColor" />}
      {horizon === 'long-term' && <rect x="1.5" y="4" width="13" height="8" rx="3" fill="currentColor" />}
      {horizon === 'undecided' && <rect x="2" y="4.5" width="12" height="7" rx="1" fill="none" stroke="currentColor" />}
    </svg>
  )
}
