import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  /** At the end of the title, e.g. a count. */
  readonly aside?: ReactNode
  readonly closed?: boolean
  readonly children: ReactNode
}

/** A part of a panel that folds under its title. */
export function Section({ title, aside, closed = false, children }: SectionProps) {
  return (
    <Disclosure className={classNames(styles['section'])} defaultExpanded={!closed}>
      <Heading level={2} className={classNames(styles['head'])}>
        <Button slot="trigger" className={classNames(styles['title'])}>
          <ChevronRight size={14} className={styles['mark']} aria-hidden />
          {title}
          {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={classNames(styles['panel'])}>
        <div className={styles['inner']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
