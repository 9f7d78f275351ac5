import { compareText } from '../lib/order.ts'
import type { LinkKind, StrategyMap } from '../model/map.ts'
import { indexMap, type MapIndex } from '../model/map-index.ts'
import type { Assessment, Finding, RuleId, Severity } from './assessment.ts'
import { rules } from './rules/registry.ts'

/** What one link from every subject of the group could lead to, and how many of its findings propose it. */
interface LinkAllChoice {
  readonly target: string
  readonly findings: number
}

/** "Health Canada: 9 initiatives without a goal": findings of one rule and one department are one line. */
export interface FindingGroup {
  readonly rule: RuleId
  /** Of the worst finding in it. */
  readonly severity: Severity
  /** The (first) owner of the initiatives, the (first) department accountable for the goals; null: there is none. */
  readonly department: string | null
  readonly findings: readonly Finding[]
  /** The kind of link that mends each of them, from its subject; null where one target cannot mend all. */
  readonly mends: LinkKind | null
  /** Best first; empty where nothing is proposed: then the user chooses the target. */
  readonly linkAll: readonly LinkAllChoice[]
}

const mends: ReadonlyMap<RuleId, LinkKind | null> = new Map(rules.map((rule) => [rule.id, rule.mends ?? null]))

/**
 * Groups in the order of the findings' severity and rule, within those the largest first, then as in the file.
 * O(findings and their proposals) but for sorting.
 */
export function groupFindings(map: StrategyMap, assessment: Assessment): readonly FindingGroup[] {
  const index = indexMap(map)
  const groups = new Map<string, { department: string | null; findings: Finding[] }>()
  for (const finding of assessment.findings) {
    const department = departmentOf(index, finding.subject)
    const key = JSON.stringify([finding.rule, department])
    const group = groups.get(key)
    if (group) group.findings.push(finding)
    else groups.set(key, { department, findings: [finding] })
  }
  const places = new Map<string, number>()
  const placeOf = (finding: Finding | undefined): number => {
    const key = `${finding?.severity} ${finding?.rule}`
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  }
  return [...groups.values()]
    .map((group) => ({ ...group, place: placeOf(group.findings[0]) }))
    .sort((a, b) => a.place - b.place || b.findings.length - a.findings.length)
    .flatMap(({ department, findings }) => {
      const [first] = findings
      if (!first) return []
      const kind = mends.get(first.rule) ?? null
      const linkAll = kind ? commonTargets(index, findings, kind) : []
      return [{ rule: first.rule, severity: first.severity, department, findings, mends: kind, linkAll }]
    })
}

function departmentOf(index: MapIndex, subject: string): string | null {
  if (index.nodeOf(subject, 'goal')) return index.in(subject, 'accountableFor')[0]?.source ?? null
  return index.out(subject, 'ownedBy')[0]?.target ?? null
}

function commonTargets(index: MapIndex, findings: readonly Finding[], kind: LinkKind): readonly LinkAllChoice[] {
  const found = new Map<string, { target: string; findings: number; best: number }>()
  for (const { proposals } of findings) {
    for (const [rank, proposal] of proposals.entries()) {
      if (proposal.kind !== kind) continue
      const choice = found.get(proposal.target) ?? { target: proposal.target, findings: 0, best: rank }
      choice.findings += 1
      choice.best = Math.min(choice.best, rank)
      found.set(proposal.target, choice)
    }
  }
  const name = (id: string) => index.node(id)?.name ?? ''
  return [...found.values()]
    .sort((a, b) => b.findings - a.findings || a.best - b.best || compareText(name(a.target), name(b.target)))
    .map(({ target, findings: count }) => ({ target, findings: count }))
}
