import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from '../../platform/values/exact.ts'
import type { Case, Step } from './case.ts'
import {
  before,
  daysOf,
  halfYearIn,
  halfYearKey,
  halfYearList,
  halfYearOf,
  halfYearsBetween,
  isOver,
  knownBefore,
  sinceThen,
} from './half-year.ts'

const at = (day: string) => new Date(`${day}T10:00:00Z`)

const step = (kind: Step['kind'], day: string, more: Partial<Step> = {}): Step => ({
  id: 1,
  caseId: 1,
  kind,
  day,
  text: '',
  outcome: undefined,
  deadline: kind === 'asked' ? '2026-12-31' : undefined,
  body: undefined,
  outboxId: undefined,
  actorName: 'Prøve',
  example: false,
  recordedAt: at(day),
  ...more,
})

const found = (day: string, more: Partial<Case> = {}): Case => ({
  id: 1,
  uuid: '',
  versionId: 1,
  calculationId: undefined,
  offerId: 1,
  operatorId: 1,
  operatorPartyId: undefined,
  partyId: 1,
  party: 'Faxe',
  operatorName: 'En driftsherre',
  offerName: 'Et tilbud',
  what: '',
  groups: [],
  ownership: 'private',
  kind: 'residential',
  per: 'full_day',
  effectiveOn: '2026-01-01',
  from: exact(100),
  to: exact(110),
  percent: exact(10),
  baseline: 'last year',
  limit: exact(5),
  limitSource: 'K5',
  limitConfirmed: true,
  source: 'Prøve',
  mailbox: undefined,
  foundOn: day,
  actorName: 'Fælles',
  example: false,
  recordedAt: at(day),
  steps: [],
  ...more,
})

const first = { year: 2026, half: 1 } as const
const bands = { middle: exact(10), large: exact(20) }
const counts = (list: ReturnType<typeof halfYearList>, title: string) =>
  list.groups.find((group) => group.title === title)?.counts.map(({ label, count }) => [label, count])

describe('a half year', () => {
  test('ends with June and with December', () => {
    expect(['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map((day) => halfYearKey(halfYearOf(day)))).toEqual([
      '2026-1',
      '2026-1',
      '2026-2',
      '2026-2',
    ])
    expect([isOver(first, '2026-06-30'), isOver(first, '2026-07-01')]).toEqual([false, true])
  })

  test('is read from an address, and nothing else is', () => {
    expect(halfYearIn('2026-2')).toEqual({ year: 2026, half: 2 })
    for (const text of ['2026-3', '26-1', '2026', '2026-12', 'nu']) expect(halfYearIn(text)).toBeUndefined()
  })

  test('follows the one before without a day between, back to any year', () => {
    const day = fc
      .date({ min: new Date('2001-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (on) => {
        const one = halfYearOf(on)
        expect(daysOf(before(one)).until).toBe(daysOf(one).from)
        expect(daysOf(one).from <= on && on < daysOf(one).until).toBe(true)
        expect(halfYearIn(halfYearKey(one))).toEqual(one)
      }),
    )
    expect(halfYearsBetween({ year: 2025, half: 1 }, first).map(halfYearKey)).toEqual(['2026-1', '2025-2', '2025-1'])
  })
})

describe('the list of a half year', () => {
  test('counts what was found in it by ownership, size, target group and outcome, and how many there were before', () => {
    const list = halfYearList(
      [
        found('2026-02-01', { percent: exact(25), groups: ['Autisme', 'Demens'] }),
        found('2026-03-01', { ownership: 'municipal', percent: exact(10), groups: ['Autisme'] }),
        found('2026-04-01', { percent: exact(99, 10), steps: [step('assessed', '2026-05-01', { outcome: 'partly' })] }),
        found('2025-12-31'),
        found('2026-07-01'),
      ],
      first,
      bands,
    )
    expect(list.cases.map(({ percent }) => Number(percent.n) / Number(percent.d))).toEqual([25, 10, 9.9])
    expect(list.before).toBe(1)
    expect(counts(list, 'Ejerform')).toEqual([
      ['Privat', 2],
      ['Kommunal', 1],
    ])
    expect(counts(list, 'Størrelse')).toEqual([
      ['20 procent eller mere', 1],
      ['fra 10 til under 20 procent', 1],
      ['under 10 procent', 1],
    ])
    expect(counts(list, 'Målgruppe')).toEqual([
      ['Autisme', 2],
      ['Demens', 1],
      ['Ikke oplyst', 1],
    ])
    expect(counts(list, 'Vurdering')).toEqual([
      ['Ikke vurderet endnu', 2],
      ['Stigningen er delvist forklaret', 1],
    ])
  })

  test('names those who were asked and never answered, also when their case is closed, and nobody who answered', () => {
    const silent = found('2026-02-01', { steps: [step('asked', '2026-02-02'), step('closed', '2026-06-01')] })
    const answered = found('2026-02-01', { steps: [step('asked', '2026-02-02'), step('explained', '2026-02-09')] })
    const list = halfYearList([silent, answered, found('2026-03-01')], first, bands)
    expect(list.unanswered).toEqual([silent])
    expect(list.open).toBe(2)
  })

  test('knows nothing of what was written after it was over, whatever day that tells of', () => {
    const receipt = step('received', '2026-06-29', { recordedAt: at('2026-07-02') })
    const all = [
      found('2026-02-01', { steps: [step('sent', '2026-06-01'), receipt] }),
      found('2026-06-30', { recordedAt: at('2026-07-01') }),
    ]
    const known = knownBefore(all, daysOf(first).until)
    expect(known).toHaveLength(1)
    expect(known[0]?.steps.map(({ kind }) => kind)).toEqual(['sent'])
    expect(sinceThen(all, first)).toEqual({ steps: 1, cases: 2, newest: '2026-07-02' })
    expect(sinceThen(known, first)).toEqual({ steps: 0, cases: 0, newest: undefined })
  })

  test('is over at midnight in Copenhagen and not in Greenwich', () => {
    const late = step('explained', '2026-07-01', { recordedAt: new Date('2026-06-30T22:30:00Z') })
    expect(knownBefore([found('2026-02-01', { steps: [late] })], daysOf(first).until)[0]?.steps).toEqual([])
  })

  test('counts every case once by ownership, size and outcome', () => {
    const some = fc.record({
      ownership: fc.constantFrom('municipal', 'regional', 'self_governing', 'private', undefined),
      percent: fc.integer({ min: 501, max: 9000 }).map((hundredths) => exact(hundredths, 100)),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (cases) => {
        const list = halfYearList(
          cases.map((one) => found('2026-05-05', one as Partial<Case>)),
          first,
          bands,
        )
        for (const title of ['Ejerform', 'Størrelse', 'Vurdering'])
          expect(counts(list, title)?.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(cases.length)
      }),
    )
  })
})
