import { describe, expect, test } from 'vitest'
import { isOld, type ListEvent, mustFollow, mustHaveCome, standingOn } from './listing.ts'

const event = (id: number, of: Partial<ListEvent>): ListEvent => ({
  id,
  specialisedId: 1,
  kind: 'listed',
  day: '2017-06-12',
  dayText: undefined,
  speciality: 'Spiseforstyrrelse',
  assessedBy: undefined,
  targetGroup: undefined,
  criteria: [],
  result: undefined,
  followUp: false,
  note: undefined,
  source: 'Rammeaftale 2018-19',
  sourceUrl: undefined,
  actorName: 'Fælles',
  example: false,
  ...of,
})

const listed = event(1, {})
const screened = event(2, { kind: 'assessed', day: '2025-05-02', result: 'not_specialised', followUp: true })
const left = event(3, { kind: 'left', day: '2026-01-15' })

describe('the list of the most specialised', () => {
  test('keeps an offer that was assessed as not specialised, under follow-up, until somebody decides', () => {
    const standing = standingOn({ events: [listed, screened] }, '2025-12-31')
    expect(standing.on).toBe(true)
    expect(standing.assessed?.followUp).toBe(true)
  })

  test('is read as it was on any day', () => {
    const one = { events: [listed, screened, left] }
    expect(standingOn(one, '2017-06-11').on).toBe(false)
    expect(standingOn(one, '2026-01-14').on).toBe(true)
    expect(standingOn(one, '2026-01-15')).toMatchObject({ on: false, left })
  })

  test('says when nobody has looked at an offer for longer than the rule allows', () => {
    const standing = standingOn({ events: [listed, screened] }, '2026-03-02')
    expect(isOld(standing, '2026-03-02', 24)).toBe(false)
    expect(isOld(standing, '2027-06-02', 24)).toBe(true)
    expect(isOld(standingOn({ events: [listed] }, '2026-03-02'), '2026-03-02', 24)).toBe(true)
  })

  test('is told in order, and never ahead', () => {
    expect(() => mustFollow({ name: 'Platangården', events: [listed, screened] }, '2025-05-01')).toThrow('2. maj 2025')
    expect(() => mustFollow({ name: 'Platangården', events: [listed, screened] }, '2025-05-02')).not.toThrow()
    expect(() => mustHaveCome('2026-03-03', '2026-03-02')).toThrow('ikke kommet endnu')
  })
})
