import type { MapNode } from '../../shared/model/map.ts'
import type { PickItem } from '../ui/pick-list.tsx'
import { KindMark } from './kind-mark.tsx'

/** Nodes as rows to pick from. */
export function nodeItems(nodes: readonly MapNode[]): readonly PickItem[] {
  return nodes.map((node) => ({ id: node.id, name: node.name, icon: <KindMark kind={node.kind} /> }))
}
