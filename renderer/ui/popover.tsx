import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Popover as AriaPopover, DialogTrigger } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './popover.module.css'

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly label: string
  readonly children: (close: () => void) => ReactNode
}

/** A small dialog beside the button that opens it. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={classNames(styles['popover'])} offset={4} placement="bottom start">
        <AriaDialog aria-label={label} className={classNames(styles['dialog'])}>
          {({ close }) => children(close)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
