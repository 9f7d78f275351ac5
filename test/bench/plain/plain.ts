import { evaluate } from '../../../shared/analysis/evaluate.ts'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import type { LayoutGraph } from '../../../shared/layout/layout.ts'
import { layouts } from '../../../shared/layout/registry.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'
import { portfolio } from '../../support/portfolio.ts'

export function makeText(size: number): string {
  return serialiseMap(portfolio(size))
}

/** Medians in milliseconds. */
export function measure(text: string, runs: number): Record<string, number> {
  const map = JSON.parse(text) as StrategyMap
  const graph = toGraph(map)
  const timed = (work: () => unknown) => {
    work()
    const times: number[] = []
    for (let i = 0; i < runs; i += 1) {
      const from = performance.now()
      work()
      times.push(performance.now() - from)
    }
    return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
  }
  return {
    links: map.links.length,
    parse: timed(() => parseMap(text)),
    jsonParse: timed(() => JSON.parse(text)),
    // A fresh copy each time: the index of a map is remembered as long as the map lives.
    evaluate: timed(() => evaluate({ ...map }, '2026-11-23')),
    loop: timed(() => plainLoop(map)),
    layout: timed(() => layouts[0]?.arrange(graph)),
  }
}

function plainLoop(map: StrategyMap): number {
  const nodes = new Map(map.nodes.map((node) => [node.id, node]))
  let sum = 0
  for (const link of map.links)
    sum += (nodes.get(link.source)?.name.length ?? 0) + (nodes.get(link.target)?.name.length ?? 0)
  return sum
}

function toGraph(map: StrategyMap): LayoutGraph {
  const at = new Map(map.nodes.map((node, i) => [node.id, i]))
  const n = map.nodes.length
  return {
    kind: Uint8Array.from(map.nodes, (node) => nodeKinds.indexOf(node.kind)),
    width: new Float32Array(n).fill(150),
    height: new Float32Array(n).fill(48),
    adrift: new Uint8Array(n),
    concluded: new Uint8Array(n),
    source: Uint32Array.from(map.links, (link) => at.get(link.source) ?? 0),
    target: Uint32Array.from(map.links, (link) => at.get(link.target) ?? 0),
    linkKind: Uint8Array.from(map.links, (link) => linkKinds.findIndex((entry) => entry.kind === link.kind)),
    fixed: new Uint8Array(n),
    x: new Float32Array(n).fill(Number.NaN),
    y: new Float32Array(n).fill(Number.NaN),
  }
}
