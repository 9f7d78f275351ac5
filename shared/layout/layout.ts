/**
 * The contract of every layout: a pure, deterministic function from typed arrays to typed arrays, so that a graph
 * travels to a worker as transferred buffers (performance.md 1). Node i is the i-th of every node array, link j the
 * j-th of every link array.
 */
export interface LayoutGraph {
  /** Index in `nodeKinds` (shared/model/node-kinds.ts). */
  readonly kind: Uint8Array
  /** The whole box a node needs, label included, in px. */
  readonly width: Float32Array
  readonly height: Float32Array
  /** 1 = a decoupled initiative: it lies in the bay. */
  readonly adrift: Uint8Array
  /** 1 = an initiative that is over: it lies below the bay, adrift or not. */
  readonly concluded: Uint8Array
  /** Node indices; links that point outside or at themselves are ignored. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Index in `linkKinds` (shared/model/link-kinds.ts). */
  readonly linkKind: Uint8Array
  /** 1 = the node keeps its given position, whatever happens (pinned or dragged). Without a position it counts as 0. */
  readonly fixed: Uint8Array
  /** Previous centres, NaN = none. */
  readonly x: Float32Array
  readonly y: Float32Array
}

export type RegionId = 'goals' | 'initiatives' | 'departments' | 'people' | 'channels' | 'bay' | 'concluded'

/** A rectangle that a caption can be written into; x and y are its top left corner. */
export interface Region {
  readonly id: RegionId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Centres of the nodes in the caller's order, always finite, and the regions that are not empty. */
export interface Arrangement {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly regions: readonly Region[]
}

export interface Layout {
  readonly id: string
  arrange(graph: LayoutGraph): Arrangement
}
