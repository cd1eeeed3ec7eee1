import { describe, expect, test } from 'vitest'
import { confirmationsOf, statementsFrom } from './answer.ts'
import { freeText, isOpen, type Line, mustFit, nameOf } from './line.ts'

const today = '2026-03-02'
const ground = { today, aheadDays: 365 }

const line = (more: Partial<Line> = {}): Line => ({
  id: 1,
  unitId: 1,
  offerId: 1,
  operatorId: 1,
  operatorName: 'Køge Kommune',
  offerName: 'Fændediget',
  unitName: 'Hele tilbuddet',
  label: '',
  kind: 'residential',
  groups: [],
  groupText: undefined,
  municipality: 'Køge',
  validFrom: undefined,
  validUntil: undefined,
  status: 'running',
  closesOn: undefined,
  counts: [
    { approved: 2, validUntil: '2026-06-01' },
    { approved: 5, validFrom: '2026-06-01' },
  ],
  statement: undefined,
  ...more,
})

const said = (free: number, freeFrom = '2026-02-01') =>
  ({
    id: 7,
    kind: 'stated',
    free,
    freeFrom,
    day: '2026-02-20',
    role: 'contributor',
    example: false,
    recordedAt: new Date(0),
  }) as const

describe('a number', () => {
  test.each([
    [0, today, undefined],
    [2, today, undefined],
    [3, today, 'Der kan ikke være 3 ledige af 2 pladser'],
    [3, '2026-06-01', undefined],
    [6, '2026-06-01', 'Der kan ikke være 6 ledige af 5 pladser'],
    [1, '2027-03-02', undefined],
    [1, '2027-03-03', 'Er årstallet rigtigt?'],
  ])('%i free from %s on a line of 2 places, 5 from June: %s', (free, freeFrom, refusal) => {
    const fit = () => mustFit(line(), { free, freeFrom }, ground)
    if (refusal) expect(fit).toThrow(refusal)
    else expect(fit).not.toThrow()
  })

  test('is not judged where nobody has told how many places there are', () => {
    expect(() => mustFit(line({ counts: [{}] }), { free: 40, freeFrom: today }, ground)).not.toThrow()
  })

  test('ends where the line or the offer ends', () => {
    const ending = line({ validUntil: '2026-05-01', closesOn: '2026-04-01' })
    expect(() => mustFit(ending, { free: 1, freeFrom: '2026-03-31' }, ground)).not.toThrow()
    expect(() => mustFit(ending, { free: 1, freeFrom: '2026-04-01' }, ground)).toThrow('de ophører 1. april 2026')
    expect(() => mustFit(ending, { free: 0, freeFrom: '2026-04-01' }, ground)).not.toThrow()
  })
})

test.each([
  ['running', undefined, true],
  ['planned', undefined, true],
  ['closed', undefined, false],
  ['running', '2026-03-03', true],
  ['running', today, false],
] as const)('a line of a %s offer that is valid until %s is open: %s', (status, validUntil, open) => {
  expect(isOpen(line({ status, validUntil }), today)).toBe(open)
})

describe('an answer', () => {
  const answer = (of: Line, free: number, seen: string, freeFrom?: string) =>
    statementsFrom([{ lineId: 1, free, freeFrom, seen }], { lines: [of], ...ground })[0]

  test('that says the same is a confirmation, and the places stay free since then', () => {
    expect(answer(line({ statement: said(2) }), 2, '7')).toMatchObject({ kind: 'confirmed', freeFrom: '2026-02-01' })
  })

  test('of another number or another day is a new statement', () => {
    expect(answer(line({ statement: said(2) }), 1, '7')).toMatchObject({ kind: 'stated', freeFrom: today })
    expect(answer(line({ statement: said(2) }), 2, '7', '2026-04-01')).toMatchObject({ kind: 'stated', freeFrom: '2026-04-01' })
    expect(answer(line({ statement: said(2, '2026-04-01') }), 2, '7')).toMatchObject({ kind: 'stated', freeFrom: today })
  })

  test('given to a figure that has changed meanwhile is refused with what stands now', () => {
    expect(() => answer(line({ statement: said(2) }), 1, '6')).toThrow(
      'Der står nu: 2 ledige pladser, meldt af driftsherrens indberetter',
    )
    expect(() => answer(line({ statement: said(2) }), 1, '')).toThrow('Der står nu')
  })

  test('for a closed offer, an ended line or somebody else’s line is refused', () => {
    expect(() => answer(line({ status: 'closed', closesOn: '2023-05-03' }), 1, '')).toThrow('Tilbuddet er lukket fra 3. maj 2023')
    expect(() => answer(line({ validUntil: '2026-01-01' }), 1, '')).toThrow('Pladslinjen ophørte 1. januar 2026')
    expect(() => statementsFrom([{ lineId: 2, free: 1, freeFrom: undefined, seen: '' }], { lines: [line()], ...ground })).toThrow(
      'hører ikke til her',
    )
  })
})

describe('still correct', () => {
  const untold = line({ id: 2 })

  test('stands by everything told, and leaves the untold untold', () => {
    const statements = confirmationsOf('7', { lines: [line({ statement: said(0) }), untold], ...ground })
    expect(statements).toMatchObject([{ kind: 'confirmed', free: 0, line: { id: 1 } }])
  })

  test('is refused when more is free than there are places now, when nothing was told, and when all is closed', () => {
    expect(() => confirmationsOf('7', { lines: [line({ statement: said(3) })], ...ground })).toThrow('3 ledige af 2 pladser')
    expect(() => confirmationsOf('0', { lines: [untold], ...ground })).toThrow('ikke meldt noget endnu')
    expect(() => confirmationsOf('7', { lines: [line({ statement: said(1), status: 'closed' })], ...ground })).toThrow(
      'Tilbuddet er lukket',
    )
  })
})

test('the words for a line and its free places', () => {
  expect(nameOf(line())).toBe('Fændediget, Døgn')
  expect(nameOf(line({ unitName: 'Skolehjemmet', label: 'Aften', kind: undefined }))).toBe('Fændediget: Skolehjemmet, Aften')
  expect(freeText({ free: 1, freeFrom: today }, today)).toBe('1 ledig plads')
  expect(freeText({ free: 3, freeFrom: '2026-04-01' }, today)).toBe('3 ledige pladser fra 1. april 2026')
  expect(freeText({ free: 0, freeFrom: '2026-04-01' }, today)).toBe('0 ledige pladser')
})
