import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  readonly children: ReactNode
  /** Buttons at the foot; they stay in sight while the rest scrolls. */
  readonly actions?: ReactNode
}

/** A modal dialog with a title and a way out. It is open as long as it is mounted. */
export function Dialog({ title, closeLabel, onClose, size = 'm', children, actions }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={classNames(styles['overlay'])}
    >
      <Modal className={classNames(styles['modal'], styles[`size-${size}`])}>
        <AriaDialog className={classNames(styles['dialog'])}>
          <header className={styles['head']}>
            <Heading slot="title" className={classNames(styles['title'])}>
              {title}
            </Heading>
            <IconButton label={closeLabel} onPress={onClose}>
              <X size={16} />
            </IconButton>
          </header>
          <div className={styles['body']}>{children}</div>
          {actions && <footer className={styles['actions']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A dialog without a frame of its own, for the palette. */
export function BareDialog({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={classNames(styles['overlay'], styles['top'])}
    >
      <Modal className={classNames(styles['modal'], styles['size-m'])}>
        <AriaDialog aria-label={label} className={classNames(styles['dialog'])}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
