import type { Assessment } from '../../shared/analysis/assessment.ts'
import type { Language } from '../../shared/i18n/messages.ts'
import type { ExampleEntry, HostInfo, LibraryEntry, OpenedDocument, Preferences } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { Filter } from '../../shared/model/filter.ts'
import type { StrategyMap } from '../../shared/model/map.ts'

/** *Saved* is said only of what the host has flushed. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Lives as long as a document is open. */
export interface DocumentSlice {
  readonly document: {
    readonly token: OpenedDocument['token']
    readonly fileName: string
    readonly readOnly: boolean
    readonly map: StrategyMap
    /** Number of the last edit made; results computed for another revision are dropped. */
    readonly revision: number
    /** Number of the last edit known to be flushed. */
    readonly savedRevision: number
    /** Every edit since the document was opened, oldest first; the last one is number `revision`. */
    readonly journal: readonly Edit[]
    readonly save: SaveState
    /** Newest last. An entry is the edit that undoes (or redoes) a step. */
    readonly past: readonly Edit[]
    readonly future: readonly Edit[]
  } | null
  /** The result of `evaluate`, with the revision it was made for. */
  readonly assessment: { readonly revision: number; readonly value: Assessment } | null
}

/** Lives on the computer, kept by the host. */
export interface PreferencesSlice {
  readonly preferences: Preferences
  readonly language: Language
}

export type Dialog =
  | { readonly kind: 'import'; readonly files: readonly File[]; readonly into: 'new' | 'open' }
  | { readonly kind: 'export' }
  | { readonly kind: 'add-node' }
  | { readonly kind: 'about' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }

export interface Notice {
  readonly id: number
  readonly tone: 'problem' | 'done'
  readonly text: string
}

/** What the map shows and how, as the views need it; dies with the window. */
export interface SessionSlice {
  readonly host: HostInfo | null
  readonly hostLost: boolean
  readonly library: readonly LibraryEntry[] | null
  readonly examples: readonly ExampleEntry[]
  /** Node ids; one selection for every view. */
  readonly selection: readonly string[]
  /** A link chosen on the map, if any. */
  readonly selectedLink: string | null
  /** The finding in focus: its subject is framed, its evidence drawn, the rest ghosted. */
  readonly focus: { readonly rule: string; readonly subject: string } | null
  readonly filter: Filter
  /** Ids of hubs the user has opened. */
  readonly opened: ReadonlySet<string>
  readonly search: string
  readonly dialog: Dialog | null
  readonly notices: readonly Notice[]
  /** Long work under way, shown after 300 ms. */
  readonly busy: { readonly label: string } | null
  readonly drawers: { readonly left: boolean; readonly right: boolean }
  readonly today: string
}

export type AppState = DocumentSlice & PreferencesSlice & SessionSlice
