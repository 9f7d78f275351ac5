import { describe, expect, it } from 'vitest'
import type { Finding, RuleId } from '../../../shared/analysis/assessment.ts'
import { evaluate } from '../../../shared/analysis/evaluate.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import { agency, aMap, department, goal, initiative, type MapParts, person, testDay } from '../../support/build-map.ts'

const findingsOf = (map: StrategyMap) => evaluate(map, testDay).findings
const finding = (parts: MapParts, rule: RuleId, subject: string): Finding => {
  const found = findingsOf(aMap(parts)).find((one) => one.rule === rule && one.subject === subject)
  if (!found) throw new Error(`no ${rule} of ${subject}`)
  return found
}
const rulesOf = (parts: MapParts) => findingsOf(aMap(parts)).map((one) => `${one.rule} ${one.subject}`)
/** `Target: reason of Node + reason of Node`, best first. */
const proposed = (found: Finding, end: 'source' | 'target' = 'target') =>
  found.proposals.map((one) => `${one[end]}: ${one.reasons.map(({ reason, node }) => `${reason} ${node}`).join(' + ')}`)

describe('no-line-of-sight', () => {
  it('shows where the initiative hangs: its owners', () => {
    const found = finding(
      { nodes: [initiative('I'), department('D'), department('E')], links: ['I ownedBy D', 'I ownedBy E'] },
      'no-line-of-sight',
      'I',
    )
    expect(found).toMatchObject({
      severity: 'critical',
      nodes: ['I', 'D', 'E'],
      links: ['I ownedBy D', 'I ownedBy E'],
      proposals: [],
    })
  })

  it('is silent while nobody was asked, and about what is concluded', () => {
    const nodes = [initiative('I', { unknown: ['goal', 'owner'] }), initiative('J', { status: 'ended' })]
    expect(rulesOf({ nodes })).toEqual([])
  })

  it('proposes goals of three sources, those with most reasons first, then the most served, then by name', () => {
    const parts = {
      nodes: [
        initiative('I'),
        ...['S1', 'S2', 'S3', 'Partner'].map((id) => initiative(id)),
        ...['Answered', 'Both', 'Dead', 'Partnered', 'Served', 'Twice', 'Unrelated'].map((id) =>
          goal(id, id === 'Dead' ? { adopted: false } : {}),
        ),
        department('D'),
      ],
      links: [
        'I ownedBy D',
        'S1 ownedBy D',
        'S2 ownedBy D',
        'S3 ownedBy D',
        'D accountableFor Answered',
        'D accountableFor Both',
        'D accountableFor Dead',
        'S2 contributesTo Both',
        'S3 contributesTo Served',
        'S2 contributesTo Twice',
        'S1 contributesTo Twice',
        'I reinforces Partner',
        'Partner contributesTo Partnered',
      ],
    }
    expect(proposed(finding(parts, 'no-line-of-sight', 'I'))).toEqual([
      'Both: owner-accountable D + owner-siblings S2',
      'Twice: owner-siblings S1',
      'Served: owner-siblings S3',
      'Answered: owner-accountable D',
      'Partnered: reinforced-contributes Partner',
    ])
  })

  it('reads reinforces both ways and joins its reason to those of the owners', () => {
    const parts = {
      nodes: [initiative('I'), initiative('P'), initiative('S'), goal('G'), goal('H'), department('D')],
      links: [
        'I ownedBy D',
        'S ownedBy D',
        'P reinforces I',
        'P contributesTo G',
        'S contributesTo G',
        'S contributesTo H',
        'D accountableFor G',
      ],
    }
    expect(proposed(finding(parts, 'no-line-of-sight', 'I'))).toEqual([
      'G: owner-accountable D + reinforced-contributes P + owner-siblings S',
      'H: owner-siblings S',
    ])
  })

  it('counts an initiative of two of the owners once', () => {
    const parts = {
      nodes: [
        initiative('I'),
        ...['S', 'T', 'U'].map((id) => initiative(id)),
        goal('G'),
        goal('H'),
        department('D'),
        department('E'),
      ],
      links: [
        'I ownedBy D',
        'I ownedBy E',
        // G is served by one initiative of both owners, H by two of one owner: H is served more.
        'S ownedBy D',
        'S ownedBy E',
        'S contributesTo G',
        'T ownedBy D',
        'U ownedBy D',
        'T contributesTo H',
        'U contributesTo H',
      ],
    }
    expect(proposed(finding(parts, 'no-line-of-sight', 'I'))).toEqual(['H: owner-siblings T', 'G: owner-siblings S'])
  })

  it('proposes five goals at most', () => {
    const goals = Array.from({ length: 9 }, (_, i) => goal(`G${i}`))
    const parts = {
      nodes: [initiative('I'), department('D'), ...goals],
      links: ['I ownedBy D', ...goals.map((one) => `D accountableFor ${one.id}`)],
    }
    const { proposals } = finding(parts, 'no-line-of-sight', 'I')
    expect(proposals.map((one) => one.target)).toEqual(['G0', 'G1', 'G2', 'G3', 'G4'])
    expect(proposals[0]).toEqual({
      kind: 'contributesTo',
      source: 'I',
      target: 'G0',
      reasons: [{ reason: 'owner-accountable', node: 'D' }],
    })
  })
})

