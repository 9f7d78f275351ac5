import { createRoot, type Root } from 'react-dom/client'
import { startAssessing } from '../../../renderer/commands/assess.ts'
import { MapView } from '../../../renderer/graph-view/map-view.tsx'
import { closeDocument, showDocument } from '../../../renderer/store/document-actions.ts'
import { currentMap } from '../../../renderer/store/map-handle.ts'
import { select, setFilter } from '../../../renderer/store/session-actions.ts'
import { store } from '../../../renderer/store/store.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { bareCytoscape, type Contender, movedPicture, painted, sigmaPeer } from './peers.ts'
import '../../../renderer/theme/base.css'

const stage = document.getElementById('stage') as HTMLElement

/** Mooring's own map view over its own store, workers and analysis: everything between the JSON text and the glass. */
function mooring(foldLess: boolean): Contender {
  let root: Root | null = null
  const shown = () => Object.keys(currentMap()?.positions() ?? {}).length
  return {
    open: async (text) => {
      root = createRoot(stage)
      root.render(<MapView />)
      const map = JSON.parse(text) as StrategyMap
      showDocument({ token: map.id, fileName: 'bench', text, seq: 0, readOnly: false })
      if (foldLess) store.setState({ opened: new Set(map.nodes.map((node) => node.id)) })
      while (shown() === 0) await painted()
      await painted()
    },
    restyleTenth: async () => {
      const ids = Object.keys(currentMap()?.positions() ?? {})
      select(ids.filter((_, i) => i % 10 === 0))
      await painted()
    },
    filterHalf: async () => {
      select([])
      setFilter({ horizons: ['campaign', 'undecided'] })
      await painted()
    },
    picture: async () => {
      const drawn = await currentMap()?.renderPicture({
        area: 'whole',
        scale: 1,
        title: true,
        legend: true,
        date: true,
        filter: true,
      })
      return drawn?.ok ? drawn.value.size : 0
    },
    close: () => {
      root?.unmount()
      closeDocument()
    },
    shown,
  }
}

startAssessing()

const contenders: Readonly<Record<string, () => Contender>> = {
  mooring: () => mooring(false),
  'mooring, unfolded': () => mooring(true),
  'Cytoscape, default': () => bareCytoscape(stage, false),
  'Cytoscape, best setting': () => bareCytoscape(stage, true),
  sigma: () => sigmaPeer(stage),
  'one picture moved': () => movedPicture(stage),
}

let current: Contender | null = null
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** What the driver calls from outside; every answer in milliseconds. */
const bench = {
  names: Object.keys(contenders),
  open: async (name: string, text: string) => {
    current = contenders[name]?.() ?? null
    return { ms: await timed(async () => current?.open(text)), shown: current?.shown() ?? 0 }
  },
  restyleTenth: () => timed(async () => current?.restyleTenth()),
  filterHalf: () => timed(async () => current?.filterHalf()),
  picture: async () => {
    let bytes = 0
    const ms = await timed(async () => {
      bytes = (await current?.picture()) ?? 0
    })
    return { ms, bytes }
  },
  /** Frame times while `work` goes on outside, until told to stop. */
  startFrames: () => {
    frames.length = 0
    running = true
    let last = performance.now()
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      if (running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  },
  stopFrames: () => {
    running = false
    return frames.slice(2)
  },
  close: () => current?.close(),
}
let running = false
const frames: number[] = []

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
