import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coordinated, matrixOf, mustHaveBegun, schoolYearOf, schoolYearText, type Usage } from './usage.ts'

const offers = [
  { id: 1, name: 'Himmelev' },
  { id: 2, name: 'Marjatta' },
]
const municipalities = [320, 330, 340].map((code) => ({ code, name: `Kommune ${code}` }))
const cell = (offerId: number, municipalityCode: number, pupils: number | undefined): Usage => ({
  offerId,
  municipalityCode,
  year: 2025,
  pupils,
  source: 'Indberetning',
  actorName: 'Sekretariatet',
  example: false,
  recordedAt: new Date('2026-01-01T00:00:00Z'),
})
const matrix = (usage: Usage[], limit = 5) => matrixOf({ offers, municipalities, usage, needed: 2, limit })

describe('the matrix of special education', () => {
  test('hides small counts, shows 0, and keeps what nobody told apart from both', () => {
    const [himmelev] = matrix([cell(1, 320, 3), cell(1, 330, 0)]).rows
    expect([320, 330, 340].map((code) => himmelev?.cells.get(code))).toEqual(['few', 0, undefined])
    expect(himmelev?.sum).toEqual({ atLeast: 1, exact: false, told: 2 })
    expect(himmelev?.silent).toBe(1)
  })

  test('a cell taken back is not told', () => {
    expect(matrix([cell(1, 320, undefined)]).rows[0]?.cells.has(320)).toBe(false)
  })

  test('shows all to whom it may be shown', () => {
    expect(matrix([cell(1, 320, 3)], 1).rows[0]?.cells.get(320)).toBe(3)
  })

  test('two tables that differ only in what is hidden are the same table to the reader', () => {
    const few = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 })
    const given = (counts: number[]) => {
      const { rows, columns, sum } = matrix([
        cell(1, 320, counts[0]),
        cell(1, 330, counts[1]),
        cell(2, 320, counts[2]),
        cell(2, 340, counts[3]),
        cell(1, 340, 12),
        cell(2, 330, 0),
      ])
      return JSON.stringify([rows.map((row) => ({ ...row, cells: [...row.cells] })), [...columns], sum])
    }
    fc.assert(fc.property(few, few, (one, other) => given(one) === given(other)))
  })
})

test.each([
  [5, 0, 'yes'],
  [4, 0, 'no'],
  [4, 1, 'open'],
  [0, 17, 'open'],
  [5, 12, 'yes'],
] as const)('%d users and %d silent of at least 5: %s', (users, silent, answer) => {
  expect(coordinated({ users, silent, needed: 5 })).toBe(answer)
})

test('a school year begins on 1 August', () => {
  expect(schoolYearOf('2026-07-31')).toBe(2025)
  expect(schoolYearOf('2026-08-01')).toBe(2026)
  expect(schoolYearText(2025)).toBe('2025/26')
  expect(schoolYearText(2099)).toBe('2099/00')
  expect(() => mustHaveBegun(2026, '2026-07-31')).toThrow('1. august 2026')
})
