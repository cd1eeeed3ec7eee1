import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountIn, factorOf, notationOf } from '../mapping.ts'
import { danishNumber } from '../sheet.ts'

test.each([
  ['4.535,50 kr.', 4535.5],
  ['4535,50', 4535.5],
  ['4,535.50', 4535.5],
  ['2.530', 2530],
  ['kr. 2.530,-', 2530],
  ['2530 DKK', 2530],
  ['12,5 t.kr.', 12_500],
  ['12,5 tkr', 12_500],
  ['1,2 mio. kr.', 1_200_000],
  ['2.530 kr./døgn', 2530],
  ['-3,5', -3.5],
  ['95 %', 95],
  ['ikke oplyst', undefined],
  ['', undefined],
  ['12 pladser', undefined],
])('»%s« is %s', (value, number) => {
  expect(amountIn({ value })).toBe(number)
})

test('what the title says goes for cells that name no unit themselves', () => {
  expect(factorOf('Lønudgifter (t.kr.)')).toBe(1000)
  expect(factorOf('Lønudgifter i 1.000 kr.')).toBe(1000)
  expect(factorOf('Anlæg, mio. kr.')).toBe(1_000_000)
  expect(factorOf('Takst, kr.')).toBe(1)
  expect(factorOf('Lokale skrifter')).toBe(1)
  expect(amountIn({ value: 12.5 }, { factor: 1000 })).toBe(12_500)
  expect(amountIn({ value: '12,5' }, { factor: 1000 })).toBe(12_500)
  expect(amountIn({ value: '12,5 t.kr.' }, { factor: 1000 })).toBe(12_500)
  expect(amountIn({ value: 0.1 }, { factor: 1000 })).toBe(100)
})

test('how a column writes decimals settles what could be read two ways', () => {
  expect(notationOf(['1.234', '7,5'])).toBe('comma')
  expect(notationOf(['1.234', '7.5'])).toBe('point')
  expect(notationOf(['1.234.567', '12'])).toBe('comma')
  expect(notationOf(['1,234.5'])).toBe('point')
  expect(notationOf(['1.234'])).toBe('comma')
  expect(amountIn({ value: '1.234' }, { notation: 'point' })).toBe(1.234)
  expect(amountIn({ value: '1,234' }, { notation: 'point' })).toBe(1234)
})

test('what is written as Danes write it is read as it was', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (number) => {
      expect(amountIn({ value: danishNumber(number) })).toBe(number === 0 ? 0 : number)
    }),
  )
})
