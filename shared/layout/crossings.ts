/**
 * How many pairs of links cross, drawn as straight segments between centres. Pairs that share an end, only touch or lie
 * on one line do not count. Exact: plane sweep over left ends with an active list and a test of the y-extents
 * (Bentley and Ottmann 1979 without its event tree: for some thousand links the plain list wins).
 * Tens of thousands of links: sampled pairs.
 */
export interface Segments {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly source: ArrayLike<number>
  readonly target: ArrayLike<number>
}

/** The exact count, O(links^2) at worst; meant for up to some thousand links. */
export function countCrossings(segments: Segments): number {
  const { x, y, source, target } = segments
  const links = source.length
  const left = new Float64Array(links)
  const right = new Float64Array(links)
  const low = new Float64Array(links)
  const high = new Float64Array(links)
  const order = new Uint32Array(links)
  for (let j = 0; j < links; j++) {
    const a = source[j] as number
    const b = target[j] as number
    left[j] = Math.min(x[a] as number, x[b] as number)
    right[j] = Math.max(x[a] as number, x[b] as number)
    low[j] = Math.min(y[a] as number, y[b] as number)
    high[j] = Math.max(y[a] as number, y[b] as number)
    order[j] = j
  }
  order.sort((a, b) => (left[a] as number) - (left[b] as number))
  const active = new Uint32Array(links)
  let size = 0
  let crossings = 0
  for (let k = 0; k < links; k++) {
    const j = order[k] as number
    let kept = 0
    for (let p = 0; p < size; p++) {
      const other = active[p] as number
      if ((right[other] as number) < (left[j] as number)) continue
      active[kept++] = other
      if ((high[other] as number) < (low[j] as number) || (low[other] as number) > (high[j] as number)) continue
      if (cross(segments, j, other)) crossings++
    }
    active[kept] = j
    size = kept + 1
  }
  return crossings
}

/** The share of link pairs that cross, from `samples` pairs drawn by a fixed generator: the same on every run. */
export function estimateCrossingShare(segments: Segments, samples = 1_000_000): number {
  const links = segments.source.length
  if (links < 2) return 0
  let state = 1
  const draw = (): number => {
    // Numerical Recipes' LCG; the high bits are the good ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * links)
  }
  let hits = 0
  let pairs = 0
  for (let k = 0; k < samples; k++) {
    const a = draw()
    const b = draw()
    if (a === b) continue
    pairs++
    if (cross(segments, a, b)) hits++
  }
  return pairs === 0 ? 0 : hits / pairs
}

function cross({ x, y, source, target }: Segments, j: number, k: number): boolean {
  const a = source[j] as number
  const b = target[j] as number
  const c = source[k] as number
  const d = target[k] as number
  if (a === c || a === d || b === c || b === d) return false
  const ax = x[a] as number
  const ay = y[a] as number
  const bx = x[b] as number
  const by = y[b] as number
  const cx = x[c] as number
  const cy = y[c] as number
  const dx = x[d] as number
  const dy = y[d] as number
  const sideC = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const sideD = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  if (sideC * sideD >= 0) return false
  const sideA = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const sideB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
  return sideA * sideB < 0
}
