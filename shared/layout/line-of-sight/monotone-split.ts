/**
 * Cuts a line of labelled points into consecutive classes 0, 1, 2 ... so that as few points as possible lie in another
 * class than their label: which band does each old position belong to? Dynamic programming along the sorted points,
 * O(points * (log points + classes)). Returns the class of each item.
 */
export function splitMonotone(
  items: Uint32Array,
  place: Float64Array,
  labelOf: (item: number) => number,
  classes: number,
): Uint8Array {
  const size = items.length
  const rank = new Uint32Array(size)
  for (let k = 0; k < size; k++) rank[k] = k
  const at = (k: number): number => place[items[k] as number] as number
  rank.sort((a, b) => at(a) - at(b) || a - b)
  const cost = new Float64Array(classes)
  /** 1 = the best way to have point k in class c comes from class c - 1 or less. */
  const stepped = new Uint8Array(size * classes)
  for (let k = 0; k < size; k++) {
    const label = labelOf(items[rank[k] as number] as number)
    for (let c = 1; c < classes; c++) {
      // Costs are made non-increasing in c as we go: class c may begin here, right after any lower one.
      if ((cost[c - 1] as number) < (cost[c] as number)) {
        cost[c] = cost[c - 1] as number
        stepped[k * classes + c] = 1
      }
    }
    for (let c = 0; c < classes; c++) if (c !== label) cost[c] = (cost[c] as number) + 1
  }
  let here = 0
  for (let c = 1; c < classes; c++) if ((cost[c] as number) < (cost[here] as number)) here = c
  const found = new Uint8Array(size)
  for (let k = size - 1; k >= 0; k--) {
    found[rank[k] as number] = here
    while (here > 0 && stepped[k * classes + here] === 1) here--
  }
  return found
}
