import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../shared/model/apply-edit.ts'
import { addLinks, addNode, changeNode, deleteLink, deleteNodes, newNode } from '../../../shared/model/compose.ts'
import type { Edit } from '../../../shared/model/edit.ts'
import { linkKinds } from '../../../shared/model/link-kinds.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { nodeKinds } from '../../../shared/model/node-kinds.ts'
import { aLink, aMap, department, goal, initiative } from '../../support/build-map.ts'
import { anyMap } from '../analysis/any-map.ts'

const apply = (map: StrategyMap, edit: Edit) => {
  const result = applyEdit(map, edit)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
const refusal = (map: StrategyMap, edit: Edit) => {
  const before = JSON.stringify(map)
  const result = applyEdit(map, edit)
  expect(JSON.stringify(map)).toBe(before)
  return result.ok ? 'applied' : `${result.problem.code} ${result.problem.params['reason']}`
}
const base = aMap({
  nodes: [initiative('I', { unknown: ['goal', 'owner'] }), goal('G'), department('D')],
  links: ['I contributesTo G'],
})

describe('an edit', () => {
  it('adds, replaces and removes, and keeps the map given in as it was', () => {
    const before = JSON.stringify(base)
    const added = apply(base, addNode(goal('H'), { layout: 'harbour', at: [1, 2] })).map
    expect(added.nodes.map((node) => node.id)).toEqual(['I', 'G', 'D', 'H'])
    expect(added.positions).toEqual({ harbour: { H: [1, 2] } })
    const renamed = apply(added, changeNode(goal('G', { name: 'Renamed' }), 'rename')).map
    expect(renamed.nodes.map((node) => node.name)).toEqual(['I', 'Renamed', 'D', 'H'])
    const removed = apply(renamed, deleteNodes(renamed, ['G'])).map
    expect(removed.nodes.map((node) => node.id)).toEqual(['I', 'D', 'H'])
    expect(removed.links).toEqual([])
    expect(JSON.stringify(base)).toBe(before)
  })

  it('a link clears the mark that nobody was asked, and undo brings the mark back', () => {
    const { map, undo } = apply(base, addLinks(base, [{ ...aLink('I ownedBy D') }]))
    expect(map.nodes[0]).toMatchObject({ unknown: ['goal'] })
    expect(JSON.stringify(apply(map, undo).map)).toBe(JSON.stringify(base))
  })

  it('two links of one edit clear both marks; one that is there already is not added again', () => {
    const edit = addLinks(base, [
      { ...aLink('I ownedBy D'), id: 'a' },
      { ...aLink('I contributesTo G'), id: 'b' },
      { ...aLink('I carriedBy D'), id: 'c' },
    ])
    const { map } = apply(base, edit)
    expect(map.links.map((link) => link.id)).toEqual(['I contributesTo G', 'a', 'c'])
    expect(map.nodes[0]).toMatchObject({ unknown: ['goal'] })
  })

  it.each<[string, Edit, string]>([
    ['the same node twice', { label: 'add-node', nodes: { put: [{ item: goal('X') }, { item: goal('X') }] } }, 'twice'],
    ['a node put and removed', { label: 'add-node', nodes: { put: [{ item: goal('G') }], remove: ['G'] } }, 'twice'],
    ['what is not there is removed', { label: 'delete', nodes: { remove: ['nope'] } }, 'absent'],
    ['a link that is not there is removed', deleteLink('nope'), 'absent'],
    ['a node goes and its link stays', { label: 'delete', nodes: { remove: ['G'] } }, 'ends'],
    ['a link to nothing', { label: 'add-link', links: { put: [{ item: aLink('I ownedBy Nobody') }] } }, 'ends'],
    ['a link between wrong kinds', { label: 'add-link', links: { put: [{ item: aLink('I ownedBy G') }] } }, 'kinds'],
    ['a link to itself', { label: 'add-link', links: { put: [{ item: aLink('G refines G') }] } }, 'kinds'],
    [
      'a link that is there under another id',
      { label: 'add-link', links: { put: [{ item: { ...aLink('I contributesTo G'), id: 'other' } }] } },
      'repeated',
    ],
    [
      'a node changes its kind under its links',
      { label: 'change-node', nodes: { put: [{ item: department('G') }] } },
      'kinds',
    ],
  ])('is refused as a whole: %s', (_, edit, reason) => {
    expect(refusal(base, edit)).toBe(`edit-does-not-fit ${reason}`)
  })

  it('sets and takes away keys of the map; undo brings back exactly what was there', () => {
    const edit: Edit = { label: 'rename-map', set: { title: 'New', organisation: 'Org', pinned: ['I'] } }
    const { map, undo } = apply(base, edit)
    expect(map).toMatchObject({ title: 'New', organisation: 'Org', pinned: ['I'] })
    const back = apply(map, undo).map
    expect(JSON.stringify(back)).toBe(JSON.stringify(base))
    expect(Object.hasOwn(back, 'organisation')).toBe(false)
  })

  it('ids such as __proto__ and constructor are ids like others', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    let map = base
    const undos: Edit[] = []
    for (const id of odd) {
      const step = apply(map, addNode(newNode(id, 'goal', id), { layout: '__proto__', at: [0, 1] }))
      undos.push(step.undo)
      map = step.map
    }
    expect(Object.keys(map.positions ?? {})).toEqual(['__proto__'])
    expect(Object.entries(map.positions ?? {}).flatMap(([, at]) => Object.keys(at))).toEqual(odd)
    for (const undo of undos.toReversed()) map = apply(map, undo).map
    expect(JSON.stringify(map)).toBe(JSON.stringify(base))
    expect(({} as Record<string, unknown>)['I']).toBeUndefined()
  })
})

