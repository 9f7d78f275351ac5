import { describe, expect, it } from 'vitest'
import { importWords } from '../../../shared/i18n/import-words.ts'
import {
  checkMapping,
  linkRoles,
  type Role,
  rowRoles,
  type Shape,
  withRole,
} from '../../../shared/import/column-mapping.ts'
import { guessMapping, recount } from '../../../shared/import/guess-mapping.ts'
import type { LeftOutReason, NoteCode, ReportParams } from '../../../shared/import/import-plan.ts'
import { importerFor } from '../../../shared/import/registry.ts'
import { sourceOf } from './table-import.ts'

const rolesOf = (text: string, shape?: Shape) =>
  guessMapping(sourceOf(text), shape).tables[0]?.columns.map((column) => column.role)

describe('guessMapping', () => {
  it.each<[string, Role[]]>([
    ['id,initiative,kind,owning_department\n1,a,b,c', ['id', 'name', 'field', 'owner']],
    ['Account,Platform,Department,gc_orgID\na,b,c,d', ['name', 'field', 'owner', 'field']],
    ['Titel;Mål;Ejer;Kanal;Bureau;Tidshorisont\na;b;c;d;e;f', ['name', 'goals', 'owner', 'field', 'field', 'horizon']],
    ['"Project\nname",Start_Date,END DATE,Owner,Department\na,b,c,d,e', ['name', 'start', 'end', 'field', 'owner']],
    ['MA\u00adL,Name\u00a0,name\na,b,c', ['field', 'name', 'field']],
  ])('reads the headers %j', (text, roles) => {
    expect(rolesOf(text)).toEqual(roles)
  })

  it.each<[Shape, string[]]>([
    ['initiatives', ['id,initiative,goals\n1,a,b']],
    ['initiatives', ['id,initiative,type,parent,owner\n1,a,software,x,y']],
    ['graph', ['id,type,label,source\n1,goal,a,b', 'source,target,relation\n1,1,x']],
    ['graph', ['source,target\n1,1']],
    ['graph', ['id,type,name\n1,goal,a\n2,initiative,b']],
    ['goals', ['id,parent,type,title_en\n1,,goal,a\n2,1,target,b']],
    ['goals', ['name,parent\na,\nb,a']],
  ])('sees the shape %s', (shape, texts) => {
    expect(guessMapping(sourceOf(...texts)).shape).toBe(shape)
  })

  it('asks about agencies and channels only where something is named', () => {
    const asks = (text: string) => guessMapping(sourceOf(text)).tables[0]?.columns.map((column) => column.ask)
    expect(asks('name,agency,channel\na,Nord,\n')).toEqual([undefined, 'agency', undefined])
    expect(asks('navn,bureau,kanal\na,,Facebook\n')).toEqual([undefined, undefined, 'channel'])
  })

  it('says what the user has to settle', () => {
    const codes = (...texts: string[]) => checkMapping(guessMapping(sourceOf(...texts))).map((one) => one.code)
    expect(codes('Kommune,Region\nViborg,Midt\n')).toEqual(['no-name-column'])
    expect(codes('source,target,relation\na,b,c\n')).toEqual(['edges-without-nodes'])
    expect(codes('id,type,name\na,goal,c\n')).toEqual(['nodes-without-edges'])
    expect(codes('id,name\na,b\n')).toEqual([])
  })

  it('lets a role that stands once move, and keeps what was said of types when columns change', () => {
    const source = sourceOf('id,type,label,what\n1,goal,a,initiative', 'source,target,relation\n1,1,x')
    const guess = guessMapping(source)
    const said = { ...guess, types: guess.types.map((one) => ({ ...one, as: 'person' as const })) }
    expect(recount(source, said)).toEqual(said)
    const moved = recount(source, withRole(said, 0, 3, 'kind'))
    expect(moved.tables[0]?.columns.map((column) => column.role)).toEqual(['id', 'field', 'name', 'kind'])
    expect(moved.types).toEqual([{ type: 'initiative', count: 1, as: 'initiative' }])
  })
})

describe('the registry', () => {
  it('finds an importer by the end of the name', () => {
    expect(importerFor('Initiatives.CSV')?.id).toBe('csv')
    expect(importerFor('map.tsv')?.id).toBe('csv')
    expect(importerFor('map.xlsx')).toBeNull()
  })
})

describe('the words of the import', () => {
  // Typed by the codes: a reason or note without words does not compile.
  const said: Readonly<Record<LeftOutReason, (p: ReportParams) => string>>[] = [
    importWords.en.leftOut,
    importWords.da.leftOut,
  ]
  const noted: Readonly<Record<NoteCode, (p: ReportParams) => string>>[] = [importWords.en.notes, importWords.da.notes]
  const params: ReportParams = {
    file: 'a.csv',
    column: 'start',
    columns: 3,
    cells: 4,
    lines: 2,
    length: 501,
    limit: 500,
    type: 'x',
    id: 'i',
    kind: 'goal',
    other: 'department',
    end: 'source',
    name: 'N',
    relation: 'r',
    source: 'initiative',
    target: 'agency',
    parent: 'p',
    encoding: 'windows-1252',
    count: 2,
    example: '1997',
    meaning: 'none',
  }

  it('has a sentence in both languages for every reason and note', () => {
    for (const words of [...said, ...noted]) {
      for (const sentence of Object.values(words)) {
        for (const count of [1, 2]) {
          const text = sentence({ ...params, count, lines: count })
          expect(text).toMatch(/\.$/)
          expect(text).not.toMatch(/undefined|NaN|\[object/)
        }
      }
    }
  })

  it('has a name for every role and shape', () => {
    for (const words of [importWords.en, importWords.da]) {
      const roles: Readonly<Record<Role, string>> = words.roles
      const shapes: Readonly<Record<Shape, string>> = words.shapes
      for (const role of [...rowRoles, ...linkRoles]) expect(roles[role]).not.toBe('')
      expect(Object.keys(shapes)).toHaveLength(3)
    }
  })

  it('says kinds with the right article', () => {
    expect(importWords.en.leftOut['wrong-ends'](params)).toBe('“r” cannot join an initiative to an agency.')
    expect(importWords.da.leftOut['wrong-ends'](params)).toBe('»r« kan ikke gå fra et initiativ til et bureau.')
  })
})
