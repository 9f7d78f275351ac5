import type { Messages } from '../../shared/i18n/messages.ts'
import { type Filter, isEmptyFilter } from '../../shared/model/filter.ts'
import type { MapIndex } from '../../shared/model/map-index.ts'

/** The active filter in words, "Anchored, Decoupled · Campaign"; null when nothing is filtered. */
export function filterSentence(filter: Filter, index: MapIndex, m: Messages): string | null {
  if (isEmptyFilter(filter)) return null
  const names = (ids: readonly string[]) => ids.map((id) => index.node(id)?.name ?? id).join(', ')
  const worded = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    values.map((value) => words[value] ?? value).join(', ')
  const { states = [], horizons = [], rules = [], owners = [], goals = [], text = '' } = filter
  const parts = [
    states.length > 0 ? worded(states, m.states) : '',
    horizons.length > 0 ? worded(horizons, m.horizons) : '',
    rules.length > 0 ? worded(rules, m.rules) : '',
    owners.length > 0 ? m.map.filterOwners(names(owners)) : '',
    goals.length > 0 ? m.map.filterGoals(names(goals)) : '',
    text.trim() === '' ? '' : m.map.filterText(text.trim()),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
