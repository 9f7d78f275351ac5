import { useMemo } from 'react'
import { type Folding, planFolding } from '../../shared/model/folding.ts'
import { indexMap } from '../../shared/model/map-index.ts'
import { useApp } from '../store/store.ts'

const nobody: ReadonlySet<string> = new Set()

/** What the map folds where nothing is filtered; null on the start screen. */
export function useFolding(): Folding | null {
  const map = useApp((state) => state.document?.map)
  const opened = useApp((state) => state.opened)
  return useMemo(() => (map ? planFolding(map.nodes, indexMap(map), opened, nobody) : null), [map, opened])
}
