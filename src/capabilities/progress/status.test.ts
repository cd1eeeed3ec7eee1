import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import { isStale, lastSaid, mustBeNewest, mustGiveReason, mustHaveBeen, mustHaveSeen, type State, stateKeys } from './status.ts'

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count))

describe('a reason', () => {
  const needed: State[] = ['blocked', 'not_relevant']
  test.each(stateKeys.map((state) => [state, needed.includes(state)] as const))('%s needs a reason: %s', (state, needs) => {
    const without = () => mustGiveReason(state, undefined)
    if (needs) expect(without).toThrow('Skriv hvorfor')
    else expect(without).not.toThrow()
    expect(() => mustGiveReason(state, 'Vi venter på en ny aftale.')).not.toThrow()
  })
})

describe('the day a status speaks of', () => {
  test('today and yesterday have been, tomorrow has not', () => {
    expect(() => mustHaveBeen('2026-03-02', '2026-03-02')).not.toThrow()
    expect(() => mustHaveBeen('2026-03-01', '2026-03-02')).not.toThrow()
    expect(() => mustHaveBeen('2026-03-03', '2026-03-02')).toThrow('Dagen er ikke kommet endnu')
  })
})

describe('a report grows old', () => {
  test.each([
    ['2026-01-01', '2026-04-01', false],
    ['2026-01-01', '2026-04-02', true],
    ['2026-03-01', '2026-03-01', false],
  ])('said on %s and read on %s: stale is %s', (said, today, stale) => expect(isStale(said, today, 90)).toBe(stale))

  test('once it is old it stays old, and never before the days allowed have gone', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 1000 }), (said, allowed, later) => {
        expect(isStale(said, addDays(said, later), allowed)).toBe(later > allowed)
      }),
    )
  })

  test('it counts from when it was recorded, confirmed or approved, whichever is newest', () => {
    const at = (day: string) => new Date(`${day}T10:00:00Z`)
    const recordedAt = at('2026-01-01')
    expect(lastSaid({ recordedAt, confirmedAt: undefined, approvedAt: undefined })).toEqual(recordedAt)
    expect(lastSaid({ recordedAt, confirmedAt: at('2026-02-01'), approvedAt: at('2026-01-05') })).toEqual(at('2026-02-01'))
    expect(lastSaid({ recordedAt, confirmedAt: undefined, approvedAt: at('2026-01-05') })).toEqual(at('2026-01-05'))
  })
})

describe('two people at once', () => {
  test('who has seen the newest report may write on top of it', () => {
    expect(() => mustHaveSeen(7, 7)).not.toThrow()
    expect(() => mustHaveSeen(undefined, undefined)).not.toThrow()
  })
  test.each([
    [8, 7],
    [8, undefined],
  ])('the newest is %s and %s was seen: refused', (newest, seen) => {
    expect(() => mustHaveSeen(newest, seen)).toThrow('En anden har meldt imens')
  })
  test('only the newest can be confirmed or approved', () => {
    expect(() => mustBeNewest(7, 7)).not.toThrow()
    expect(() => mustBeNewest(8, 7)).toThrow('nyere melding')
    expect(() => mustBeNewest(undefined, 7)).toThrow('nyere melding')
  })
})
