import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { tariffsInForce } from './index.ts'
import { addLineage } from './store/lineage.ts'
import { type NewVersion, publishVersions } from './store/publish.ts'
import { takeOverPrices } from './store/take-over.ts'

const w = world()

/** A unit of the register with no price of its own. */
async function unit(ownership = 'municipal') {
  const [row] = await w.sql<{ offerId: number; unitId: number }[]>`
    select u.offer_id, u.id as unit_id from offer_unit u join offer o on o.id = u.offer_id join operator d on d.id = o.operator_id
    where d.ownership = ${ownership} and not exists (select from offer_price p where p.unit_id = u.id) order by u.id limit 1`
  if (!row) throw new Error('no such unit')
  return row
}

const version = (at: { offerId: number; unitId: number }, more: Partial<NewVersion>): NewVersion => ({
  ...at,
  placeLineId: undefined,
  service: 'Døgntakst',
  level: '',
  addOn: false,
  per: 'full_day',
  year: 2026,
  amountOre: 200_000,
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  basis: 'not_received',
  source: 'Prøve',
  actorName: 'Prøve',
  publishedAt: w.now,
  ...more,
})

const last = { year: 2025, validFrom: '2025-01-01', validUntil: '2026-01-01' }

describe('the public list', () => {
  test('shows the prices of the register with source and age, and says that their basis is not known', async () => {
    const { text, status } = await w.citizen.get('/takster')
    expect(status).toBe(200)
    expect(text).toContain('<strong>8 takster</strong>')
    expect(text).toContain('0 af 8 har beregningsgrundlag')
    expect(text).toMatch(/Opholdsstedet i Roskilde, Skovkanten \(anbringelse\)/)
    expect(text).toContain('2.413,62 kr.')
    expect(text).toContain('opholdsstedetiroskilde.dk, pr. 2023')
  })

  test('takes a price over once, and a corrected price as a new version', async () => {
    expect(await takeOverPrices(w.sql, w.now)).toBe(0)
    await w.sql`update offer_price set amount_ore = 500000, version = version + 1 where amount_ore = 453500`
    expect(await takeOverPrices(w.sql, w.now)).toBe(1)
    const { text } = await w.citizen.get('/takster?q=kildebo')
    expect(text).toContain('5.000 kr.')
    expect(text).not.toContain('4.535 kr.')
  })

  test('tells what the same cost the year before, and by how much it rose', async () => {
    const at = await unit()
    await publishVersions(w.sql, [version(at, { ...last, amountOre: 200_000 })])
    await publishVersions(w.sql, [
      version(at, { amountOre: 211_000, temporaryOre: -1_500, places: 12, days: 365, occupancy: 0.95 }),
    ])
    const { text } = await w.citizen.get('/takster?aar=2026')
    expect(text).toContain('2.110 kr.')
    expect(text).toContain('+5,5 %')
    expect(text).toContain('−15 kr.')
  })

  test('each version says whether it holds today: a period that is over is not one that was corrected', async () => {
    const at = await unit()
    const [old = 0] = await publishVersions(w.sql, [version(at, { ...last, amountOre: 200_000 })])
    await publishVersions(w.sql, [
      version(at, {}),
      version(at, { year: 2027, validFrom: '2027-01-01', validUntil: '2028-01-01' }),
    ])
    const { text } = await w.citizen.get(`/takster/${old}`)
    expect(text.match(/Udløbet|Gælder i dag|Begynder senere/g)).toEqual(['Begynder senere', 'Gælder i dag', 'Udløbet'])
  })

  test('a tariff of none of the years side by side still says what it costs', async () => {
    const { text } = await w.citizen.get('/takster/aar')
    expect(text).toContain('År ikke oplyst: 6.964 kr.')
  })

  test('of a tariff that got a new name shows only the new one, until somebody says that it was not so', async () => {
    const at = await unit()
    const [old = 0, fresh = 0] = await publishVersions(w.sql, [
      version(at, { ...last, service: 'Gammelt navn' }),
      version(at, { service: 'Nyt navn' }),
    ])
    expect((await w.citizen.get('/takster')).text).toContain('Gammelt navn')
    const [from, to] = await w.sql<
      { tariffId: number }[]
    >`select tariff_id from tariff_version where id in (${old}, ${fresh}) order by id`
    const told = { kind: 'renamed' as const, day: '2026-01-01', reason: 'Nyt navn', actorName: 'Prøve', recordedAt: w.now }
    await addLineage(w.sql, { ...told, fromTariffId: from?.tariffId ?? 0, toTariffId: to?.tariffId ?? 0 })
    const { text } = await w.citizen.get('/takster?q=navn')
    expect(text).toContain('<strong>1 takst</strong>, den nyeste af hver')
    expect(text).not.toContain('Gammelt navn')
    expect((await w.citizen.get('/takster?aar=2025')).text).toContain('Gammelt navn')
    expect((await w.citizen.get('/takster/aar?q=nyt+navn')).text).toContain('hed Gammelt navn')
  })

  test('follows a tariff that was renamed, and weighs by places those that were put together', async () => {
    const at = await unit()
    const [a = 0, b = 0, c = 0] = await publishVersions(w.sql, [
      version(at, { ...last, service: 'A', amountOre: 100_000, places: 10 }),
      version(at, { ...last, service: 'B', amountOre: 200_000, places: 30 }),
      version(at, { service: 'C', amountOre: 210_000, places: 40 }),
    ])
    const tariffs = await w.sql<
      { id: number; tariffId: number }[]
    >`select id, tariff_id from tariff_version where id in (${a}, ${b}, ${c})`
    const of = (id: number) => tariffs.find((one) => one.id === id)?.tariffId ?? 0
    const told = {
      kind: 'merged' as const,
      toTariffId: of(c),
      day: '2026-01-01',
      reason: 'Samlet',
      actorName: 'Prøve',
      recordedAt: w.now,
    }
    await addLineage(w.sql, { ...told, fromTariffId: of(a) })
    await addLineage(w.sql, { ...told, fromTariffId: of(b) })
    const { text } = await w.citizen.get(`/takster/${c}`)
    expect(text).toContain('1.750 kr. (+20 %)')
    expect(text).toContain('Samlet af')
    const [force] = (await tariffsInForce(w.sql, '2026-03-01')).filter(({ id }) => id === c)
    expect(force?.predecessors).toEqual([
      { versionId: a, tariffId: of(a), places: '10' },
      { versionId: b, tariffId: of(b), places: '30' },
    ])
  })

  test('sorts by change with those that cannot be compared last', async () => {
    const at = await unit()
    await publishVersions(w.sql, [version(at, { ...last, service: 'Lille' }), version(at, { ...last, service: 'Stor' })])
    await publishVersions(w.sql, [
      version(at, { service: 'Lille', amountOre: 201_000 }),
      version(at, { service: 'Stor', amountOre: 260_000 }),
      version(at, { service: 'Ny' }),
    ])
    const { text } = await w.citizen.get('/takster?aar=2026&sorter=aendring&vej=ned')
    expect(text).toMatch(/Stor.*Lille.*Ny/s)
  })

  test('sends exactly what is shown as CSV, workbook and JSON', async () => {
    const csv = await w.citizen.get('/takster/liste.csv?q=roskilde')
    expect(csv.text.trim().split('\n')).toHaveLength(5)
    expect(csv.text).toContain('2530')
    const json = (await w.citizen.get('/takster/liste.json?q=roskilde')).json() as { total: number; tariffs: unknown[] }
    expect([json.total, json.tariffs.length]).toEqual([4, 4])
    expect((await w.citizen.get('/takster/liste.xlsx?q=roskilde')).headers.get('content-type')).toContain('spreadsheetml')
  })

  test('answers the open API with the same rows', async () => {
    const { total, withBasis } = (await w.citizen.get('/api/v1/tariffs?q=roskilde')).json() as {
      total: number
      withBasis: number
    }
    expect([total, withBasis]).toEqual([4, 0])
  })
})

