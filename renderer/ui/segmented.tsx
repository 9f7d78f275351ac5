import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './segmented.module.css'

interface Option<T extends string> {
  readonly id: T
  readonly name: string
  readonly icon?: ReactNode
}

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles['group'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = options.find((option) => keys.has(option.id))
        if (next && next.id !== value) onChange(next.id)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={classNames(styles['option'])}>
          {option.icon}
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
