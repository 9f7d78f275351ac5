import { linkKinds } from '../../model/link-kinds.ts'
import type { LinkKind } from '../../model/map.ts'

/** Free space between boxes, in px. */
export const gapX = 24
export const gapY = 20
/** The least that two boxes keep apart when a node is squeezed in between others. */
export const squeeze = 10
/** Extra space between columns of different groups, and between the levels of a tree. */
export const groupGap = 20
export const levelGap = 36
/** Rim of a region around its nodes; the caption goes into the strip on top. */
export const regionRim = 22
export const captionStrip = 26
/** Width to height aimed at: between a window less its side panels (1.2 to 1.3) and a whole beamer (1.8). */
export const aspect = 1.4

/** Between the bands; grows with the picture, or the links of a wide map lie flat. */
export function bandGap(width: number): number {
  return 2 * regionRim + captionStrip + 30 + 0.025 * width
}

/** Between the main stack and the bay. */
export function sideGap(width: number): number {
  return 2 * regionRim + 40 + 0.01 * width
}

/** How strongly a link pulls its ends together. Dyadic, so that products are exact. */
const pulls: Readonly<Record<LinkKind, number>> = {
  contributesTo: 1,
  refines: 2,
  accountableFor: 0.5,
  ownedBy: 1,
  carriedBy: 0.5,
  backedBy: 0.25,
  championedBy: 0.25,
  usesChannel: 0.125,
  reinforces: 0.25,
  continuesAs: 0.25,
  alternativeTo: 0.25,
  proposedBy: 0.25,
  partOf: 2,
  memberOf: 1,
}

/** Pull by index of link kind. */
export const pullOf: Float64Array = (() => {
  const table = new Float64Array(256).fill(0.25)
  for (const [at, entry] of linkKinds.entries()) table[at] = pulls[entry.kind]
  return table
})()
