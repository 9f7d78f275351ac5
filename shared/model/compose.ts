import type { Edit } from './edit.ts'
import { linkKindEntry, linkSignature } from './link-kinds.ts'
import type { Initiative, LinkKind, MapLink, MapNode, NodeKind, Positions, StrategyMap } from './map.ts'
import { indexMap } from './map-index.ts'

/** Builders of edits: what the user means, as data for `applyEdit`. Ids are given in, so that results can be repeated. */

/** A node as the canvas makes it: an initiative starts with everything not asked yet, so that nobody is accused too soon. */
export function newNode(id: string, kind: NodeKind, name: string): MapNode {
  return kind === 'initiative' ? { id, kind, name, unknown: ['goal', 'owner', 'carrier'] } : { id, kind, name }
}

export function addNode(node: MapNode, position?: { readonly layout: string; readonly at: Positions[string] }): Edit {
  return {
    label: 'add-node',
    name: node.name,
    nodes: { put: [{ item: node }] },
    ...(position ? { positions: { [position.layout]: { [node.id]: position.at } } } : {}),
  }
}

export function changeNode(node: MapNode, label: 'rename' | 'change-node' = 'change-node'): Edit {
  return { label, name: node.name, nodes: { put: [{ item: node }] } }
}

/** Takes nodes away with every link that touches them. */
export function deleteNodes(map: StrategyMap, ids: readonly string[]): Edit {
  const index = indexMap(map)
  const gone = new Set(ids.filter((id) => index.node(id)))
  const links = map.links.filter((link) => gone.has(link.source) || gone.has(link.target)).map((link) => link.id)
  const [first] = gone
  return {
    label: 'delete',
    ...(first !== undefined && gone.size === 1 ? { name: index.node(first)?.name ?? '' } : {}),
    nodes: { remove: [...gone] },
    links: { remove: links },
  }
}

export interface NewLink {
  readonly id: string
  readonly kind: LinkKind
  readonly source: string
  readonly target: string
}

/** Adds those links that are not there yet and clears the "not asked" mark that each of them answers. */
export function addLinks(
  map: StrategyMap,
  links: readonly NewLink[],
  label: 'add-link' | 'link-all' = 'add-link',
): Edit {
  const index = indexMap(map)
  const present = new Set(map.links.map(linkSignature))
  const put: { item: MapLink }[] = []
  const answered = new Map<string, Initiative>()
  for (const link of links) {
    if (present.has(linkSignature(link))) continue
    present.add(linkSignature(link))
    put.push({ item: link })
    const mark = linkKindEntry(link.kind).answers
    const node = answered.get(link.source) ?? index.nodeOf(link.source, 'initiative')
    if (mark && node?.unknown?.includes(mark)) answered.set(link.source, withoutMark(node, mark))
  }
  const name = links.length === 1 && links[0] ? index.node(links[0].target)?.name : undefined
  return {
    label,
    ...(name === undefined ? {} : { name }),
    links: { put },
    ...(answered.size > 0 ? { nodes: { put: [...answered.values()].map((item) => ({ item })) } } : {}),
  }
}

export function deleteLink(id: string): Edit {
  return { label: 'delete-link', links: { remove: [id] } }
}

function withoutMark(node: Initiative, mark: string): Initiative {
  const left = node.unknown?.filter((one) => one !== mark) ?? []
  const { unknown: _old, ...rest } = node
  return left.length > 0 ? { ...rest, unknown: left } : rest
}
