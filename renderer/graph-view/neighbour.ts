import type { Core } from 'cytoscape'
import { mapElements } from './camera.ts'

/** The nearest visible node from another in a direction of the screen, for the arrow keys. */
export function neighbourTowards(cy: Core, from: string, key: string): string | null {
  const direction = directions[key]
  const start = cy.getElementById(from)
  if (!direction || start.empty()) return null
  const here = start.position()
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  mapElements(cy)
    .nodes()
    .forEach((node) => {
      const at = node.position()
      const along = (at.x - here.x) * direction[0] + (at.y - here.y) * direction[1]
      const across = Math.abs((at.x - here.x) * direction[1]) + Math.abs((at.y - here.y) * direction[0])
      // What lies well to the side is another row or column, not the next in this one.
      const cost = along + 2.5 * across
      if (along > 1 && cost < least) {
        least = cost
        best = node.id()
      }
    })
  return best
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
