/**
 * The map as in domain.md 1. These are the shapes of the file and of memory alike: lists in file order,
 * absent fields absent (the defaults are read through `node-kinds.ts`), unknown keys kept.
 */
export const mapFormat = 'mooring-map'
export const mapVersion = 1

export type NodeKind = 'initiative' | 'goal' | 'department' | 'person' | 'agency' | 'channel'
export type Horizon = 'campaign' | 'long-term' | 'undecided'
export type Status = 'idea' | 'pitched' | 'planned' | 'live' | 'paused' | 'ended' | 'declined'
export type Dialogue = 'open' | 'none' | 'unknown'
export type BudgetLine = 'core' | 'project' | 'innovation' | 'agency-bundle'
export type Unknown = 'goal' | 'owner' | 'carrier'
export type AgencyType = 'advertising' | 'media' | 'web' | 'pr' | 'other'
export type Medium = 'social' | 'web' | 'broadcast' | 'print' | 'outdoor' | 'event' | 'store' | 'service' | 'other'
export type Question = 'skills' | 'routing' | 'listening' | 'measuring' | 'backing' | 'commitment'
export type AnswerValue = 'yes' | 'partly' | 'no'

export interface Answer {
  readonly value: AnswerValue
  readonly note?: string
  readonly evidence?: readonly string[]
  readonly on?: string
}
export type Answers = { readonly [Q in Question]?: Answer }
export type FieldValue = string | number | boolean | null

interface NodeBase {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** Unknown columns of an import and whatever else the user wants kept. */
  readonly fields?: Readonly<Record<string, FieldValue>>
}
export interface Initiative extends NodeBase {
  readonly kind: 'initiative'
  readonly horizon?: Horizon
  readonly status?: Status
  readonly start?: string
  readonly end?: string
  readonly dialogue?: Dialogue
  readonly budget?: number
  readonly budgetLine?: BudgetLine
  readonly unknown?: readonly Unknown[]
  readonly answers?: Answers
}
export interface Goal extends NodeBase {
  readonly kind: 'goal'
  readonly adopted?: boolean
  readonly start?: string
  readonly end?: string
}
export interface Department extends NodeBase {
  readonly kind: 'department'
  readonly answers?: Answers
}
export interface Person extends NodeBase {
  readonly kind: 'person'
  readonly function?: string
}
export interface Agency extends NodeBase {
  readonly kind: 'agency'
  readonly agencyType?: AgencyType
}
export interface Channel extends NodeBase {
  readonly kind: 'channel'
  readonly medium?: Medium
  readonly platform?: string
  readonly paid?: boolean
  readonly replyWithin?: number
  readonly closed?: string
}
export type MapNode = Initiative | Goal | Department | Person | Agency | Channel

export type LinkKind =
  | 'contributesTo'
  | 'refines'
  | 'accountableFor'
  | 'ownedBy'
  | 'carriedBy'
  | 'backedBy'
  | 'championedBy'
  | 'usesChannel'
  | 'reinforces'
  | 'continuesAs'
  | 'alternativeTo'
  | 'proposedBy'
  | 'partOf'
  | 'memberOf'

export interface MapLink {
  readonly id: string
  readonly kind: LinkKind
  readonly source: string
  readonly target: string
  /** `contributesTo` only. */
  readonly strength?: 1 | 2 | 3
  readonly primary?: boolean
  readonly reason?: string
  /** `proposedBy` only. */
  readonly date?: string
}

export type Position = readonly [x: number, y: number]
export type Positions = Readonly<Record<string, Position>>

export interface MapSettings {
  readonly weights?: Readonly<Record<string, number>>
  readonly rules?: Readonly<Record<string, { readonly off?: boolean; readonly severity?: string }>>
  readonly muted?: readonly {
    readonly rule: string
    readonly node: string
    readonly reason: string
    readonly on: string
  }[]
  readonly blank?: 'none' | 'unknown'
}

export interface StrategyMap {
  readonly format: typeof mapFormat
  readonly version: typeof mapVersion
  readonly id: string
  readonly title: string
  readonly organisation?: string
  /** ISO dates or date-times; never read by the analysis. */
  readonly created: string
  readonly modified: string
  readonly nodes: readonly MapNode[]
  readonly links: readonly MapLink[]
  readonly settings?: MapSettings
  readonly positions?: Readonly<Record<string, Positions>>
  readonly pinned?: readonly string[]
  readonly views?: readonly unknown[]
  readonly steps?: readonly unknown[]
  readonly snapshots?: readonly unknown[]
  readonly log?: readonly unknown[]
}

/** A map with nothing in it. `now` is an ISO date-time, `id` any unique text. */
export function emptyMap(id: string, title: string, now: string): StrategyMap {
  return { format: mapFormat, version: mapVersion, id, title, created: now, modified: now, nodes: [], links: [] }
}
