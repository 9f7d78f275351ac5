import { describe, expect, it } from 'vitest'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import { type Role, withRole } from '../../../shared/import/column-mapping.ts'
import { fitPlan } from '../../../shared/import/fit-plan.ts'
import type { ImportPlan } from '../../../shared/import/import-plan.ts'
import { importEdit } from '../../../shared/import/to-map.ts'
import { applyEdit } from '../../../shared/model/apply-edit.ts'
import { emptyMap, type StrategyMap } from '../../../shared/model/map.ts'
import { importOf, initiative, linksOf, mapOf, now } from './table-import.ts'

function applied(map: StrategyMap, plan: ImportPlan): StrategyMap {
  const result = applyEdit(map, importEdit(map, plan))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  const undone = applyEdit(result.value.map, result.value.undo)
  expect(undone).toMatchObject({ ok: true, value: { map } })
  return result.value.map
}

const first = importOf('id,name,status,goals,owner,note\na,Blog,idea,Trust,Press,old\nb,Vlog,,,,\n')

describe('importToMap', () => {
  it('makes a valid map that says what blank means', () => {
    const map = mapOf(first)
    expect(map.settings).toEqual({ blank: 'unknown' })
    expect(parseMap(serialiseMap(map))).toMatchObject({ ok: true, value: { warnings: [] } })
  })
})

describe('importEdit', () => {
  it('puts into an empty map what importToMap makes', () => {
    const map = applied(emptyMap('map', 'Imported', now), first)
    expect(map.nodes).toEqual(first.nodes)
    expect(map.links).toEqual(first.links)
  })

  it('changes nothing when the same file with ids comes again', () => {
    const map = mapOf(first)
    expect(importEdit(map, first)).toEqual({ label: 'import', nodes: { put: [] }, links: { put: [] } })
    expect(fitPlan(map, first).report).toMatchObject({
      nodes: { initiative: 0, goal: 0 },
      updated: ['a', 'b'],
      notes: expect.arrayContaining([{ code: 'links-there', params: { count: 2 } }]),
    })
  })

  it('updates what is there with values that are not blank', () => {
    const map = applied(mapOf(first), importOf('id,name,status,goals,owner,note,tags\na,,live,Reach,,new,x;y\n'))
    expect(initiative(map, 'a')).toEqual({
      id: 'a',
      kind: 'initiative',
      name: 'Blog',
      status: 'live',
      tags: ['x', 'y'],
      fields: { note: 'new' },
    })
    expect(linksOf(map)).toContain('contributesTo a > goal:reach')
  })

  it('clears "not asked" marks that a new link answers and makes none', () => {
    const map = mapOf(first)
    expect(initiative(map, 'b').unknown).toEqual(['goal', 'owner', 'carrier'])
    const next = applied(map, importOf('id,name,goals,owner\nb,Vlog,Trust,\na,Blog,,\n'))
    expect(initiative(next, 'b').unknown).toEqual(['owner', 'carrier'])
    expect(initiative(next, 'a').unknown).toBeUndefined()
  })

  it('keeps rows without ids apart from equal names on the map and points them out', () => {
    const plan = importOf('name,owner\nBlog,Press\n')
    const map = mapOf(plan)
    const again = fitPlan(map, plan)
    expect(again.nodes.map((node) => node.id)).toEqual(['initiative:blog-2'])
    expect(again.report.equalNames).toEqual([
      { kind: 'initiative', name: 'Blog', ids: ['initiative:blog', 'initiative:blog-2'] },
    ])
    expect(linksOf(applied(map, plan))).toEqual([
      'ownedBy initiative:blog > department:press',
      'ownedBy initiative:blog-2 > department:press',
    ])
  })

  it('takes a name in a cell for the one node on the map that has it as name or id', () => {
    const map: StrategyMap = {
      ...emptyMap('map', 'Here', now),
      nodes: [
        { id: 'n1', kind: 'department', name: 'Press' },
        { id: 'SDG 1', kind: 'goal', name: 'No poverty' },
        { id: 'n2', kind: 'goal', name: 'Twice' },
        { id: 'n3', kind: 'goal', name: 'Twice' },
      ],
    }
    const next = applied(map, importOf('id,name,goals,owner\na,Blog,SDG 1; Twice,Press\n'))
    expect(linksOf(next)).toEqual(['contributesTo a > SDG 1', 'contributesTo a > goal:twice', 'ownedBy a > n1'])
  })

  it('leaves out a row whose id is that of another kind, with its links', () => {
    const map: StrategyMap = { ...emptyMap('map', 'Here', now), nodes: [{ id: 'a', kind: 'goal', name: 'A goal' }] }
    const fitted = fitPlan(map, first)
    expect(fitted.report.leftOut).toMatchObject([
      { row: 2, what: 'row', reason: 'kind-differs', params: { id: 'a', other: 'goal' } },
      { row: 2, what: 'link', reason: 'end-left-out' },
      { row: 2, what: 'link', reason: 'end-left-out' },
    ])
    expect(applied(map, first).links).toEqual([])
  })

  it('gives a link another id when its own is taken', () => {
    const goals = ['g', 'h'].map((id) => ({ id, kind: 'goal' as const, name: id }))
    const nodes = [{ id: 'a', kind: 'initiative' as const, name: 'Blog' }, ...goals]
    const links = [{ id: 'contributesTo:a>h', kind: 'contributesTo' as const, source: 'a', target: 'g' }]
    const map = { ...emptyMap('map', 'Here', now), nodes, links }
    const next = applied(map, importOf('id,name,goals\na,Blog,h\n'))
    expect(next.links.map((link) => link.id)).toEqual(['contributesTo:a>h', 'contributesTo:a>h-2'])
  })

  it('fits once and for all', () => {
    const plan = importOf('name,goals,agency\nBlog,Trust,Nord\nBlog,,\n', (mapping) =>
      withRole(mapping, 0, 2, 'carriedBy' satisfies Role),
    )
    const map = mapOf(plan)
    const once = fitPlan(map, plan)
    expect(fitPlan(map, once).nodes).toEqual(once.nodes)
    expect(fitPlan(map, once).links).toEqual(once.links)
  })
})
