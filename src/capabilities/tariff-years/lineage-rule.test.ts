import { describe, expect, test } from 'vitest'
import { type End, mustBeTellable, type ToldLink } from './lineage-rule.ts'

const end = (tariffId: number, name: string, year: number, places?: number): End => ({
  tariffId,
  name,
  versions: [{ validFrom: `${year}-01-01`, validUntil: `${year + 1}-01-01`, places }],
})
const old = end(1, 'Gammel', 2025, 10)
const next = end(2, 'Ny', 2026, 12)
const third = end(3, 'Tredje', 2026, 4)
const link = (from: number, to: number, places?: number, day = '2026-01-01'): ToldLink => ({ from, to, places, day })
const telling = { kind: 'renamed', from: old, to: next, places: undefined, day: '2026-01-01' } as const
const saying = (more: Partial<Parameters<typeof mustBeTellable>[0]>, links: ToldLink[] = []) => {
  try {
    mustBeTellable({ ...telling, ...more }, links)
    return 'told'
  } catch (error) {
    return (error as Error).message
  }
}

describe('what is told of a tariff', () => {
  test('is a rename, a split or a merger that adds up', () => {
    expect(saying({})).toBe('told')
    expect(saying({ kind: 'split', places: 6 }, [link(1, 3, 4)])).toBe('told')
    expect(saying({ kind: 'merged' }, [link(4, 2)])).toBe('told')
  })

  test('is not of itself', () => expect(saying({ to: old })).toContain('kan ikke have været sig selv'))

  test('is not told twice in a year', () => expect(saying({}, [link(1, 2)])).toContain('allerede fortalt'))

  test('does not go in a ring, however long', () => {
    expect(saying({ from: next, to: old, day: '2026-05-01' }, [link(1, 2)])).toContain('gå i ring')
    expect(saying({}, [link(2, 3), link(3, 1)])).toContain('gå i ring')
  })

  test('may lead back to an old name in another year', () => {
    expect(saying({ from: next, to: end(1, 'Gammel', 2027), day: '2027-01-01' }, [link(1, 2)])).toBe('told')
  })

  test('is of a day on which the one ends and the other is there', () => {
    expect(saying({ day: '2026-05-01' })).toContain('»Gammel« gjaldt ikke lige før 1. maj 2026')
    expect(saying({ from: end(1, 'Gammel', 2026), to: end(2, 'Ny', 2025), day: '2026-05-01' })).toContain('»Ny« gælder hverken')
  })

  test('moves no more places than there are', () => {
    expect(saying({ kind: 'split' })).toContain('Skriv, hvor mange af pladserne')
    expect(saying({ kind: 'split', places: 11 })).toContain('»Gammel« havde 10 pladser. Der kan ikke gå 11 pladser herfra')
    expect(saying({ kind: 'split', places: 7 }, [link(1, 3, 4)])).toContain('og 4 af dem er allerede gået til andre')
    expect(saying({ to: third, kind: 'split', places: 5 })).toContain('»Tredje« har 4 pladser')
    expect(saying({}, [link(1, 3)])).toContain('Resten af »Gammel« er allerede gået')
    expect(saying({}, [link(1, 3, 10)])).toContain('Alle 10 pladser i »Gammel« er allerede gået')
  })
})
