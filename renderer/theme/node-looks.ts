import type { Judgement, State } from '../../shared/analysis/assessment.ts'
import type { Horizon, NodeKind } from '../../shared/model/map.ts'

/** Cytoscape's names of the shapes used, with the corners of those that it lacks. */
type ShapeName = 'hexagon' | 'barrel' | 'ellipse' | 'diamond' | 'tag' | 'round-rectangle' | 'rectangle' | 'polygon'

export interface Shape {
  readonly name: ShapeName
  /** Corners in -1..1 from the centre, clockwise; for `polygon` only. */
  readonly points?: readonly number[]
}

/** How a kind of node is drawn: the one table that style, label setting, layout boxes, legend and picture read. */
export interface KindLook {
  readonly shape: Shape
  /** Body at zoom 1, in px. */
  readonly width: number
  readonly height: number
  /** Room for the name inside the body. */
  readonly textWidth: number
  readonly fontSize: number
  readonly fontWeight: 500 | 600
}

/** A wide hexagon and a wide tag: Cytoscape's own are all point, and leave no room for words. */
const hexagon: Shape = { name: 'polygon', points: [-1, 0, -0.84, -1, 0.84, -1, 1, 0, 0.84, 1, -0.84, 1] }
const tag: Shape = { name: 'polygon', points: [-1, -1, 0.78, -1, 1, 0, 0.78, 1, -1, 1] }
const block: Shape = { name: 'round-rectangle' }

export const kindLooks: Readonly<Record<NodeKind, KindLook>> = {
  initiative: { shape: block, width: 200, height: 88, textWidth: 174, fontSize: 16, fontWeight: 500 },
  goal: { shape: hexagon, width: 244, height: 64, textWidth: 202, fontSize: 17, fontWeight: 600 },
  department: { shape: { name: 'barrel' }, width: 216, height: 64, textWidth: 192, fontSize: 17, fontWeight: 600 },
  person: { shape: { name: 'ellipse' }, width: 168, height: 72, textWidth: 130, fontSize: 15, fontWeight: 500 },
  agency: { shape: { name: 'diamond' }, width: 220, height: 112, textWidth: 122, fontSize: 15, fontWeight: 500 },
  channel: { shape: tag, width: 190, height: 54, textWidth: 154, fontSize: 15, fontWeight: 500 },
}

/** Names smaller than this, in px at the level of detail they would be drawn at, are left to `far-names.ts`. */
export const smallestType = 10

/** What a hub adds to the size of its kind: a line for the count and, with states to tell, the bar of their shares. */
export const hubGrowth = { width: 24, height: 46 }
/** Hubs are read from afar. */
export const hubFontSize = 19

/** A campaign is a flag with a notch, long-term a rounded block, undecided an outlined one (no fill of its own). */
export const horizonLooks: Readonly<Record<Horizon, { readonly shape: Shape; readonly filled: boolean }>> = {
  campaign: { shape: { name: 'polygon', points: [-1, -1, 1, -1, 0.88, 0, 1, 1, -1, 1] }, filled: true },
  'long-term': { shape: { name: 'round-rectangle' }, filled: true },
  undecided: { shape: { name: 'rectangle' }, filled: false },
}

/** The border of a state: the second of the four ways it is told. */
export interface BorderLook {
  readonly width: number
  readonly style: 'solid' | 'dashed' | 'double'
  readonly dash?: readonly number[]
}

export const stateBorders: Readonly<Record<State, BorderLook>> = {
  coupled: { width: 2.5, style: 'solid' },
  'means-ends-decoupled': { width: 2.5, style: 'dashed', dash: [11, 5] },
  'policy-practice-decoupled': { width: 2.5, style: 'dashed', dash: [12, 4, 3, 4] },
  'fully-decoupled': { width: 6, style: 'double' },
  'not-assessed': { width: 2.5, style: 'dashed', dash: [3, 4] },
  concluded: { width: 1, style: 'solid' },
}

/** A mark is solid for yes, open for no, dotted for unknown. */
export const markDash: Readonly<Record<Judgement, { readonly filled: boolean; readonly dash: string | null }>> = {
  yes: { filled: true, dash: null },
  no: { filled: false, dash: null },
  unknown: { filled: false, dash: '2 2' },
}

/** The judgements that the marks of a state usually show, for the legend. */
export const typicalMarks: Readonly<Record<State, { readonly lineOfSight: Judgement; readonly anchorage: Judgement }>> =
  {
    coupled: { lineOfSight: 'yes', anchorage: 'yes' },
    'means-ends-decoupled': { lineOfSight: 'no', anchorage: 'yes' },
    'policy-practice-decoupled': { lineOfSight: 'yes', anchorage: 'no' },
    'fully-decoupled': { lineOfSight: 'no', anchorage: 'no' },
    'not-assessed': { lineOfSight: 'unknown', anchorage: 'unknown' },
    concluded: { lineOfSight: 'yes', anchorage: 'yes' },
  }

/** How far the marks reach beyond the body, above and below. */
export const markReach = 11

/** Type and lines are larger on a wall. */
export const enlarge: Readonly<
  Record<'light' | 'dark' | 'projector', { readonly type: number; readonly line: number }>
> = {
  light: { type: 1, line: 1 },
  dark: { type: 1, line: 1 },
  projector: { type: 1.18, line: 1.5 },
}

export const fontFamily = '"Inter Variable", Inter, system-ui, "Segoe UI", sans-serif'
