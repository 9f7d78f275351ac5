import type { Layout } from './layout.ts'
import { lineOfSight } from './line-of-sight.ts'

/** Every layout, the default first. */
export const layouts: readonly Layout[] = [lineOfSight]

export function layoutById(id: string): Layout | undefined {
  return layouts.find((layout) => layout.id === id)
}
