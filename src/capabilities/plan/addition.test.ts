import { expect, test } from 'vitest'
import { freeSlug, nextKey } from './addition.ts'

test('the next key follows the highest that was ever used', () => {
  const used = ['I1', 'I12', 'I2-M1', 'I10-6', 'I10-M1', 'D1', 'M3']
  expect(nextKey('initiative', 'KT1', used, 'area')).toBe('I13')
  expect(nextKey('phase', 'I10', used, 'initiative')).toBe('I10-7')
  expect(nextKey('milestone', 'I10', used, 'initiative')).toBe('I10-M2')
  expect(nextKey('milestone', 'RA2025', used, 'agreement')).toBe('M4')
})

test('two of one name get addresses of their own', () => {
  expect(freeSlug('Åben dag', ['aaben-dag', 'aaben-dag-2'])).toBe('aaben-dag-3')
})
