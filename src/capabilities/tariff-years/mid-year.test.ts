import { expect, test } from 'vitest'
import { begun, tariffOf } from '../../../tests/tariffs/basis.ts'
import { world } from '../../../tests/world.ts'

const w = world()

const plain = (html: string) => html.replaceAll('\u00a0', ' ')

/** 2.000 kr. until July, and 2.200 kr. from then. */
async function changed() {
  const made = await begun(w, { validUntil: '2027-07-01' })
  const { status } = await made.contributor.post(`${made.sheet}/linje/ny`, {
    ...{
      place: `${made.unitId}-${made.lineId}`,
      service: 'Døgntakst',
      per: 'full_day',
      places: '10',
      occupancy: '100',
      days: '365',
    },
    ...{ 'cost-pay': '8.030.000', validFrom: '2027-07-01', seen: '1' },
  })
  expect(status).toBe(303)
  return made
}

const kept = () => w.sql<
  { id: number; version: number; validFrom: string | undefined; validUntil: string | undefined; calculationId: number }[]
>`
  select c.id, c.version, c.valid_from, c.valid_until, v.id as version_id from tariff_calculation c
  join tariff_version v on v.calculation_id = c.id where c.year = 2027 order by c.valid_from`

test('a tariff that changes within the year is two calculations, not two versions of one', async () => {
  const { published, contributor, sheet, path } = await changed()
  expect(plain((await contributor.get(sheet)).text)).toMatch(/1\. jan\. 2027 – 30\. jun\S* 2027.*1\. jul\S* 2027/s)
  expect((await contributor.get(path)).text).toContain('som gjaldt de hele året')
  await published()
  const [first, next] = await kept()
  expect([first, next].map((one) => [one?.version, one?.validFrom, one?.validUntil])).toEqual([
    [1, '2027-01-01', '2027-07-01'],
    [1, '2027-07-01', '2028-01-01'],
  ])
  const tariffs = await w.sql<
    { count: number }[]
  >`select count(distinct tariff_id)::int as count from tariff_version where year = 2027`
  expect(tariffs[0]?.count).toBe(1)
  const { text } = await w.citizen.get(`/takster/beregning/${first?.id}`)
  expect(text).not.toContain('Der er en nyere version')
  expect(text).toContain(`href="/takster/beregning/${next?.id}"`)
  // 2.000 × 10 × 181 + 2.200 × 10 × 184 days
  expect(plain(text)).toContain('Tilsammen giver perioderne 7.668.000,00 kr. i indtægt og 7.668.000,00 kr. i omkostninger')
  expect(text).toContain('fra 1. januar 2027 til og med 30. juni 2027')
  expect((await w.citizen.get('/takster/beregninger?aar=2027')).text).toContain('fra 1. juli 2027 til og med 31. december 2027')
  const json = (await w.citizen.get(`/api/v1/tariff-calculations/${next?.id}`)).json()
  expect(json).toMatchObject({ validFrom: '2027-07-01', validUntil: '2028-01-01', version: 1 })
})

test('a tariff of a part of the year says so, and has no year to sum', async () => {
  const { published } = await begun(w, { validFrom: '2027-09-01' })
  await published()
  const [only] = await kept()
  const { text } = await w.citizen.get(`/takster/beregning/${only?.id}`)
  expect(text).toContain('Taksten gælder kun en del af året')
  expect(text).not.toContain('Tilsammen giver perioderne')
})

test('next year is compared with the last period', async () => {
  const { published, secretariat, sheet, contributor, unitId, lineId, operatorId } = await changed()
  await published()
  const [, last] = await kept()
  await secretariat.post('/takster/runder/ny', {
    year: '2028',
    ...{ municipal: '2027-11-15', regional: '2027-11-15', self_governing: '2027-11-15', private: '2027-10-01' },
  })
  const next = sheet.replace('2027', '2028')
  expect(next).toContain(String(operatorId))
  await contributor.post(`${next}/linje/ny`, {
    ...{ place: `${unitId}-${lineId}`, service: 'Døgntakst', per: 'full_day', places: '10', occupancy: '100', days: '365' },
    ...{ 'cost-pay': '8.395.000', seen: '0' },
  })
  await published(2028)
  const [row] = await w.sql<{ id: number }[]>`select id from tariff_calculation where year = 2028`
  const { text } = await w.citizen.get(`/takster/beregning/${row?.id}`)
  expect(text).toContain(`href="/takster/beregning/${last?.id}"`)
  expect(plain(text)).toContain('+100 kr. (+4,5 %) fra 2027')
})

test('two periods of the same tariff do not overlap', async () => {
  const { step, contributor, sheet, unitId, lineId, path } = await begun(w, { validUntil: '2027-09-01' })
  await contributor.post(`${sheet}/linje/ny`, {
    ...{
      place: `${unitId}-${lineId}`,
      service: 'Døgntakst',
      per: 'full_day',
      amount: '2.200',
      validFrom: '2027-07-01',
      seen: '1',
    },
  })
  expect(tariffOf((await contributor.get(path)).text)).toBe('2.000 kr. pr. døgn')
  const { status, text } = await step('indsend')
  expect(status).toBe(422)
  expect(text).toContain('som også står i skemaet')
})
