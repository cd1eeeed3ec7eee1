import { describe, expect, test } from 'vitest'
import { ageOf } from './age.ts'
import { type CoverRule, inAgreement } from './agreement.ts'
import { differences, mustBeNewest, mustNotBeAhead } from './change.ts'
import { facetsOf, reasons } from './facets.ts'
import { addressOf, findingOf, isFiltered, toggled, wordsOf } from './finding.ts'
import { freshnessOf } from './freshness.ts'
import { isCvr, isEan, isPNumber, mustBeNumbers } from './identifier.ts'
import { distancesFrom } from './municipality.ts'
import { ageText, statusOn } from './offer.ts'
import { mustAscend, mustBeOwn, mustFit } from './place.ts'

describe('numbers of organisations', () => {
  test('a CVR number has eight digits that fit together', () => {
    expect(['29189846', '29190623'].every(isCvr)).toBe(true)
    expect(['29189847', '2918984', '00000000', 'abcdefgh'].some(isCvr)).toBe(false)
  })
  test('an EAN number ends with its check digit, and a P-number has ten digits', () => {
    expect(['4006381333931', '4006381333932', '400638133393'].map(isEan)).toEqual([true, false, false])
    expect([isPNumber('1003351234'), isPNumber('0003351234'), isPNumber('100335123')]).toEqual([true, false, false])
  })
  test('the wrong one is told at its own field', () => {
    expect(() => mustBeNumbers({ cvr: '29189847' })).toThrow('CVR-nummer')
    expect(() => mustBeNumbers({ pNumber: '1' })).toThrow('P-nummer')
    expect(() => mustBeNumbers({ ean: '1' })).toThrow('EAN-nummer')
    expect(() => mustBeNumbers({})).not.toThrow()
  })
})

describe('is it in the agreement', () => {
  const rules: CoverRule[] = [
    { ownership: 'regional', covers: 'all', validFrom: '2018-01-01', text: 'Alle regionale.', source: 'S' },
    { ownership: 'municipal', covers: 'used by others', validFrom: '2018-01-01', text: 'Brugt af andre.', source: 'S' },
    { ownership: 'private', covers: 'not said', validFrom: '2018-01-01', text: 'Siges ikke.', source: 'S' },
  ]
  const ask = (
    ownership: 'regional' | 'municipal' | 'private' | undefined,
    others?: number,
    inAgreementOf: 'yes' | 'no' = 'yes',
  ) =>
    inAgreement(
      {
        ownership,
        bases: [{ code: 'SEL § 107', inAgreement: inAgreementOf }],
        usage: others === undefined ? undefined : { year: 2025, others },
      },
      { rules, others: 1, day: '2026-03-02' },
    )
  test('all regional offers are', () => expect(ask('regional').answer).toBe('yes'))
  test('a municipal one is when others use it, and says how many', () => {
    expect(ask('municipal', 3)).toMatchObject({ answer: 'yes', why: expect.stringContaining('3 andre kommuner') })
    expect(ask('municipal', 0).answer).toBe('no')
  })
  test('not known is no answer of its own kind', () => {
    expect(ask('municipal').answer).toBe('unknown')
    expect(ask(undefined).answer).toBe('unknown')
    expect(ask('private', 5).answer).toBe('unknown')
  })
  test('a municipal one under provisions the agreement leaves out is not', () =>
    expect(ask('municipal', 5, 'no').answer).toBe('no'))
  test('a rule that begins later does not hold yet', () => {
    const later = { rules: [{ ...rules[0], validFrom: '2027-01-01' } as CoverRule], others: 1, day: '2026-03-02' }
    expect(inAgreement({ ownership: 'regional', bases: [], usage: undefined }, later).answer).toBe('unknown')
  })
})

describe('how an offer stands on a day', () => {
  const of = (status: 'planned' | 'running' | 'closed', opensOn?: string, closesOn?: string) =>
    statusOn({ status, opensOn, closesOn }, '2026-03-02')
  test.each([
    [of('running'), 'running'],
    [of('running', '2026-04-01'), 'planned'],
    [of('planned'), 'planned'],
    [of('planned', '2026-03-02'), 'running'],
    [of('running', undefined, '2026-03-02'), 'closed'],
    [of('running', undefined, '2026-03-03'), 'running'],
    [of('closed'), 'closed'],
  ])('%s is %s', (is, should) => expect(is).toBe(should))
})

describe('places', () => {
  test('cannot be in use without being approved', () => {
    expect(() => mustFit({ approved: 2, inUse: 3 })).toThrow('Der kan ikke være 3 pladser i brug, når 2 er godkendt')
    expect(() => mustFit({ approved: undefined, inUse: 3 })).not.toThrow()
  })
  test('of the same kind and provision are not told twice for the same days', () => {
    const line = {
      id: 1,
      label: '',
      kind: 'residential' as const,
      bases: ['sel-107', 'sel-108'],
      validFrom: '2025-01-01',
      validUntil: undefined,
    }
    expect(() => mustBeOwn({ ...line, bases: ['sel-108', 'sel-107'], validFrom: '2026-01-01' }, [line])).toThrow(
      'samme form og retsgrundlag',
    )
    expect(() => mustBeOwn({ ...line, label: 'Autisme' }, [line])).not.toThrow()
    expect(() => mustBeOwn({ ...line, validFrom: '2026-01-01' }, [{ ...line, validUntil: '2026-01-01' }])).not.toThrow()
  })
  test('ages go upwards', () => expect(() => mustAscend({ ageFrom: 18, ageTo: 12 })).toThrow('ikke være under 18 år'))
})

