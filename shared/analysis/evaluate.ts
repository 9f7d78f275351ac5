import type { StrategyMap } from '../model/map.ts'
import { type Assessment, type Finding, type InitiativeAssessment, type Severity, severities } from './assessment.ts'
import { type Facts, findFacts, judgementOf, stateOf } from './facts.ts'
import { sumUp } from './portfolio.ts'
import { makeProposals } from './proposals/proposals.ts'
import { rules } from './rules/registry.ts'

/**
 * The one analysis of a valid map (domain.md): everything shown, listed or exported is this result and nothing else.
 * `today` is `YYYY-MM-DD`. Pure, and the same on every computer; O(nodes + links + output) but for sorting.
 */
export function evaluate(map: StrategyMap, today: string): Assessment {
  const facts = findFacts(map, today)
  return { today, initiatives: listInitiatives(facts), findings: listFindings(facts), portfolio: sumUp(facts) }
}

function listInitiatives(facts: Facts): InitiativeAssessment[] {
  return Array.from(facts.graph.of.initiative, (i) => ({
    id: facts.graph.nodes[i]?.id ?? '',
    name: facts.graph.nodes[i]?.name ?? '',
    state: stateOf(facts, i),
    lineOfSight: judgementOf(facts.lineOfSight, i),
    anchorage: judgementOf(facts.anchorage, i),
    owned: judgementOf(facts.owned, i),
    carried: judgementOf(facts.carried, i),
  }))
}

/** By severity, then rule, then the order of the file: the rules run in that order, so a bucket per severity is enough. */
function listFindings(facts: Facts): Finding[] {
  const propose = makeProposals(facts)
  const muted = readMuted(facts.map)
  const buckets = new Map<Severity, Finding[]>(severities.map((severity) => [severity, []]))
  for (const rule of rules) {
    const setting = facts.map.settings?.rules?.[rule.id]
    if (setting?.off) continue
    const fixed = severities.find((severity) => severity === setting?.severity)
    for (const node of facts.graph.of[rule.subject]) {
      if (facts.concluded[node] && !rule.alsoConcluded) continue
      for (const seen of rule.observe(facts, node, propose)) {
        const severity = fixed ?? seen.severity ?? rule.severity
        const subject = facts.graph.nodes[node]?.id ?? ''
        const reason = muted.get(rule.id)?.get(subject)
        buckets.get(severity)?.push({
          rule: rule.id,
          severity,
          subject,
          nodes: seen.evidence.nodes,
          links: seen.evidence.links,
          proposals: seen.proposals,
          ...(reason === undefined ? {} : { muted: reason }),
        })
      }
    }
  }
  return [...buckets.values()].flat()
}

/** rule -> node -> the reason given. */
function readMuted(map: StrategyMap): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const muted = new Map<string, Map<string, string>>()
  for (const { rule, node, reason } of map.settings?.muted ?? []) {
    const ofRule = muted.get(rule) ?? new Map<string, string>()
    muted.set(rule, ofRule.set(node, reason))
  }
  return muted
}
