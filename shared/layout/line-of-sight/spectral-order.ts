import type { Adjacency } from '../adjacency.ts'
import { mainLayerCount } from './layers.ts'
import { pullOf } from './measures.ts'

/**
 * A first order from left to right in which what is linked lies close: the second eigenvector of the lazy random walk by
 * power iteration (Koren 2005, Drawing graphs by eigenvectors). Sweeps alone only find the order next to where they
 * begin. Starts from a fixed scramble of the index; O(rounds * links). Nodes of the side
 * stack pull nobody.
 */
export function spectralOrder(adjacency: Adjacency, layer: Uint8Array, rounds: number): Float64Array {
  const count = layer.length
  const { start, neighbour, linkKind } = adjacency
  const links = neighbour.length
  const pull = new Float32Array(links)
  const degree = new Float64Array(count)
  let mass = 0
  for (let i = 0; i < count; i++) {
    if ((layer[i] as number) >= mainLayerCount) continue
    let total = 0
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      if ((layer[neighbour[k] as number] as number) >= mainLayerCount) continue
      pull[k] = pullOf[linkKind[k] as number] as number
      total += pull[k] as number
    }
    degree[i] = total
    mass += total
  }
  let x = new Float64Array(count)
  let next = new Float64Array(count)
  for (let i = 0; i < count; i++) x[i] = (Math.imul(i + 1, 2654435761) >>> 0) / 2 ** 32 - 0.5
  for (let round = 0; round < rounds && mass > 0; round++) {
    centre(x, degree, mass)
    for (let i = 0; i < count; i++) {
      const total = degree[i] as number
      if (total === 0) continue
      let sum = 0
      for (let k = start[i] as number; k < (start[i + 1] as number); k++)
        sum += (pull[k] as number) * (x[neighbour[k] as number] as number)
      next[i] = 0.5 * (x[i] as number) + (0.5 * sum) / total
    }
    const swap = x
    x = next
    next = swap
  }
  return x
}

/** Takes out the trivial eigenvector and rescales. */
function centre(x: Float64Array, degree: Float64Array, mass: number): void {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (degree[i] as number) * (x[i] as number)
  const mean = sum / mass
  let square = 0
  for (let i = 0; i < x.length; i++) {
    const value = (x[i] as number) - mean
    x[i] = value
    square += (degree[i] as number) * value * value
  }
  const factor = square > 0 ? Math.sqrt(mass / square) : 1
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) * factor
}
