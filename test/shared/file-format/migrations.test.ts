import { describe, expect, it } from 'vitest'
import { type Migration, migrate, migrations } from '../../../shared/file-format/migrations.ts'
import { mapVersion } from '../../../shared/model/map.ts'

const step = (from: number): Migration => ({
  from,
  migrate: (document) => ({ ...document, trail: [...((document['trail'] as number[] | undefined) ?? []), from] }),
})

describe('migrations', () => {
  it('a document of this version goes through as it is', () => {
    const document = { version: mapVersion, kept: 1 }
    const result = migrate(document)
    expect(result.ok && result.value).toBe(document)
    expect(migrations).toHaveLength(mapVersion - 1)
  })
  it('run in order, from where the document stands, and leave the original as it was', () => {
    const steps = [step(1), step(2), step(3)]
    const document = { version: 1 }
    expect(migrate(document, steps, 4)).toEqual({ ok: true, value: { version: 4, trail: [1, 2, 3] } })
    expect(migrate({ version: 3 }, steps, 4)).toEqual({ ok: true, value: { version: 4, trail: [3] } })
    expect(migrate({ version: 4 }, steps, 4)).toEqual({ ok: true, value: { version: 4 } })
    expect(document).toEqual({ version: 1 })
  })
  it('twice is once', () => {
    const steps = [step(1), step(2)]
    const once = migrate({ version: 1 }, steps, 3)
    expect(once.ok && migrate(once.value, steps, 3)).toEqual(once)
  })
  it('a gap, a wrong order or a step too many is a bug and throws', () => {
    expect(() => migrate({ version: 1 }, [step(1), step(3)], 4)).toThrow('no migration from version 2')
    expect(() => migrate({ version: 1 }, [step(2), step(1)], 3)).toThrow('no migration from version 1')
    expect(() => migrate({ version: 1 }, [step(1), step(2)], 2)).toThrow('reach beyond')
  })
  it.each([2, 99, 1e9])('version %d is newer: refused, never guessed at', (version) => {
    expect(migrate({ version })).toMatchObject({ ok: false, problem: { code: 'newer-version' } })
  })
  it('a document that needs a newer reader is refused, one that this reader can read is not', () => {
    expect(migrate({ version: 1, minReader: 2 }).ok).toBe(false)
    expect(migrate({ version: 1, minReader: 1 }).ok).toBe(true)
    expect(migrate({ version: 1, minReader: { valueOf: 1, toString: 1 } }).ok).toBe(true)
    expect(migrate({ version: 2, minReader: 'odd' })).toMatchObject({ problem: { code: 'newer-version' } })
  })
  it.each([[undefined], [null], ['1'], [0], [-1], [1.5], [Number.NaN], [[1]], [{ toString: 1 }]])(
    'version %j is none',
    (version) => {
      expect(migrate({ version })).toMatchObject({ ok: false, problem: { code: 'unknown-version' } })
    },
  )
})
