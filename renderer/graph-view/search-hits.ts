import { mentions } from '../../shared/model/filter.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import type { Picture } from './picture.ts'
import type { Spotlight } from './spotlight.ts'

/** Visible nodes that hold the searched text, or a folded node that does; null while too little has been typed. */
export function searchHits(map: StrategyMap, search: string, picture: Picture): Spotlight | null {
  const text = search.trim().toLowerCase()
  if (text.length < 2) return null
  const nodes = new Set<string>()
  for (const node of map.nodes) {
    const shown = mentions(node, text) ? picture.shownAs(node.id) : null
    if (shown !== null) nodes.add(shown)
  }
  return nodes.size > 0 ? { nodes, links: new Set(), proposals: [] } : null
}
