import type { MapLink, MapNode, StrategyMap } from '../../shared/model/map.ts'

/** Mulberry32: a small seeded generator, so that every run measures the same map. */
function seeded(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A map shaped like a real portfolio: of `size` nodes 60 % initiatives, 20 % goals in a tree, 8 % departments, the rest
 * people, agencies and channels; about 2.4 links a node; every state and horizon occurs.
 */
export function portfolio(size: number, seed = 1): StrategyMap {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const nodes: MapNode[] = []
  const links: MapLink[] = []
  const link = (kind: MapLink['kind'], source: string, target: string) => {
    links.push({ id: `${kind}:${source}>${target}`, kind, source, target })
  }
  const goals = Math.max(2, Math.round(size * 0.2))
  const departments = Math.max(2, Math.round(size * 0.08))
  const others = Math.max(3, Math.round(size * 0.12))
  const initiatives = Math.max(1, size - goals - departments - others)
  for (let i = 0; i < goals; i += 1) {
    nodes.push({
      id: `g${i}`,
      kind: 'goal',
      name: `Goal ${i} that somebody wrote down`,
      ...(random() < 0.05 ? { adopted: false } : {}),
    })
    if (i > 5) link('refines', `g${i}`, `g${below(Math.min(i, 1 + Math.floor(i / 4)))}`)
  }
  for (let i = 0; i < departments; i += 1) {
    nodes.push({ id: `d${i}`, kind: 'department', name: `Department ${i}` })
    if (i > 3) link('partOf', `d${i}`, `d${below(Math.ceil(i / 4))}`)
    link('accountableFor', `d${i}`, `g${below(goals)}`)
  }
  const kinds = ['person', 'agency', 'channel'] as const
  for (let i = 0; i < others; i += 1) nodes.push({ id: `o${i}`, kind: kinds[i % 3] ?? 'person', name: `Other ${i}` })
  const horizons = ['campaign', 'long-term', 'undecided'] as const
  for (let i = 0; i < initiatives; i += 1) {
    const id = `i${i}`
    nodes.push({
      id,
      kind: 'initiative',
      name: `Initiative ${i} with a name of some length`,
      horizon: horizons[below(3)] ?? 'undecided',
    })
    const home = below(departments)
    if (random() < 0.85) link('ownedBy', id, `d${home}`)
    if (random() < 0.75) link('contributesTo', id, `g${(home * 3 + below(6)) % goals}`)
    const other = below(others)
    if (other % 3 === 0) link('championedBy', id, `o${other}`)
    else if (other % 3 === 1) link('carriedBy', id, `o${other}`)
    else link('usesChannel', id, `o${other}`)
    if (random() < 0.3 && i > 0) link('reinforces', id, `i${below(i)}`)
  }
  return {
    format: 'mooring-map',
    version: 1,
    id: `portfolio-${size}-${seed}`,
    title: `Portfolio of ${size}`,
    created: '2026-11-23',
    modified: '2026-11-23',
    nodes,
    links,
  }
}
