import type { LinkKind, NodeKind } from '../../model/map.ts'
import type { Proposal, RuleId, Severity } from '../assessment.ts'
import type { Evidence } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import type { Proposals } from '../proposals/proposals.ts'

/** What a rule says of one node: the evidence and, where it is not the rule's own, the severity. */
export interface Observation {
  readonly severity?: Severity
  readonly evidence: Evidence
  readonly proposals: readonly Proposal[]
}

/** One row of the table in domain.md 5. */
export interface Rule {
  readonly id: RuleId
  readonly severity: Severity
  /** The kind of node it is asked of; concluded initiatives are passed over unless `alsoConcluded`. */
  readonly subject: NodeKind
  readonly alsoConcluded?: boolean
  /** The kind of link, from the subject, that would mend it. */
  readonly mends?: LinkKind
  /** Asked of every such node, by index; most often there is nothing to say. */
  readonly observe: (facts: Facts, node: number, propose: Proposals) => readonly Observation[]
}

export const nothing: readonly Observation[] = []
