import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../store/store.ts'
import styles from './map-view.module.css'
import type { PictureNode } from './picture.ts'

export interface Hovered {
  readonly node: PictureNode
  /** Middle of the lower edge, in px of the map. */
  readonly x: number
  readonly y: number
}

/** The whole name with its state and what that means, beside what the pointer rests on. */
export function MapTooltip({ hovered: { node, x, y } }: { readonly hovered: Hovered }) {
  const m = useMessages()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = box
    const room = current?.parentElement
    if (!current || !room) return
    const left = Math.max(8, Math.min(x - current.offsetWidth / 2, room.clientWidth - current.offsetWidth - 8))
    const below = y + 14 + current.offsetHeight < room.clientHeight
    const top = below ? y + 14 : Math.max(8, room.clientHeight - current.offsetHeight - 8)
    current.style.translate = `${left}px ${top}px`
  }, [x, y, node])
  const { face, hub } = node
  return (
    <div ref={box} className={styles['tooltip']} role="tooltip">
      <p className={styles['tooltipName']}>{node.name}</p>
      {face ? (
        <>
          <p>
            {m.horizons[face.horizon]}
            {face.end ? ` ${m.map.until(face.end)}` : ''}
            {' · '}
            <strong>{m.states[face.state]}</strong>
          </p>
          <p>{m.stateMeaning[face.state]}</p>
        </>
      ) : (
        <p>{m.kinds[node.kind].one}</p>
      )}
      {hub && !hub.open ? <p>{`${m.countOf(hub.count, hub.of)}. ${m.map.openHub}.`}</p> : null}
      {hub?.open ? <p>{m.map.closeHub}.</p> : null}
    </div>
  )
}
