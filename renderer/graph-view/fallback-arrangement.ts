import type { Position } from '../../shared/model/map.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import type { Picture } from './picture.ts'

const perRow = 12
const stepX = 250
const stepY = 130
const bands = ['goal', 'initiative', 'department', 'person', 'agency', 'channel'] as const satisfies typeof nodeKinds

/** Plain rows by kind for what has no place, so that a layout that failed leaves a map that can be read and saved. */
export function fallbackPlaces(
  picture: Picture,
  placeOf: (id: string) => Position | undefined,
): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>()
  let row = 0
  for (const kind of bands) {
    const missing = [...picture.nodes.values()].filter((node) => node.kind === kind && !placeOf(node.id))
    for (const [at, node] of missing.entries()) {
      found.set(node.id, [(at % perRow) * stepX, (row + Math.floor(at / perRow)) * stepY])
    }
    row += Math.ceil(missing.length / perRow)
  }
  return found
}
