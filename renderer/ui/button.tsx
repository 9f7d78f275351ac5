import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'
type Passed = Omit<AriaButtonProps, 'className' | 'style' | 'children'>

interface ButtonProps extends Passed {
  readonly look?: Look
  readonly size?: 'm' | 'l'
  /** Takes the whole width, with its text at the start. */
  readonly wide?: boolean
  readonly children: ReactNode
}

export function Button({ look = 'plain', size = 'm', wide = false, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(styles['button'], styles[look], size === 'l' && styles['large'], wide && styles['wide'])}
    />
  )
}

interface IconButtonProps extends Passed {
  /** Read out, and shown on hover and focus. */
  readonly label: string
  readonly children: ReactNode
  readonly pressed?: boolean
}

export function IconButton({ label, pressed, children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classNames(styles['button'], styles['quiet'], styles['icon'], pressed && styles['pressed'])}
      >
        {children}
      </AriaButton>
      <Tooltip className={classNames(styles['tooltip'])} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
