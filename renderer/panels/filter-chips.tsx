import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { RuleId, State } from '../../shared/analysis/assessment.ts'
import type { Messages } from '../../shared/i18n/messages.ts'
import { type Filter, isEmptyFilter } from '../../shared/model/filter.ts'
import type { MapIndex } from '../../shared/model/map-index.ts'
import { filteredInitiatives } from '../store/selectors.ts'
import { clearFilter, setFilter, toggleFilter } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './find.module.css'
import { useMap } from './use-map.ts'

interface Chip {
  readonly part: keyof Filter
  readonly value: string
  readonly name: string
}

/** What is filtered, in words; each part can be taken out. */
export function FilterChips() {
  const m = useMessages()
  const open = useMap()
  const filter = useApp((state) => state.filter)
  const shown = useApp((state) => filteredInitiatives(state)?.size ?? null)
  if (!open || isEmptyFilter(filter)) return null
  const takeOut = ({ part, value }: Chip) => {
    if (part === 'text') setFilter({ ...filter, text: '' })
    else toggleFilter(part, value)
  }
  return (
    <div className={styles['filter']}>
      <ul className={styles['chips']} aria-label={m.app.find.active}>
        {chipsOf(filter, m, open.index).map((chip) => (
          <li key={`${chip.part} ${chip.value}`}>
            <AriaButton
              className={classNames(styles['chip'])}
              aria-label={m.app.find.takeOut(chip.name)}
              onPress={() => takeOut(chip)}
            >
              <span>{chip.name}</span>
              <X size={12} aria-hidden />
            </AriaButton>
          </li>
        ))}
      </ul>
      <div className={styles['step']}>
        <span role="status">{shown !== null && m.app.find.shown(shown, open.index.nodesOf('initiative').length)}</span>
        <Button look="quiet" onPress={clearFilter}>
          {m.app.find.clearAll}
        </Button>
      </div>
    </div>
  )
}

function chipsOf(filter: Filter, m: Messages, index: MapIndex): readonly Chip[] {
  const nameOf = (id: string) => index.node(id)?.name ?? id
  const part = (key: Exclude<keyof Filter, 'text'>, name: (value: string) => string) =>
    (filter[key] ?? []).map((value: string) => ({ part: key, value, name: name(value) }))
  return [
    ...(filter.text ? [{ part: 'text' as const, value: filter.text, name: `“${filter.text}”` }] : []),
    ...part('states', (value) => m.states[value as State]),
    ...part('horizons', (value) => m.horizons[value as keyof Messages['horizons']]),
    ...part('owners', (value) => `${m.app.find.owner}: ${nameOf(value)}`),
    ...part('goals', (value) => `${m.app.find.goal}: ${nameOf(value)}`),
    ...part('rules', (value) => m.rules[value as RuleId]),
  ]
}
