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

/** The floor for pan and zoom: one picture of the stage, moved with the pointer and the wheel, and nothing else. */
export function movedPicture(stage: HTMLElement): Contender {
  let shown = 0
  const stop = new AbortController()
  return {
    open: async (text) => {
      const map = JSON.parse(text) as StrategyMap
      const at = grid(map)
      shown = map.nodes.length
      const { clientWidth: width, clientHeight: height } = stage
      const picture = new OffscreenCanvas(width, height)
      const ink = picture.getContext('2d')
      for (let i = 0; ink && i < shown; i += 1) ink.fillRect(at(i).x % width, at(i).y % height, 15, 4)
      const sheet = document.createElement('canvas')
      sheet.width = width
      sheet.height = height
      stage.append(sheet)
      const context = sheet.getContext('2d')
      const view = { x: 0, y: 0, zoom: 1, drag: false }
      const draw = () =>
        requestAnimationFrame(() => {
          context?.clearRect(0, 0, width, height)
          context?.drawImage(picture, view.x, view.y, width * view.zoom, height * view.zoom)
        })
      const on = { signal: stop.signal }
      sheet.addEventListener(
        'wheel',
        (event) => {
          view.zoom *= event.deltaY < 0 ? 1.1 : 1 / 1.1
          draw()
        },
        on,
      )
      sheet.addEventListener(
        'mousedown',
        () => {
          view.drag = true
        },
        on,
      )
      sheet.addEventListener(
        'mouseup',
        () => {
          view.drag = false
        },
        on,
      )
      sheet.addEventListener(
        'mousemove',
        ({ movementX, movementY }) => {
          if (!view.drag) return
          view.x += movementX
          view.y += movementY
          draw()
        },
        on,
      )
      draw()
      await painted()
    },
    restyleTenth: () => Promise.resolve(),
    filterHalf: () => Promise.resolve(),
    picture: () => Promise.resolve(0),
    close: () => {
      stop.abort()
      stage.replaceChildren()
    },
    shown: () => shown,
  }
}
