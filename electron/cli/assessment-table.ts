import { type Assessment, type Finding, states } from '../../shared/analysis/assessment.ts'
import { domainWords } from '../../shared/i18n/domain-words.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import { indexMap } from '../../shared/model/map-index.ts'

const words = domainWords.en
/** Longer names are cut in the table, so that its columns stay on the screen; JSON has them whole. */
const longestName = 48

/** The assessment for people at a terminal: how many in each state, the ratios, then every finding with its names. */
export function formatAssessment(map: StrategyMap, assessment: Assessment): string {
  const { portfolio, findings } = assessment
  const ratio = (value: number | null) => (value === null ? '-' : `${(value * 100).toFixed(1)} %`)
  const figures = [
    ['Tied to a goal in sight', ratio(portfolio.alignmentCoverage)],
    ['Owned and carried inside', ratio(portfolio.anchorageCoverage)],
    ['Goals served', ratio(portfolio.goalCoverage)],
    ['Carried from outside only', ratio(portfolio.agencyDependence)],
  ]
  const lines = [
    `${clean(map.title)}, ${assessment.today}`,
    '',
    words.countOf(assessment.initiatives.length, 'initiative'),
    ...align(
      states.map((state) => [words.states[state], String(portfolio.states[state])]),
      [false, true],
    ),
    '',
    ...align(figures, [false, true]),
    '',
    findings.length === 0 ? 'No findings.' : findings.length === 1 ? '1 finding' : `${findings.length} findings`,
    ...align(
      findings.map((finding) => row(map, finding)),
      [false, false, false, false],
    ),
  ]
  return `${lines.join('\n')}\n`
}

function row(map: StrategyMap, finding: Finding): string[] {
  const index = indexMap(map)
  const name = (id: string) => shorten(clean(index.node(id)?.name ?? id))
  const [best] = finding.proposals
  const other = best?.source === finding.subject ? best.target : best?.source
  const severity = words.severities[finding.severity]
  return [
    finding.muted === undefined ? severity : `${severity} (muted)`,
    words.rules[finding.rule],
    name(finding.subject),
    best && other !== undefined ? `-> ${words.links[best.kind]}: ${name(other)}` : '',
  ]
}

/** Names come from files of others: nothing in them may move the cursor or colour the terminal. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : text
}

function align(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const length = (text: string) => [...text].length
  const widths = right.map((_, column) => rows.reduce((most, cells) => Math.max(most, length(cells[column] ?? '')), 0))
  return rows.map((cells) => {
    const padded = cells.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - length(cell))
      return right[column] ? space + cell : cell + space
    })
    return `  ${padded.join('  ')}`.trimEnd()
  })
}
