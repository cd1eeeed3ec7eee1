import { describe, expect, test } from 'vitest'
import { type Predecessor, Predecessors } from './predecessor.ts'

const tariff = (
  unitId: number,
  offerName: string,
  unitName: string,
  service: string,
  more: Partial<Predecessor> = {},
): Predecessor => ({
  unitId,
  offerName,
  unitName,
  service,
  level: '',
  per: 'full_day',
  places: undefined,
  tariffId: undefined,
  ...more,
})
const before = [
  tariff(1, 'Bøgely', 'Nord', 'Døgntakst'),
  tariff(2, 'Bøgely', 'Syd', 'Døgntakst'),
  tariff(2, 'Bøgely', 'Syd', 'Aflastning'),
  tariff(3, 'Egely', 'Nord', 'Døgntakst'),
  tariff(3, 'Egely', 'Nord', 'Døgntakst', { per: 'month' }),
  tariff(4, 'Skovly', 'Hele tilbuddet', 'Døgntakst', { level: 'niveau 2' }),
  tariff(5, 'Enely', 'Vest', 'Ophold'),
]
const names = new Predecessors(before)
const at = (unitId: number, service = 'Ny') => ({ unitId, service, level: '', per: 'full_day' as const })
const found = (written: string, unitId: number) => {
  const was = names.wasOf(written, at(unitId))
  return was && [names.fullName(was.of), was.places]
}
const refused = (written: string, unitId: number, among: readonly Predecessor[] = before) => {
  try {
    return String(new Predecessors(among).wasOf(written, at(unitId)))
  } catch (error) {
    return (error as Error).message
  }
}

describe('»Hed før«', () => {
  test.each([
    ['Døgntakst', 1, 'Bøgely, Nord: Døgntakst'],
    ['døgntakst', 2, 'Bøgely, Syd: Døgntakst'],
    ['Syd: Aflastning', 1, 'Bøgely, Syd: Aflastning'],
    ['Nord: Døgntakst', 2, 'Bøgely, Nord: Døgntakst'],
    ['Egely, Nord: Døgntakst', 1, 'Egely, Nord: Døgntakst (pr. døgn)'],
    ['Egely, Nord: Døgntakst (pr. måned)', 1, 'Egely, Nord: Døgntakst (pr. måned)'],
    ['Skovly: Døgntakst, niveau 2', 1, 'Skovly: Døgntakst, niveau 2'],
    ['Vest: Ophold', 1, 'Enely, Vest: Ophold'],
  ])('%s, written in unit %i, is %s', (written, unitId, name) => expect(found(written, unitId)).toEqual([name, undefined]))

  test('says how many places went', () => {
    expect(found('Døgntakst (6 pladser)', 1)).toEqual(['Bøgely, Nord: Døgntakst', 6])
    expect(found('Egely, Nord: Døgntakst (pr. måned) (7,5 pladser)', 1)).toEqual(['Egely, Nord: Døgntakst (pr. måned)', 7.5])
  })

  test('reads every full name back as itself', () => {
    for (const one of before) expect(names.wasOf(names.fullName(one), at(9))?.of).toBe(one)
  })

  test('that is its own name needs no telling', () => {
    expect(names.wasOf('Døgntakst', at(1, 'Døgntakst'))).toBeUndefined()
  })

  test('that names nothing is told so, with an example', () => {
    expect(refused('Aflastning', 1)).toContain('»Aflastning« i »Hed før« er ikke en takst, driftsherren havde før')
    expect(refused('Aflastning', 1)).toContain('fx »Bøgely, Nord: Døgntakst«')
    expect(refused('Aflastning', 1, [])).toContain('vi kender ingen takster fra driftsherren året før')
  })

  test('that may be two is told which', () => {
    expect(refused('Nord: Døgntakst', 5)).toContain(
      'kan være flere takster: »Bøgely, Nord: Døgntakst«, »Egely, Nord: Døgntakst (pr. døgn)«',
    )
  })
})
