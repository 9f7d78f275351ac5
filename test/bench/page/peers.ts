import cytoscape from 'cytoscape'
import { MultiGraph } from 'graphology'
import Sigma from 'sigma'
import type { StrategyMap } from '../../../shared/model/map.ts'

/** What is measured of every contender, all on the same stage with the same map. */
export interface Contender {
  /** From JSON text to the first painted frame. */
  readonly open: (text: string) => Promise<void>
  readonly restyleTenth: () => Promise<void>
  readonly filterHalf: () => Promise<void>
  readonly picture: () => Promise<number>
  readonly close: () => void
  /** How many nodes are on screen. */
  readonly shown: () => number
}

const colours = ['#0b7a75', '#c2410c', '#6d28d9', '#b91c1c', '#64748b', '#94a3b8']

/** The next frame is on the glass when the frame after it begins. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/** A plain grid: peers are handed positions, so that nobody's layout is measured here. */
function grid(map: StrategyMap): (i: number) => { x: number; y: number } {
  const columns = Math.ceil(Math.sqrt(map.nodes.length * 2))
  return (i) => ({ x: (i % columns) * 190, y: Math.floor(i / columns) * 90 })
}

export function bareCytoscape(stage: HTMLElement, best: boolean): Contender {
  let cy: cytoscape.Core | null = null
  return {
    open: async (text) => {
      const map = JSON.parse(text) as StrategyMap
      const at = grid(map)
      cy = cytoscape({
        container: stage,
        elements: {
          nodes: map.nodes.map((node, i) => ({
            data: { id: node.id, name: node.name, colour: colours[i % 6] ?? '' },
            position: at(i),
          })),
          edges: map.links.map((link) => ({ data: { id: link.id, source: link.source, target: link.target } })),
        },
        layout: { name: 'preset', fit: true },
        style: [
          {
            selector: 'node',
            style: {
              label: 'data(name)',
              shape: 'round-rectangle',
              width: 150,
              height: 44,
              'background-color': 'data(colour)',
              'font-size': 12,
            },
          },
          {
            selector: 'edge',
            style: {
              'curve-style': best ? 'haystack' : 'bezier',
              'target-arrow-shape': best ? 'none' : 'triangle',
              width: 1,
            },
          },
          { selector: '.high', style: { 'background-color': '#facc15', 'border-width': 4 } },
          { selector: '.gone', style: { display: 'none' } },
        ],
        ...(best ? { textureOnViewport: true } : {}),
      })
      await painted()
    },
    restyleTenth: async () => {
      cy?.batch(() =>
        cy
          ?.nodes()
          .filter((_, i) => i % 10 === 0)
          .addClass('high'),
      )
      await painted()
    },
    filterHalf: async () => {
      cy?.batch(() =>
        cy
          ?.nodes()
          .filter((_, i) => i % 2 === 0)
          .addClass('gone'),
      )
      await painted()
    },
    picture: async () => ((await cy?.png({ output: 'blob-promise', full: true, scale: 1 })) as Blob | null)?.size ?? 0,
    close: () => {
      cy?.destroy()
      stage.replaceChildren()
    },
    shown: () => cy?.nodes(':visible').length ?? 0,
  }
}

export function sigmaPeer(stage: HTMLElement): Contender {
  let sigma: Sigma | null = null
  let graph = new MultiGraph()
  return {
    open: async (text) => {
      const map = JSON.parse(text) as StrategyMap
      const at = grid(map)
      graph = new MultiGraph()
      for (const [i, node] of map.nodes.entries()) {
        const { x, y } = at(i)
        graph.addNode(node.id, { x, y: -y, size: 5, label: node.name, color: colours[i % 6] ?? '' })
      }
      for (const link of map.links)
        graph.addEdgeWithKey(link.id, link.source, link.target, { size: 1, color: '#94a3b8' })
      sigma = new Sigma(graph, stage)
      await painted()
    },
    restyleTenth: async () => {
      let i = 0
      graph.forEachNode((node) => {
        if (i % 10 === 0) graph.setNodeAttribute(node, 'color', '#facc15')
        i += 1
      })
      await painted()
    },
    filterHalf: async () => {
      let i = 0
      graph.forEachNode((node) => {
        if (i % 2 === 0) graph.setNodeAttribute(node, 'hidden', true)
        i += 1
      })
      await painted()
    },
    picture: () => Promise.resolve(0),
    close: () => {
      sigma?.kill()
      stage.replaceChildren()
    },
    shown: () => graph.order,
  }
}
