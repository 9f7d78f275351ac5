import { useEffect, useRef, useState } from 'react'
import { filteredInitiatives } from '../store/selectors.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Legend } from './legend.tsx'
import { createMapCanvas } from './map-canvas.ts'
import { MapControls } from './map-controls.tsx'
import { type Hovered, MapTooltip } from './map-tooltip.tsx'
import styles from './map-view.module.css'

/** The map of the open document; fills its parent. Another document is another canvas. */
export function MapView() {
  const token = useApp((state) => state.document?.token)
  return token === undefined ? null : <MapOf key={token} />
}

function MapOf() {
  const ground = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLCanvasElement>(null)
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const m = useMessages()
  const title = useApp((state) => state.document?.map.title ?? '')

  useEffect(() => {
    if (!ground.current || !sheet.current) return undefined
    const made = createMapCanvas(ground.current, sheet.current, (over) => {
      const node = over && made.scene.picture?.nodes.get(over.id)
      setHovered(over && node ? { node, x: over.x, y: over.y } : null)
    })
    const ends = new AbortController()
    const take = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !made.key(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    }
    ground.current.addEventListener('keydown', take, { signal: ends.signal })
    return () => {
      ends.abort()
      made.destroy()
    }
  }, [])

  return (
    <div className={styles['map']}>
      <div ref={ground} className={styles['ground']} role="application" aria-label={m.map.label(title)} tabIndex={0} />
      <canvas ref={sheet} className={styles['sheet']} aria-hidden />
      <EmptyNote />
      {hovered ? <MapTooltip hovered={hovered} /> : null}
      <Legend />
      <MapControls />
    </div>
  )
}

/** What to do when there is nothing to see. */
function EmptyNote() {
  const m = useMessages()
  const empty = useApp((state) => state.document?.map.nodes.length === 0)
  const noMatch = useApp((state) => filteredInitiatives(state)?.size === 0)
  if (!empty && !noMatch) return null
  return (
    <div className={styles['empty']} role="status">
      <p className={styles['emptyTitle']}>{empty ? m.map.empty : m.map.nothingMatches}</p>
      {empty ? <p>{m.map.emptyHint}</p> : null}
    </div>
  )
}
