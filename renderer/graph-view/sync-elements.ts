import type { Core, ElementDefinition } from 'cytoscape'
import type { Position } from '../../shared/model/map.ts'
import { asDefinition, type DrawnElement } from './elements.ts'

/** What stands on the canvas, by id, with the signature it was drawn with. */
export type OnCanvas = Map<string, string>

export interface Wanted {
  readonly nodes: readonly DrawnElement[]
  readonly links: readonly DrawnElement[]
}

/**
 * Makes the canvas show exactly what is wanted: takes away, changes and adds in one batch, touching only what differs.
 * (A node takes its links with it; none of those is wanted, since a picture's links join only what it shows.)
 */
export function syncElements(
  cy: Core,
  onCanvas: OnCanvas,
  wanted: Wanted,
  placeOf: (id: string) => Position | undefined,
): void {
  const next = new Map<string, DrawnElement>()
  for (const one of wanted.nodes) next.set(one.data.id, one)
  for (const one of wanted.links) next.set(one.data.id, one)
  const added: ElementDefinition[] = []
  cy.batch(() => {
    const gone = new Set([...onCanvas.keys()].filter((id) => !next.has(id)))
    if (gone.size > 0) {
      cy.elements()
        .filter((element) => gone.has(element.id()))
        .remove()
      for (const id of gone) onCanvas.delete(id)
    }
    for (const one of wanted.nodes) update(one, 'nodes')
    for (const one of wanted.links) update(one, 'edges')
    if (added.length > 0) cy.add(added)
  })

  function update(one: DrawnElement, group: 'nodes' | 'edges'): void {
    const { id } = one.data
    const old = onCanvas.get(id)
    if (old === one.signature) return
    onCanvas.set(id, one.signature)
    if (old === undefined) {
      added.push(asDefinition(group, one, placeOf(id)))
      return
    }
    const element = cy.getElementById(id)
    element.data({ ...one.data })
    element.classes(one.classes)
  }
}
