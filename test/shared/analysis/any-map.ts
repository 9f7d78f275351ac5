import fc from 'fast-check'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import type { MapLink, MapNode, NodeKind, StrategyMap } from '../../../shared/model/map.ts'
import { aMap } from '../../support/build-map.ts'

/** Days around `testDay`, so that some things have just ended, end today or go on. */
const day = fc.constantFrom('2026-01-01', '2026-11-22', '2026-11-23', '2026-11-24', '2027-06-30')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const initiativeFields = fc.record({
  horizon: optional(fc.constantFrom('campaign', 'long-term', 'undecided')),
  status: optional(fc.constantFrom('idea', 'pitched', 'planned', 'live', 'paused', 'ended', 'declined')),
  end: optional(day),
  unknown: optional(fc.subarray(['goal', 'owner', 'carrier'])),
})
const goalFields = fc.record({ adopted: optional(fc.boolean()), end: optional(day) })
const noFields = fc.constant({})

const fieldsOf: Readonly<Record<NodeKind, fc.Arbitrary<object>>> = {
  initiative: initiativeFields,
  goal: goalFields,
  department: noFields,
  person: noFields,
  agency: noFields,
  channel: noFields,
}

/** Weighted so that most draws of two nodes can be joined by some link the analysis reads. */
const kinds = fc.constantFrom<NodeKind>(
  'initiative',
  'initiative',
  'initiative',
  'goal',
  'goal',
  'goal',
  'department',
  'department',
  'person',
  'agency',
  'channel',
)

interface Draw {
  readonly from: number
  readonly to: number
  readonly kind: number
}

/** Small valid maps of at least so many nodes and draws of links. */
const mapWith = (nodes: number, links: number): fc.Arbitrary<StrategyMap> =>
  fc
    .array(
      kinds.chain((kind) => fieldsOf[kind].map((fields) => ({ kind, fields }))),
      { minLength: nodes, maxLength: 16, size: 'max' },
    )
    .chain((made) => {
      const list = made.map(({ kind, fields }, i) => {
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
        return { id: `n${i}`, kind, name: `${kind} ${String.fromCharCode(97 + ((i * 7) % 26))}${i}`, ...given }
      })
      const draw = fc.record({ from: fc.nat(100), to: fc.nat(100), kind: fc.nat(13) })
      const draws = fc.array(draw, { minLength: links, maxLength: 45, size: 'max' })
      return draws.map((drawn) => aMap({ nodes: list, links: linksFrom(list, drawn) }))
    })

/** From nothing up to dense ones with loops of goals, shared owners and people with two homes. */
export const anyMap = mapWith(0, 0)
/** Dense ones only, for what needs many nodes to come together. */
export const busyMap = mapWith(12, 15)

/** Each draw is one link of a kind, between two of the nodes that it fits. */
function linksFrom(nodes: readonly MapNode[], draws: readonly Draw[]): MapLink[] {
  const links = new Map<string, MapLink>()
  const pick = (kinds: readonly NodeKind[], at: number) => {
    const fitting = nodes.filter((node) => kinds.includes(node.kind))
    return fitting[at % Math.max(1, fitting.length)]
  }
  for (const draw of draws) {
    const entry = linkKinds[draw.kind % linkKinds.length]
    if (!entry) continue
    const source = pick(entry.from, draw.from)
    const target = pick(entry.to, draw.to)
    if (!source || !target || source === target) continue
    const id = `${source.id} ${entry.kind} ${target.id}`
    links.set(id, { id, kind: entry.kind, source: source.id, target: target.id })
  }
  return [...links.values()]
}
