import { expect, test } from 'vitest'
import { idIn } from './id.ts'

test.each([
  ['17', 17],
  ['0', 0],
  ['17a', 0],
  ['-1', 0],
  ['1.5', 0],
  ['', 0],
  [undefined, 0],
  ['9'.repeat(15), 999_999_999_999_999],
  ['9'.repeat(16), 0],
])('in an address, %s is the id %s', (text, id) => expect(idIn(text)).toBe(id))
