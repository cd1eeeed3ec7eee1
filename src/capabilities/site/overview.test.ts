import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import { Item, Plan, type PlanKind } from '../plan/index.ts'
import type { Matrix, State } from '../progress/index.ts'
import { agreementOn, aheadOf, lastMoved, passedUnsaid, reachOf } from './overview.ts'

const principle = { key: 'P1', slug: 'p1', title: 'Et princip' }
const areas = [1, 2, 3].map((id) => ({ id, key: `A${id}`, title: `Område ${id}`, principle }))

/** What each party has said of the three areas. */
const matrixOf = (...parties: (State | undefined)[][]): Matrix => ({
  areas,
  columns: parties.map((states, at) => ({
    party: { id: at + 1 } as Party,
    standings: areas.map((_, row) => ({ state: states[row], approved: false, stale: false, example: false })),
  })),
})

describe('how far all are', () => {
  test('counts parties and fields that are reported, of all there are', () => {
    const { parties, fields } = reachOf(matrixOf(['running', 'planned'], []))
    expect(parties).toEqual({ reported: 1, of: 2 })
    expect(fields).toEqual({ reported: 2, of: 6 })
  })

  test('what nobody has reported is counted as itself and never as not begun', () => {
    expect(reachOf(matrixOf(['not_started'], [])).states).toEqual([
      { state: 'not_started', count: 1 },
      { state: 'none', count: 5 },
    ])
  })

  test('when all is reported nothing is left unreported', () => {
    const all: State[] = ['daily_use', 'daily_use', 'daily_use']
    expect(reachOf(matrixOf(all, all)).states).toEqual([{ state: 'daily_use', count: 6 }])
  })
})

test('what moved last is told of members, the newest first', () => {
  const said = (partyId: number, day: string) =>
    ({ partyId, areaId: 1, state: 'running', example: false, saidAt: new Date(day) }) as const
  const moved = [said(1, '2026-01-01'), said(2, '2026-01-03'), said(9, '2026-01-04')]
  expect(lastMoved(moved, matrixOf([], []), 5).map(({ partyId }) => partyId)).toEqual([2, 1])
  expect(lastMoved(moved, matrixOf([], []), 1).map(({ partyId }) => partyId)).toEqual([2])
})

let id = 0
const item = (kind: PlanKind, facts: Record<string, unknown>) =>
  new Item(
    {
      id: ++id,
      kind,
      key: `X${id}`,
      slug: `x${id}`,
      parentId: undefined,
      position: 0,
      facts: Object.entries(facts).map(([field, value]) => [field, value, '2024-01-01', ['000:1'], null]),
    },
    new Set(),
  )

const period = (text: string, from: string, last: string) => ({ text, from, until: addDays(last, 1) })
const planOf = (...items: Item[]) => new Plan('2026-03-02', items)
const titles = (plan: Plan, parties: Party[] = []) => aheadOf(plan, parties, '2026-03-02').map(({ title }) => title)

describe('what is to come', () => {
  test('is what has begun and what has not, the nearest day first', () => {
    const plan = planOf(
      item('milestone', { title: 'Temadag', planned: period('marts 2026', '2026-03-01', '2026-03-31') }),
      item('phase', { title: 'Modul', planned: period('8. marts', '2026-03-08', '2026-03-08') }),
    )
    expect(aheadOf(plan, [], '2026-03-02')).toMatchObject([
      { title: 'Modul', begun: false, day: '2026-03-08' },
      { title: 'Temadag', begun: true, day: '2026-03-31' },
    ])
  })

  test('is not what has passed, nor what is done', () => {
    const plan = planOf(
      item('milestone', { title: 'Passeret', planned: period('1. marts', '2026-03-01', '2026-03-01') }),
      item('milestone', { title: 'Sket', planned: period('i år', '2026-01-01', '2026-12-31'), done: '2026-02-01' }),
    )
    expect(titles(plan)).toEqual([])
    expect(passedUnsaid(plan, '2026-03-02')).toBe(1)
  })

  test('tells that the agreement ends and that one party takes the place of another', () => {
    const plan = planOf(item('agreement', { title: 'Aftalen', period: period('2025-2026', '2025-01-01', '2026-12-31') }))
    const old: Partial<Party> = { id: 1, name: 'Region Sjælland', successorId: 2 }
    const next: Partial<Party> = { id: 2, name: 'Region Østdanmark', slug: 'region-oestdanmark', validFrom: '2027-01-01' }
    const parties = [old, next] as Party[]
    expect(titles(plan, parties)).toEqual(['Aftalen slutter', 'Region Østdanmark træder i stedet for Region Sjælland'])
    expect(aheadOf(plan, parties, '2027-01-01')).toEqual([])
  })
})

test('the agreement on the front page is the one in force, or else the newest', () => {
  const old = item('agreement', { title: '2018', period: period('2018', '2018-01-01', '2018-12-31') })
  const now = item('agreement', { title: '2025', period: period('2025', '2025-01-01', '2026-12-31') })
  expect(agreementOn(planOf(now, old), '2018-06-01')?.title).toBe('2018')
  expect(agreementOn(planOf(old, now), '2030-01-01')?.title).toBe('2025')
})
