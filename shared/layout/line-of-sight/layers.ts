import { linkKinds } from '../../model/link-kinds.ts'
import type { LinkKind, NodeKind } from '../../model/map.ts'
import { nodeKinds } from '../../model/node-kinds.ts'
import type { Adjacency } from '../adjacency.ts'
import type { LayoutGraph, RegionId } from '../layout.ts'

/** The bands from top to bottom; the last two stand at the side. */
export const bandIds: readonly RegionId[] = [
  'goals',
  'initiatives',
  'departments',
  'people',
  'channels',
  'bay',
  'concluded',
]
export const firstSideBand = bandIds.indexOf('bay')

/** Goals and departments get at most this many tree levels each; deeper trees share levels, or a chain is a tower. */
const maxLevels = 8
/** The layer of the initiatives that are neither adrift nor concluded. */
export const initiatives = maxLevels
const firstDepartments = maxLevels + 1
const people = firstDepartments + maxLevels
const channels = people + 1
const bay = channels + 1
const concluded = bay + 1

export const layerCount = concluded + 1
/** Layers below this stand in the main stack. */
export const mainLayerCount = bay

export function bandOfLayer(layer: number): number {
  if (layer < initiatives) return 0
  if (layer < firstDepartments) return 1
  if (layer < people) return 2
  return layer - people + 3
}

const kindOf = (kind: NodeKind): number => nodeKinds.indexOf(kind)
const linkOf = (kind: LinkKind): number => linkKinds.findIndex((entry) => entry.kind === kind)

const initiative = kindOf('initiative')
const goal = kindOf('goal')
const department = kindOf('department')
const channel = kindOf('channel')

/** Which link decides what an initiative is grouped with, best first: its owner, who runs it, then its goal. */
const groupingLinks = rank(['ownedBy', 'carriedBy', 'backedBy', 'contributesTo', 'proposedBy', 'usesChannel'])

function rank(kinds: readonly LinkKind[]): Uint8Array {
  const ranks = new Uint8Array(256).fill(255)
  for (const [at, kind] of kinds.entries()) ranks[linkOf(kind)] = at
  return ranks
}

export interface Layering {
  /** Layer of each node, top to bottom. */
  readonly layer: Uint8Array
  /** The node whose members are kept side by side (owner of an initiative, parent in a tree), -1 = on its own. */
  readonly group: Int32Array
}

/**
 * Layers by kind and by tree (longest-path layering: Sugiyama, Tagawa and Toda 1981, step 1; cycles are opened where a
 * depth-first search meets itself). Goals stand with their parents above; departments with their parents below, so that
 * an initiative lies between the goal it serves and the department that holds it, and the organisation is the ground.
 */
export function assignLayers(graph: LayoutGraph, adjacency: Adjacency): Layering {
  const count = graph.kind.length
  const layer = new Uint8Array(count)
  const group = new Int32Array(count).fill(-1)
  const goals = treeOf(graph, adjacency, goal, linkOf('refines'))
  const departments = treeOf(graph, adjacency, department, linkOf('partOf'))
  const lonersOnTop = goals.loners <= Math.max(4, 2 * goals.roots)
  for (let i = 0; i < count; i++) {
    const kind = graph.kind[i]
    if (kind === initiative) {
      layer[i] = graph.concluded[i] === 1 ? concluded : graph.adrift[i] === 1 ? bay : initiatives
      group[i] = groupOfInitiative(adjacency, i)
    } else if (kind === goal) {
      const height = goals.height[i] as number
      const onTop = goals.parent[i] === -1 && (height > 0 || lonersOnTop)
      layer[i] = onTop ? 0 : level(goals.highest - height, goals.highest)
      group[i] = goals.parent[i] as number
    } else if (kind === department) {
      layer[i] = firstDepartments + level(departments.height[i] as number, departments.highest)
      group[i] = departments.parent[i] as number
    } else {
      layer[i] = kind === channel ? channels : people
    }
  }
  return { layer, group }
}

function level(height: number, highest: number): number {
  return highest < maxLevels ? height : Math.floor((height * maxLevels) / (highest + 1))
}

function groupOfInitiative(adjacency: Adjacency, i: number): number {
  let best = 255
  let found = -1
  for (let k = adjacency.start[i] as number; k < (adjacency.start[i + 1] as number); k++) {
    if (adjacency.outward[k] === 0) continue
    const ranked = groupingLinks[adjacency.linkKind[k] as number] as number
    // Neighbours come in index order, so the first of the best kind is the one of lowest index.
    if (ranked < best) {
      best = ranked
      found = adjacency.neighbour[k] as number
    }
  }
  return found
}

interface Tree {
  /** 0 = nothing below it. */
  readonly height: Uint32Array
  readonly highest: number
  /** The parent of lowest index, -1 = none. */
  readonly parent: Int32Array
  /** Tops with something below, and tops without. */
  readonly roots: number
  readonly loners: number
}

function treeOf(graph: LayoutGraph, adjacency: Adjacency, kind: number, link: number): Tree {
  const count = graph.kind.length
  const { start, neighbour } = adjacency
  const height = new Uint32Array(count)
  const parent = new Int32Array(count).fill(-1)
  const state = new Uint8Array(count)
  const stack = new Uint32Array(count)
  const next = new Uint32Array(count)
  const fits = (k: number): boolean => adjacency.linkKind[k] === link && graph.kind[neighbour[k] as number] === kind
  let highest = 0
  for (let first = 0; first < count; first++) {
    if (graph.kind[first] !== kind || state[first] !== 0) continue
    let depth = 0
    stack[0] = first
    next[first] = start[first] as number
    state[first] = 1
    while (depth >= 0) {
      const i = stack[depth] as number
      const k = next[i] as number
      if (k === (start[i + 1] as number)) {
        state[i] = 2
        highest = Math.max(highest, height[i] as number)
        if (--depth >= 0) raise(height, stack[depth] as number, i)
        continue
      }
      next[i] = k + 1
      if (!fits(k)) continue
      const other = neighbour[k] as number
      if (adjacency.outward[k] === 1) {
        if (parent[i] === -1) parent[i] = other
      } else if (state[other] === 0) {
        state[other] = 1
        next[other] = start[other] as number
        stack[++depth] = other
      } else if (state[other] === 2) raise(height, i, other)
    }
  }
  return { height, highest, parent, ...countTops(graph, kind, parent, height) }
}

function raise(height: Uint32Array, i: number, child: number): void {
  height[i] = Math.max(height[i] as number, (height[child] as number) + 1)
}

function countTops(graph: LayoutGraph, kind: number, parent: Int32Array, height: Uint32Array) {
  let roots = 0
  let loners = 0
  for (let i = 0; i < graph.kind.length; i++) {
    if (graph.kind[i] !== kind || parent[i] !== -1) continue
    if (height[i] === 0) loners++
    else roots++
  }
  return { roots, loners }
}
