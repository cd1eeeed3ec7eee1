import { expect, test } from 'vitest'
import { approvable, lacksOf, linesOf } from './line.ts'
import type { Area } from './matrix.ts'
import type { Report } from './status.ts'

const principle = { key: 'P1', slug: 'p1', title: 'Princip' }
const areas: Area[] = ['KT1', 'KT2', 'KT3', 'KT4'].map((key, at) => ({ id: at + 1, key, title: key, principle }))
const at = (day: string) => new Date(`${day}T10:00:00Z`)

const report = (areaId: number, day: string, more: Partial<Report> = {}): Report => ({
  id: areaId * 10,
  partyId: 1,
  areaId,
  state: 'running',
  reason: undefined,
  publicNote: undefined,
  evidence: undefined,
  day,
  recordedAt: at(day),
  publishedAt: at(day),
  approvedAt: at(day),
  actorRole: 'contributor',
  example: false,
  confirmedAt: undefined,
  confirmedRole: undefined,
  ...more,
})

const lines = linesOf({
  areas,
  reports: [
    report(1, '2026-02-20'),
    report(2, '2025-10-01', { approvedAt: undefined }),
    report(3, '2026-02-01', { approvedAt: undefined }),
  ],
  before: [report(4, '2025-01-01'), report(1, '2025-01-01')],
  waiting: [report(3, '2026-03-01', { id: 99, publishedAt: undefined, approvedAt: undefined })],
  day: '2026-03-02',
  staleDays: 90,
})

test('every area has a line, in the order of the plan, reported or not', () => {
  expect(lines.map(({ area, report }) => [area.key, report?.id])).toEqual([
    ['KT1', 10],
    ['KT2', 20],
    ['KT3', 30],
    ['KT4', undefined],
  ])
})

test('what the predecessor said stands beside only while the party itself has said nothing', () => {
  expect(lines.map(({ before }) => before?.id)).toEqual([undefined, undefined, undefined, 40])
})

test('what is missing: never reported, old, not approved; what waits is neither silent nor old', () => {
  expect(lacksOf(lines).map(({ kind, area }) => `${area.key} ${kind}`)).toEqual([
    'KT2 stale',
    'KT2 unapproved',
    'KT3 waiting',
    'KT4 never',
  ])
})

test('an approver can stand by the newest of an area, unless somebody has', () => {
  expect(lines.map((line) => approvable(line)?.id)).toEqual([undefined, 20, 99, undefined])
})
