import type { StrategyMap } from '../../shared/model/map.ts'
import { indexMap, type MapIndex } from '../../shared/model/map-index.ts'
import { type AssessmentIndex, indexAssessment } from '../store/selectors.ts'
import { useApp } from '../store/store.ts'

/** The open map with its look-ups; null on the start screen. */
export function useMap(): { readonly map: StrategyMap; readonly index: MapIndex } | null {
  const map = useApp((state) => state.document?.map)
  return map ? { map, index: indexMap(map) } : null
}

/** The newest assessment with its look-ups; it may be a moment behind the map. */
export function useAssessment(): AssessmentIndex | null {
  const value = useApp((state) => state.assessment?.value)
  return value ? indexAssessment(value) : null
}
