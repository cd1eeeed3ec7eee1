import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, isDay } from '../../platform/values/day.ts'
import { type Fact, factsOn, isCurrent, isPublic, type Written } from './fact.ts'

let next = 1
const row = (some: Partial<Written>): Written => ({
  id: next++,
  offerId: 1,
  offerName: 'Bøgely',
  municipality: 'Faxe',
  partyId: undefined,
  rootId: undefined,
  correctsId: undefined,
  aboutId: undefined,
  kind: 'approval',
  colour: undefined,
  day: '2025-01-01',
  validFrom: some.day ?? '2025-01-01',
  lastDay: undefined,
  authorityKey: 'oest',
  authority: 'Socialtilsyn Øst',
  text: undefined,
  publishedUrl: 'https://tilbudsportalen.dk/1',
  source: 'Tilbudsportalen',
  reason: undefined,
  withdrawn: false,
  actorName: 'Socialtilsyn Øst',
  example: false,
  recordedOn: '2025-01-01',
  ...some,
})

const only = (rows: Written[], day: string): Fact => {
  const [fact] = factsOn(rows, day)
  if (!fact) throw new Error('no fact')
  return fact
}

describe('how a decision stands', () => {
  const intensified = row({ kind: 'intensified', day: '2025-01-01', lastDay: '2025-06-30' })

  test.each([
    ['2025-06-30', 'in_force', true],
    ['2025-07-01', 'over', false],
  ])('intensified supervision to and with 30 June is on %s %s', (day, state, current) => {
    const fact = only([intensified], day)
    expect([fact.state, isCurrent(fact)]).toEqual([state, current])
  })

  test('an injunction whose deadline is over still waits to be met', () => {
    const injunction = row({ kind: 'injunction', lastDay: '2025-03-01' })
    expect(only([injunction], '2025-03-02').state).toBe('overdue')
    const met = row({ kind: 'met', aboutId: injunction.id, day: '2025-03-10', recordedOn: '2025-03-10' })
    expect(only([injunction, met], '2025-03-10')).toMatchObject({ state: 'over', endedOn: '2025-03-10' })
  })

  test('what was overturned stays, shown as overturned', () => {
    const annulled = row({ kind: 'annulled', aboutId: intensified.id, day: '2025-03-01', recordedOn: '2025-03-02' })
    expect(only([intensified, annulled], '2025-03-02')).toMatchObject({
      kind: 'intensified',
      state: 'annulled',
      endedOn: '2025-03-01',
    })
    expect(only([intensified, annulled], '2025-03-01').state).toBe('in_force')
  })

  test('an approval that ended stands again when its end is annulled', () => {
    const approval = row({ kind: 'approval' })
    const ended = row({ kind: 'ended', day: '2025-05-01', recordedOn: '2025-05-01' })
    const annulled = row({ kind: 'annulled', aboutId: ended.id, day: '2025-12-01', recordedOn: '2025-12-01' })
    const stateOf = (rows: Written[], day: string) => factsOn(rows, day).find(({ kind }) => kind === 'approval')?.state
    expect(stateOf([approval, ended], '2025-05-01')).toBe('over')
    expect(stateOf([approval, ended, annulled], '2025-12-01')).toBe('in_force')
  })

  test('a newer colour takes the place of an older one of the same offer, and of no other', () => {
    const green = row({ kind: 'risk', colour: 'green' })
    const red = row({ kind: 'risk', colour: 'red', day: '2025-02-01', recordedOn: '2025-02-01' })
    const elsewhere = row({ kind: 'risk', colour: 'yellow', offerId: 2 })
    const current = factsOn([green, red, elsewhere], '2025-02-01').filter(isCurrent)
    expect(current.map(({ colour }) => colour).sort()).toEqual(['red', 'yellow'])
  })

  test('a correction takes the place of what it corrects from the day it was written; what it became of it stays', () => {
    const annulled = row({ kind: 'annulled', aboutId: intensified.id, day: '2025-03-01', recordedOn: '2025-03-01' })
    const corrected = row({
      ...intensified,
      id: next++,
      rootId: intensified.id,
      correctsId: intensified.id,
      reason: 'Forkert dag',
      lastDay: '2025-05-31',
      recordedOn: '2025-04-01',
    })
    const rows = [intensified, annulled, corrected]
    expect(only(rows, '2025-03-31')).toMatchObject({ lastDay: '2025-06-30', earlier: [] })
    expect(only(rows, '2025-04-01')).toMatchObject({ root: intensified.id, lastDay: '2025-05-31', state: 'annulled' })
    expect(only(rows, '2025-04-01').earlier).toEqual([intensified])
  })
})

describe('what everybody may see', () => {
  const limits = { day: '2027-06-29', months: 24 }
  const over = row({ kind: 'intensified', lastDay: '2025-06-30' })

  test('ends so many months after it stopped', () => {
    const fact = only([over], limits.day)
    expect(isPublic(fact, limits)).toBe(true)
    expect(isPublic(fact, { ...limits, day: '2027-06-30' })).toBe(false)
  })

  test('is never what the authority has not published, nor what is withdrawn', () => {
    expect(isPublic(only([row({ publishedUrl: undefined })], '2025-01-01'), limits)).toBe(false)
    expect(isPublic(only([row({ withdrawn: true })], '2025-01-01'), limits)).toBe(false)
  })
})

test('a month later is the same day of the month, or its last', () => {
  expect([addMonths('2026-08-31', 6), addMonths('2024-02-29', 12), addMonths('2026-03-15', -3)]).toEqual([
    '2027-02-28',
    '2025-02-28',
    '2025-12-15',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 200 }), (days, months) => {
      const day = addDays('1990-01-01', days)
      const later = addMonths(day, months)
      expect(isDay(later)).toBe(true)
      expect(later >= day).toBe(true)
      expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)))
      expect(later <= addMonths(day, months + 1)).toBe(true)
    }),
  )
})
