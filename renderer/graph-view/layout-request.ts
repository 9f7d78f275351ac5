import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { Position } from '../../shared/model/map.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import { markReach } from '../theme/node-looks.ts'
import type { Tasks } from '../workers/tasks.ts'
import { isAdrift, type Picture, type PictureNode } from './picture.ts'

export type LayoutGraph = Tasks['arrange']['send']['graph']
export type Arrangement = Tasks['arrange']['receive']
export type Region = Arrangement['regions'][number]

const kindIndex = new Map(nodeKinds.map((kind, at) => [kind, at]))
const linkIndex = new Map(linkKinds.map((entry, at) => [entry.kind, at]))

/** Projector bodies are this much taller; boxes leave room for them so that a change of theme moves nothing. */
const tallest = 1.16

/**
 * The picture as typed arrays for the layout; node i is the i-th of the picture. `placeOf` gives previous centres,
 * `fixed` says who must not move. O(nodes + links).
 */
export function layoutGraph(
  picture: Picture,
  placeOf: (id: string) => Position | undefined,
  fixed: (id: string) => boolean,
): LayoutGraph {
  const nodes = [...picture.nodes.values()]
  const links = [...picture.links.values()]
  const at = new Map(nodes.map((node, i) => [node.id, i]))
  const places = nodes.map((node) => placeOf(node.id))
  return {
    kind: Uint8Array.from(nodes, (node) => kindIndex.get(node.kind) ?? 0),
    width: Float32Array.from(nodes, (node) => node.width + 8),
    height: Float32Array.from(nodes, boxHeight),
    adrift: Uint8Array.from(nodes, (node) => (isAdrift(node) ? 1 : 0)),
    concluded: Uint8Array.from(nodes, (node) => (node.face?.state === 'concluded' ? 1 : 0)),
    source: Uint32Array.from(links, (link) => at.get(link.source) ?? 0),
    target: Uint32Array.from(links, (link) => at.get(link.target) ?? 0),
    linkKind: Uint8Array.from(links, (link) => linkIndex.get(link.kind) ?? 0),
    fixed: Uint8Array.from(nodes, (node, i) => (places[i] && fixed(node.id) ? 1 : 0)),
    x: Float32Array.from(places, (place) => place?.[0] ?? Number.NaN),
    y: Float32Array.from(places, (place) => place?.[1] ?? Number.NaN),
  }
}

function boxHeight(node: PictureNode): number {
  return Math.ceil(node.height * tallest) + (node.face ? 2 * markReach : 0)
}

export function buffersOf(graph: LayoutGraph): Transferable[] {
  return Object.values(graph).map((array: LayoutGraph['x']) => array.buffer as ArrayBuffer)
}

/** Centres by node id, in whole px: what the file keeps is short, and nothing is drawn between two pixels. */
export function placesFound(picture: Picture, { x, y }: Arrangement): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>()
  let i = 0
  for (const id of picture.nodes.keys()) {
    found.set(id, [Math.round(x[i] ?? 0), Math.round(y[i] ?? 0)])
    i += 1
  }
  return found
}

/** Changes when the layout has to run again: who is there, how large, and in which bay. */
export function layoutSignature(picture: Picture): string {
  const parts: string[] = []
  for (const node of picture.nodes.values()) {
    const bay = isAdrift(node) ? 'a' : node.face?.state === 'concluded' ? 'c' : ''
    parts.push(`${node.id}\n${node.height}${bay}`)
  }
  return parts.sort().join('\n')
}
