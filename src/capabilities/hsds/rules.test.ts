import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capacityOf } from './capacity.ts'
import { namedId, partId, wholeOf } from './identity.ts'
import { addressParts, serviceName } from './location.ts'
import { pageOf } from './paging.ts'
import { costOf } from './price.ts'
import type { Judged, LineRow, PriceRow } from './row.ts'
import { agesOf } from './service.ts'
import { bookOf } from './taxonomy.ts'
import { webAddress } from './words.ts'

const book = bookOf({ bases: [], groups: [], municipalities: [] })
const judged: Judged = { today: '2026-03-02', freshDays: 7, ageingDays: 21, oldMonths: 18, baseUrl: 'http://localhost' }
const told = { source: 'Tilbuddet selv', example: false }
const line = (more: Partial<LineRow> = {}): LineRow => ({
  ...told,
  uuid: '2cf52b4a-5752-454d-8623-45a6def416b8',
  label: '',
  kind: 'residential',
  bases: [],
  evidence: 'stated',
  groups: [],
  ...more,
})
const said = (more: Partial<NonNullable<LineRow['said']>> = {}): NonNullable<LineRow['said']> => ({
  free: 2,
  from: '2026-02-01',
  day: '2026-02-27',
  at: '2026-02-27T09:30:00+00:00',
  role: 'provider',
  example: false,
  ...more,
})
const capacity = (more: Partial<LineRow>) => capacityOf(line(more), 'service', book, judged)
const codesOf = (more: Partial<LineRow>) => capacity(more)?.attributes.map(({ taxonomy_term: { code } }) => code)

describe('what is free', () => {
  test('is told with the instant somebody stood by it', () => {
    expect(capacity({ approved: 4, said: said() })).toMatchObject({
      available: 2,
      maximum: 4,
      updated: '2026-02-27T09:30:00.000Z',
      description: 'Døgn: 2 ledige pladser af 4. Bekræftet 27. februar 2026 af leverandøren. Friskhed: frisk.',
    })
  })
  test('is not there when nobody has said anything, since that is not 0', () => {
    expect(capacity({ approved: 4 })).toBeUndefined()
    expect(capacity({ said: said({ free: 0 }) })?.available).toBe(0)
    expect(capacity({ said: said() })).not.toHaveProperty('maximum')
  })
  test.each([
    ['2026-02-23', 'fresh'],
    ['2026-02-22', 'ageing'],
    ['2026-02-09', 'ageing'],
    ['2026-02-08', 'stale'],
  ])('as said on %s is %s on 2 March', (day, code) => {
    expect(codesOf({ said: said({ day }) })).toEqual([code])
  })
  test('on a later day is not free yet, and the day and the number stand beside it', () => {
    const later = capacity({ said: said({ free: 3, from: '2026-04-01' }) })
    expect(later?.available).toBe(0)
    expect(later?.attributes.map(({ value }) => value)).toContain('2026-04-01 3')
    expect(later?.description).toContain('3 ledige pladser fra 1. april 2026')
    expect(codesOf({ said: said({ from: '2026-03-02' }) })).toEqual(['fresh'])
  })
  test('and invented says so', () => {
    expect(codesOf({ said: said({ example: true }) })).toEqual(['fresh', 'example'])
    expect(capacity({ said: said({ example: true }) })?.description).toContain('Eksempeldata')
  })
})

describe('a price', () => {
  const price = (more: Partial<PriceRow> = {}) =>
    costOf({ ...told, uuid: namedId('p'), label: '', amountOre: 253050, per: 'full_day', ...more }, 'service', book, judged)
  test('has its amount in kroner, its year as a period, its unit and its source', () => {
    expect(price({ year: 2026, asOf: '2026', asOfDay: '2026-01-01' })).toMatchObject({
      amount: 2530.5,
      currency: 'DKK',
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
      amount_description: 'Kroner pr. døgn, takst for 2026. Kilde: Tilbuddet selv. Oplysningens alder: 2026.',
      attributes: [],
    })
  })
  test('of no known year has no period, and an old one says how old', () => {
    expect(price()).not.toHaveProperty('valid_from')
    expect(price({ year: 2013, asOf: '2013', asOfDay: '2013-12-31' }).attributes[0]).toMatchObject({
      value: '2013',
      taxonomy_term: { code: 'old' },
    })
  })
})

