import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../shared/import/column-mapping.ts'
import { type Role, withRole } from '../../../shared/import/column-mapping.ts'
import { importOf, initiative, linksOf, node, reasons } from './table-import.ts'

const as = (header: string, role: Role) => (mapping: Mapping) =>
  withRole(mapping, 0, mapping.tables[0]?.columns.findIndex((column) => column.header === header) ?? -1, role)
const sayBlank = (blank: Mapping['blank']) => (mapping: Mapping) => ({ ...mapping, blank })

describe('one row per initiative', () => {
  it('makes an initiative of every row and one node of every name in its goals and owner', () => {
    const plan = importOf('id,initiative,goals,owner\na,Blog,Trust; Reach,Press\nb,Vlog,Reach,Press\n')
    expect(linksOf(plan)).toEqual([
      'contributesTo a > goal:trust',
      'contributesTo a > goal:reach',
      'ownedBy a > department:press',
      'contributesTo b > goal:reach',
      'ownedBy b > department:press',
    ])
    expect(plan.report.nodes).toMatchObject({ initiative: 2, goal: 2, department: 1 })
    expect(plan.links[0]?.id).toBe('contributesTo:a>goal:trust')
  })

  it('understands Danish headers, statuses, horizons and dates', () => {
    const plan = importOf(
      'Initiativ;Status;Strategiske mål;Ansvarlig afdeling;Startdato;Slutdato;Tidshorisont;Beskrivelse\n' +
        'Ålborg-bloggen;På pause;Tillid;Presse;01.02.24;31/12/2026;Kampagne;Kort tekst\n',
    )
    expect(initiative(plan, 'initiative:aalborg-bloggen')).toMatchObject({
      name: 'Ålborg-bloggen',
      status: 'paused',
      start: '2024-02-01',
      end: '2026-12-31',
      horizon: 'campaign',
      description: 'Kort tekst',
    })
    expect(plan.links).toHaveLength(2)
  })

  it('splits on what separates in that column: not a lone bar, and never a comma', () => {
    const plan = importOf(
      'name,goals,owner\nA,G1; G2,"Samagra | Transforming Governance"\nB,G3,"Press, Web; IT"\nC,G1,"Press, Web"\n',
    )
    expect(plan.nodes.filter((one) => one.kind === 'department').map((one) => one.name)).toEqual([
      'Samagra | Transforming Governance',
      'Press, Web',
      'IT',
    ])
  })

  it('splits on bars where that is how the file does it', () => {
    expect(importOf('name,goals\nA,X|Y\nB,Y | Z\n').report.nodes.goal).toBe(3)
    expect(importOf('name,goals\nA,X | Y\nB,Y\n').report.nodes.goal).toBe(2)
    expect(importOf('name,goals\nA,X | Y\nB,Z\n').report.nodes.goal).toBe(2)
  })

  it('merges rows only by id; equal names stay apart and are pointed out', () => {
    const plan = importOf('id,name,goals,note\n1,Blog,A,x\n2,Blog,B,\n1,Blog,B,y\n')
    expect(plan.report.merged).toEqual([{ file: '1.csv', row: 4, id: '1', differing: ['note'] }])
    expect(initiative(plan, '1').fields).toEqual({ note: 'x' })
    expect(linksOf(plan)).toEqual(['contributesTo 1 > goal:a', 'contributesTo 2 > goal:b', 'contributesTo 1 > goal:b'])
    expect(plan.report.equalNames).toEqual([{ kind: 'initiative', name: 'Blog', ids: ['1', '2'] }])
  })

  it('makes every row its own initiative where there is no id, with ids that do not collide', () => {
    const plan = importOf('name,goals\nBlog,Blog\nBlog,\n')
    expect(plan.nodes.map((one) => one.id)).toEqual(['initiative:blog', 'initiative:blog-2', 'goal:blog'])
    expect(plan.report.equalNames).toHaveLength(1)
    const taken = importOf('id,name,goals\ngoal:x,A,X\n')
    expect(taken.nodes.map((one) => one.id)).toEqual(['goal:x', 'goal:x-2'])
  })

  it('compares names without soft hyphens and no-break spaces, and keeps them as written', () => {
    const plan = importOf('name,owner\nA\u00ad,Health\u00a0Canada\nB,Health Canada\n')
    expect(plan.report.nodes.department).toBe(1)
    expect(plan.nodes.map((one) => one.name)).toEqual(['A\u00ad', 'B', 'Health\u00a0Canada'])
  })

  it.each([
    ['active', 'live', undefined],
    ['Listed', 'live', undefined],
    ['inactive', 'ended', undefined],
    ['removed from list', 'ended', undefined],
    ['pitched', 'pitched', undefined],
    ['Afvist', 'declined', undefined],
    ['Amber/Red', 'live', { status: 'Amber/Red' }],
    ['', undefined, undefined],
  ])('reads the status %j as %s', (cell, status, fields) => {
    const made = initiative(importOf(`id,name,status\na,A,${cell}\n`), 'a')
    expect(made.status).toBe(status)
    expect(made.fields).toEqual(fields)
  })

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['1.2.68', '2068-02-01'],
    ['01.02.69', '1969-02-01'],
    ['05/04/2021', '2021-04-05'],
    ['1997', undefined],
    ['2023-02-29', undefined],
    ['05/04/21', undefined],
  ])('reads the date %s as %s', (cell, date) => {
    const plan = importOf(`id,name,Start date\na,A,${cell}\n`)
    expect(initiative(plan, 'a').start).toBe(date)
    expect(initiative(plan, 'a').fields).toEqual(date ? undefined : { 'Start date': cell })
    expect(plan.report.notes.some((note) => note.code === 'not-a-date')).toBe(date === undefined)
  })

  it('keeps platforms and agencies as fields until told otherwise', () => {
    const text = 'id,name,channel,agency\na,A,Facebook,Nord (funder); Syd\nb,B,,\n'
    const plan = importOf(text)
    expect(initiative(plan, 'a').fields).toEqual({ channel: 'Facebook', agency: 'Nord (funder); Syd' })
    expect(plan.links).toEqual([])
    expect(linksOf(importOf(text, as('agency', 'carriedBy')))).toEqual([
      'carriedBy a > agency:nord',
      'carriedBy a > agency:syd',
    ])
    expect(linksOf(importOf(text, as('agency', 'proposedBy')))).toContain('proposedBy a > agency:nord')
    expect(linksOf(importOf(text, as('channel', 'channelNode')))).toEqual(['usesChannel a > channel:facebook'])
  })

  it('takes a blank goal or owner as none, or as not asked yet', () => {
    const text = 'id,name,goals,owner,agency\na,A,,,Nord\nb,B,G,P,\nc,C,G,,\n'
    const carried = (mapping: Mapping) => as('agency', 'carriedBy')(mapping)
    const unknown = importOf(text, (mapping) => sayBlank('unknown')(carried(mapping)))
    expect(initiative(unknown, 'a').unknown).toEqual(['goal', 'owner'])
    expect(initiative(unknown, 'b').unknown).toBeUndefined()
    expect(initiative(unknown, 'c').unknown).toEqual(['owner', 'carrier'])
    const none = importOf(text, sayBlank('none'))
    expect(none.nodes.some((one) => 'unknown' in one)).toBe(false)
    expect(none.report.notes).toContainEqual({ code: 'blank-owner', params: { count: 2, meaning: 'none' } })
  })

  it('lists what it leaves out by file, row and reason', () => {
    const plan = importOf(`id,name,owner\na,A,P\n,,P\nb,B,P,Q\nc,"C" c",P\n${'x'.repeat(501)},D,P\n`)
    expect(reasons(plan)).toEqual(['4 row too-many-cells', '5 row bad-quote', '3 row no-name', '6 row too-long'])
    expect(plan.report.rows).toEqual({ read: 5, made: 1, merged: 0, leftOut: 4, asFields: 0, setAside: 0 })
    expect(plan.report.leftOut[0]).toMatchObject({ file: '1.csv', params: { cells: 4, columns: 3 } })
  })

  it('treats odd names as ordinary ones', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const text = `id,name,goals,${odd.join(',')}\n${odd.map((name) => `${name},${name},${name},1,2,3,4`).join('\n')}\n`
    const plan = importOf(text)
    expect(plan.nodes).toHaveLength(8)
    expect(Object.entries(initiative(plan, '__proto__').fields ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
      ['hasOwnProperty', '4'],
    ])
    expect(Object.getPrototypeOf(initiative(plan, '__proto__').fields)).toBe(Object.prototype)
  })
})

