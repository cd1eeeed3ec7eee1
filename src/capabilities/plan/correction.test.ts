import { describe, expect, test } from 'vitest'
import { correctionOf, mustBeNewest, mustBeTrue, mustHaveBeen, sameValue, valueFrom } from './correction.ts'

const bodies = new Map([['kkr', 'KKR Sjælland']])
const held = [
  { id: 2, value: 'K17', validFrom: '2025-05-02' },
  { id: 1, value: 'KKR', validFrom: '2024-10-11' },
]

describe('what a person writes is read by the kind of field', () => {
  test('numbers, days, yes and no, bodies and periods', () => {
    expect(valueFrom('programmeYear', { value: '2027' }, bodies)).toBe(2027)
    expect(valueFrom('done', { value: '13-11-2025' }, bodies)).toBe('2025-11-13')
    expect(valueFrom('needsResources', { value: 'nej' }, bodies)).toBe(false)
    expect(valueFrom('body', { value: 'kkr' }, bodies)).toBe('kkr')
    expect(valueFrom('planned', { from: '2027-01-01', to: '2027-03-31' }, bodies)).toMatchObject({ text: '1. kvartal 2027' })
  })

  test('what is no number, no day and no body is refused in words', () => {
    expect(() => valueFrom('programmeYear', { value: 'næste år' }, bodies)).toThrow('helt tal')
    expect(() => valueFrom('done', { value: '31-02-2025' }, bodies)).toThrow('Skriv en dato')
    expect(() => valueFrom('responsible', { value: 'ingen-kender-den' }, bodies)).toThrow('på listen')
    expect(() => valueFrom('planned', { value: 'engang', to: '2027-01-01' }, bodies)).toThrow('første dag')
  })
})

describe('a correction', () => {
  test('of a field with one value takes the place of the newest and ends none', () => {
    expect(correctionOf('summary', 'Nyt', held, undefined)).toEqual({ value: 'Nyt', ends: [] })
  })

  test('of a field with several adds one, or replaces the one that is chosen', () => {
    expect(correctionOf('body', 'Styregruppen', held, undefined).ends).toEqual([])
    expect(correctionOf('body', 'Styregruppen', held, 1).ends.map(({ id }) => id)).toEqual([1])
  })

  test('that is empty takes back the chosen one, or all that was said of a field with one value', () => {
    expect(correctionOf('body', undefined, held, 2).ends.map(({ id }) => id)).toEqual([2])
    expect(correctionOf('summary', undefined, held, undefined).ends).toHaveLength(2)
  })

  test('that changes nothing is refused', () => {
    expect(() => correctionOf('summary', 'K17', held, undefined)).toThrow('allerede det samme')
    expect(() => correctionOf('body', 'KKR', held, undefined)).toThrow('allerede det samme')
    expect(() => correctionOf('body', undefined, held, undefined)).toThrow('Skriv den nye oplysning')
  })

  test('back to what once stood is a change', () => {
    expect(correctionOf('summary', 'KKR', held, undefined).value).toBe('KKR')
  })

  test('of something that is gone meanwhile is refused', () => {
    expect(() => correctionOf('body', 'Nyt', held, 99)).toThrow('rettet af en anden')
  })
})

test('nothing is known from a day to come, and nothing newer is overtaken', () => {
  expect(() => mustHaveBeen('2026-03-03', '2026-03-02')).toThrow('ikke kommet endnu')
  expect(() => mustBeNewest('2025-05-01', '2025-05-02')).toThrow('2. maj 2025')
  expect(() => mustBeNewest('2025-05-02', '2025-05-02')).not.toThrow()
})

test('what is done is done on a day that has been, and a title is never taken away', () => {
  expect(() => mustBeTrue('done', '2026-03-03', '2026-03-02')).toThrow('ikke kommet endnu')
  expect(() => mustBeTrue('title', undefined, '2026-03-02')).toThrow('titel')
})

test('two periods are the same whatever order their parts are kept in', () => {
  expect(
    sameValue(
      { text: '2025', from: '2025-01-01', until: '2026-01-01' },
      { until: '2026-01-01', text: '2025', from: '2025-01-01' },
    ),
  ).toBe(true)
})
