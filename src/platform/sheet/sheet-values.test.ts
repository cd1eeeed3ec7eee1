import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay } from '../values/day.ts'
import { columnName, columnOf, dayFrom, flagFrom, formulaError } from './cell.ts'
import { danishNumber, numberFrom } from './number.ts'

describe('a number in a text', () => {
  test.each([
    ['1234', 1234],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1234.5', 1234.5],
    ['1234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.234.567,89', 1_234_567.89],
    ['1 234,50', 1234.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['0,234', 0.234],
    ['0.234', 0.234],
    ['1234,567', 1234.567],
    ['12,50', 12.5],
    ['-3,5', -3.5],
    ['−3', -3],
    ['+7', 7],
    [' 42 ', 42],
    ['1,5E+10', 15_000_000_000],
  ])('»%s« is %d', (text, number) => {
    expect(numberFrom(text)).toBe(number)
  })

  test.each(['1.234', '1,234', '-12.500', '999.999'])(
    '»%s« is read differently by Danes and English, so neither is guessed',
    (text) => {
      expect(numberFrom(text)).toBe('ambiguous')
    },
  )

  test.each([
    '',
    'i alt',
    '12 kr.',
    '1.23.4',
    '1,2,3',
    '1.234,567.8',
    '12,34,567',
    '5,',
    ',5',
    '1 23',
    '--1',
    '1e999',
    '10-12',
    '9'.repeat(100_000),
  ])('»%.20s« is no number', (text) => {
    expect(numberFrom(text)).toBeUndefined()
  })

  test('is the same after it was written in Danish, whatever the number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), thousandths), (number) => {
        expect(numberFrom(danishNumber(number))).toBe(number === 0 ? 0 : number)
      }),
    )
  })

  test('with thousands set apart reads the same in both manners', () => {
    const grouped = (locale: string, number: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number)
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        expect(numberFrom(grouped('da-DK', hundredths / 100))).toBe(numberFrom(grouped('en-GB', hundredths / 100)))
      }),
    )
  })
})

const thousandths = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((number) => number / 1000)

describe('a day in a cell', () => {
  test.each([
    '2025-12-31',
    '31-12-2025',
    '31.12.2025',
    '31/12/2025',
    '31. december 2025',
    '31. dec. 2025',
    '2025-12-31T23:59:00',
    '31-12-2025 00:00:00',
  ])('»%s« is the last day of 2025', (text) => {
    expect(dayFrom({ value: text })).toBe('2025-12-31')
  })

  test('can be a date or the number Excel keeps for one', () => {
    expect(dayFrom({ value: new Date('2025-12-31T23:59:59Z') })).toBe('2025-12-31')
    expect(dayFrom({ value: 46_022 })).toBe('2025-12-31')
    expect(dayFrom({ value: 46_022.99 })).toBe('2025-12-31')
  })

  test.each(['31-02-2025', '12/31/2025', '31-12-25', '1-2', '31-12.2025', '31. foo 2025', '2025', '', 'snart'])(
    '»%s« is no day',
    (text) => {
      expect(dayFrom({ value: text })).toBeUndefined()
    },
  )

  test('is not seen in a plain number like a year', () => {
    expect(dayFrom({ value: 2025 })).toBeUndefined()
    expect(dayFrom({ value: true })).toBeUndefined()
    expect(dayFrom({ value: new Date(Number.NaN) })).toBeUndefined()
  })

  test('is the same after it was written in Danish, whatever the day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(isDay(day)).toBe(true)
        expect(dayFrom({ value: day.split('-').reverse().join('-') })).toBe(day)
        expect(dayFrom({ value: day.split('-').reverse().map(Number).join('/') })).toBe(day)
      }),
    )
  })
})

test('yes and no are read as people write them', () => {
  for (const value of ['ja', 'Ja ', 'SAND', 'x', 1, true]) expect(flagFrom({ value })).toBe(true)
  for (const value of ['nej', 'FALSK', '0', 0, false]) expect(flagFrom({ value })).toBe(false)
  for (const value of ['måske', '', undefined]) expect(flagFrom({ value })).toBeUndefined()
})

test('a failed formula is told in Danish, also when Excel wrote it in Danish', () => {
  expect(formulaError('#REF!')).toBe(
    'Formlen giver fejlen #REF!: den henviser til en celle, der ikke findes. Ret formlen, eller skriv værdien.',
  )
  expect(formulaError('#I/T')).toContain('værdien findes ikke')
  expect(formulaError('#hashtag')).toBeUndefined()
})

test('columns have the letters Excel gives them', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => columnOf(`${columnName(column)}17`) === column))
  expect(columnOf('17')).toBe(-1)
})
