import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { noteSpecialised, noteVacancies } from '../offers/index.ts'
import { agesText, placesText, priceText } from './figures.ts'

const w = world()

type Answer = {
  total: number
  page: number
  results: { offer: string; unit: string; lineId?: number; municipality?: string; freePlaces?: number; offerId: number }[]
  counts: Record<string, Record<string, number>> & { free: number; mostSpecialised: number }
}
const find = async (query: string): Promise<Answer> =>
  (await w.citizen.get(`/api/v1/offers${query && `?${query}`}`)).json() as Answer
const names = async (query: string) => (await find(query)).results.map(({ offer }) => offer)
const group = async (code: string) => (await w.sql<{ id: number }[]>`select id from term where code = ${code}`)[0]?.id

describe('finding', () => {
  test('shows what is in drift or planned, and the closed only when asked', async () => {
    expect((await find('')).total).toBe(63)
    expect(await names('status=closed')).toEqual(['Projekt Start', 'Rosenkildevej 87-89'])
  })
  test.each([
    ['q=kofoedsminde', ['Kofoedsminde', 'Kofoedsminde']],
    ['q=syns', ['Synscenter Refsnæs', 'Synscenter Refsnæs']],
    ['q=Karlslunde', []],
    ['grundlag=sel-109', ['Roskilde Kvindekrisecenter']],
    ['kommune=390&form=respite', ['Autismecentret Vordingborg']],
    ['driver=private&alder=16', ['Opholdsstedet i Roskilde']],
    ['pris_fra=2000&pris_til=3000', ['Opholdsstedet i Roskilde', 'Opholdsstedet i Roskilde']],
    ['aftale=yes&kommune=265', ['Roskildehjemmet', 'Roskildehjemmet']],
  ])('%s', async (query, should) => expect(await names(query)).toEqual(should))

  test('a group finds what is for a narrower one, a provision what was approved by the one before it', async () => {
    expect(await names(`maalgruppe=${await group('hjerneskade')}`)).toContain('BOMI')
    expect(await names('grundlag=bl-43')).toContain('Opholdsstedet Vestvejen')
    expect(await names('grundlag=bl-43')).toContain('Stevnsfortet')
  })
  test('what is asked for is true of the same places, not of two kinds in one unit', async () => {
    expect(await names('grundlag=sel-103&form=day&kommune=360')).toEqual(['Kofoedsminde'])
    expect(await names('grundlag=sel-103&form=residential&kommune=360')).toEqual([])
  })
  test('only what was changed since an instant is found when asked, in the open API and on the page, with numbers that fit', async () => {
    await w.sql`update offer set recorded_at = '2026-01-01'`
    for (const table of ['operator', 'offer_unit', 'place_line', 'place_count', 'offer_price'])
      await w.sql`update ${w.sql(table)} set recorded_at = '2026-01-01'`
    expect((await find('modified_after=2026-01-02')).total).toBe(0)
    await w.sql`update offer set recorded_at = ${w.now} where name = 'Roskilde Kvindekrisecenter'`
    const { results, total, counts } = await find('modified_after=2026-03-02T10:00:00%2B01:00')
    expect([results.map(({ offer }) => offer), total]).toEqual([['Roskilde Kvindekrisecenter'], 1])
    expect(counts['municipalities']).toEqual({ '265': 1 })
    const page = (await w.citizen.get('/tilbud?modified_after=2026-01-02')).text
    expect(page).toContain('Ændret siden 2. januar 2026')
    expect(page).toContain('1 resultat')
    expect(await names('modified_after=2026-01-01&grundlag=sel-109')).toEqual(['Roskilde Kvindekrisecenter'])
  })
  test('an instant that cannot be read is refused, not passed over', async () => {
    for (const path of ['/api/v1/offers', '/tilbud', '/tilbud/liste.csv', '/tilbud/liste.json']) {
      const { status, text } = await w.citizen.get(`${path}?modified_after=i%20g%C3%A5r`)
      expect([path, status, text.includes('Skriv et tidspunkt som')]).toEqual([path, 400, true])
    }
  })
  test('a misspelled word is taken for the nearest one, and that is said', async () => {
    const page = (await w.citizen.get('/tilbud?q=kofodsminde')).text
    expect(page).toContain('»kofodsminde« findes ikke, så der er søgt efter »kofoedsminde«')
    expect(page).toContain('2 resultater')
  })
  test('words that nothing has give a page that says what to do', async () => {
    const { status, text } = await w.citizen.get('/tilbud?q=xyzxyz')
    expect([status, text.includes('Ingen tilbud passer'), text.includes('Prøv et andet ord')]).toEqual([200, true, true])
  })
  test('ten thousand signs, SQL, and nonsense in every place are a search like any other', async () => {
    for (const query of [
      `q=${'x'.repeat(10_000)}`,
      "q='; drop table offer; --",
      'q=:*|!&()',
      'alder=-1&kommune=%27&side=0&sorter=x',
      'q=%00',
    ]) {
      expect((await w.citizen.get(`/tilbud?${query}`)).status).toBeLessThan(500)
    }
    expect((await find('')).total).toBe(63)
    expect((await w.citizen.get(`/tilbud?q=${'autisme '.repeat(1_250)}`)).text).toContain('kun søgt efter de første ti ord')
    expect((await w.citizen.get('/tilbud?q=autisme')).text).not.toContain('de første ti ord')
  })
  test('an age leaves out what is not for it, and tells how many have told no age', async () => {
    expect(await names('alder=3&kommune=253')).toEqual(['Skelbakken', 'Skelbakken'])
    expect((await w.citizen.get('/tilbud?alder=40')).text).toMatch(/\d+ resultater har ikke oplyst alder/)
  })
  test('distance is a straight line from a municipality, nearest first, called approximate', async () => {
    const near = await find('fra=265&km=20&sorter=distance')
    expect(near.results[0]?.municipality).toBe('Roskilde')
    expect(new Set(near.results.map(({ municipality }) => municipality))).toEqual(new Set(['Roskilde', 'Lejre', 'Greve']))
    expect((await w.citizen.get('/tilbud?fra=265&km=20')).text).toMatch(/ca\. \d+ km/)
    expect((await w.citizen.get('/tilbud?fra=999')).text).toContain('Vi kan ikke måle afstand fra kommune 999')
  })
  test('free places confirmed lately come first, and a stale vacancy sinks below what is known to be full', async () => {
    const [a, b, c] = (await find('kommune=320')).results.flatMap(({ lineId }) => lineId ?? [])
    const say = (lineId: number | undefined, freePlaces: number, confirmedOn: string) => ({
      lineId: lineId ?? 0,
      freePlaces,
      freeFrom: confirmedOn,
      confirmedOn,
    })
    await noteVacancies(w.sql, [say(c, 2, '2026-03-01'), say(b, 5, '2025-12-01'), say(a, 0, '2026-03-01')])
    const order = (await find('kommune=320&side=1')).results.map(({ lineId }) => lineId)
    expect([order[0], order[1]]).toEqual([c, a])
    expect(order.indexOf(b)).toBeGreaterThan(1)
    expect((await w.citizen.get('/tilbud?kommune=320&side=1')).text).toContain('For gammel')
    expect((await find('kommune=320&ledige=ja')).total).toBe(2)
  })
  test('the most specialised can be asked for', async () => {
    const [one] = (await find('q=kildebo')).results
    await noteSpecialised(w.sql, [one?.offerId ?? 0])
    expect(await names('specialiseret=ja')).toEqual(['Kildebo - Center for Neurorehabilitering'])
  })
})

