import type { Position, Positions } from '../../shared/model/map.ts'

const nowhere: Positions = {}

/**
 * Where everything stands. What the file says, what a layout found and what the user dragged come together here: the
 * latest wins, and undoing a first drag falls back to what the layout had found. While a filter has made a picture of
 * its own, that has places of its own and the others wait.
 */
export class Places {
  readonly #here = new Map<string, Position>()
  readonly #arranged = new Map<string, Position>()
  #saved: Positions = nowhere
  #temporary: Map<string, Position> | null = null

  /** Takes over what has changed in the file's positions; says which nodes have another place now. */
  follow(saved: Positions | undefined): readonly string[] {
    const next = saved ?? nowhere
    if (next === this.#saved) return []
    const changed: string[] = []
    const put = (id: string, at: Position | undefined) => {
      const old = this.#here.get(id)
      if (!at || (old?.[0] === at[0] && old[1] === at[1])) return
      this.#here.set(id, at)
      changed.push(id)
    }
    for (const [id, at] of Object.entries(next)) if (!same(this.#saved[id], at)) put(id, at)
    for (const [id, kept] of Object.entries(this.#saved)) {
      // What a layout has moved since goes back to what was kept, what a hand has moved to what a layout had found.
      if (!(id in next)) put(id, same(this.#here.get(id), kept) ? this.#arranged.get(id) : kept)
    }
    this.#saved = next
    return changed
  }

  get(id: string): Position | undefined {
    return this.#temporary?.get(id) ?? this.#here.get(id)
  }

  /** What a layout has found; of pinned nodes it only repeats where the user has put them. */
  arrange(found: ReadonlyMap<string, Position>, pinned: ReadonlySet<string>): void {
    for (const [id, at] of found) {
      if (this.#temporary) this.#temporary.set(id, at)
      else {
        this.#here.set(id, at)
        if (!pinned.has(id)) this.#arranged.set(id, at)
      }
    }
  }

  /** The user has dragged it here. */
  put(id: string, at: Position): void {
    ;(this.#temporary ?? this.#here).set(id, at)
  }

  /** From here on, or no longer, places are those of a filtered picture. */
  setTemporary(on: boolean): void {
    if (on) this.#temporary ??= new Map()
    else this.#temporary = null
  }

  get temporary(): boolean {
    return this.#temporary !== null
  }

  /** Lasting places of these nodes, whatever a filter shows just now. */
  lasting(ids: Iterable<string>): Positions {
    const found: [string, Position][] = []
    for (const id of ids) {
      const at = this.#here.get(id)
      if (at) found.push([id, at])
    }
    return Object.fromEntries(found)
  }
}

function same(a: Position | undefined, b: Position): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1]
}
