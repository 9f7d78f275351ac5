import { type Problem, problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import type { Edit, ListChange, Put, Settable } from './edit.ts'
import { linkFits, linkSignature } from './link-kinds.ts'
import type { Positions, StrategyMap } from './map.ts'

export interface Applied {
  readonly map: StrategyMap
  /** The edit that brings back exactly the map before, list order included. */
  readonly undo: Edit
}

/**
 * The one way a map changes. Pure; O(nodes + links). Refuses with `edit-does-not-fit` what would leave a link without
 * its ends, two items with one id or a repeated link - the map given in stays as it was.
 */
export function applyEdit(map: StrategyMap, edit: Edit): Result<Applied> {
  const nodes = edit.nodes ? changeList(map.nodes, edit.nodes) : null
  const links = edit.links ? changeList(map.links, edit.links) : null
  if (nodes && !nodes.ok) return nodes
  if (links && !links.ok) return links
  const positions = edit.positions ? changePositions(map.positions ?? {}, edit.positions) : null
  const settled = edit.set ? changeKeys(map, edit.set) : null

  let next: StrategyMap = settled ? settled.map : map
  if (nodes) next = { ...next, nodes: nodes.value.list }
  if (links) next = { ...next, links: links.value.list }
  if (positions) {
    const { positions: _old, ...rest } = next
    next = Object.keys(positions.next).length > 0 ? { ...rest, positions: positions.next } : rest
  }
  if (nodes || links) {
    const wrong = checkLinks(next, nodes !== null, edit)
    if (wrong) return fail(wrong)
  }
  const undo: Edit = {
    label: edit.label,
    ...(edit.name === undefined ? {} : { name: edit.name }),
    ...(nodes ? { nodes: nodes.value.undo } : {}),
    ...(links ? { links: links.value.undo } : {}),
    ...(positions ? { positions: positions.undo } : {}),
    ...(settled ? { set: settled.undo } : {}),
  }
  return ok({ map: next, undo })
}

interface Changed<T> {
  readonly list: readonly T[]
  readonly undo: ListChange<T>
}

function changeList<T extends { readonly id: string }>(list: readonly T[], change: ListChange<T>): Result<Changed<T>> {
  const removed = new Set(change.remove)
  const puts = new Map<string, Put<T>>()
  for (const put of change.put ?? []) {
    if (puts.has(put.item.id) || removed.has(put.item.id)) return misfit('twice', put.item.id)
    puts.set(put.item.id, put)
  }
  const kept: T[] = []
  const undoPut: Put<T>[] = []
  let gone = 0
  for (const [at, item] of list.entries()) {
    const put = puts.get(item.id)
    if (removed.has(item.id)) {
      undoPut.push({ item, at })
      gone += 1
    } else if (put) {
      undoPut.push({ item })
      kept.push(put.item)
      puts.delete(item.id)
    } else kept.push(item)
  }
  if (gone !== removed.size) {
    const present = new Set(list.map((item) => item.id))
    return misfit('absent', change.remove?.find((id) => !present.has(id)) ?? '')
  }
  const added = [...puts.values()]
  return ok({
    list: added.length > 0 ? mergeIn(kept, added) : kept,
    undo: { put: undoPut, remove: added.map((put) => put.item.id) },
  })
}

/** Puts each new item at its place in the resulting list; those without a place go last. */
function mergeIn<T>(kept: readonly T[], added: readonly Put<T>[]): T[] {
  const placed = added.filter((put) => put.at !== undefined).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const merged: T[] = []
  let next = 0
  for (const item of kept) {
    while (next < placed.length && (placed[next]?.at ?? 0) <= merged.length)
      merged.push((placed[next++] as Put<T>).item)
    merged.push(item)
  }
  for (; next < placed.length; next += 1) merged.push((placed[next] as Put<T>).item)
  for (const put of added) if (put.at === undefined) merged.push(put.item)
  return merged
}

type PositionChange = NonNullable<Edit['positions']>

function changePositions(
  old: Readonly<Record<string, Positions>>,
  change: PositionChange,
): { next: Record<string, Positions>; undo: PositionChange } {
  // Maps and fromEntries: an id such as `__proto__` is an ordinary id.
  const next = new Map(Object.entries(old))
  const undo = new Map<string, PositionChange[string]>()
  for (const [layout, moves] of Object.entries(change)) {
    const before = new Map(Object.entries(next.get(layout) ?? {}))
    if (moves === null) {
      undo.set(layout, next.has(layout) ? Object.fromEntries(before) : null)
      next.delete(layout)
      continue
    }
    const after = new Map(before)
    const back = new Map<string, Positions[string] | null>()
    for (const [id, position] of Object.entries(moves)) {
      back.set(id, before.get(id) ?? null)
      if (position === null) after.delete(id)
      else after.set(id, position)
    }
    undo.set(layout, next.has(layout) ? Object.fromEntries(back) : null)
    next.set(layout, Object.fromEntries(after))
  }
  return { next: Object.fromEntries(next), undo: Object.fromEntries(undo) }
}

function changeKeys(
  map: StrategyMap,
  set: NonNullable<Edit['set']>,
): { map: StrategyMap; undo: NonNullable<Edit['set']> } {
  const next: Record<string, unknown> = { ...map }
  const undo: Record<string, unknown> = {}
  for (const key of Object.keys(set) as Settable[]) {
    undo[key] = map[key] ?? null
    const value = set[key]
    if (value === null || value === undefined) delete next[key]
    else next[key] = value
  }
  return { map: next as unknown as StrategyMap, undo }
}

function checkLinks(map: StrategyMap, nodesChanged: boolean, edit: Edit): Problem | null {
  const kinds = new Map(map.nodes.map((node) => [node.id, node.kind]))
  if (kinds.size !== map.nodes.length) return misfitProblem('twice', '')
  const seen = new Set<string>()
  const touched = nodesChanged ? null : new Set(edit.links?.put?.map((put) => put.item.id))
  for (const link of map.links) {
    const signature = linkSignature(link)
    if (seen.has(signature)) return misfitProblem('repeated', link.id)
    seen.add(signature)
    if (touched && !touched.has(link.id)) continue
    const source = kinds.get(link.source)
    const target = kinds.get(link.target)
    if (source === undefined || target === undefined) return misfitProblem('ends', link.id)
    if (link.source === link.target || !linkFits(link.kind, source, target)) return misfitProblem('kinds', link.id)
  }
  return null
}

function misfitProblem(reason: 'twice' | 'absent' | 'ends' | 'kinds' | 'repeated', id: string): Problem {
  return problem('edit-does-not-fit', { reason, id }, { node: id })
}

function misfit(reason: 'twice' | 'absent', id: string): { readonly ok: false; readonly problem: Problem } {
  return fail(misfitProblem(reason, id))
}
