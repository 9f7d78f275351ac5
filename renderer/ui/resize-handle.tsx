import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './resize-handle.module.css'

interface ResizeHandleProps {
  readonly label: string
  /** The panel lies on this side of the handle. */
  readonly side: 'left' | 'right'
  readonly width: number
  readonly smallest: number
  readonly largest: number
  /** While dragging. */
  readonly onPreview: (width: number) => void
  readonly onCommit: (width: number) => void
}

/** The edge of a panel: drag it, or focus it and use the arrow keys, Home and End. */
export function ResizeHandle({ label, side, width, smallest, largest, onPreview, onCommit }: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const [dragging, setDragging] = useState(false)
  const within = (next: number) => Math.round(Math.min(largest, Math.max(smallest, next)))
  const towards = side === 'left' ? 1 : -1
  const at = (event: PointerEvent) =>
    within((start.current?.width ?? width) + towards * (event.clientX - (start.current?.x ?? event.clientX)))

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 64 : 16
    const moves: Record<string, number> = {
      ArrowLeft: width - towards * step,
      ArrowRight: width + towards * step,
      Home: smallest,
      End: largest,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    onCommit(within(next))
  }
  return (
    // A separator that can be moved is a widget (ARIA 1.2), and this is one.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      tabIndex={0}
      className={classNames(styles['handle'], dragging && styles['dragging'])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
        setDragging(true)
      }}
      onPointerMove={(event) => start.current && onPreview(at(event))}
      onPointerUp={(event) => {
        if (start.current) onCommit(at(event))
        start.current = null
        setDragging(false)
      }}
    />
  )
}