describe('groups and spread', () => {
  const priced = async (count: number) => {
    const at = await unit()
    await publishVersions(
      w.sql,
      Array.from({ length: count }, (_, index) =>
        version(at, { service: `Niveau ${index}`, amountOre: 100_000 * (index + 1), groups: ['autisme'] }),
      ),
    )
  }

  test('of two tariffs nothing is told but that they are too few', async () => {
    await priced(2)
    const { text } = await w.citizen.get('/takster/maalgrupper?aar=2026')
    expect(text).toContain('færre end 3')
    expect(text).not.toContain('2.000 kr.')
    expect((await w.citizen.get('/takster/fordeling?aar=2026')).text).toContain('Færre end 3 takster passer')
  })

  test('of three tariffs the median is told, and the picture has the same numbers in a table', async () => {
    await priced(3)
    expect((await w.citizen.get('/takster/maalgrupper?aar=2026')).text).toContain('<strong>2.000 kr.</strong>')
    const { text } = await w.citizen.get('/takster/fordeling?aar=2026')
    expect(text).toMatch(/<desc[^>]*>3 takster fra 1\.000 kr\. til 3\.000 kr\./)
    expect(text).toContain('Antal takster i hvert spænd')
  })

  test('the years stand side by side', async () => {
    const at = await unit()
    await publishVersions(w.sql, [version(at, { ...last, amountOre: 190_000 }), version(at, {})])
    const { text } = await w.citizen.get('/takster/aar?q=døgntakst')
    expect(text).toMatch(/2\.000 kr\..*1\.900 kr\./s)
    expect((await w.citizen.get('/takster/aar.csv?q=døgntakst')).text).toContain('2026, kr.')
  })
})

