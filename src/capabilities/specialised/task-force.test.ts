import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Case, mustComeAfter, mustHaveNothingLeft, nextDeadline, progressOf, type Step } from './task-force.ts'

const step = (id: number, of: Partial<Step>): Step => ({
  id,
  caseId: 1,
  kind: 'action',
  day: '2026-03-02',
  text: 'Budget for resten af året',
  responsible: 'Driftsherren',
  dueOn: undefined,
  actionId: undefined,
  internal: false,
  actorName: 'Sekretariatet',
  example: false,
  recordedAt: new Date('2026-03-02T09:00:00Z'),
  ...of,
})

const raised = (steps: Step[] = [], dueOn?: string): Case => ({
  id: 1,
  specialisedId: 1,
  key: 'bomi',
  name: 'BOMI',
  offerId: 1,
  raisedOn: '2026-03-01',
  raisedBy: 'Leder af tilbuddet',
  party: undefined,
  reason: 'For få borgere',
  dueOn,
  source: 'Brev',
  actorName: 'Sekretariatet',
  example: false,
  recordedAt: new Date('2026-03-01T09:00:00Z'),
  steps,
})

const convened = step(1, { kind: 'convened', day: '2026-03-02' })
const action = step(2, { dueOn: '2026-03-10' })

describe('a case', () => {
  test('that nobody has convened in time says so, and by how much', () => {
    expect(progressOf(raised(), '2026-03-15', 14).late).toEqual([])
    expect(progressOf(raised(), '2026-03-20', 14).late).toEqual([
      'Task force skulle være indkaldt 15. marts 2026 (5 dage over fristen)',
    ])
  })

  test('says every deadline that has passed, one day after it', () => {
    const { late } = progressOf(raised([convened, action], '2026-03-10'), '2026-03-11', 14)
    expect(late).toEqual([
      'Sagen skulle være løst 10. marts 2026 (1 dag over fristen)',
      '»Budget for resten af året« skulle være udført 10. marts 2026 (1 dag over fristen)',
    ])
  })

  test('judges an action by its newest deadline', () => {
    const moved = step(3, { kind: 'moved', actionId: 2, dueOn: '2026-03-20' })
    const { tasks, late } = progressOf(raised([convened, action, moved]), '2026-03-15', 14)
    expect(tasks[0]?.dueOn).toBe('2026-03-20')
    expect(late).toEqual([])
  })

  test('has nothing overdue when it is closed, and has again when it is opened', () => {
    const closed = step(4, { kind: 'closed', day: '2026-03-05' })
    expect(progressOf(raised([convened, closed], '2026-03-04'), '2026-06-01', 14)).toMatchObject({ open: false, late: [] })
    const again = step(5, { kind: 'reopened', day: '2026-05-01' })
    const { open, late } = progressOf(raised([convened, closed, again], '2026-03-04'), '2026-06-01', 14)
    expect(open).toBe(true)
    expect(late).toHaveLength(1)
  })

  test('cannot be closed while an action is neither done nor dropped', () => {
    expect(() => mustHaveNothingLeft(progressOf(raised([convened, action]), '2026-03-05', 14))).toThrow('1 handling')
    const dropped = step(3, { kind: 'dropped', actionId: 2 })
    expect(() => mustHaveNothingLeft(progressOf(raised([convened, action, dropped]), '2026-03-05', 14))).not.toThrow()
  })

  test('is told in order, and never ahead', () => {
    const of = raised([convened])
    expect(() => mustComeAfter(of, '2026-03-01', '2026-03-09')).toThrow(Refusal)
    expect(() => mustComeAfter(of, '2026-03-10', '2026-03-09')).toThrow(Refusal)
    expect(() => mustComeAfter(of, '2026-03-02', '2026-03-09')).not.toThrow()
  })

  test('is never told to wait for a day before its next deadline', () => {
    const lag = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(lag, lag, lag, (convene, first, second) => {
        const due = [first, second].map((days, at) => step(at + 2, { dueOn: addDays('2026-03-01', days) }))
        const of = raised(due)
        const progress = progressOf(of, '2026-03-01', convene)
        const all = [addDays('2026-03-01', convene), ...due.map(({ dueOn }) => dueOn ?? '')]
        expect(all.every((one) => one >= (nextDeadline(of, progress) ?? ''))).toBe(true)
      }),
    )
  })
})
