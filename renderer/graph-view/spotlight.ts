import type { Finding } from '../../shared/analysis/assessment.ts'
import type { LinkKind, StrategyMap } from '../../shared/model/map.ts'
import { indexMap } from '../../shared/model/map-index.ts'
import type { Picture } from './picture.ts'

/** What stands out while the rest is ghosted. Ids are those of visible nodes and links. */
export interface Spotlight {
  readonly nodes: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly proposals: readonly { readonly source: string; readonly target: string; readonly kind: LinkKind }[]
}

/** Subject, evidence and proposals of a finding, as far as they are visible. */
export function spotlightOf(finding: Finding, map: StrategyMap, picture: Picture): Spotlight {
  const index = indexMap(map)
  const nodes = new Set<string>()
  const links = new Set<string>()
  const lift = (id: string): string | null => {
    const shown = picture.shownAs(id)
    if (shown !== null) nodes.add(shown)
    return shown
  }
  for (const id of [finding.subject, ...finding.nodes]) lift(id)
  for (const id of finding.links) {
    const link = index.link(id)
    const shown = link ? picture.linkShownAs(link) : null
    if (!link || shown === null) continue
    links.add(shown)
    lift(link.source)
    lift(link.target)
  }
  const proposals = finding.proposals.flatMap((proposal) => {
    const source = lift(proposal.source)
    const target = lift(proposal.target)
    return source === null || target === null || source === target ? [] : [{ source, target, kind: proposal.kind }]
  })
  return { nodes, links, proposals }
}

/** Ids whose hubs must be unfolded so that a finding can be seen. */
export function evidenceNodes(finding: Finding): readonly string[] {
  return [finding.subject, ...finding.nodes, ...finding.proposals.flatMap(({ source, target }) => [source, target])]
}