describe('nodes and edges', () => {
  const nodes = (...rows: string[]) => `id,type,label,status,start\n${rows.join('\n')}\n`
  const edges = (...rows: string[]) => `source,target,relation\n${rows.join('\n')}\n`

  it('knows goals, results, departments, organisations and portfolios, and what joins them', () => {
    const plan = importOf([
      nodes('i,initiative:programme,I,,', 'g,goal,G,,', 'r,result,R,,', 'd,department,D,,', 'p,portfolio,P,,'),
      edges('i,g,contributes_to', 'i,d,owned_by', 'g,d,owned_by', 'r,g,part_of', 'd,p,part_of'),
    ])
    expect(linksOf(plan)).toEqual([
      'contributesTo i > g',
      'ownedBy i > d',
      'accountableFor d > g',
      'refines r > g',
      'partOf d > p',
    ])
    expect(initiative(plan, 'i').fields).toEqual({ type: 'programme' })
    expect(node(plan, 'p')).toEqual({ id: 'p', kind: 'department', name: 'P', fields: { type: 'portfolio' } })
    expect(plan.report.leftOut).toEqual([])
  })

  it('keeps relations without a link as fields and says so once; their channels and themes are no nodes', () => {
    const plan = importOf([
      nodes('i,initiative,I,,', 'o,organisation,Org,,', 't,theme,Health,,', 'u,theme,Food,,', 'c,channel,X,,'),
      edges('i,t,in_theme', 'i,u,in_theme', 'i,o,funded_by', 'o,i,result_of'),
    ])
    expect(initiative(plan, 'i').fields).toEqual({ in_theme: 'Health; Food', funded_by: 'Org' })
    expect(plan.report.nodes).toMatchObject({ initiative: 1, department: 1, channel: 0 })
    expect(plan.report.notes).toEqual(
      expect.arrayContaining([
        { code: 'relation-as-field', params: { count: 2, relation: 'in_theme' } },
        { code: 'type-in-fields', params: { count: 2, type: 'theme' } },
        { code: 'relation-left-out', params: { count: 1, relation: 'result_of' } },
      ]),
    )
    expect(reasons(plan)).toEqual(['6 row type-unused'])
    expect(plan.report.rows).toEqual({ read: 9, made: 2, merged: 0, leftOut: 1, asFields: 5, setAside: 1 })
  })

  it('makes links and nodes of them when the mapping says so', () => {
    const texts = [
      nodes('i,initiative,I,,', 'c,channel,Page,,', 'a,organisation,Nord,,'),
      edges('i,c,on_channel', 'i,a,run_by'),
    ]
    const plan = importOf(texts, (mapping) => ({
      ...mapping,
      types: mapping.types.map((one) => ({
        ...one,
        as: one.type === 'channel' ? 'channel' : one.type === 'organisation' ? 'agency' : one.as,
      })),
      relations: mapping.relations.map((one) => ({
        ...one,
        as: one.relation === 'on_channel' ? 'usesChannel' : 'carriedBy',
      })),
    }))
    expect(linksOf(plan)).toEqual(['usesChannel i > c', 'carriedBy i > a'])
  })

  it('leaves out unknown types row by row, and every link to them', () => {
    const plan = importOf([
      nodes('i,initiative,I,,', 'x,spaceship,X,,', 'y,,Y,,', 'd,department,D,,', 'd,goal,D,,'),
      edges(
        'i,x,owned_by',
        'i,d,owned_by',
        'i,d,owned_by',
        'i,nowhere,owned_by',
        'i,i,reinforces',
        'd,i,owned_by',
        ',d,owned_by',
      ),
    ])
    expect(reasons(plan)).toEqual([
      '3 row unknown-type',
      '4 row no-type',
      '6 row kind-differs',
      '2 row end-left-out',
      '4 row repeated-link',
      '5 row unknown-end',
      '6 row self-link',
      '7 row wrong-ends',
      '8 row no-end',
    ])
    expect(linksOf(plan)).toEqual(['ownedBy i > d'])
  })

  it('keeps the status and the year of what is no initiative as fields, and notes the year', () => {
    const plan = importOf([nodes('d,department,D,active,1987', 'g,goal,G,inactive,2024-01-01'), edges('g,d,owned_by')])
    expect(node(plan, 'd').fields).toEqual({ status: 'active', start: '1987' })
    expect(node(plan, 'g')).toMatchObject({ start: '2024-01-01', fields: { status: 'inactive' } })
    expect(plan.report.notes).toEqual([
      { code: 'not-a-date', params: { count: 1, file: '1.csv', column: 'start', example: '1987' } },
    ])
  })

  it('calls a node without a name by its id, and finds ends by name where there are no ids', () => {
    expect(node(importOf([nodes('i,initiative,,,'), edges('i,i,x')]), 'i').name).toBe('i')
    const plan = importOf(['type,name\ninitiative,Blog\ngoal,Trust\n', 'from,to\nBlog,Trust\n'])
    expect(linksOf(plan)).toEqual(['contributesTo initiative:blog > goal:trust'])
  })
})

describe('a tree of goals', () => {
  it('makes goals that refine their parents, wherever in the file these stand', () => {
    const plan = importOf(
      'id,parent,type,title_en,title_da\n1.1,1,target,Sub,Del\n1,,goal,Top,Top\n2.1,2,target,Lost,\n',
    )
    expect(linksOf(plan)).toEqual(['refines 1.1 > 1'])
    expect(node(plan, '1.1')).toEqual({
      id: '1.1',
      kind: 'goal',
      name: 'Sub',
      fields: { type: 'target', title_da: 'Del' },
    })
    expect(reasons(plan)).toEqual(['4 link unknown-parent'])
    expect(plan.report.rows.made).toBe(3)
  })
})
