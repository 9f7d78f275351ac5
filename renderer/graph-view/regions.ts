import type { Core, ElementDefinition } from 'cytoscape'
import type { Messages } from '../../shared/i18n/messages.ts'
import type { Region } from './layout-request.ts'

/** Ids of what is drawn but is no part of the map begin with a space, which no id of a file's node is likely to do. */
const prefix = ' region '

/** Captions are this large at least, and as large as a big picture needs to be read as a whole, in model px. */
const smallest = 20
const largest = 64

/** Draws the quiet grounds behind the bands with their captions, in one batch. */
export function drawRegions(cy: Core, regions: readonly Region[], m: Messages): void {
  const right = Math.max(0, ...regions.map((region) => region.x + region.width))
  const left = Math.min(right, ...regions.map((region) => region.x))
  const wished = Math.min(largest, Math.max(smallest, (right - left) * 0.011))
  cy.batch(() => {
    cy.elements('.region, .caption').remove()
    cy.add(
      regions.flatMap((region) => {
        const free = freeAbove(region, regions)
        return [ground(region), caption(region, m.map.regions[region.id], wished, free)]
      }),
    )
  })
}

/** Distance to the next region above. */
function freeAbove(region: Region, regions: readonly Region[]): number {
  const above = regions.filter(
    (other) =>
      other.y < region.y && other.x < region.x + region.width && region.x < other.x + other.width && other !== region,
  )
  return Math.min(...above.map((other) => region.y - other.y - other.height), Number.POSITIVE_INFINITY)
}

function ground(region: Region): ElementDefinition {
  return {
    group: 'nodes',
    data: { id: `${prefix}${region.id}`, w: region.width, h: region.height, label: '' },
    position: { x: region.x + region.width / 2, y: region.y + region.height / 2 },
    classes: region.id === 'bay' ? 'region bay' : 'region',
    grabbable: false,
  }
}

/** A caption stands above its region where there is room, else in the strip that the layout keeps free inside. */
function caption(region: Region, text: string, wished: number, free: number): ElementDefinition {
  const above = free >= smallest * 1.4
  const size = above ? Math.min(wished, free * 0.7) : smallest
  return {
    group: 'nodes',
    data: { id: `${prefix}${region.id} caption`, w: 1, h: 1, label: text, size },
    position: { x: region.x + 10, y: above ? region.y - size * 0.65 : region.y + 17 },
    classes: 'caption',
    grabbable: false,
  }
}
