import { type Problem, problem } from '../lib/problem.ts'
import { linkFits, linkSignature } from '../model/link-kinds.ts'
import type { MapLink, StrategyMap } from '../model/map.ts'

export interface Checked {
  readonly map: StrategyMap
  readonly warnings: readonly Problem[]
}

/**
 * The rules of domain.md 1.1 on ids and links. A link without its ends or between other kinds is an error that names it;
 * a link to itself or one that repeats an earlier one is left out with a warning. O(nodes + links).
 */
export function checkReferences(map: StrategyMap): { errors: readonly Problem[]; checked: Checked } {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  const kinds = new Map<string, StrategyMap['nodes'][number]['kind']>()
  for (const [i, node] of map.nodes.entries()) {
    if (kinds.has(node.id))
      errors.push(problem('duplicate-id', { id: node.id, what: 'node' }, { at: `nodes[${i}].id`, node: node.id }))
    kinds.set(node.id, node.kind)
  }
  const linkIds = new Set<string>()
  const signatures = new Set<string>()
  const links: MapLink[] = []
  for (const [i, link] of map.links.entries()) {
    const where = { at: `links[${i}]`, node: link.id }
    if (linkIds.has(link.id))
      errors.push(problem('duplicate-id', { id: link.id, what: 'link' }, { at: `links[${i}].id`, node: link.id }))
    linkIds.add(link.id)
    const source = kinds.get(link.source)
    const target = kinds.get(link.target)
    if (source === undefined || target === undefined) {
      const missing = source === undefined ? link.source : link.target
      errors.push(problem('missing-end', { link: link.id, kind: link.kind, missing }, where))
      continue
    }
    if (!linkFits(link.kind, source, target)) {
      errors.push(problem('wrong-link-ends', { link: link.id, kind: link.kind, source, target }, where))
      continue
    }
    if (link.source === link.target) {
      warnings.push(problem('bad-value', { reason: 'self-link', value: link.id }, where))
      continue
    }
    const signature = linkSignature(link)
    if (signatures.has(signature)) {
      warnings.push(problem('bad-value', { reason: 'repeated-link', value: link.id }, where))
      continue
    }
    signatures.add(signature)
    links.push(link)
  }
  return { errors, checked: { map: links.length === map.links.length ? map : { ...map, links }, warnings } }
}
