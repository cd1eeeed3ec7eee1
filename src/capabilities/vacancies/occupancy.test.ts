import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { daysBetween, quarterOf } from '../../platform/values/day.ts'
import {
  deviationOf,
  firstDayOf,
  isMarked,
  lastDayOf,
  pointsText,
  quarterIn,
  quarterKey,
  quartersBefore,
  returnFields,
  returnsInput,
} from './occupancy.ts'

describe('a quarter', () => {
  test.each([
    ['2026-01-01', '2025-4'],
    ['2026-03-31', '2025-4'],
    ['2026-04-01', '2026-1'],
    ['2026-12-31', '2026-3'],
  ])('on %s the last that is over is %s', (day, key) => {
    expect(quartersBefore(day, 1).map(quarterKey)).toEqual([key])
  })

  test('of the last five come in order, also over New Year', () => {
    expect(quartersBefore('2026-05-05', 5).map(quarterKey)).toEqual(['2026-1', '2025-4', '2025-3', '2025-2', '2025-1'])
  })

  test('begins and ends on days of its own, and is read back from its address', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 4 }), (year, quarter) => {
        const one = { year, quarter }
        expect(quarterOf(firstDayOf(one))).toEqual(one)
        expect(quarterOf(lastDayOf(one))).toEqual(one)
        expect(daysBetween(firstDayOf(one), lastDayOf(one))).toBeGreaterThanOrEqual(89)
        expect(quarterIn(quarterKey(one))).toEqual(one)
      }),
    )
    expect(quarterIn('2026-5')).toBeUndefined()
  })
})

test.each([
  [95.1, 90.1, 5, '+5 point', true],
  [90.1, 95.1, 5, '-5 point', true],
  [94.99, 90, 5, '+4,99 point', false],
  [0, 95, 5, '-95 point', true],
  [90, 90, 5, '0 point', false],
  [97.5, 95, 2.5, '+2,5 point', true],
])('%d %% against a budget of %d %%, by a rule of %d points: %s, marked %s', (average, budgeted, points, text, marked) => {
  const deviation = deviationOf({ average, budgeted })
  expect(pointsText(deviation ?? Number.NaN)).toBe(text)
  expect(isMarked(deviation, points)).toBe(marked)
})

test('without a budget there is no deviation, and nothing is marked', () => {
  expect(isMarked(deviationOf({ average: 12, budgeted: undefined }), 5)).toBe(false)
})

test.each([
  ['97,5', 97.5],
  ['97.5 %', 97.5],
  ['0', 0],
  ['150', 150],
  ['150,01', undefined],
  ['-1', undefined],
  ['fuldt', undefined],
])('»%s« is read as %s', (text, average) => {
  const result = returnsInput.safeParse({ 'gns-1': text, 'bud-1': '' })
  expect(result.success ? result.data[0]?.average : undefined).toBe(average)
})

const w = world()

/** Køge's own page for the quarter that is over on 2 March 2026, and the line of Fændediget. */
async function koege() {
  const [line] = await w.sql<{ id: number; offerId: number; operatorId: number }[]>`
    select l.id, o.id as offer_id, o.operator_id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.name = 'Fændediget'`
  const { id = 0, offerId = 0, operatorId = 0 } = line ?? {}
  const fields = returnFields(id)
  const path = `/ledige/driftsherre/${operatorId}/belaegning`
  return {
    id,
    offerId,
    path,
    form: (average: string, budgeted = '', seen = '') => ({
      [fields.average]: average,
      [fields.budgeted]: budgeted,
      [fields.seen]: seen,
    }),
  }
}

