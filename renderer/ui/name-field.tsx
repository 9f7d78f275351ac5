import { useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './name-field.module.css'

interface NameFieldProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly look?: 'title' | 'bar' | 'plain'
  /** Commands put the cursor here by this name. */
  readonly focusName?: string
  readonly placeholder?: string
  readonly readOnly?: boolean
  /** May it be emptied? */
  readonly optional?: boolean
  /** Enter makes a new line; leaving the field commits. */
  readonly lines?: boolean
}

/** Text that is edited where it stands: Enter or leaving commits, Esc takes it back. */
export function NameField({
  label,
  value,
  onCommit,
  look = 'plain',
  focusName,
  placeholder,
  readOnly,
  optional,
  lines,
}: NameFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = () => {
    const next = draft?.trim()
    setDraft(null)
    if (next !== undefined && next !== value && (next !== '' || optional)) onCommit(next)
  }
  return (
    <textarea
      aria-label={label}
      title={value}
      className={classNames(styles['field'], styles[look])}
      rows={1}
      readOnly={readOnly}
      data-focus={focusName}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={(event) => setDraft(lines ? event.target.value : event.target.value.replace(/\n/g, ' '))}
      onFocus={(event) => !lines && event.target.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          setDraft(null)
          // The draft must be gone before leaving commits it.
          const field = event.currentTarget
          requestAnimationFrame(() => field.blur())
        } else if (event.key === 'Enter' && !(lines && !event.ctrlKey)) {
          event.preventDefault()
          event.currentTarget.blur()
        }
      }}
    />
  )
}