describe('broken-line-of-sight', () => {
  it('shows the goal links, the goals and the chain up to where it breaks', () => {
    const parts = {
      nodes: [
        initiative('I'),
        goal('A'),
        goal('B', { adopted: false }),
        goal('Up'),
        goal('Top', { end: '2026-01-01' }),
        goal('Beyond'),
      ],
      links: [
        'I contributesTo A',
        'I contributesTo B',
        'A refines Up',
        'Up refines Top',
        'Top refines Beyond',
        'B refines Beyond',
      ],
    }
    const found = finding(parts, 'broken-line-of-sight', 'I')
    expect(found.nodes).toEqual(['I', 'A', 'B', 'Up', 'Top'])
    expect(found.links).toEqual(['I contributesTo A', 'I contributesTo B', 'A refines Up', 'Up refines Top'])
  })

  it('shows a whole loop once', () => {
    const parts = {
      nodes: [initiative('I'), goal('A'), goal('B')],
      links: ['I contributesTo A', 'A refines B', 'B refines A'],
    }
    const found = finding(parts, 'broken-line-of-sight', 'I')
    expect(found.nodes).toEqual(['I', 'A', 'B'])
    expect(found.links).toEqual(['I contributesTo A', 'A refines B', 'B refines A'])
  })
})

describe('no-accountable-department', () => {
  const parts = {
    nodes: [
      initiative('I'),
      initiative('S'),
      initiative('T'),
      goal('G'),
      goal('H'),
      person('Ann'),
      ...['Accountable', 'Home', 'Many', 'Siblings'].map((id) => department(id)),
    ],
    links: [
      'I contributesTo G',
      'I contributesTo H',
      'I carriedBy Ann',
      'Ann memberOf Home',
      'Accountable accountableFor G',
      'S ownedBy Siblings',
      'S contributesTo G',
      'S ownedBy Many',
      'T ownedBy Many',
      'T contributesTo H',
    ],
  }
  it('shows what it hangs on instead: its goals and carriers', () => {
    const found = finding(parts, 'no-accountable-department', 'I')
    expect(found.nodes).toEqual(['I', 'G', 'H', 'Ann'])
    expect(found.links).toEqual(['I contributesTo G', 'I contributesTo H', 'I carriedBy Ann'])
  })
  it('proposes who is accountable for its goals, the home of its people and who owns others with its goals', () => {
    expect(proposed(finding(parts, 'no-accountable-department', 'I'))).toEqual([
      'Many: owns-siblings S',
      'Siblings: owns-siblings S',
      'Accountable: accountable-for-goal G',
      'Home: home-of-people Ann',
    ])
  })
  it('a champion is one of its people; two reasons beat one', () => {
    const links = [
      'I contributesTo G',
      'I championedBy Ann',
      'Ann memberOf Home',
      'Home accountableFor G',
      'Many accountableFor G',
    ]
    expect(proposed(finding({ ...parts, links }, 'no-accountable-department', 'I'))[0]).toBe(
      'Home: accountable-for-goal G + home-of-people Ann',
    )
  })
})

