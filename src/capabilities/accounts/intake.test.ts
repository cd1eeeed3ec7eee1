import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { checkAccounts } from './jobs.ts'

const w = world()

/** Faxe with two invented units of ten places each. */
async function faxe() {
  const [operator] = await w.sql<
    { id: number }[]
  >`select d.id from operator d join party p on p.id = d.party_id where p.key = 'faxe' limit 1`
  const operatorId = operator?.id ?? 0
  const told = { source: 'Prøve', recordedAt: w.now }
  const [offer] = await w.sql<
    { id: number }[]
  >`insert into offer ${w.sql({ ...told, name: 'Bøgely', operatorId, status: 'running' })} returning id`
  for (const name of ['Nord', 'Syd']) {
    const [unit] = await w.sql<
      { id: number }[]
    >`insert into offer_unit ${w.sql({ ...told, name, offerId: offer?.id ?? 0 })} returning id`
    await w.sql`insert into place_line ${w.sql({ ...told, unitId: unit?.id ?? 0, kind: 'residential' })}`
  }
  return { contributor: await w.as('contributor', 'faxe'), home: `/takster/regnskaber/driver/${operatorId}/2024` }
}

const kitchen = () => ({ database: w.database, clock: () => w.now })
const idOf = (location: string) => location.match(/[0-9a-f-]{36}/)?.[0] ?? ''

async function send(who: Visitor, home: string, bytes: Uint8Array): Promise<string> {
  const { status, location } = await who.post(`${home}/regneark`, {
    file: new File([bytes as Uint8Array<ArrayBuffer>], 'regnskab.xlsx'),
  })
  expect(status).toBe(303)
  await checkAccounts(kitchen(), idOf(location))
  return `/takster/regnskaber/regneark/${idOf(location)}`
}

