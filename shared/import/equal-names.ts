import type { MapNode } from '../model/map.ts'
import { comparableName } from './comparable-name.ts'
import type { EqualNames } from './import-plan.ts'

/** Nodes of one kind that bear one name, in the order met; groups without one of `among` are not told. O(nodes). */
export function findEqualNames(nodes: Iterable<MapNode>, among?: ReadonlySet<string>): EqualNames[] {
  const groups = new Map<string, MapNode[]>()
  for (const node of nodes) {
    const key = nameKey(node.kind, node.name)
    const group = groups.get(key)
    if (group) group.push(node)
    else groups.set(key, [node])
  }
  const equal: EqualNames[] = []
  for (const group of groups.values()) {
    const [first] = group
    if (!first || group.length < 2 || (among && !group.some((node) => among.has(node.id)))) continue
    equal.push({ kind: first.kind, name: first.name, ids: group.map((node) => node.id) })
  }
  return equal
}

/** One key for a name within its kind; the kind has no blank, so no two meet. */
export function nameKey(kind: string, name: string): string {
  return `${kind} ${comparableName(name)}`
}
