import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/values/refusal.ts'
import { mustChange, mustEndAfter, mustNotBeginBefore, type Parameter, rulesOn, valueIn, wordIn } from './rule.ts'

const value = (validFrom: string, value: number): Parameter => ({
  key: 'report.staleDays',
  topic: 'house',
  value,
  word: undefined,
  choices: undefined,
  validUntil: undefined,
  law: undefined,
  confirmed: true,
  unit: 'dage',
  label: 'Dage',
  validFrom,
  source: 'K17',
  note: undefined,
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  actorName: undefined,
})

describe('a rule on a day', () => {
  const values = [value('2027-01-01', 120), value('2026-06-01', 60), value('2024-01-01', 90)]

  test('has the newest value that is not ahead of the day', () => {
    expect(rulesOn(values, '2026-05-31')[0]?.now?.value).toBe(90)
    expect(rulesOn(values, '2026-06-01')[0]?.now?.value).toBe(60)
  })

  test('tells what is decided and not yet in force, the first to come first', () => {
    expect(rulesOn(values, '2026-01-01')[0]?.coming.map(({ validFrom }) => validFrom)).toEqual(['2026-06-01', '2027-01-01'])
  })

  test('has no value after its last', () => {
    const one = [{ ...value('2026-01-01', 2.6), validUntil: '2027-01-01' }]
    expect(rulesOn(one, '2026-12-31')[0]?.now?.value).toBe(2.6)
    expect(rulesOn(one, '2027-01-01')[0]?.now).toBeUndefined()
  })

  test('has no value before its first day', () => {
    expect(rulesOn(values, '2023-12-31')[0]?.now).toBeUndefined()
  })
})

describe('a new value', () => {
  test.each([
    ['90', 'dage', 90],
    ['1.095', 'dage', 1095],
    ['2,5', 'procent', 2.5],
  ])('»%s« %s is %d', (written, unit, expected) => {
    expect(valueIn(written, unit)).toBe(expected)
  })

  test.each([
    ['0', 'dage'],
    ['2,5', 'dage'],
    ['-7', 'dage'],
    ['4000', 'dage'],
    ['halvfems', 'dage'],
    ['1e3', 'dage'],
    ['169', 'timer'],
    ['26', 'forsøg'],
    ['101', 'procent'],
  ])('»%s« %s is refused', (written, unit) => {
    expect(() => valueIn(written, unit)).toThrow(Refusal)
  })

  test('whatever is written is a number within bounds, or refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('dage', 'timer', 'forsøg'), (written, unit) => {
        try {
          expect(Number.isInteger(valueIn(written, unit))).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
    )
  })

  test('of a choice is one of its words', () => {
    expect(wordIn('pay', { pay: 'lønnen' })).toBe('pay')
    expect(() => wordIn('toString', { pay: 'lønnen' })).toThrow(Refusal)
  })

  test('of tariffs may begin before today, since calculations keep their rules', () => {
    expect(() => mustNotBeginBefore('2026-03-02', '2026-01-01', 'tariffs')).not.toThrow()
    expect(() => mustEndAfter('2026-01-01', '2026-01-01')).toThrow('slutte, før den begynder')
  })

  test('begins today or later, never yesterday', () => {
    expect(() => mustNotBeginBefore('2026-03-02', '2026-03-02')).not.toThrow()
    expect(() => mustNotBeginBefore('2026-03-02', '2026-03-01')).toThrow('tidligst ændres fra i dag, 2. marts 2026')
  })

  test('that changes nothing on its day is refused', () => {
    const past = [value('2026-06-01', 60), value('2024-01-01', 90)]
    const asked = { value: 90, word: undefined, confirmed: true, validUntil: undefined }
    expect(() => mustChange(past, asked, '2026-03-02')).toThrow(Refusal)
    expect(() => mustChange(past, asked, '2026-07-01')).not.toThrow()
    expect(() => mustChange(past, { ...asked, confirmed: false }, '2026-03-02')).not.toThrow()
  })
})