/** Sends a file, says yes to every column as it is proposed, and gives what the preview says. */
async function preview(who: Visitor, home: string, bytes: Uint8Array) {
  const address = await send(who, home, bytes)
  const { text } = await who.get(address)
  if (!text.includes('Hvad er kolonnerne?')) return { address, text }
  const proposed = [...text.matchAll(/<select[^>]*name="(kolonne-\d+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, options.match(/<option value="([^"]*)" selected/)?.[1] ?? ''],
  )
  expect((await who.post(address, { svar: 'kolonner', ...Object.fromEntries(proposed) })).status).toBe(303)
  await checkAccounts(kitchen(), idOf(address))
  return { address, text: (await who.get(address)).text }
}

const titles = [
  'Tilbud',
  'Afdeling',
  'Indtægter (t.kr.)',
  'Udgifter i alt (t.kr.)',
  'Regulering (t.kr.)',
  'Takstgrundlag (t.kr.)',
  'Belægningsprocent',
]
const book = (rows: (string | number)[][], head = titles) => writeXlsx({ sheets: [{ name: 'Regnskab', rows: [head, ...rows] }] })
const two = [
  ['Bøgely', 'Nord', '10.000', '9.300', 0, '10.000', 97.5],
  ['', 'Syd', 8000.5, 8100, -20, 8000, 0.94],
  ['I alt', '', 18000.5, 17400, -20, 18000, ''],
]

const kept = () => w.sql<
  { unit: string; revenue: number; costs: number; regulation: number; occupancy: string; version: number; source: string }[]
>`
  select u.name as unit, a.revenue_ore as revenue, a.costs_ore as costs, a.regulation_ore as regulation,
    trim_scale(a.occupancy_percent)::text as occupancy, a.version, a.source
  from tariff_account a join place_line l on l.id = a.place_line_id join offer_unit u on u.id = l.unit_id order by u.name, a.version`

describe('a workbook of accounts', () => {
  test('of the operator’s own is read, shown, and written when it is confirmed; twice changes nothing', async () => {
    const { contributor, home } = await faxe()
    const first = await preview(contributor, home, await book(two))
    expect(first.text).toContain('2 regnskaber er nye eller rettede')
    expect(await kept()).toHaveLength(0)
    expect((await contributor.post(first.address)).location).toContain(home)
    expect(
      (await kept()).map(({ unit, revenue, costs, regulation, occupancy }) => [unit, revenue, costs, regulation, occupancy]),
    ).toEqual([
      ['Nord', 1_000_000_000, 930_000_000, 0, '97.5'],
      ['Syd', 800_050_000, 810_000_000, -2_000_000, '94'],
    ])
    expect((await kept())[0]?.source).toBe('Regneark »regnskab.xlsx«')
    const again = await preview(contributor, home, await book(two))
    expect(again.text).toContain('Der er intet nyt i regnearket')
    expect((await contributor.post(again.address)).status).toBe(422)
    expect(await kept()).toHaveLength(2)
  })

  test('may be laid aside, and then nothing is saved', async () => {
    const { contributor, home } = await faxe()
    const { address } = await preview(contributor, home, await book(two))
    expect((await contributor.post(address, { svar: 'nej' })).status).toBe(303)
    expect((await contributor.get(address)).status).toBe(404)
    expect(await kept()).toHaveLength(0)
  })

  test('corrects what is received by a new version, only with a reason', async () => {
    const { contributor, home } = await faxe()
    const first = await preview(contributor, home, await book(two))
    await contributor.post(first.address)
    const changed = ['Bøgely', 'Nord', '10.000', '9.400', 0, '10.000', 97.5]
    expect((await preview(contributor, home, await book([changed]))).text).toContain('Skriv hvorfor i kolonnen')
    const { address } = await preview(contributor, home, await book([[...changed, 'Slåfejl']], [...titles, 'Hvorfor det rettes']))
    expect((await contributor.post(address)).status).toBe(303)
    expect((await kept()).map(({ unit, costs, version }) => [unit, costs, version])).toEqual([
      ['Nord', 930_000_000, 1],
      ['Nord', 940_000_000, 2],
      ['Syd', 810_000_000, 1],
    ])
  })

  test('with errors is told cell by cell, and nothing is saved', async () => {
    const { contributor, home } = await faxe()
    const { text } = await preview(
      contributor,
      home,
      await book([
        ['Ukendt', 'Nord', 1, 1, 0, 1, 95],
        ['Bøgely', 'Vest', 1, 1, 0, 1, 95],
        ['Bøgely', 'Nord', 'mange', 1, 0, 1, 95],
        ['Bøgely', 'Syd', 100, '', 0, 1, 95],
        ['Bøgely', 'Syd', 100, 90, '#DIV/0!', 1, 95],
      ]),
    )
    for (const told of [
      'er ikke et af driftsherrens tilbud',
      'er ikke en afdeling af tilbuddet',
      'er ikke et beløb',
      'Skriv omkostningerne',
      'Formlen giver fejlen',
    ])
      expect(text).toContain(told)
    expect(await kept()).toHaveLength(0)
  })

  test('of another year, or that somebody has overtaken, is told so', async () => {
    const { contributor, home } = await faxe()
    const other = await preview(contributor, home, await book([[...(two[0] ?? []), 2023]], [...titles, 'År']))
    expect(other.text).toContain('Rækken er for 2023, men siden er for 2024')
    const mine = await preview(contributor, home, await book(two))
    const theirs = await w.as('approver', 'faxe')
    await theirs.post((await preview(theirs, home, await book([two[0] ?? []]))).address)
    await contributor.post(mine.address)
    await checkAccounts(kitchen(), idOf(mine.address))
    expect((await contributor.get(mine.address)).text).toContain('Nogen har skrevet imens')
    expect(await kept()).toHaveLength(1)
  })

  test('is another’s neither to send, nor to see, nor to fetch as a template', async () => {
    const { contributor, home } = await faxe()
    const greve = await w.as('contributor', 'greve')
    expect((await greve.get(`${home}/regneark`)).status).toBe(403)
    expect((await greve.get(`${home}/skabelon.xlsx`)).status).toBe(403)
    const { address } = await preview(contributor, home, await book(two))
    expect((await (await w.as('contributor', 'faxe')).get(address)).status).toBe(404)
    expect((await contributor.post(`${home}/regneark`, { file: new File([''], 'tom.xlsx') })).status).toBe(422)
  })
})

describe('our own template', () => {
  test('needs no choosing, tells what is missing by leaving it empty, and read back changes nothing', async () => {
    const { contributor, home } = await faxe()
    const empty = await send(contributor, home, (await contributor.get(`${home}/skabelon.xlsx`)).bytes)
    expect((await contributor.get(empty)).text).toMatch(/\d+ rækker uden tal/)
    const { address } = await preview(contributor, home, await book(two))
    await contributor.post(address)
    const filled = await send(contributor, home, (await contributor.get(`${home}/skabelon.xlsx`)).bytes)
    expect((await contributor.get(filled)).text).toContain('Der er intet nyt i regnearket')
  })
})
