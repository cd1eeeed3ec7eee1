import { describe, expect, test } from 'vitest'
import type { Party } from '../parties/index.ts'
import type { Lack } from '../progress/index.ts'
import { countsOf, dueOn, letterOf, type Missing, type Reader } from './reminder.ts'

const party = (id: number, name: string) => ({ id, name, longName: `${name} Kommune`, slug: name.toLowerCase() }) as Party
const faxe = party(1, 'Faxe')
const greve = party(2, 'Greve')

const lack = (kind: Lack['kind'], key: string): Lack => ({
  kind,
  area: { id: 1, key, title: `Område ${key}`, principle: { key: 'P1', slug: 'p1', title: 'P1' } },
})

const reader = (more: Partial<Reader> = {}): Reader => ({
  personId: 1,
  name: 'Programleder, Faxe',
  email: 'programleder@faxe.example',
  demo: false,
  role: 'contributor',
  partyId: faxe.id,
  lastReminded: undefined,
  ...more,
})

const missing: Missing[] = [
  { party: faxe, lacks: [lack('never', 'KT1'), lack('stale', 'KT2'), lack('unapproved', 'KT2'), lack('waiting', 'KV1')] },
  { party: greve, lacks: [] },
]

const due = (readers: Reader[], day = '2026-03-09', all = missing) => dueOn(day, { readers, missing: all, everyDays: 7 })
const kindsFor = (readers: Reader[]) =>
  due(readers).flatMap(({ missing }) => missing.flatMap(({ lacks }) => lacks.map(({ kind }) => kind)))

describe('who is reminded', () => {
  test('somebody whose party misses something, of what that person can do', () => {
    expect(kindsFor([reader()])).toEqual(['never', 'stale'])
    expect(kindsFor([reader({ role: 'approver' })])).toEqual(['never', 'stale', 'unapproved', 'waiting'])
  })

  test('nobody whose party misses nothing', () => {
    expect(due([reader({ partyId: greve.id })])).toEqual([])
  })

  test('not a contributor where only the approver has something to do', () => {
    const all = [{ party: faxe, lacks: [lack('waiting', 'KT1')] }]
    expect(due([reader()], '2026-03-09', all)).toEqual([])
    expect(due([reader({ role: 'approver' })], '2026-03-09', all)).toHaveLength(1)
  })

  test.each([
    ['2026-03-02', 1],
    ['2026-03-03', 0],
    ['2026-03-09', 0],
  ])('somebody reminded on %s gets %d more on 9 March', (lastReminded, count) => {
    expect(due([reader({ lastReminded })])).toHaveLength(count)
  })

  test('one who both reports and approves gets one mail with everything', () => {
    expect(kindsFor([reader(), reader({ role: 'approver' })])).toEqual(['never', 'stale', 'unapproved', 'waiting'])
    expect(kindsFor([reader({ role: 'approver' }), reader()])).toEqual(['never', 'stale', 'unapproved', 'waiting'])
  })

  test('one who reports for two parties gets one mail about both', () => {
    const both = [missing[0] as Missing, { party: greve, lacks: [lack('never', 'BO1')] }]
    const reminders = due([reader(), reader({ partyId: greve.id })], '2026-03-09', both)
    expect(reminders).toHaveLength(1)
    expect(reminders.map(countsOf)).toEqual([{ Faxe: 2, Greve: 1 }])
  })
})

test('the mail says what is missing, where to go and how to stop it', () => {
  const [reminder] = due([reader()])
  if (!reminder) throw new Error('nobody due')
  const { subject, body } = letterOf(reminder, {
    baseUrl: 'https://f.example',
    stopUrl: 'https://f.example/stop/x',
    everyDays: 7,
  })
  expect(subject).toBe('Det mangler I i Fælles: Faxe')
  expect(body).toContain('Faxe Kommune\n\nIkke meldt endnu:\n- Område KT1\n\nBør bekræftes eller rettes:\n- Område KT2')
  expect(body).toContain('https://f.example/plan/parter/faxe')
  expect(body).toContain('https://f.example/stop/x')
  expect(body).not.toContain('Område KV1')
})