describe('every number beside a filter', () => {
  const values: [string, string][] = [
    ['legalBases', 'grundlag'],
    ['targetGroups', 'maalgruppe'],
    ['municipalities', 'kommune'],
    ['ownerships', 'driver'],
    ['kinds', 'form'],
    ['inAgreement', 'aftale'],
  ]
  test.each([
    '',
    'q=handicap',
    'form=residential',
    'grundlag=sel-108&alder=30',
    'alder=16&driver=regional',
    'kommune=265&pris_fra=1',
    'fra=340&km=30&form=day',
  ])('is what a click on it gives: %s', async (query) => {
    const { counts } = await find(query)
    for (const [counted, name] of values) {
      if (query.includes(`${name}=`)) continue
      for (const [value, count] of Object.entries(counts[counted] ?? {}))
        expect([name, value, (await find(`${query}&${name}=${value}`)).total]).toEqual([name, value, count])
    }
    expect((await find(`${query}&ledige=ja`)).total).toBe(counts.free)
  })
  test('stands by what is chosen already, and a second choice of the same kind adds to the first', async () => {
    const one = await find('kommune=265')
    const two = await find('kommune=265&kommune=320')
    expect(two.total).toBe(one.total + (one.counts['municipalities']?.['320'] ?? 0))
  })
})