describe('a quarter’s occupancy', () => {
  test('is told by the operator and shown to everybody, marked when it lies far from the budget', async () => {
    const { path, form } = await koege()
    expect((await (await w.as('provider', 'koege')).post(path, form('88,5', '95'))).status).toBe(303)
    const { text } = await w.citizen.get('/tilbud/kapacitet')
    expect(text).toMatch(/1 af \d+ pladslinjer har indberettet 4\. kvartal 2025\. 1 afviger/)
    expect(text).toMatch(/Fændediget.*88,5 %.*95 %.*-6,5 point.*afviger/s)
  })

  test('of 0 is a return too; one that says the same again makes no new row', async () => {
    const { id, path, form } = await koege()
    const contributor = await w.as('contributor', 'koege')
    await contributor.post(path, form('0'))
    const rows = () => w.sql<{ id: number }[]>`select id from occupancy_return where place_line_id = ${id} order by id`
    const [first] = await rows()
    expect((await contributor.post(path, form('0', '', String(first?.id)))).status).toBe(303)
    expect(await rows()).toHaveLength(1)
    await contributor.post(path, form('0', '95', String(first?.id)))
    expect(await rows()).toHaveLength(2)
  })

  test('cannot be told before the quarter is over', async () => {
    const { path, form } = await koege()
    const { status, text } = await (await w.as('contributor', 'koege')).post(`${path}?kvartal=2026-1`, form('90'))
    expect([status, text.includes('1. kvartal 2026 slutter først 31. marts 2026')]).toEqual([422, true])
  })

  test('of nothing, of nonsense, and of a figure somebody changed meanwhile is refused', async () => {
    const { path, form } = await koege()
    const contributor = await w.as('contributor', 'koege')
    expect((await contributor.post(path, form(''))).text).toContain('Skriv belægningen ved mindst én pladslinje')
    expect((await contributor.post(path, form('fuldt'))).text).toContain('Skriv en procent fra 0 til 150')
    await contributor.post(path, form('90'))
    expect((await contributor.post(path, form('91'))).text).toContain('Der står nu 90 %')
  })

  test('is nobody else’s to tell', async () => {
    const { path, form } = await koege()
    expect((await (await w.as('contributor', 'faxe')).post(path, form('90'))).status).toBe(403)
    expect((await (await w.as('secretariat')).post('/ledige/driftsherre/999999/belaegning', form('90'))).status).toBe(404)
  })
})

describe('capacity', () => {
  test('is added up by municipality and target group, with how many lines each sum is known of', async () => {
    const { text } = await w.citizen.get('/tilbud/kapacitet?kommune=259')
    expect(text).toMatch(/49 godkendte pladser<\/strong> oplyst på 2 af 2 pladslinjer/)
    expect(text).toMatch(/Køge.*49.*alle 2.*Udviklingshæmning.*49/s)
    expect(text).toContain('ikke oplyst')
  })

  test('goes out as a workbook and as CSV', async () => {
    const { text, headers } = await w.citizen.get('/tilbud/kapacitet.csv?kommune=259')
    expect(headers.get('content-disposition')).toContain('faelles-kapacitet-2026-03-02.csv')
    expect(text).toMatch(/Udviklingshæmning;Køge;2;49;2;;0/)
    expect((await w.citizen.get('/tilbud/kapacitet.xlsx')).bytes.length).toBeGreaterThan(5000)
  })

  test('that is going to change is told with its source; the region’s § 108 places stand from the start', async () => {
    const { text } = await w.citizen.get('/tilbud/kapacitet')
    expect(text).toMatch(
      /Bo og Naboskab Sydlolland.*almene ældreboliger.*SEL § 108.*ikke oplyst.*Styregruppen 2\. maj 2025, linje 391-393/s,
    )
  })

  test('changes are announced by the operator, never by another, and not before the day', async () => {
    const { offerId } = await koege()
    const path = `/ledige/tilbud/${offerId}/kapacitet`
    const change = {
      what: 'To pladser mere.',
      before: '4',
      after: '6',
      announcedOn: '2026-03-01',
      source: 'Byrådet 24. februar 2026',
    }
    const own = await w.as('contributor', 'koege')
    expect((await own.post(path, { ...change, announcedOn: '2026-03-03' })).text).toContain('Dagen er ikke kommet endnu')
    expect((await own.post(path, { ...change, what: '' })).text).toContain('Skriv kort, hvad der ændres.')
    expect((await own.post(path, change)).status).toBe(303)
    expect((await w.citizen.get('/tilbud/kapacitet')).text).toMatch(
      /To pladser mere.*Pladser før: 4, efter: 6.*Byrådet 24\. februar 2026/s,
    )
    expect((await (await w.as('provider', 'faxe')).post(path, change)).status).toBe(403)
    expect((await (await w.as('secretariat')).post('/ledige/tilbud/999999/kapacitet', change)).status).toBe(404)
  })
})
