import type { MapLink, MapNode, Positions, StrategyMap } from './map.ts'

/** What an edit is called in the undo menu; the words are in `shared/i18n` (`edits`). */
export type EditLabel =
  | 'add-node'
  | 'rename'
  | 'change-node'
  | 'delete'
  | 'add-link'
  | 'delete-link'
  | 'link-all'
  | 'move'
  | 'arrange'
  | 'import'
  | 'rename-map'

/** One item to add or replace by id. `at` is its index in the list *after* the edit; without it a new item goes last. */
export interface Put<T> {
  readonly item: T
  readonly at?: number
}
export interface ListChange<T> {
  readonly put?: readonly Put<T>[]
  readonly remove?: readonly string[]
}

/** Keys of the map that an edit may set as a whole; null takes the key away. */
export type Settable = 'title' | 'organisation' | 'settings' | 'pinned' | 'views' | 'steps' | 'snapshots' | 'log'

/**
 * A change as plain data: the only way a map changes. It goes over the wire, into the history and to the disk alike.
 * `positions[layout]` null takes that layout's positions away; a node's null takes its own.
 */
export interface Edit {
  readonly label: EditLabel
  /** The name of what was edited, for the undo menu. */
  readonly name?: string
  readonly nodes?: ListChange<MapNode>
  readonly links?: ListChange<MapLink>
  readonly positions?: Readonly<Record<string, Readonly<Record<string, Positions[string] | null>> | null>>
  readonly set?: { readonly [K in Settable]?: StrategyMap[K] | null }
}
