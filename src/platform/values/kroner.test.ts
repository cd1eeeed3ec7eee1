import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact } from './exact.ts'
import { exactFrom, kronerOf, kronerText, kronerWritten, oreFrom } from './kroner.ts'

test.each([
  ['2.530', 253_000],
  ['2530,5', 253_050],
  ['2.413,62 kr.', 241_362],
  ['−24.000 kr.', -2_400_000],
  ['0', 0],
  ['gratis', undefined],
  ['', undefined],
  ['1,234', undefined],
  ['99.999.999.999.999.999.999', undefined],
])('»%s« is %s øre', (written, ore) => expect(oreFrom(written)).toBe(ore))

test('what is no money is read the same way, and exactly', () => {
  expect(exactFrom('97,5 %')).toEqual(exact(195, 2))
  expect(exactFrom('1.250.000')).toEqual(exact(1_250_000))
  expect(exactFrom('12 stk')).toBeUndefined()
})

test('whole kroner are shown without øre, and every amount that is shown is read back as it was', () => {
  expect([kronerText(534_500), kronerText(241_362), kronerText(-300)]).toEqual(['5.345 kr.', '2.413,62 kr.', '−3 kr.'])
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ore) => oreFrom(kronerText(ore)) === ore))
})

test('not told is no amount in a cell either', () =>
  expect([kronerOf(150), kronerOf(0), kronerOf(undefined)]).toEqual([1.5, 0, undefined]))

test('what stands in a field is read back as it was', () => {
  expect([kronerWritten(253_050), kronerWritten(0), kronerWritten(undefined)]).toEqual(['2530,5', '0', undefined])
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ore) => oreFrom(kronerWritten(ore) ?? '') === ore))
})
