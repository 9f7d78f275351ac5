import { compareText } from '../../shared/lib/order.ts'
import { addNode, changeNode, deleteLink, deleteNodes, newNode } from '../../shared/model/compose.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type {
  Initiative,
  MapNode,
  NodeKind,
  Position,
  Positions,
  StrategyMap,
  Unknown,
} from '../../shared/model/map.ts'
import { indexMap, type MapIndex } from '../../shared/model/map-index.ts'
import { edit } from '../store/document-actions.ts'
import { currentMap } from '../store/map-handle.ts'
import { notifyProblem, select } from '../store/session-actions.ts'
import { store } from '../store/store.ts'

/** The layout whose positions are shown and saved; the others come with their views. */
export const shownLayout = 'line-of-sight'

export function openMap(): { readonly map: StrategyMap; readonly index: MapIndex } | null {
  const map = store.getState().document?.map
  return map ? { map, index: indexMap(map) } : null
}

export function newId(kind: string): string {
  return `${kind}:${crypto.randomUUID()}`
}

/** Makes an edit; what does not fit is said and changes nothing. */
export function perform(change: Edit): boolean {
  const done = edit(change)
  if (!done.ok) notifyProblem(done.problem)
  return done.ok
}

/**
 * The edit together with where things stand now, so that the picture people know is still there after a reload:
 * positions that the layout has found are kept with the first change that might disturb them.
 */
export function settled(change: Edit): Edit {
  const map = store.getState().document?.map
  const shown = currentMap()?.positions()
  if (!map || !shown) return change
  const saved = new Map(Object.entries(map.positions?.[shownLayout] ?? {}))
  const gone = new Set(change.nodes?.remove)
  const moves = new Map<string, Position | null>()
  for (const [id, at] of Object.entries(shown)) {
    const old = saved.get(id)
    if (!gone.has(id) && (old?.[0] !== at[0] || old[1] !== at[1])) moves.set(id, at)
  }
  for (const id of gone) if (saved.has(id)) moves.set(id, null)
  for (const [id, at] of Object.entries(change.positions?.[shownLayout] ?? {})) moves.set(id, at)
  return moves.size === 0
    ? change
    : { ...change, positions: { ...change.positions, [shownLayout]: Object.fromEntries(moves) } }
}

export function addNodeNamed(kind: NodeKind, name: string): string | null {
  const trimmed = name.trim()
  if (trimmed === '') return null
  const node = newNode(newId(kind), kind, trimmed)
  if (!perform(settled(addNode(node)))) return null
  select([node.id])
  return node.id
}

export function renameNode(id: string, name: string): void {
  const node = openMap()?.index.node(id)
  const trimmed = name.trim()
  if (node && trimmed !== '' && trimmed !== node.name) perform(changeNode({ ...node, name: trimmed }, 'rename'))
}

/** Sets the given keys of an initiative; undefined takes a key away. */
export function changeInitiative(
  id: string,
  keys: {
    readonly [K in 'horizon' | 'status' | 'dialogue' | 'start' | 'end' | 'description']?: Initiative[K] | undefined
  },
): void {
  const node = openMap()?.index.nodeOf(id, 'initiative')
  if (!node) return
  const next = Object.fromEntries(Object.entries({ ...node, ...keys }).filter(([, value]) => value !== undefined))
  perform(changeNode(next as unknown as MapNode))
}

/** Says of goal, owner or carrier that nobody has been asked yet, or that they have. */
export function markUnknown(id: string, what: Unknown, unknown: boolean): void {
  const node = openMap()?.index.nodeOf(id, 'initiative')
  if (!node || (node.unknown?.includes(what) ?? false) === unknown) return
  perform(changeNode(withUnknown(node, what, unknown)))
}

function withUnknown(node: Initiative, what: Unknown, unknown: boolean): Initiative {
  const { unknown: old = [], ...rest } = node
  const left = old.filter((one) => one !== what)
  const next = unknown ? [...left, what].toSorted(compareText) : left
  return next.length > 0 ? { ...rest, unknown: next } : rest
}

export function deleteSelection(): void {
  const { selection, selectedLink, document } = store.getState()
  if (!document) return
  if (selectedLink !== null) perform(settled(deleteLink(selectedLink)))
  else if (selection.length > 0) perform(settled(deleteNodes(document.map, selection)))
}

/** Where the user has put nodes by hand; they stay there. */
export function moveNodes(positions: Positions): void {
  const map = store.getState().document?.map
  if (!map) return
  const pinned = [...new Set([...(map.pinned ?? []), ...Object.keys(positions)])].toSorted(compareText)
  perform(settled({ label: 'move', positions: { [shownLayout]: positions }, set: { pinned } }))
}

/** Lets go of everything that was put by hand and lays the map out anew. One undo step. */
export function arrangeAnew(): void {
  const map = store.getState().document?.map
  if (!map) return
  const { pinned, positions } = map
  if (pinned?.length || positions?.[shownLayout]) {
    perform({ label: 'arrange', positions: { [shownLayout]: null }, set: { pinned: null } })
  }
  currentMap()?.arrange()
}
