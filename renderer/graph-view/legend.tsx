import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { toggleFilter } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { type Palette, palettes } from '../theme/palette.ts'
import { type LegendEntry, legendSections, presentInMap } from './legend-entries.ts'
import styles from './map-view.module.css'
import { symbolHeight, symbolPicture, symbolWidth } from './symbols.ts'
import { themeNow, watchTheme } from './theme-watch.ts'

/** What the shapes, borders, marks and lines mean, at the lower left; a click on a state or a horizon filters. */
export function Legend() {
  const m = useMessages()
  const [open, setOpen] = useState(false)
  const [theme, setTheme] = useState(themeNow)
  useEffect(() => watchTheme(() => setTheme(themeNow())), [])
  const map = useApp((state) => state.document?.map)
  const assessment = useApp((state) => state.assessment?.value)
  const sections = useMemo(
    () => (map && assessment ? legendSections(m, presentInMap(map, assessment)) : []),
    [m, map, assessment],
  )
  if (sections.length === 0) return null
  // Closed, it still shows the states: they are what people ask for.
  const shown = open ? sections : sections.slice(0, 1)
  return (
    <section className={styles['legend']} aria-label={m.map.legend} data-open={open}>
      <button type="button" className={styles['legendTitle']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {m.map.legend}
        {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
      </button>
      <div className={styles['legendBody']}>
        {shown.map((section) => (
          <div key={section.title} className={styles['legendSection']} role="group" aria-label={section.title}>
            {section.entries.map((entry) => (
              <Entry key={`${entry.symbol.what} ${entry.symbol.value}`} entry={entry} palette={palettes[theme]} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Entry({ entry, palette }: { readonly entry: LegendEntry; readonly palette: Palette }) {
  const m = useMessages()
  const picture = useMemo(() => symbolPicture(entry.symbol, palette), [entry, palette])
  const { filter } = entry
  const active = useApp(
    (state) => filter !== null && state.filter[filter.part]?.some((value) => value === filter.value) === true,
  )
  const inside = (
    <>
      <img src={picture} alt="" width={symbolWidth} height={symbolHeight} />
      {entry.label}
    </>
  )
  if (!filter) return <span className={styles['entry']}>{inside}</span>
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-pressed={active}
      title={m.map.showOnly(entry.label)}
      onClick={() => toggleFilter(filter.part, filter.value)}
    >
      {inside}
    </button>
  )
}
