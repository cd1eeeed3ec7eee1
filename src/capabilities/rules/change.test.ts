import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeIn, changeOf, valuesOf, withValue } from './change.ts'
import { type Parameter, type Rule, rulesOn } from './rule.ts'

const parameter = (validFrom: string, value: number | undefined, more: Partial<Parameter> = {}): Parameter => ({
  key: 'limit',
  topic: 'tariffs',
  label: 'Grænsen',
  unit: 'procent',
  value,
  word: undefined,
  choices: undefined,
  validFrom,
  validUntil: undefined,
  source: 'K5',
  law: undefined,
  confirmed: false,
  note: undefined,
  recordedAt: new Date(0),
  actorName: undefined,
  ...more,
})

const TODAY = '2026-03-02'
const known = [parameter('2025-11-13', 8), parameter('2024-01-01', 5, { confirmed: true })]
const ruleOf = (values: readonly Parameter[]): Rule => {
  const [rule] = rulesOn(values, TODAY)
  if (!rule) throw new Error('no rule')
  return rule
}
const input = { source: 'Prøve', law: undefined, validUntil: undefined, confirmed: true, reason: 'Aftalt', moves: undefined }
const on = (values: readonly Parameter[], day: string) => rulesOn(values, day)[0]?.now?.value

describe('a change of a rule', () => {
  test('to a new value writes that value', () => {
    const written = changeOf(ruleOf(known), TODAY, { ...input, value: '9', validFrom: '2026-01-01' })
    expect(written.map(({ value, validFrom }) => [value, validFrom])).toEqual([[9, '2026-01-01']])
  })

  test('to a later day lets what held before go on until then', () => {
    const written = changeOf(ruleOf(known), TODAY, { ...input, value: '8', validFrom: '2026-06-01', moves: '2025-11-13' })
    const after = written.reduce((values, one) => withValue(values, one), known)
    expect(['2025-11-12', '2025-11-13', '2026-05-31', '2026-06-01'].map((day) => on(after, day))).toEqual([5, 5, 5, 8])
    expect(written[0]).toMatchObject({ confirmed: true, source: 'Prøve' })
  })

  test('to an earlier day takes over from there', () => {
    const written = changeOf(ruleOf(known), TODAY, { ...input, value: '8', validFrom: '2025-01-01', moves: '2025-11-13' })
    const after = written.reduce((values, one) => withValue(values, one), known)
    expect(['2024-12-31', '2025-01-01', '2025-11-13'].map((day) => on(after, day))).toEqual([5, 8, 8])
  })

  test('of the first day says that nobody had said anything before', () => {
    const first = [parameter('2024-01-01', 5)]
    const written = changeOf(ruleOf(first), TODAY, { ...input, value: '5', validFrom: '2025-01-01', moves: '2024-01-01' })
    const after = written.reduce((values, one) => withValue(values, one), first)
    expect(['2024-06-01', '2025-01-01'].map((day) => on(after, day))).toEqual([undefined, 5])
  })

  test('that changes nothing is refused', () => {
    const same = { ...input, confirmed: false, value: '8', validFrom: '2025-11-13', moves: '2025-11-13' }
    expect(() => changeOf(ruleOf(known), TODAY, same)).toThrow('Værdien er allerede 8\u00a0procent fra den dag')
  })

  test('in an address is read as a form is, and what is wrong is told by field', () => {
    const written = { value: '9', validFrom: '1.1.2026', source: 'Prøve', reason: 'Aftalt', confirmed: 'on' }
    expect(changeIn(ruleOf(known), TODAY, written)).toMatchObject({ values: [{ value: 9, validFrom: '2026-01-01' }] })
    expect(changeIn(ruleOf(known), TODAY, { ...written, value: '101' })).toMatchObject({ errors: { value: expect.any(String) } })
    expect(changeIn(ruleOf(known), TODAY, {})).toMatchObject({
      errors: { value: 'Skriv den nye værdi.', reason: 'Skriv kort, hvorfor reglen ændres.' },
    })
  })

  test('holds on every day what was written for it, wherever a day is moved', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (to, asked) => {
        fc.pre(to !== '2025-11-13')
        const written = changeOf(ruleOf(known), TODAY, { ...input, value: '8', validFrom: to, moves: '2025-11-13' })
        const after = written.reduce((values, one) => withValue(values, one), known)
        const first = asked < '2024-01-01' ? undefined : 5
        const expected = asked >= to && !(to < '2024-01-01' && asked >= '2024-01-01' && asked < '2025-11-13') ? 8 : first
        expect(on(after, asked)).toBe(expected)
        expect(valuesOf(ruleOf(after))).toHaveLength(after.length)
      }),
    )
  })
})
