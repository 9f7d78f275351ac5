import { describeProblem } from '../../shared/i18n/messages.ts'
import type { Preferences } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import { type Filter, noFilter } from '../../shared/model/filter.ts'
import type { AppState, Dialog, Notice } from './app-state.ts'
import { store } from './store.ts'

export function select(ids: readonly string[]): void {
  store.setState({ selection: ids, selectedLink: null })
}

export function selectLink(id: string): void {
  store.setState({ selection: [], selectedLink: id })
}

/** Frames a finding and selects its subject; null lets go. */
export function focusFinding(focus: AppState['focus']): void {
  if (focus === null) store.setState({ focus: null })
  else store.setState({ focus, selection: [focus.subject], selectedLink: null })
}

export function setFilter(filter: Filter): void {
  store.setState({ filter })
}

/** Adds the value to one part of the filter, or takes it out again. */
export function toggleFilter(part: 'states' | 'horizons' | 'owners' | 'goals' | 'rules', value: string): void {
  const { filter } = store.getState()
  const old: readonly string[] = filter[part] ?? []
  const next = old.includes(value) ? old.filter((one) => one !== value) : [...old, value]
  store.setState({ filter: { ...filter, [part]: next } })
}

export function clearFilter(): void {
  store.setState({ filter: noFilter })
}

export function openHub(id: string, open: boolean): void {
  const opened = new Set(store.getState().opened)
  if (open) opened.add(id)
  else opened.delete(id)
  store.setState({ opened })
}

export function setSearch(search: string): void {
  store.setState({ search })
}

export function openDialog(dialog: Dialog | null): void {
  store.setState({ dialog })
}

let lastNotice = 0
export function notify(tone: Notice['tone'], text: string): void {
  lastNotice += 1
  const notice: Notice = { id: lastNotice, tone, text }
  store.setState(({ notices }) => ({ notices: [...notices.filter((old) => old.text !== text), notice].slice(-4) }))
}

/** Tells people what happened, in their language. */
export function notifyProblem(problem: Problem): void {
  notify('problem', describeProblem(problem, store.getState().language))
}

export function dismissNotice(id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

/** Shows `label` while the work runs. */
export async function whileBusy<T>(label: string, work: () => Promise<T>): Promise<T> {
  const busy = { label }
  store.setState({ busy })
  try {
    return await work()
  } finally {
    if (store.getState().busy === busy) store.setState({ busy: null })
  }
}

export function showPreferences(preferences: Preferences, systemLanguage: string): void {
  const { language } = preferences
  const spoken = language === 'system' ? (systemLanguage.toLowerCase().startsWith('da') ? 'da' : 'en') : language
  store.setState({ preferences, language: spoken })
}

export function setDrawers(drawers: Partial<AppState['drawers']>): void {
  store.setState((state) => ({ drawers: { ...state.drawers, ...drawers } }))
}
