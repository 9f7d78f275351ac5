import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './menu-button.module.css'

export interface MenuEntry {
  readonly id: string
  readonly name: string
  readonly keys?: string
  /** Why it cannot be used now. */
  readonly disabled?: string | null
}

interface MenuButtonProps {
  readonly label: string
  /** Shown on the button instead of the label. */
  readonly face?: ReactNode
  readonly items: readonly MenuEntry[]
  readonly onAction: (id: string) => void
}

/** A button with a menu of verbs. */
export function MenuButton({ label, face, items, onAction }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button look="quiet" {...(face ? { 'aria-label': label } : {})}>
        {face ?? label}
      </Button>
      <Popover className={classNames(styles['popover'])} offset={2} placement="bottom start">
        <Menu
          aria-label={label}
          className={classNames(styles['menu'])}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
          onAction={(key) => onAction(String(key))}
        >
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} textValue={item.name} className={classNames(styles['item'])}>
              {/* All of it is the label, so that what is read out holds what is seen. */}
              <Text slot="label" className={classNames(styles['label'])}>
                <span className={styles['words']}>
                  {item.name} {item.disabled && <span className={styles['reason']}>{item.disabled}</span>}
                </span>
                {item.keys && <kbd className={styles['keys']}>{item.keys}</kbd>}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
