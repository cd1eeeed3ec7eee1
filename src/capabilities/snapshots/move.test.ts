import { expect, test } from 'vitest'
import type { State } from '../progress/index.ts'
import { movesBetween, streams, turnOf } from './move.ts'
import type { CellOf, Standing } from './standing.ts'

const standing = (cells: [area: string, party: string, state: State][]): Standing => ({
  day: '2026-06-30',
  parties: ['faxe', 'greve'].map((key) => ({ key, slug: key, name: key, short: key })),
  areas: ['KT1', 'BO1'].map((key) => ({ key, title: key })),
  principles: [],
  focusAreas: [],
  initiatives: [],
  cells: cells.map(
    ([area, party, state]): CellOf => ({
      area,
      party,
      state,
      reason: undefined,
      note: undefined,
      evidence: undefined,
      day: '2026-06-01',
      saidOn: '2026-06-01',
      approved: true,
      example: false,
    }),
  ),
})

test('moves stand in the order of the plan, and a cell that is the same is none', () => {
  const before = standing([
    ['BO1', 'greve', 'planned'],
    ['KT1', 'faxe', 'planned'],
    ['KT1', 'greve', 'running'],
  ])
  const after = standing([
    ['BO1', 'greve', 'running'],
    ['KT1', 'faxe', 'daily_use'],
    ['KT1', 'greve', 'running'],
  ])
  expect(movesBetween(before, after).map(({ area, party }) => `${area} ${party}`)).toEqual(['KT1 faxe', 'BO1 greve'])
})

test('what has come to a stop is told with its reason', () => {
  const after = standing([['KT1', 'faxe', 'blocked']])
  const [cell] = after.cells
  const told = { ...after, cells: cell ? [{ ...cell, reason: 'Afventer byrådet', note: 'Vi arbejder videre.' }] : [] }
  expect(movesBetween(standing([]), told)).toMatchObject([{ to: 'blocked', note: 'Afventer byrådet' }])
})

test('a party that has left the agreement is still told of', () => {
  const before = standing([['KT1', 'greve', 'planned']])
  const after = { ...standing([]), parties: [] }
  expect(movesBetween(before, after)).toMatchObject([{ party: 'greve', from: 'planned', to: undefined }])
})

test.each<[State | undefined, State | undefined, string]>([
  [undefined, 'planned', 'first'],
  ['planned', 'running', 'forward'],
  ['paused', 'running', 'forward'],
  ['daily_use', 'running', 'back'],
  ['running', 'blocked', 'stopped'],
  [undefined, 'paused', 'stopped'],
  ['planned', 'not_relevant', 'other'],
  ['not_relevant', 'planned', 'other'],
  ['running', undefined, 'gone'],
])('from %s to %s is %s', (from, to, turn) => expect(turnOf({ from, to })).toBe(turn))

test('the same move in the same area is told once, with its parties', () => {
  const before = standing([
    ['KT1', 'faxe', 'planned'],
    ['KT1', 'greve', 'planned'],
  ])
  const after = standing([
    ['KT1', 'faxe', 'running'],
    ['KT1', 'greve', 'running'],
  ])
  expect(streams(movesBetween(before, after))).toEqual([
    { area: 'KT1', from: 'planned', to: 'running', parties: ['faxe', 'greve'] },
  ])
})
