import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { mentions } from '../../shared/model/filter.ts'
import { select, setSearch } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { FilterChips } from './filter-chips.tsx'
import { FilterPickers } from './filter-pickers.tsx'
import styles from './find.module.css'
import { NodeButton } from './node-button.tsx'

/** So many hits are listed; the arrows reach all of them. */
const listed = 6
const noHits: readonly string[] = []

/** Search over names, notes and tags, and the filter in words. */
export function Find() {
  const m = useMessages()
  const search = useApp((state) => state.search)
  const hits = useHits()
  const at = useApp((state) => (state.selection.length === 1 ? hits.indexOf(state.selection[0] ?? '') : -1))
  const step = (by: number) => {
    const from = at === -1 && by < 0 ? 0 : at
    const next = hits[(from + by + hits.length) % hits.length]
    if (next !== undefined) select([next])
  }
  return (
    <>
      <SearchField
        aria-label={m.app.find.search}
        value={search}
        onChange={setSearch}
        className={classNames(styles['search'])}
      >
        <Search size={14} aria-hidden />
        <Input
          data-focus="search"
          placeholder={m.app.find.search}
          className={classNames(styles['input'])}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || hits.length === 0) return
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }}
        />
        {search !== '' && (
          <IconButton label={m.app.find.clear}>
            <X size={14} />
          </IconButton>
        )}
      </SearchField>
      {search.trim() !== '' && (
        <div className={styles['hits']}>
          <div className={styles['step']}>
            <span role="status">{hits.length === 0 ? m.app.nothingFound : m.app.find.hits(at + 1, hits.length)}</span>
            <IconButton label={m.app.find.previous} isDisabled={hits.length === 0} onPress={() => step(-1)}>
              <ChevronUp size={14} />
            </IconButton>
            <IconButton label={m.app.find.next} isDisabled={hits.length === 0} onPress={() => step(1)}>
              <ChevronDown size={14} />
            </IconButton>
          </div>
          {hits.slice(0, listed).map((id) => (
            <NodeButton key={id} id={id} />
          ))}
        </div>
      )}
      <FilterPickers />
      <FilterChips />
    </>
  )
}

/** Ids of the nodes that hold the text searched for, in file order. */
function useHits(): readonly string[] {
  const map = useApp((state) => state.document?.map)
  const text = useDeferredValue(useApp((state) => state.search))
    .trim()
    .toLowerCase()
  return useMemo(
    () => (map && text !== '' ? map.nodes.filter((node) => mentions(node, text)).map((node) => node.id) : noHits),
    [map, text],
  )
}
