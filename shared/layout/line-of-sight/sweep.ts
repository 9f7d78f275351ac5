import type { Adjacency } from '../adjacency.ts'
import { type Columns, fillColumns, takeCentres } from './columns.ts'
import type { Layering } from './layers.ts'
import { pullOf } from './measures.ts'
import { sortByKey } from './sort-by-key.ts'

/** One layer of the main stack while it is being arranged. */
export interface LayerState {
  readonly members: Uint32Array
  /** Members as they stand, column by column; set by the first sweep. */
  order: Uint32Array
  columns: Columns | undefined
  rows: number
}

export interface SweepInput {
  readonly adjacency: Adjacency
  readonly layering: Layering
  readonly width: Float64Array
  readonly room: number
  readonly layers: readonly LayerState[]
}

/** Neighbours on the side that the sweep has not yet been to count half. */
const ahead = 0.5

/**
 * Crossing reduction by layer-by-layer sweeps with weighted barycentres (Sugiyama, Tagawa and Toda 1981; compared by
 * Juenger and Mutzel 1997), with groups ordered by the barycentre of their members (Forster 2002) and with real
 * coordinates from each placement fed into the next one. Changes `x` in place. O((nodes + links) log nodes) a round.
 */
export function sweep(input: SweepInput, x: Float64Array, rounds: number): void {
  const wish = new Float64Array(x.length)
  const { layers } = input
  for (let round = 0; round < rounds; round++) {
    const down = round % 2 === 0
    for (let step = 0; step < layers.length; step++) {
      const at = down ? step : layers.length - 1 - step
      arrangeLayer(input, layers[at] as LayerState, x, wish, down ? 1 : ahead, down ? ahead : 1)
    }
  }
}

/** Straightens without changing any order: every column goes to the middle of what it is linked to, above and below. */
export function balance(input: SweepInput, x: Float64Array): void {
  const wish = new Float64Array(x.length)
  const { layers } = input
  for (let step = 0; step < 2 * layers.length; step++) {
    const at = step < layers.length ? step : 2 * layers.length - 1 - step
    arrangeLayer(input, layers[at] as LayerState, x, wish, 1, 1, true)
  }
}

function arrangeLayer(
  input: SweepInput,
  state: LayerState,
  x: Float64Array,
  wish: Float64Array,
  above: number,
  below: number,
  keepOrder = false,
): void {
  const { members } = state
  for (let k = 0; k < members.length; k++) {
    const i = members[k] as number
    wish[i] = barycentre(input, x, i, above, below)
  }
  const order = keepOrder ? state.order : orderByGroup(members, input.layering.group, wish)
  const columns = fillColumns({ order, group: input.layering.group, width: input.width, wish }, state.rows, input.room)
  takeCentres(order, columns, x)
  state.order = order
  state.columns = columns
  state.rows = columns.rows
}

/** Where the neighbours in other layers pull a node; if there is none, those in its own; else it goes to the right. */
function barycentre(input: SweepInput, x: Float64Array, i: number, above: number, below: number): number {
  const { start, neighbour, linkKind } = input.adjacency
  const { layer } = input.layering
  const own = layer[i] as number
  let sum = 0
  let weight = 0
  let sumHere = 0
  let weightHere = 0
  for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
    const other = neighbour[k] as number
    const at = x[other] as number
    if (Number.isNaN(at)) continue
    const pull = pullOf[linkKind[k] as number] as number
    const there = layer[other] as number
    if (there === own) {
      sumHere += at * pull
      weightHere += pull
      continue
    }
    const strength = pull * (there < own ? above : below)
    sum += at * strength
    weight += strength
  }
  if (weight > 0) return (sum + 0.25 * sumHere) / (weight + 0.25 * weightHere)
  return weightHere > 0 ? sumHere / weightHere : input.room
}

/**
 * Within a column the nodes that reach far sideways stand away from the side that the links go to; two links of one
 * column then cross less. Groups that share a column stay apart.
 */
export function orderRows(input: SweepInput, state: LayerState, x: Float64Array, up: boolean): void {
  const { group } = input.layering
  sortColumns(
    state,
    x.length,
    (i, c) => {
      const away = Math.abs(barycentre(input, x, i, up ? 1 : 0, up ? 0 : 1) - (state.columns?.centre[c] ?? 0))
      return up ? away : -away
    },
    group,
  )
}

/** Within a column from left to right, for columns whose rows are staggered to the right as they go down. */
export function orderStaggered(input: SweepInput, state: LayerState, x: Float64Array): void {
  sortColumns(state, x.length, (i) => barycentre(input, x, i, 1, 1))
}

function sortColumns(
  state: LayerState,
  count: number,
  keyOf: (node: number, column: number) => number,
  group?: Int32Array,
): void {
  const { columns } = state
  if (!columns || columns.rows === 1) return
  const order = state.order.slice()
  const key = new Float64Array(count)
  for (let c = 0; c < columns.count; c++) {
    const end = columns.start[c + 1] as number
    for (let from = columns.start[c] as number; from < end; ) {
      let to = from + 1
      while (to < end && (!group || group[order[to] as number] === group[order[from] as number])) to++
      for (let k = from; k < to; k++) key[order[k] as number] = keyOf(order[k] as number, c)
      if (to > from + 1) order.set(sortByKey(order.subarray(from, to), key), from)
      from = to
    }
  }
  state.order = order
}

/** By wish, the members of a group side by side at the mean of their wishes. */
function orderByGroup(members: Uint32Array, group: Int32Array, wish: Float64Array): Uint32Array {
  const sorted = sortByKey(members, wish)
  const slotOf = new Map<number, number>()
  const slot = new Uint32Array(sorted.length)
  const sum = new Float64Array(sorted.length)
  const size = new Uint32Array(sorted.length + 1)
  let slots = 0
  for (let k = 0; k < sorted.length; k++) {
    const i = sorted[k] as number
    const key = group[i] as number
    let at = key === -1 ? undefined : slotOf.get(key)
    if (at === undefined) {
      at = slots++
      if (key !== -1) slotOf.set(key, at)
    }
    slot[k] = at
    sum[at] = (sum[at] as number) + (wish[i] as number)
    size[at] = (size[at] as number) + 1
  }
  if (slots === sorted.length) return sorted
  const mean = sum.subarray(0, slots)
  const ids = new Uint32Array(slots)
  for (let s = 0; s < slots; s++) {
    mean[s] = (sum[s] as number) / (size[s] as number)
    ids[s] = s
  }
  const bySlot = sortByKey(ids, mean)
  const next = new Uint32Array(slots)
  let at = 0
  for (let s = 0; s < slots; s++) {
    next[bySlot[s] as number] = at
    at += size[bySlot[s] as number] as number
  }
  const order = new Uint32Array(sorted.length)
  for (let k = 0; k < sorted.length; k++) {
    const s = slot[k] as number
    const to = next[s] as number
    order[to] = sorted[k] as number
    next[s] = to + 1
  }
  return order
}
