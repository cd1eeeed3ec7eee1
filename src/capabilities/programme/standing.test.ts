import { expect, test } from 'vitest'
import type { Party } from '../parties/index.ts'
import type { Report, State } from '../progress/index.ts'
import { standingOf } from './standing.ts'

const party = (id: number, successorId?: number) => ({ id, successorId }) as Party
const report = (partyId: number, state: State, areaId = 7) => ({ partyId, areaId, state, example: false }) as Report

test('who has not reported is counted in N alone', () => {
  const standing = standingOf(
    7,
    [party(1), party(2), party(3)],
    [report(1, 'running'), report(2, 'running'), report(3, 'paused', 8)],
  )
  expect(standing).toMatchObject({ reported: 2, of: 3, counts: [{ state: 'running', count: 2 }] })
})

test('a successor begins without a report, with what its predecessor said last beside it', () => {
  const { parties, reported, of } = standingOf(7, [party(2)], [report(1, 'daily_use')], [party(1, 2), party(2)])
  expect([reported, of]).toEqual([0, 1])
  expect(parties[0]).toMatchObject({ report: undefined, before: { state: 'daily_use' } })
})

test('once the successor has reported, its predecessor is silent', () => {
  const { parties } = standingOf(7, [party(2)], [report(1, 'daily_use'), report(2, 'planned')], [party(1, 2), party(2)])
  expect(parties[0]).toMatchObject({ report: { state: 'planned' }, before: undefined })
})
