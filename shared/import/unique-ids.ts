import type { LinkKind, NodeKind } from '../model/map.ts'
import { slug } from './comparable-name.ts'

/** Longest id a map file may hold (file-format/schema.ts). */
export const longestId = 500

/** Makes ids that are not taken, the same ones for the same calls; constant time each. */
export class UniqueIds {
  readonly #taken: Set<string>
  readonly #next = new Map<string, number>()

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken)
  }

  take(id: string): void {
    this.#taken.add(id)
  }

  /** The wish itself if it is free, else with the first free `-2`, `-3` ... */
  make(wish: string): string {
    let id = wish
    let n = this.#next.get(wish) ?? 2
    while (this.#taken.has(id)) {
      id = `${wish}-${n}`
      n += 1
    }
    this.#next.set(wish, n)
    this.#taken.add(id)
    return id
  }
}

/** `goal:safe-food`. */
export function wishedNodeId(kind: NodeKind, name: string): string {
  return `${kind}:${slug(name)}`
}

/** `contributesTo:blog>goal:trust`; very long ids are cut, room is left for a suffix. */
export function wishedLinkId(kind: LinkKind, source: string, target: string): string {
  const id = `${kind}:${source}>${target}`
  if (id.length <= longestId - 20) return id
  const cut = (text: string) => [...text].slice(0, 100).join('')
  return `${kind}:${cut(source)}>${cut(target)}`
}