describe('figures', () => {
  test('a figure from 2013 is old, one without a day too, and last year is not', () => {
    expect(ageOf({ asOf: '2013', asOfDay: '2013-12-31' }, '2026-03-02', 18)).toEqual({ text: '2013', old: true })
    expect(ageOf({ asOf: undefined, asOfDay: undefined }, '2026-03-02', 18)).toEqual({ text: 'uden dato', old: true })
    expect(ageOf({ asOf: undefined, asOfDay: '2025-03-01' }, '2026-03-02', 18).old).toBe(false)
  })
  test('what nobody has stood by is neither fresh nor stale', () => {
    const rules = { day: '2026-03-22', freshDays: 7, ageingDays: 21 }
    expect(['2026-03-15', '2026-03-14', '2026-03-01', '2026-02-28', undefined].map((day) => freshnessOf(day, rules))).toEqual([
      'fresh',
      'ageing',
      'ageing',
      'stale',
      'none',
    ])
  })
  test('ages are told in words', () => {
    expect([
      ageText({ ageFrom: 18, ageTo: undefined }),
      ageText({ ageFrom: undefined, ageTo: 17 }),
      ageText({ ageFrom: 14, ageTo: 25 }),
      ageText({ ageFrom: undefined, ageTo: undefined }),
    ]).toEqual(['fra 18 år', 'til 17 år', '14-25 år', undefined])
  })
  test('from Roskilde to Lolland is about a hundred kilometres, and nowhere from a place nobody knows', () => {
    const places = [
      { code: 265, name: 'Roskilde', region: '', latitude: 55.64, longitude: 12.08 },
      { code: 360, name: 'Lolland', region: '', latitude: 54.83, longitude: 11.14 },
      { code: 400, name: 'Bornholm', region: '', latitude: undefined, longitude: undefined },
    ]
    expect([...distancesFrom(265, places)]).toEqual([
      [265, 0],
      [360, 108],
    ])
    expect(distancesFrom(400, places).size).toBe(0)
  })
})

describe('an address says what is looked for', () => {
  test('and gives it back', () => {
    const address =
      '/tilbud?q=autisme&grundlag=sel-107&grundlag=sel-108&maalgruppe=3&alder=17&kommune=265&fra=265&km=20&ledige=ja&pris_til=3000&sorter=price&side=2'
    expect(addressOf(findingOf(new URL(address, 'http://x').searchParams))).toBe(address)
  })
  test('and leaves out what makes no sense', () => {
    const nonsense = `/tilbud?alder=gammel&grundlag=${'x'.repeat(99)}&kommune='; drop table offer&driver=os&status=måske&side=-3&sorter=tilfældig`
    expect(addressOf(findingOf(new URL(nonsense, 'http://x').searchParams))).toBe('/tilbud')
    expect(isFiltered(findingOf(new URLSearchParams('q=kun tekst')))).toBe(false)
  })
  test('and a value clicked twice is as before, on the first page', () => {
    const finding = { ...findingOf(new URLSearchParams()), page: 3 }
    const once = toggled(finding, 'municipalities', 265)
    expect([once.municipalities, once.page]).toEqual([[265], 1])
    expect(toggled(once, 'municipalities', 265).municipalities).toEqual([])
  })
  test('words are letters and numbers, ten at most', () => {
    expect(wordsOf("SEL § 107 'or' 1=1; ÆØÅ")).toEqual(['sel', '107', 'or', '1', '1', 'æøå'])
    expect(wordsOf('a '.repeat(5000))).toHaveLength(10)
  })
})

test('a row that fails in one thing counts only for that thing', () => {
  const facets = facetsOf([
    { facet: 'small', fails: 0, value: String(1 + 32 + 2048), count: 3 },
    { facet: 'small', fails: reasons.owners, value: String(8 + 32 + 2048), count: 5 },
    { facet: 'municipality', fails: 0, value: '265', count: 3 },
  ])
  expect(facets.hits).toBe(3)
  expect([facets.owners.get('municipal'), facets.owners.get('private'), facets.kinds.get('residential')]).toEqual([3, 5, 3])
  expect(facets.municipalities.get(265)).toBe(3)
})

describe('changes', () => {
  test('are told column by column, in words', () => {
    expect(
      differences(
        {
          before: { name: 'Kilden', status: 'running', version: 1 },
          after: { name: 'Åen', status: 'closed', closes_on: '2026-05-01', version: 2 },
        },
        {},
      ),
    ).toEqual([
      { label: 'Navn', before: 'Kilden', after: 'Åen' },
      { label: 'Status', before: 'I drift', after: 'Lukket' },
      { label: 'Lukker', before: undefined, after: '1. maj 2026' },
    ])
  })
  test('cannot be written over what another has changed, nor before they have happened', () => {
    expect(() => mustBeNewest(3, 2)).toThrow('En anden har ændret')
    expect(() => mustBeNewest(3, 3)).not.toThrow()
    expect(() => mustNotBeAhead('2026-03-03', '2026-03-02')).toThrow('Skriv en dag, der er kommet')
  })
})
