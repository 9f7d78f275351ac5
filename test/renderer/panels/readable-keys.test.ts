import { expect, it } from 'vitest'
import { readableKeys } from '../../../renderer/panels/readable-keys.ts'

it.each([
  ['$mod+Shift+z', 'Ctrl+Shift+Z'],
  ['n', 'N'],
  ['+', '+'],
  ['Delete', 'Del'],
  ['F2', 'F2'],
])('writes %s as it stands on the keys', (keys, shown) => {
  expect(readableKeys(keys, false)).toBe(shown)
})

it('names the command key on a Mac', () => {
  expect(readableKeys('$mod+k', true)).toBe('⌘+K')
})
