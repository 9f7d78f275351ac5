import { narrowWindow } from '../store/store.ts'
import { useMedia } from '../ui/use-media.ts'

/** Below 1100 px the side panels are drawers (experience.md 2). */
export function useNarrow(): boolean {
  return useMedia(narrowWindow)
}
