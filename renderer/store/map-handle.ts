import type { Problem } from '../../shared/lib/problem.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Positions } from '../../shared/model/map.ts'

/** What a picture should show; sizes in CSS pixels at scale 1. */
export interface PictureOptions {
  readonly area: 'whole' | 'viewport'
  readonly scale: 1 | 2 | 3 | 4
  readonly title: boolean
  readonly legend: boolean
  readonly date: boolean
  readonly filter: boolean
}

export interface PictureSize {
  readonly width: number
  readonly height: number
  /** Why it cannot be drawn, with the largest scale that can. */
  readonly problem?: Problem
}

/** What commands may ask of the map on screen, whatever draws it. */
export interface MapHandle {
  readonly fit: () => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** Lays everything out anew from where it stands. */
  readonly arrange: () => void
  /** Centres of what is shown, by node id. */
  readonly positions: () => Positions
  readonly pictureSize: (options: PictureOptions) => PictureSize
  /** A PNG without the map inside. */
  readonly renderPicture: (options: PictureOptions) => Promise<Result<Blob>>
}

let handle: MapHandle | null = null

/** The map registers itself while it is on screen and takes itself away with null. */
export function registerMap(next: MapHandle | null): void {
  handle = next
}

export function currentMap(): MapHandle | null {
  return handle
}
