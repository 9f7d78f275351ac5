import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Messages, messagesFor } from '../../shared/i18n/messages.ts'
import { defaultPreferences } from '../../shared/ipc/contract.ts'
import { noFilter } from '../../shared/model/filter.ts'
import type { AppState } from './app-state.ts'

/** Local calendar day of the computer: the analysis itself never looks at a clock. */
function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Below this width the side panels are drawers (experience.md 2). */
export const narrowWindow = '(max-width: 1099px)'

/** The part of the state that belongs to one document; another one starts from here. */
export const noDocument = {
  document: null,
  assessment: null,
  selection: [],
  selectedLink: null,
  focus: null,
  filter: noFilter,
  opened: new Set(),
  search: '',
  dialog: null,
} satisfies Partial<AppState>

const initial: AppState = {
  ...noDocument,
  preferences: defaultPreferences,
  language: 'en',
  host: null,
  hostLost: false,
  library: null,
  examples: [],
  notices: [],
  busy: null,
  drawers: { left: false, right: false },
  today: localDay(new Date()),
}

/** The one store. Change it only through the functions of `document-actions.ts` and `session-actions.ts`. */
export const store = createStore<AppState>()(() => initial)

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select)
}

/** The words of the language in use. */
export function useMessages(): Messages {
  return messagesFor(useApp((state) => state.language))
}
