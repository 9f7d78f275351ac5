import type { LinkKind, MapLink, MapNode, NodeKind, StrategyMap } from './map.ts'

const none: readonly MapLink[] = []

/** Look-ups over one immutable map. */
export interface MapIndex {
  readonly node: (id: string) => MapNode | undefined
  readonly link: (id: string) => MapLink | undefined
  /** The node if it is of this kind. */
  readonly nodeOf: <K extends NodeKind>(id: string, kind: K) => Extract<MapNode, { kind: K }> | undefined
  readonly nodesOf: <K extends NodeKind>(kind: K) => readonly Extract<MapNode, { kind: K }>[]
  /** Links that leave (or reach) a node, in file order; of one kind if named. */
  readonly out: (id: string, kind?: LinkKind) => readonly MapLink[]
  readonly in: (id: string, kind?: LinkKind) => readonly MapLink[]
}

const cache = new WeakMap<StrategyMap, MapIndex>()

/** Built once per map value, in O(nodes + links), and remembered as long as that value lives. */
export function indexMap(map: StrategyMap): MapIndex {
  const known = cache.get(map)
  if (known) return known
  const made = build(map)
  cache.set(map, made)
  return made
}

function build(map: StrategyMap): MapIndex {
  const nodes = new Map<string, MapNode>()
  const kinds = new Map<NodeKind, MapNode[]>()
  for (const node of map.nodes) {
    nodes.set(node.id, node)
    const list = kinds.get(node.kind)
    if (list) list.push(node)
    else kinds.set(node.kind, [node])
  }
  const links = new Map<string, MapLink>()
  const outgoing = new Map<string, MapLink[]>()
  const incoming = new Map<string, MapLink[]>()
  for (const link of map.links) {
    links.set(link.id, link)
    push(outgoing, link.source, link)
    push(incoming, link.target, link)
  }
  const pick = (from: Map<string, MapLink[]>, id: string, kind?: LinkKind): readonly MapLink[] => {
    const all = from.get(id) ?? none
    return kind === undefined ? all : all.filter((link) => link.kind === kind)
  }
  return {
    node: (id) => nodes.get(id),
    link: (id) => links.get(id),
    nodeOf: <K extends NodeKind>(id: string, kind: K) => {
      const node = nodes.get(id)
      return node?.kind === kind ? (node as Extract<MapNode, { kind: K }>) : undefined
    },
    nodesOf: <K extends NodeKind>(kind: K) => (kinds.get(kind) ?? []) as Extract<MapNode, { kind: K }>[],
    out: (id, kind) => pick(outgoing, id, kind),
    in: (id, kind) => pick(incoming, id, kind),
  }
}

function push(to: Map<string, MapLink[]>, key: string, link: MapLink): void {
  const list = to.get(key)
  if (list) list.push(link)
  else to.set(key, [link])
}
