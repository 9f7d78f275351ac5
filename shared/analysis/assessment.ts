import type { LinkKind } from '../model/map.ts'

/** What `evaluate` returns. `mooring analyse --format json` prints exactly this; ids and values as in domain.md. */
export type Judgement = 'yes' | 'no' | 'unknown'
export type State =
  | 'coupled'
  | 'means-ends-decoupled'
  | 'policy-practice-decoupled'
  | 'fully-decoupled'
  | 'not-assessed'
  | 'concluded'
/** In the order the Health panel and the legend show them: healthy first, worst last, then those not judged. */
export const states: readonly State[] = [
  'coupled',
  'means-ends-decoupled',
  'policy-practice-decoupled',
  'fully-decoupled',
  'not-assessed',
  'concluded',
]
export const decoupledStates: ReadonlySet<State> = new Set([
  'means-ends-decoupled',
  'policy-practice-decoupled',
  'fully-decoupled',
])

export type RuleId =
  | 'no-line-of-sight'
  | 'broken-line-of-sight'
  | 'no-accountable-department'
  | 'agency-run'
  | 'unserved-goal'
export type Severity = 'critical' | 'major' | 'minor' | 'info'
/** Worst first. */
export const severities: readonly Severity[] = ['critical', 'major', 'minor', 'info']

export type ProposalReason =
  | 'owner-accountable'
  | 'reinforced-contributes'
  | 'owner-siblings'
  | 'accountable-for-goal'
  | 'home-of-people'
  | 'owns-siblings'
  | 'own-owner'
  | 'owned-by-accountable'
  | 'without-line-of-sight'

/**
 * A link that is missing. Each kind of reason stands at most once, with the node it was read from
 * (of several, the first by name).
 */
export interface Proposal {
  readonly kind: LinkKind
  readonly source: string
  readonly target: string
  readonly reasons: readonly { readonly reason: ProposalReason; readonly node: string }[]
}

export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly subject: string
  /** The evidence: what was read, drawn as a path on the map. */
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  readonly proposals: readonly Proposal[]
  /** The reason given by whoever muted this finding: it stays in the list, marked. */
  readonly muted?: string
}

export interface InitiativeAssessment {
  readonly id: string
  readonly name: string
  readonly state: State
  readonly lineOfSight: Judgement
  readonly anchorage: Judgement
  readonly owned: Judgement
  readonly carried: Judgement
}

export interface Portfolio {
  readonly states: Readonly<Record<State, number>>
  readonly horizons: Readonly<Record<'campaign' | 'long-term' | 'undecided', number>>
  /** Ratios with three decimals, null where there is nothing to divide by. */
  readonly alignmentCoverage: number | null
  readonly anchorageCoverage: number | null
  readonly goalCoverage: number | null
  readonly agencyDependence: number | null
  readonly agencies: readonly { readonly agency: string; readonly initiatives: number; readonly coupled: number }[]
}

export interface Assessment {
  readonly today: string
  readonly initiatives: readonly InitiativeAssessment[]
  readonly findings: readonly Finding[]
  readonly portfolio: Portfolio
}
