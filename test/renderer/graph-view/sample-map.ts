import type { Assessment, InitiativeAssessment, State } from '../../../shared/analysis/assessment.ts'
import { emptyMap, type LinkKind, type MapLink, type MapNode, type StrategyMap } from '../../../shared/model/map.ts'

/** A map from names: `node('d1', 'department')`, `link('ownedBy', 'i1', 'd1')`. */
export function mapOf(nodes: readonly MapNode[], links: readonly MapLink[]): StrategyMap {
  return { ...emptyMap('map:test', 'Test', '2026-11-23'), nodes, links }
}

export function node(id: string, kind: MapNode['kind'], more: object = {}): MapNode {
  return { id, kind, name: id, ...more }
}

export function link(kind: LinkKind, source: string, target: string): MapLink {
  return { id: `${kind} ${source} ${target}`, kind, source, target }
}

/** An assessment that puts every initiative of the map into one state. */
export function judged(map: StrategyMap, state: (id: string) => State = () => 'coupled'): Assessment {
  const initiatives = map.nodes
    .filter((one) => one.kind === 'initiative')
    .map(
      ({ id, name }): InitiativeAssessment => ({
        id,
        name,
        state: state(id),
        lineOfSight: 'yes',
        anchorage: 'yes',
        owned: 'yes',
        carried: 'yes',
      }),
    )
  return { today: '2026-11-23', initiatives, findings: [], portfolio: {} as Assessment['portfolio'] }
}

/** `departments` departments, each owning `each` initiatives that serve one goal. */
export function portfolio(departments: number, each: number): StrategyMap {
  const nodes: MapNode[] = [node('g', 'goal')]
  const links: MapLink[] = []
  for (let d = 0; d < departments; d += 1) {
    nodes.push(node(`d${d}`, 'department'))
    for (let i = 0; i < each; i += 1) {
      nodes.push(node(`i${d}.${i}`, 'initiative'))
      links.push(link('ownedBy', `i${d}.${i}`, `d${d}`), link('contributesTo', `i${d}.${i}`, 'g'))
    }
  }
  return mapOf(nodes, links)
}
