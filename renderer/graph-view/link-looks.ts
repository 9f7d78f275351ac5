import type { LinkKind } from '../../shared/model/map.ts'

export type ArrowShape = 'triangle' | 'vee' | 'circle' | 'square' | 'diamond' | 'tee' | 'none'

/** How a kind of link is drawn: line, dashes and arrows tell it apart, never colour. */
export interface LinkLook {
  readonly width: number
  readonly style: 'solid' | 'dashed' | 'dotted'
  readonly dash?: readonly number[]
  readonly arrow: ArrowShape
  readonly arrowFill: 'filled' | 'hollow'
  /** Not part of the line from department to goal: drawn fainter. */
  readonly aside?: boolean
  /** An arrow at the source too: the link is read both ways. */
  readonly bothWays?: boolean
}

const solid = { style: 'solid', arrowFill: 'filled' } as const
const dashed = { style: 'dashed', arrowFill: 'filled' } as const
const dotted = { style: 'dotted', arrowFill: 'filled' } as const

/** Up to a goal: triangles. To those inside who hold it: rings and blocks. To what is beside it: open arrows. */
export const linkLooks: Readonly<Record<LinkKind, LinkLook>> = {
  contributesTo: { ...solid, width: 1.6, arrow: 'triangle' },
  refines: { ...solid, width: 2.4, arrow: 'triangle', arrowFill: 'hollow' },
  accountableFor: { ...dashed, width: 1.4, dash: [9, 4], arrow: 'diamond' },
  ownedBy: { ...solid, width: 1.6, arrow: 'circle' },
  carriedBy: { ...dashed, width: 1.4, dash: [6, 3], arrow: 'square' },
  backedBy: { ...dashed, width: 1.2, dash: [6, 3], arrow: 'tee', aside: true },
  championedBy: { ...dotted, width: 1.6, arrow: 'circle', arrowFill: 'hollow', aside: true },
  usesChannel: { ...dotted, width: 1.4, arrow: 'vee', aside: true },
  reinforces: { ...dashed, width: 1.4, dash: [3, 3], arrow: 'vee', bothWays: true, aside: true },
  continuesAs: { ...solid, width: 2.2, arrow: 'vee', aside: true },
  alternativeTo: { ...dashed, width: 1.4, dash: [10, 3, 2, 3], arrow: 'vee', aside: true },
  proposedBy: { ...dotted, width: 1.4, arrow: 'diamond', arrowFill: 'hollow', aside: true },
  partOf: { ...solid, width: 2.4, arrow: 'square', arrowFill: 'hollow' },
  memberOf: { ...solid, width: 1, arrow: 'tee', aside: true },
}
