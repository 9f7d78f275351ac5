const bits = 11
const buckets = 1 << bits
const steps = 2 ** (2 * bits) - 1
const few = 32

/**
 * `items` sorted by key, ties by position in `items`. Keys are read to one part in four million of their range; two
 * radix passes are several times faster than a sort with a comparator.
 */
export function sortByKey(items: Uint32Array, key: Float64Array): Uint32Array {
  const size = items.length
  if (size <= few) return insertionSort(items, key)
  let low = Infinity
  let high = -Infinity
  for (let k = 0; k < size; k++) {
    const value = key[items[k] as number] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!(high > low)) return items.slice()
  const factor = steps / (high - low)
  const digits = new Uint32Array(size)
  const first = new Uint32Array(buckets + 1)
  const second = new Uint32Array(buckets + 1)
  for (let k = 0; k < size; k++) {
    const digit = Math.floor(((key[items[k] as number] as number) - low) * factor)
    digits[k] = digit
    const lower = (digit & (buckets - 1)) + 1
    const upper = (digit >> bits) + 1
    first[lower] = (first[lower] as number) + 1
    second[upper] = (second[upper] as number) + 1
  }
  for (let b = 0; b < buckets; b++) {
    first[b + 1] = (first[b + 1] as number) + (first[b] as number)
    second[b + 1] = (second[b + 1] as number) + (second[b] as number)
  }
  const half = new Uint32Array(size)
  for (let k = 0; k < size; k++) {
    const bucket = (digits[k] as number) & (buckets - 1)
    const slot = first[bucket] as number
    first[bucket] = slot + 1
    half[slot] = k
  }
  const sorted = new Uint32Array(size)
  for (let h = 0; h < size; h++) {
    const k = half[h] as number
    const bucket = (digits[k] as number) >> bits
    const slot = second[bucket] as number
    second[bucket] = slot + 1
    sorted[slot] = items[k] as number
  }
  return sorted
}

function insertionSort(items: Uint32Array, key: Float64Array): Uint32Array {
  const sorted = items.slice()
  for (let k = 1; k < sorted.length; k++) {
    const item = sorted[k] as number
    const value = key[item] as number
    let at = k
    while (at > 0 && (key[sorted[at - 1] as number] as number) > value) {
      sorted[at] = sorted[at - 1] as number
      at--
    }
    sorted[at] = item
  }
  return sorted
}
