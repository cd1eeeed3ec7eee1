import { describe, expect, test } from 'vitest'
import { deviationOf, type Figure, isStale, mustBeOver, standing, yearsOf } from './cases.ts'

const figure = (id: number, of: Partial<Figure>): Figure => ({
  id,
  kind: 'actual',
  year: 2016,
  municipalityCode: undefined,
  municipality: undefined,
  cases: 262,
  derived: false,
  note: undefined,
  source: 'Rammeaftale 2018-19',
  sourceDay: '2017-06-12',
  sourceUrl: undefined,
  actorName: 'Fælles',
  example: false,
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  ...of,
})

describe('cases of Børnehus Sjælland', () => {
  test('are 38 % over a budget of 190, and cannot be compared with a budget nobody told of', () => {
    expect(deviationOf({ actual: 262, budget: 190 })).toBe(38)
    expect(deviationOf({ actual: 262, budget: undefined })).toBeUndefined()
    expect(deviationOf({ actual: 0, budget: 0 })).toBeUndefined()
    expect(deviationOf({ actual: 0, budget: 10 })).toBe(-100)
  })

  test('what happened, the budget and what was expected are never mixed', () => {
    const years = yearsOf(
      [figure(1, {}), figure(2, { kind: 'budget', cases: 190 }), figure(3, { kind: 'forecast', year: 2018, cases: 315 })],
      '2019-05-01',
    )
    expect(years.map(({ year, actual, budget, forecast }) => [year, actual?.cases, budget?.cases, forecast?.cases])).toEqual([
      [2016, 262, 190, undefined],
      [2017, undefined, undefined, undefined],
      [2018, undefined, undefined, 315],
    ])
  })

  test('years on end that nobody told of are one row', () => {
    const years = yearsOf([figure(1, {})], '2026-03-02')
    expect(years.map(({ year, until }) => [year, until])).toEqual([
      [2016, 2016],
      [2017, 2025],
    ])
  })

  test('of one municipality are not in the table of the region', () => {
    expect(yearsOf([figure(1, { municipalityCode: 320 })], '2019-05-01')).toEqual([])
  })

  test('the newest row holds, and one taken back is none', () => {
    expect(standing([figure(1, {}), figure(2, { cases: 260 })]).map(({ cases }) => cases)).toEqual([260])
    expect(standing([figure(1, {}), figure(2, { cases: undefined })])).toEqual([])
  })

  test('are old by what happened, not by what was expected', () => {
    expect(isStale([figure(1, {}), figure(2, { kind: 'forecast', year: 2025 })], '2026-03-02', 24)).toBe(true)
    expect(isStale([figure(1, { year: 2025 })], '2026-03-02', 24)).toBe(false)
    expect(isStale([], '2026-03-02', 24)).toBe(false)
  })

  test('happened only when the year is over; a budget may lie ahead', () => {
    expect(() => mustBeOver({ kind: 'actual', year: 2026 }, '2026-12-31')).toThrow('2026 er ikke gået')
    expect(() => mustBeOver({ kind: 'actual', year: 2025 }, '2026-01-01')).not.toThrow()
    expect(() => mustBeOver({ kind: 'budget', year: 2027 }, '2026-01-01')).not.toThrow()
  })
})
