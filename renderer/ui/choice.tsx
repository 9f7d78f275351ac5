import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import styles from './choice.module.css'
import { classNames } from './class-names.ts'

interface ChoiceProps<T extends string> {
  readonly label: string
  /** The label is read out but not shown. */
  readonly bare?: boolean
  readonly options: readonly { readonly id: T; readonly name: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly isDisabled?: boolean
}

/** One of several, in a list that opens. */
export function Choice<T extends string>({
  label,
  bare = false,
  options,
  value,
  onChange,
  isDisabled = false,
}: ChoiceProps<T>) {
  return (
    <Select
      className={classNames(styles['choice'])}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => {
        const next = options.find((option) => option.id === key)
        if (next && next.id !== value) onChange(next.id)
      }}
      {...(bare ? { 'aria-label': label } : {})}
    >
      {!bare && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={classNames(styles['button'])}>
        <SelectValue className={classNames(styles['value'])} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={classNames(styles['popover'])} offset={2}>
        <ListBox className={classNames(styles['list'])} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} className={classNames(styles['item'])}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
