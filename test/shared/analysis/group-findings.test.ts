import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import { groupFindings } from '../../../shared/analysis/group-findings.ts'
import { applyEdit } from '../../../shared/model/apply-edit.ts'
import { addLinks } from '../../../shared/model/compose.ts'
import { aMap, department, goal, initiative, type MapParts, testDay } from '../../support/build-map.ts'

const groupsOf = (parts: MapParts) => {
  const map = aMap(parts)
  return { map, groups: groupFindings(map, evaluate(map, testDay)) }
}
const nine = Array.from({ length: 9 }, (_, i) => initiative(`Account${i}`))
const health: MapParts = {
  nodes: [
    initiative('Lone'),
    ...nine,
    initiative('Program'),
    goal('Health'),
    goal('Trust'),
    department('HealthCanada'),
    department('Parks'),
  ],
  links: [
    'Lone ownedBy Parks',
    ...nine.map((one) => `${one.id} ownedBy HealthCanada`),
    'Program ownedBy HealthCanada',
    'Program contributesTo Health',
    'HealthCanada accountableFor Health',
    'HealthCanada accountableFor Trust',
  ],
}

describe('findings in groups', () => {
  it('one line for a rule and a department, the largest first', () => {
    const { groups } = groupsOf(health)
    expect(groups.map((one) => [one.rule, one.department, one.findings.length])).toEqual([
      ['no-line-of-sight', 'HealthCanada', 9],
      ['no-line-of-sight', 'Parks', 1],
      ['unserved-goal', 'HealthCanada', 1],
    ])
  })

  it('what nobody owns is grouped under nobody; goals under the department accountable for them', () => {
    const { groups } = groupsOf({ nodes: [initiative('I'), initiative('J'), goal('G')] })
    expect(groups.map((one) => [one.rule, one.department, one.findings.length])).toEqual([
      ['no-line-of-sight', null, 2],
      ['no-accountable-department', null, 2],
      ['unserved-goal', null, 1],
    ])
  })

  it('every finding stands in exactly one group, also with two owners', () => {
    const parts = {
      nodes: [initiative('I'), department('D'), department('E')],
      links: ['I ownedBy E', 'I ownedBy D'],
    }
    const { groups } = groupsOf(parts)
    expect(groups.map((one) => [one.department, one.findings.length])).toEqual([['E', 1]])
  })

  it('link all offers what most of the findings propose, then the best ranked, then by name', () => {
    const { groups } = groupsOf(health)
    expect(groups[0]?.mends).toBe('contributesTo')
    expect(groups[0]?.linkAll).toEqual([
      { target: 'Health', findings: 9 },
      { target: 'Trust', findings: 9 },
    ])
  })

  it('what is proposed for few comes after what is proposed for many, however well it ranks there', () => {
    const parts: MapParts = {
      nodes: [...health.nodes, initiative('Partner'), goal('A-first')],
      links: [...(health.links ?? []), 'Account3 reinforces Partner', 'Partner contributesTo A-first'],
    }
    expect(groupsOf(parts).groups[0]?.linkAll.map((one) => [one.target, one.findings])).toEqual([
      ['Health', 9],
      ['Trust', 9],
      ['A-first', 1],
    ])
  })

  it('without proposals the choice is left to the user', () => {
    const { groups } = groupsOf(health)
    expect(groups[1]).toMatchObject({ department: 'Parks', mends: 'contributesTo', linkAll: [] })
  })

  it('no one link mends goals that nothing serves', () => {
    expect(groupsOf(health).groups[2]).toMatchObject({ rule: 'unserved-goal', mends: null, linkAll: [] })
  })

  it('link all is one undo step, after which the group is gone', () => {
    const { map, groups } = groupsOf(health)
    const [group] = groups
    if (!group) throw new Error('no group')
    const { mends } = group
    if (mends === null) throw new Error('nothing mends it')
    const links = group.findings.map(({ subject }, i) => ({
      id: `made-${i}`,
      kind: mends,
      source: subject,
      target: 'Health',
    }))
    expect(links).toHaveLength(9)
    const applied = applyEdit(map, addLinks(map, links, 'link-all'))
    if (!applied.ok) throw new Error('refused')
    const after = groupFindings(applied.value.map, evaluate(applied.value.map, testDay))
    expect(after.filter((one) => one.rule === 'no-line-of-sight').map((one) => one.department)).toEqual(['Parks'])
    const undone = applyEdit(applied.value.map, applied.value.undo)
    expect(undone.ok && JSON.stringify(undone.value.map)).toBe(JSON.stringify(map))
  })
})