/** One drawn intention, made into an edit of whatever the map is by then; some do not fit. */
interface Step {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly c: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({ what: fc.nat(8), a: fc.nat(40), b: fc.nat(40), c: fc.nat(13) })

function editFrom(map: StrategyMap, { what, a, b, c }: Step, serial: number): Edit {
  const nodeAt = (i: number) => map.nodes[i % Math.max(1, map.nodes.length)]
  const linkAt = (i: number) => map.links[i % Math.max(1, map.links.length)]
  const from = nodeAt(a)
  const to = nodeAt(b)
  const kind = linkKinds[c % linkKinds.length]?.kind ?? 'refines'
  const link = { id: `made-${serial}`, kind, source: from?.id ?? 'x', target: to?.id ?? 'y' }
  switch (what) {
    case 0:
      return addNode(newNode(`new-${serial}`, nodeKinds[c % nodeKinds.length] ?? 'goal', `New ${serial}`), {
        layout: `layout-${b % 2}`,
        at: [a, b],
      })
    case 1:
      return deleteNodes(map, [from?.id ?? 'x', to?.id ?? 'y'])
    case 2:
      return { label: 'add-link', links: { put: [{ item: link, at: c }] } }
    case 3:
      return deleteLink(linkAt(a)?.id ?? 'none')
    case 4:
      return changeNode({ ...(from ?? goal('x')), name: `Renamed ${serial}` }, 'rename')
    case 5:
      return { label: 'move', positions: { 'layout-0': { [from?.id ?? 'x']: b % 3 === 0 ? null : [b, c] } } }
    case 6:
      return { label: 'arrange', positions: { 'layout-0': null, 'layout-1': { p: [1, 1] } } }
    case 7:
      return { label: 'rename-map', set: { title: `Title ${serial}`, pinned: c % 2 ? null : [`${a}`] } }
    default:
      return {
        label: 'import',
        nodes: {
          put: [{ item: goal(`mid-${serial}`), at: a }, { item: goal(`end-${serial}`) }],
          remove: b % 4 ? [] : ['x'],
        },
      }
  }
}

describe('undo and redo, on any map', () => {
  it('undo brings back the same map byte for byte, redo the changed one; refused edits change nothing', () => {
    let applied = 0
    fc.assert(
      fc.property(anyMap, fc.array(anyStep, { maxLength: 12 }), (start, steps) => {
        const texts = [JSON.stringify(start)]
        const undos: Edit[] = []
        let map = start
        for (const [serial, step] of steps.entries()) {
          const result = applyEdit(map, editFrom(map, step, serial))
          if (!result.ok) {
            expect(result.problem.code).toBe('edit-does-not-fit')
            expect(JSON.stringify(map)).toBe(texts.at(-1))
            continue
          }
          applied += 1
          map = result.value.map
          undos.push(result.value.undo)
          texts.push(JSON.stringify(map))
        }
        const redos: Edit[] = []
        for (let at = undos.length - 1; at >= 0; at -= 1) {
          const back = apply(map, undos[at] as Edit)
          redos.push(back.undo)
          map = back.map
          expect(sortKeys(map)).toBe(sortKeys(JSON.parse(texts[at] ?? '') as StrategyMap))
        }
        for (const [at, redo] of redos.toReversed().entries()) {
          map = apply(map, redo).map
          expect(sortKeys(map)).toBe(sortKeys(JSON.parse(texts[at + 1] ?? '') as StrategyMap))
        }
      }),
      { seed: 42, numRuns: 600 },
    )
    expect(applied).toBeGreaterThan(1000)
  })

  it('an edit that goes through JSON does the same', () => {
    fc.assert(
      fc.property(anyMap, anyStep, (map, step) => {
        const edit = editFrom(map, step, 0)
        const wired = JSON.parse(JSON.stringify(edit)) as Edit
        expect(JSON.stringify(applyEdit(map, wired))).toBe(JSON.stringify(applyEdit(map, edit)))
      }),
      { seed: 43, numRuns: 300 },
    )
  })
})

/** The order of the map's own keys is not part of it (the file writes them in a fixed order); that of lists is. */
function sortKeys(map: StrategyMap): string {
  const positions = Object.entries(map.positions ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([layout, of]) => [layout, Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return JSON.stringify(Object.entries({ ...map, positions }).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
