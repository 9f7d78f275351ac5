import type { ReactNode } from 'react'
import styles from './check.module.css'

interface CheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  /** A quieter line below. */
  readonly note?: string
}

export function Check({ checked, onChange, children, note }: CheckProps) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        className={styles['box']}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {children}
        {note && <span className={styles['note']}>{note}</span>}
      </span>
    </label>
  )
}

interface OneOfProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly id: T; readonly name: string; readonly note?: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A question with its answers below each other. */
export function OneOf<T extends string>({ label, options, value, onChange }: OneOfProps<T>) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={styles['check']}>
          <input
            type="radio"
            className={styles['box']}
            name={label}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <span>
            {option.name}
            {option.note && <span className={styles['note']}>{option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
