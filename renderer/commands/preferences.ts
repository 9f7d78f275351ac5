import type { Preferences } from '../../shared/ipc/contract.ts'
import { bridge } from '../bridge/current.ts'
import { notifyProblem, showPreferences } from '../store/session-actions.ts'
import { store } from '../store/store.ts'

/** Shows the change at once and has the host keep it. */
export async function setPreference(change: Partial<Preferences>): Promise<void> {
  apply({ ...store.getState().preferences, ...change })
  const answer = await bridge.ask('preferences.set', change)
  if (!answer.ok) notifyProblem(answer.problem)
}

/** Reads what the host keeps; without an answer the defaults stay. */
export async function loadPreferences(): Promise<void> {
  const answer = await bridge.ask('preferences.get', null)
  apply(answer.ok ? answer.value : store.getState().preferences)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(store.getState().preferences))
}

function apply(preferences: Preferences): void {
  showPreferences(preferences, navigator.language)
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const root = document.documentElement
  root.dataset['theme'] = preferences.theme === 'system' ? (dark ? 'dark' : 'light') : preferences.theme
  root.lang = store.getState().language
}
