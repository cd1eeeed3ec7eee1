import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import { isOn, mustNotOverlap, mustRunForward, overlap, type Period, periodText, step } from './period.ts'

const day = fc.integer({ min: 0, max: 200 }).map((offset) => addDays('2025-01-01', offset))
const period = fc
  .tuple(fc.option(day, { nil: undefined }), fc.integer({ min: 1, max: 200 }), fc.boolean())
  .map(
    ([validFrom, days, open]): Period => ({ validFrom, validUntil: open ? undefined : addDays(validFrom ?? '2025-01-01', days) }),
  )
const days = Array.from({ length: 240 }, (_, at) => addDays('2024-12-01', at))

test('two periods overlap exactly when there is a day on which both hold', () => {
  fc.assert(fc.property(period, period, (a, b) => overlap(a, b) === days.some((one) => isOn(a, one) && isOn(b, one))))
})

test('a period that ends the day the next begins does not overlap it', () => {
  expect(overlap({ validFrom: '2025-01-01', validUntil: '2025-03-01' }, { validFrom: '2025-03-01', validUntil: undefined })).toBe(
    false,
  )
})

type Row = Period & { id: number }

/** Lets a new row in as the deed does. */
function letIn(rows: readonly Row[], validFrom: string): Row[] {
  const { same, end, validUntil } = step(rows, validFrom)
  if (same) return rows.map((row) => row)
  return [
    ...rows.map((row) => (row === end ? { ...row, validUntil: validFrom } : row)),
    { id: rows.length + 1, validFrom, validUntil },
  ]
}

test('however many numbers are written, from whatever days, two never hold on the same day and none that was told is lost', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), fc.boolean(), (starts, openStart) => {
      let rows: Row[] = openStart ? [{ id: 0, validFrom: undefined, validUntil: undefined }] : []
      for (const start of starts) {
        const before = days.filter((one) => rows.some((row) => isOn(row, one)))
        rows = letIn(rows, start)
        for (const one of days) expect(rows.filter((row) => isOn(row, one)).length).toBeLessThanOrEqual(1)
        expect(rows.some((row) => row.validFrom === start && isOn(row, start))).toBe(true)
        for (const one of before) expect(rows.some((row) => isOn(row, one))).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('a number announced for June stands when another is written from March', () => {
  const rows = [
    { id: 1, validFrom: '2025-01-01', validUntil: '2025-06-01' },
    { id: 2, validFrom: '2025-06-01', validUntil: undefined },
  ]
  expect(step(rows, '2025-03-01')).toEqual({ same: undefined, end: rows[0], validUntil: '2025-06-01' })
})

test('the same day again puts the number right', () => {
  const row = { id: 1, validFrom: '2025-01-01', validUntil: undefined }
  expect(step([row], '2025-01-01').same).toBe(row)
})

test('a period that ends before it begins, and one in the way, are told with their days', () => {
  expect(() => mustRunForward({ validFrom: '2025-03-01', validUntil: '2025-03-01' })).toThrow('1. marts 2025')
  expect(() =>
    mustNotOverlap({ validFrom: '2025-02-01', validUntil: undefined }, [{ validFrom: '2025-03-01', validUntil: undefined }]),
  ).toThrow('fra 1. marts 2025')
  expect(periodText({ validFrom: undefined, validUntil: '2014-01-01' })).toBe('indtil 1. januar 2014')
})
