import { describe, expect, test } from 'vitest'
import { Places } from '../../../renderer/graph-view/places.ts'

const free: ReadonlySet<string> = new Set()

describe('places', () => {
  test('come from the file', () => {
    const places = new Places()
    expect(places.follow({ a: [1, 2] })).toEqual(['a'])
    expect(places.get('a')).toEqual([1, 2])
    expect(places.get('b')).toBeUndefined()
  })

  test('of a first drag that is undone fall back to what the layout had found', () => {
    const places = new Places()
    places.arrange(new Map([['a', [1, 1]]]), free)
    places.put('a', [9, 9])
    expect(places.follow({ a: [9, 9] })).toEqual([])
    expect(places.follow(undefined)).toEqual(['a'])
    expect(places.get('a')).toEqual([1, 1])
  })

  test('that made room for a node go back when it is taken away again', () => {
    const places = new Places()
    places.arrange(
      new Map([
        ['a', [1, 1]],
        ['p', [4, 4]],
      ]),
      new Set(['p']),
    )
    places.follow({ a: [1, 1], p: [4, 4] })
    places.arrange(new Map([['a', [3, 3]]]), free)
    expect(places.follow(undefined)).toEqual(['a'])
    expect(places.get('a')).toEqual([1, 1])
  })

  test('found by a layout stand until the file says something new', () => {
    const places = new Places()
    places.follow({ a: [1, 1], b: [2, 2] })
    places.arrange(new Map([['a', [5, 5]]]), free)
    expect(places.follow({ a: [1, 1], b: [3, 3] })).toEqual(['b'])
    expect(places.get('a')).toEqual([5, 5])
  })

  test('of a filtered picture end with the filter and are never kept', () => {
    const places = new Places()
    places.arrange(new Map([['a', [1, 1]]]), free)
    places.setTemporary(true)
    places.arrange(
      new Map([
        ['a', [7, 7]],
        ['b', [8, 8]],
      ]),
      free,
    )
    expect(places.get('a')).toEqual([7, 7])
    expect(places.lasting(['a', 'b'])).toEqual({ a: [1, 1] })
    places.setTemporary(false)
    expect(places.get('a')).toEqual([1, 1])
    expect(places.get('b')).toBeUndefined()
  })
})
