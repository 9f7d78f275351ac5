import type { Assessment, Finding, InitiativeAssessment, State } from '../../shared/analysis/assessment.ts'
import { groupBy } from '../../shared/lib/group-by.ts'
import { type FilterFacts, isEmptyFilter, matchInitiatives } from '../../shared/model/filter.ts'
import type { AppState } from './app-state.ts'

/** Look-ups over one assessment, built once per value. */
export interface AssessmentIndex {
  readonly of: (id: string) => InitiativeAssessment | undefined
  readonly findingsOf: (id: string) => readonly Finding[]
  readonly facts: FilterFacts
}

const cache = new WeakMap<Assessment, AssessmentIndex>()

export function indexAssessment(assessment: Assessment): AssessmentIndex {
  const known = cache.get(assessment)
  if (known) return known
  const initiatives = new Map(assessment.initiatives.map((one) => [one.id, one]))
  const findings = groupBy(assessment.findings, (finding) => finding.subject)
  const rules = new Map([...findings].map(([id, list]) => [id, new Set<string>(list.map((finding) => finding.rule))]))
  const made: AssessmentIndex = {
    of: (id) => initiatives.get(id),
    findingsOf: (id) => findings.get(id) ?? [],
    facts: { stateOf: (id): State | undefined => initiatives.get(id)?.state, rulesOf: (id) => rules.get(id) },
  }
  cache.set(assessment, made)
  return made
}

let lastMatch: { map: unknown; filter: unknown; assessment: unknown; value: ReadonlySet<string> | null } | null = null

/** Ids of the initiatives that the filter lets through, or null when nothing is filtered. Remembered until an input changes. */
export function filteredInitiatives(state: AppState): ReadonlySet<string> | null {
  const map = state.document?.map
  const assessment = state.assessment?.value
  if (!map || !assessment) return null
  if (lastMatch?.map === map && lastMatch.filter === state.filter && lastMatch.assessment === assessment)
    return lastMatch.value
  const value = isEmptyFilter(state.filter)
    ? null
    : matchInitiatives(map, state.filter, indexAssessment(assessment).facts)
  lastMatch = { map, filter: state.filter, assessment, value }
  return value
}

/** The finding in focus, if the analysis still has it. */
export function focusedFinding(state: AppState): Finding | null {
  const { focus, assessment } = state
  if (!focus || !assessment) return null
  return (
    indexAssessment(assessment.value)
      .findingsOf(focus.subject)
      .find((finding) => finding.rule === focus.rule) ?? null
  )
}