test('a mailbox stands on the pages of those who are signed in, and nowhere in public', async () => {
  const [offer] = await w.sql<{ id: number; operatorId: number }[]>`select id, operator_id from offer where name = 'Fændediget'`
  const koege = await w.as('contributor', 'koege')
  const sent = {
    name: 'Fændediget',
    status: 'running',
    mailbox: 'post@faendediget.example',
    source: 'Køge',
    validFrom: '2026-03-02',
  }
  expect((await koege.post(`/tilbud/${offer?.id}/ret`, { ...sent, version: '1' })).status).toBe(303)
  for (const path of [`/tilbud/${offer?.id}`, `/tilbud/drivere/${offer?.operatorId}`, `/api/v1/offers/${offer?.id}`])
    expect((await w.citizen.get(path)).text).not.toContain('post@faendediget.example')
  expect((await (await w.as('reader')).get(`/tilbud/${offer?.id}`)).text).toMatch(
    /Fælles postkasse[\s\S]*post@faendediget.example/,
  )
})

test('how fresh a vacancy is stands in the list, the comparison, the file and the open data', async () => {
  const [one, two] = (await find('kommune=320')).results
  const told = { lineId: one?.lineId ?? 0, freePlaces: 2, freeFrom: '2026-03-02', confirmedOn: '2026-02-20' }
  await noteVacancies(w.sql, [told])
  expect((await w.citizen.get('/tilbud?kommune=320')).text).toMatch(/2 ledige pladser<\/span>.*state-ageing">Ældre/)
  const compared = await w.citizen.get(`/tilbud/sammenlign?tilbud=${one?.offerId}&tilbud=${two?.offerId}`)
  expect(compared.text).toContain('2 ledige pladser, bekræftet 20. feb. 2026 (ældre)')
  expect((await w.citizen.get('/tilbud/liste.csv?kommune=320')).text).toMatch(/Friskhed[\s\S]*Ældre/)
  expect((await w.citizen.get('/api/v1/offers?kommune=320&side=1')).json()).toMatchObject({
    results: expect.arrayContaining([expect.objectContaining({ freePlaces: 2, freshness: 'ageing' })]),
  })
})

test('an offer’s page tells what was said to be free by the day it is read as of', async () => {
  const [offer] = await w.sql<{ id: number }[]>`select id from offer where name = 'Fændediget'`
  const [line] = await w.sql<{ id: number }[]>`select line_id as id from offer_search where offer_id = ${offer?.id ?? 0}`
  w.now = new Date('2026-03-04T09:00:00Z')
  const koege = await w.as('contributor', 'koege')
  await koege.post(`/ledige/tilbud/${offer?.id}/ret`, { [`fri-${line?.id}`]: '2', [`set-${line?.id}`]: '' })
  expect((await w.citizen.get(`/tilbud/${offer?.id}`)).text).toMatch(/2 ledige pladser[\s\S]*af driftsherrens indberetter/)
  expect((await w.citizen.get(`/tilbud/${offer?.id}?pr=2026-03-03`)).text).not.toContain('2 ledige pladser')
})

test('an offer’s page tells of changes in its places as they were announced, from the day they were', async () => {
  const [offer] = await w.sql<{ id: number }[]>`select id from offer where name = 'Fændediget'`
  const sent = { what: 'Seks pladser mere', after: '10', announcedOn: '2026-03-02', source: 'Byrådet' }
  expect((await (await w.as('contributor', 'koege')).post(`/ledige/tilbud/${offer?.id}/kapacitet`, sent)).status).toBe(303)
  expect((await w.citizen.get(`/tilbud/${offer?.id}`)).text).toMatch(/som de er meldt ud[\s\S]*Seks pladser mere[\s\S]*efter: 10/)
  const before = await w.citizen.get(`/tilbud/${offer?.id}?pr=2026-03-01`)
  expect([before.status, before.text.includes('Seks pladser mere')]).toEqual([200, false])
})

describe('what is found as files', () => {
  test('is the same in CSV, JSON and Excel, and all of it', async () => {
    const query = 'kommune=265&driver=regional'
    const csv = (await w.citizen.get(`/tilbud/liste.csv?${query}`)).text
    const json = (await w.citizen.get(`/tilbud/liste.json?${query}`)).json() as Answer
    const xlsx = await w.citizen.get(`/tilbud/liste.xlsx?${query}`)
    expect(csv.trim().split('\n')).toHaveLength(json.results.length + 1)
    expect(json.results.map(({ unit }) => unit)).toEqual(['Forsorgshjem', 'Udslusningsboliger'])
    expect(csv).toContain('Udslusningsboliger')
    expect(Object.keys(unzipSync(xlsx.bytes))).toContain('xl/workbook.xml')
    expect((await w.citizen.get('/tilbud/liste.json')).json()).toMatchObject({ total: 63 })
  })
  test('has no contact person in it', async () => {
    expect((await w.citizen.get('/tilbud/liste.csv')).text).not.toMatch(/@|telefon|kontaktperson/i)
  })
})

describe('the map', () => {
  test('has a tile for each municipality with its number, the same in a table, and says what is not on it', async () => {
    const page = (await w.citizen.get('/tilbud?vis=kort')).text
    expect(page.match(/class="offers-tile /g)).toHaveLength(17)
    expect(page).toMatch(/aria-label="Solrød: 0"/)
    expect(page).toContain('har ikke oplyst kommune og er ikke på kortet')
  })
})

describe('comparison', () => {
  test('sets up to four side by side, and tells of those left out', async () => {
    const ids = [...new Set((await find('')).results.map(({ offerId }) => offerId))].slice(0, 5)
    const page = (await w.citizen.get(`/tilbud/sammenlign?${ids.map((id) => `tilbud=${id}`).join('&')}`)).text
    expect(page.match(/<th scope="col"/g)).toHaveLength(5)
    expect(page).toContain('så 1 er ikke med')
  })
  test('of one, of none, and of what is not there says what to do', async () => {
    for (const query of ['', 'tilbud=1', 'tilbud=999999&tilbud=abc', 'tilbud=1&tilbud=1'])
      expect((await w.citizen.get(`/tilbud/sammenlign?${query}`)).text).toContain('Vælg tilbud')
  })
})

describe('pages', () => {
  test('of an offer and of an operator are there for those there are', async () => {
    expect((await w.citizen.get('/tilbud/drivere')).text).toContain('Marjatta')
    expect((await w.citizen.get('/tilbud/999999')).status).toBe(404)
    expect((await w.citizen.get('/tilbud/x')).status).toBe(404)
    expect((await w.citizen.get('/tilbud/drivere/999999')).status).toBe(404)
    expect((await w.citizen.get('/api/v1/operators')).json()).toMatchObject({
      operators: expect.arrayContaining([expect.objectContaining({ name: 'Region Sjælland' })]),
    })
  })
  test('show links to deeds only to those who may, and names of people only to those signed in', async () => {
    const [offer] = await w.sql<{ id: number }[]>`select id from offer where name = 'Kofoedsminde'`
    const region = await w.as('contributor', 'region-sjaelland')
    const at = `/tilbud/${offer?.id}`
    await region.post(`${at}/omdoeb`, { validFrom: '2026-03-02', source: 'Regionen', name: 'Kofoedsminde Nyt', version: '1' })
    expect((await region.get(at)).text).toMatch(/Ret oplysninger[\s\S]*af contributor region-sjaelland/)
    for (const page of [(await w.citizen.get(at)).text, (await (await w.as('contributor', 'faxe')).get(at)).text])
      expect(page).not.toContain('Ret oplysninger')
    expect((await w.citizen.get(at)).text).not.toContain('contributor region-sjaelland')
  })
})

test('figures are told in words, and what is not told is not nothing', () => {
  expect([
    agesText('{[18,)}'),
    agesText('{(,18)}'),
    agesText('{[5,19)}'),
    agesText('{[0,24),[30,31)}'),
    agesText(undefined),
  ]).toEqual(['fra 18 år', 'til 17 år', '5-18 år', 'til 23 år og 30 år', undefined])
  expect(placesText({ placesApproved: undefined, placesInUse: undefined })).toBe('Antal pladser er ikke oplyst')
  expect(placesText({ placesApproved: 1, placesInUse: 0 })).toBe('1 plads, 0 i brug')
  expect(priceText({ priceMinOre: 100_000, priceMaxOre: 200_000, pricePer: 'full_day', priceYear: 2026 })).toBe(
    '1.000 kr. til 2.000 kr. pr. døgn (2026)',
  )
})