describe('agency-run', () => {
  const nodes = [
    initiative('I'),
    initiative('S'),
    goal('G'),
    agency('Bureau'),
    person('Ann'),
    department('Desk'),
    department('Owner'),
    department('Strategy'),
  ]
  it('shows the carriers, and for people the agencies they belong to', () => {
    const links = ['I ownedBy Owner', 'I carriedBy Bureau', 'I carriedBy Ann', 'Ann memberOf Bureau']
    const found = finding({ nodes, links }, 'agency-run', 'I')
    expect(found.severity).toBe('critical')
    expect(found.nodes).toEqual(['I', 'Bureau', 'Ann'])
    expect(found.links).toEqual(['I carriedBy Bureau', 'I carriedBy Ann', 'Ann memberOf Bureau'])
  })
  it('proposes its own owners first, whatever speaks for others', () => {
    const links = [
      'I ownedBy Owner',
      'I carriedBy Bureau',
      'I contributesTo G',
      'Strategy accountableFor G',
      'S ownedBy Strategy',
      'S contributesTo G',
    ]
    const found = finding({ nodes, links }, 'agency-run', 'I')
    expect(proposed(found)).toEqual(['Owner: own-owner Owner', 'Strategy: accountable-for-goal G + owns-siblings S'])
    expect(found.proposals[0]).toMatchObject({ kind: 'carriedBy', source: 'I' })
  })
  it('then those that carry other initiatives of its owners', () => {
    const links = [
      'I ownedBy Owner',
      'I carriedBy Bureau',
      'I contributesTo G',
      'Desk accountableFor G',
      'Strategy accountableFor G',
      'S ownedBy Owner',
      'S carriedBy Strategy',
    ]
    expect(proposed(finding({ nodes, links }, 'agency-run', 'I'))).toEqual([
      'Owner: own-owner Owner',
      'Strategy: accountable-for-goal G',
      'Desk: accountable-for-goal G',
    ])
  })
  it('an owner that owns another initiative with its goals has that reason too, never from this one alone', () => {
    const links = ['I ownedBy Owner', 'I carriedBy Bureau', 'I contributesTo G']
    expect(proposed(finding({ nodes, links }, 'agency-run', 'I'))).toEqual(['Owner: own-owner Owner'])
    const more = [...links, 'S ownedBy Owner', 'S contributesTo G']
    expect(proposed(finding({ nodes, links: more }, 'agency-run', 'I'))).toEqual([
      'Owner: own-owner Owner + owns-siblings S',
    ])
  })
  it('an agency beside somebody inside is no finding', () => {
    const links = [
      'I ownedBy Owner',
      'I carriedBy Bureau',
      'I carriedBy Desk',
      'I contributesTo G',
      'I proposedBy Bureau',
    ]
    expect(rulesOf({ nodes: nodes.slice(0, 1).concat(nodes.slice(2)), links })).toEqual([])
  })
})

describe('unserved-goal', () => {
  it('shows the goal, its contributing initiatives and their links', () => {
    const parts = {
      nodes: [goal('G'), initiative('Adrift', { unknown: [] }), initiative('Old', { status: 'ended' })],
      links: ['Adrift contributesTo G', 'Old contributesTo G'],
    }
    const found = finding(parts, 'unserved-goal', 'G')
    expect(found.severity).toBe('major')
    expect(found.nodes).toEqual(['G', 'Adrift', 'Old'])
    expect(found.links).toEqual(['Adrift contributesTo G', 'Old contributesTo G'])
  })
  it('is silent where something anchored or still to be clarified serves it, and for goals with goals under them', () => {
    const parts = {
      nodes: [
        goal('Top'),
        goal('Sub'),
        goal('Sub2'),
        goal('Dead', { adopted: false }),
        initiative('I'),
        initiative('Fresh', { unknown: ['owner'] }),
        department('D'),
      ],
      links: ['Sub refines Top', 'Sub2 refines Top', 'I contributesTo Sub', 'I ownedBy D', 'Fresh contributesTo Sub2'],
    }
    expect(rulesOf(parts)).toEqual([])
  })
  it('proposes initiatives of the accountable department and those without a line of sight', () => {
    const parts = {
      nodes: [
        goal('G'),
        goal('Other'),
        ...['Adrift', 'Anchored', 'Both', 'Contributor', 'Sibling'].map((id) => initiative(id)),
        initiative('Ended', { status: 'ended' }),
        initiative('Asked', { unknown: ['goal'] }),
        department('D'),
        department('E'),
        agency('Bureau'),
      ],
      links: [
        'D accountableFor G',
        'Anchored ownedBy D',
        'Anchored contributesTo Other',
        'Both ownedBy D',
        'Ended ownedBy D',
        'Asked ownedBy E',
        'Sibling ownedBy E',
        'Contributor ownedBy E',
        'Contributor carriedBy Bureau',
        'Contributor contributesTo G',
      ],
    }
    expect(proposed(finding(parts, 'unserved-goal', 'G'), 'source')).toEqual([
      'Both: owned-by-accountable D + without-line-of-sight Both',
      'Sibling: without-line-of-sight Sibling',
      'Adrift: without-line-of-sight Adrift',
      'Anchored: owned-by-accountable D',
    ])
  })
  it('ranks higher what shares owners with more of those that contribute already, through whichever owner', () => {
    const parts = {
      nodes: [
        goal('G'),
        ...['A-one', 'B-two', 'C1', 'C2'].map((id) => initiative(id)),
        department('D'),
        department('E'),
        agency('Bureau'),
      ],
      links: [
        'C1 contributesTo G',
        'C1 ownedBy D',
        'C1 carriedBy Bureau',
        'C2 contributesTo G',
        'C2 ownedBy E',
        'C2 carriedBy Bureau',
        'A-one ownedBy D',
        'B-two ownedBy D',
        'B-two ownedBy E',
      ],
    }
    expect(finding(parts, 'unserved-goal', 'G').proposals.map((one) => one.source)).toEqual(['B-two', 'A-one'])
  })
})