describe('ages', () => {
  test('are the widest of all the lines and their target groups', () => {
    const groups = [{ termId: 1, ageFrom: 14 }, { termId: 2 }]
    expect(agesOf([line({ ageFrom: 18, ageTo: 40, groups }), line({ ageFrom: 20, ageTo: 65 })])).toEqual({
      minimum_age: 14,
      maximum_age: 65,
    })
  })
  test('are not known when one line does not tell', () => {
    expect(agesOf([line({ ageFrom: 18, ageTo: 40 }), line({ ageFrom: 20 })])).toEqual({ minimum_age: 18 })
    expect(agesOf([])).toEqual({})
  })
})

describe('an identifier', () => {
  test('of a part leads back to its whole, and to nothing else', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (uuid) => {
        const place = partId(uuid, 'location')
        expect(wholeOf(place, 'location')).toBe(uuid)
        expect(new Set([uuid, place, partId(uuid, 'serviceAtLocation'), partId(uuid, 'address')]).size).toBe(4)
        expect(wholeOf(uuid, 'location')).toBeUndefined()
      }),
    )
  })
  test('of a name is always the same', () => {
    expect(namedId('unit:place')).toBe('6a5a0198-d97d-545f-a026-6833c8b0c02f')
    expect(namedId('a')).not.toBe(namedId('b'))
  })
  test.each(['', 'x', '2cf52b4a-5752-454d-8623-45a6def416b8x', '2cf52b4a57528454d862345a6def416b8'])(
    'that is none (%s) leads nowhere',
    (text) => expect(wholeOf(text, 'location')).toBeUndefined(),
  )
})

test.each([
  ['Vej 1, 4000 Roskilde', { street: 'Vej 1', postcode: '4000', city: 'Roskilde' }],
  ['Strandvejen 12, 2. sal, 4780 Stege', { street: 'Strandvejen 12, 2. sal', postcode: '4780', city: 'Stege' }],
  ['Roskilde', undefined],
  ['4000 Roskilde', undefined],
  ['Vej 1, Roskilde', undefined],
])('the address »%s« is taken apart, or left as it is', (written, parts) => {
  expect(addressParts(written)).toEqual(parts)
})

test.each([
  ['https://tilbud.dk/a', 'https://tilbud.dk/a'],
  ['www.tilbud.dk', 'https://www.tilbud.dk/'],
  ['javascript:alert(1)', undefined],
  ['ring først', undefined],
  [undefined, undefined],
])('»%s« as a web address', (written, address) => {
  expect(webAddress(written)).toBe(address)
})

test('a unit that is the whole offer has the name of the offer', () => {
  expect(serviceName({ offerName: 'Himmelev', unitName: 'Hele tilbuddet' })).toBe('Himmelev')
  expect(serviceName({ offerName: 'Marjatta', unitName: 'Skolehjemmet' })).toBe('Marjatta: Skolehjemmet')
})

describe('a page of a list', () => {
  test('tells where it is', () => {
    expect(pageOf(['c'], 3, { page: 2, size: 2 })).toEqual({
      total_items: 3,
      total_pages: 2,
      page_number: 2,
      size: 1,
      first_page: false,
      last_page: true,
      empty: false,
      contents: ['c'],
    })
  })
  test('of nothing is the first, the last, and empty', () => {
    expect(pageOf([], 0, { page: 1, size: 50 })).toMatchObject({ total_pages: 1, first_page: true, last_page: true, empty: true })
  })
})