describe('a version', () => {
  test('cannot be changed or taken away once it is published', async () => {
    const [id = 0] = await publishVersions(w.sql, [version(await unit(), {})])
    await expect(w.database.deed((sql) => sql`update tariff_version set amount_ore = 1 where id = ${id}`)).rejects.toThrow(
      /stays as it is/,
    )
    await expect(w.database.deed((sql) => sql`delete from tariff_version where id = ${id}`)).rejects.toThrow(/stays/)
  })

  test('that was corrected still stands at its own address and leads to the one that holds', async () => {
    const at = await unit()
    const [first = 0] = await publishVersions(w.sql, [version(at, {})])
    const [second = 0] = await publishVersions(w.sql, [
      version(at, { amountOre: 190_000, version: 2, correctsId: first, reason: 'Slåfejl i lønnen' }),
    ])
    const { text } = await w.citizen.get(`/takster/${first}`)
    expect(text).toContain('Taksten er rettet siden')
    expect(text).toContain(`/takster/${second}`)
    expect(text).toContain('Slåfejl i lønnen')
    expect((await w.citizen.get(`/takster/${second}/data.json`)).json()).toMatchObject({ amountOre: 190_000, version: 2 })
  })

  test('that is not there is not found', async () => {
    expect((await w.citizen.get('/takster/999999999')).status).toBe(404)
    expect((await w.citizen.get('/takster/aar2')).status).toBe(404)
  })
})

describe('what stands around the tariffs', () => {
  test('figures that a source only tells of as about so much say so', async () => {
    const { text } = await w.citizen.get('/takster/regler')
    expect(text).toContain('i størrelsesordenen 2,7 mia. kr.')
    expect(text).toContain('i størrelsesordenen 6.300 pladser')
    expect(text).toContain('365 dage')
    expect(text).toContain('ikke anvendes i 2018')
    expect(text).toMatch(/i størrelsesordenen 2,7 mia\. kr\.<\/td><td[^>]*>2017</)
    expect(text).toContain('Ingen beslutning er oplyst for 2019, 2020,')
  })

  test('the secretariat writes the decision of another year, which stands beside the old', async () => {
    const secretariat = await w.as('secretariat')
    const fields = {
      topic: 'instrument',
      label: 'Takstinstrumentet i 2027',
      year: '2027',
      value: '1,5',
      unit: 'procent',
      validFrom: '2026-03-02',
      source: 'KKR',
    }
    expect((await secretariat.post('/takster/regler/ny', { ...fields, year: '' })).status).toBe(422)
    expect((await secretariat.post('/takster/regler/ny', fields)).status).toBe(303)
    const { text } = await w.citizen.get('/takster/regler')
    expect(text).toContain('Taksterne sættes ned med 1,5 procent.')
    expect(text).toContain('Takstinstrumentet i 2018')
  })

  test('says how much of a calculation is shown, and when sheets are due', async () => {
    const { text } = await w.citizen.get('/takster/regler')
    expect(text).toMatch(/Af en beregning hos en privat driftsherre vises.*hovedgrupper.*Nej, forslag/s)
    expect(text).toMatch(/Privat.*1\. oktober/s)
    expect(text).toMatch(/Kommunal.*15\. november/s)
  })

  test('nobody but the secretariat writes there', async () => {
    expect((await (await w.as('approver', 'faxe')).post('/takster/regler/ny', {})).status).toBe(403)
  })
})
