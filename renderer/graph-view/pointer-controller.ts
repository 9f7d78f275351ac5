import type { Core, EventObject, NodeSingular } from 'cytoscape'
import type { Position } from '../../shared/model/map.ts'
import { mapElements } from './camera.ts'

/** What the pointer does to the map, in the map's own terms. */
export interface PointerActions {
  readonly tapNode: (id: string, extend: boolean) => void
  readonly tapLink: (id: string) => void
  readonly tapNothing: () => void
  readonly openNode: (id: string) => void
  readonly openNothing: () => void
  readonly dropped: (places: ReadonlyMap<string, Position>) => void
  /** Null when the pointer has left. Place in px of the container. */
  readonly hover: (over: { readonly id: string; readonly x: number; readonly y: number } | null) => void
}

/** Rest this long on a node before its tooltip comes, in ms. */
const hoverAfter = 220

/** Turns Cytoscape's events into actions; everything else that it says stays inside. */
export function watchPointer(cy: Core, actions: PointerActions): void {
  cy.on('tap', (event: EventObject) => {
    if (event.target === cy) actions.tapNothing()
  })
  cy.on('tap', 'node', (event) => {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent
    actions.tapNode((event.target as NodeSingular).id(), shiftKey || ctrlKey || metaKey)
  })
  cy.on('tap', 'edge', (event) => actions.tapLink((event.target as NodeSingular).id()))
  cy.on('dbltap', (event: EventObject) => {
    if (event.target === cy) actions.openNothing()
  })
  cy.on('dbltap', 'node', (event) => actions.openNode((event.target as NodeSingular).id()))
  watchDrags(cy, actions.dropped)
  watchHover(cy, actions.hover)
}

/** Nodes let go together are one drop. */
function watchDrags(cy: Core, dropped: PointerActions['dropped']): void {
  let places = new Map<string, Position>()
  cy.on('dragfree', 'node', (event) => {
    const node = event.target as NodeSingular
    const { x, y } = node.position()
    if (places.size === 0) {
      queueMicrotask(() => {
        dropped(places)
        places = new Map()
      })
    }
    places.set(node.id(), [Math.round(x), Math.round(y)])
  })
}

function watchHover(cy: Core, hover: PointerActions['hover']): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(timer)
    hover(null)
  }
  cy.on('mouseover', 'node', (event) => {
    const node = event.target as NodeSingular
    if (!mapElements(cy).contains(node)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (node.removed()) return
      const box = node.renderedBoundingBox({ includeLabels: false, includeOverlays: false })
      hover({ id: node.id(), x: (box.x1 + box.x2) / 2, y: box.y2 })
    }, hoverAfter)
  })
  cy.on('mouseout', 'node', leave)
  cy.on('viewport grab', leave)
  cy.one('destroy', leave)
}
