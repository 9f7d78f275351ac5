import styles from './mooring-mark.module.css'

/** The mark of the product: a ring on a quay, a line to it. */
export function MooringMark({ large = false }: { readonly large?: boolean }) {
  return (
    <span className={styles['mark']} data-large={large || undefined}>
      <svg viewBox="0 0 24 24" aria-hidden fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
        <circle cx="12" cy="6" r="3" />
        <path d="M12 9v11M5 13c0 4.5 3 7 7 7s7-2.5 7-7M8.5 13h7" />
      </svg>
      Mooring
    </span>
  )
}
