import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { faxe, publish } from '../../../tests/setup/tariff-sheets.ts'
import { type Built, built, numbered, workbooks } from '../../../tests/setup/tariff-workbooks.ts'
import { type Visitor, world } from '../../../tests/world.ts'
import { answerGivenUp } from '../../platform/incoming.ts'
import { way } from './draft.ts'
import { checkTariffs, finishTariffs } from './jobs.ts'

const w = world()

const opened = async () => {
  const at = await faxe(w)
  return { ...at, path: at.sheet() }
}

const kitchen = () => ({ database: w.database, clock: () => w.now })
const idOf = (location: string) => location.match(/[0-9a-f-]{36}/)?.[0] ?? ''

async function send(who: Visitor, path: string, bytes: Uint8Array | string, name = 'takster.xlsx'): Promise<string> {
  const { status, location } = await who.post(`${path}/regneark`, { file: new File([bytes as Uint8Array<ArrayBuffer>], name) })
  expect(status).toBe(303)
  await checkTariffs(kitchen(), idOf(location))
  return `/takster/regneark/${idOf(location)}`
}

/** Sends a file, says yes to every column as it is proposed, and confirms. */
async function bringIn(who: Visitor, path: string, bytes: Uint8Array, choices: Record<string, string> = {}): Promise<string> {
  const address = await send(who, path, bytes)
  let { text } = await who.get(address)
  if (text.includes('Hvad er kolonnerne?')) {
    const proposed = Object.fromEntries(
      [...text.matchAll(/<select[^>]*name="(kolonne-\d+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [
        name,
        options.match(/<option value="([^"]*)" selected/)?.[1] ?? '',
      ]),
    )
    expect((await who.post(address, { svar: 'kolonner', ...proposed, ...choices })).status).toBe(303)
    await checkTariffs(kitchen(), idOf(address))
    text = (await who.get(address)).text
  }
  if (text.includes('Gem ') && text.includes('i skemaet</button>')) await who.post(address)
  return text
}

type Kept = {
  offer: string
  unit: string
  service: string
  places: number
  occupancy: number
  pay: number
  amount: number | undefined
  validFrom: string
  validUntil: string
}

const kept = () => w.sql<Kept[]>`
  select o.name as offer, u.name as unit, l.service, l.places::float8 as places, l.occupancy::float8 as occupancy,
    (l.costs->>'pay')::bigint as pay, l.amount_ore as amount, l.valid_from, l.valid_until
  from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id order by o.name, u.name, l.service`

/** What was published, to the øre, and the days' price before it was rounded to whole kroner. */
const prices = () => w.sql<{ name: string; ore: number; exact: string }[]>`
  select offer_name || ', ' || unit_name as name, amount_ore as ore, exact_ore as exact from tariff_version where year = 2027 order by 1`

describe('any operator’s workbook', () => {
  test.each(Object.entries(workbooks))(
    '%s is read without touching code, and comes to the same four tariffs',
    async (_, build: () => Promise<Built>) => {
      const { contributor, path, ...at } = await opened()
      const { bytes, choices } = await build()
      await bringIn(contributor, path, bytes, choices)
      const rows = await kept()
      expect(rows.map(({ offer, unit, pay }) => [offer, unit, Number(pay)])).toEqual([
        ['Bøgely', 'Nord', 730_000_000],
        ['Bøgely', 'Syd', 547_500_000],
        ['Egely', 'Nord', 912_500_000],
        ['Egely', 'Syd', 365_000_050],
      ])
      expect(rows.map(({ places, occupancy }) => [places, occupancy])).toEqual([
        [10, 1],
        [7.5, 0.98],
        [12, 0.97],
        [5, 0.95],
      ])
      expect(new Set(rows.map(({ validFrom, validUntil }) => `${validFrom} ${validUntil}`))).toEqual(
        new Set(['2027-01-01 2028-01-01']),
      )
      expect((await publish(w, at, path)).status).toBe(303)
      expect(await prices()).toEqual([
        { name: 'Bøgely, Nord', ore: 200_000, exact: '200000' },
        { name: 'Bøgely, Syd', ore: 204_100, exact: '10000000/49' },
        { name: 'Egely, Nord', ore: 214_800, exact: '62500000/291' },
        { name: 'Egely, Syd', ore: 210_500, exact: '292000040/1387' },
      ])
    },
  )

  test('is read by what was said of its columns the last time, and twice changes nothing', async () => {
    const { contributor, path } = await opened()
    const { bytes, choices } = await built('merged')
    await bringIn(contributor, path, bytes, choices)
    const again = await send(contributor, path, bytes)
    const { text } = await contributor.get(again)
    expect(text).toContain('Der er intet nyt i regnearket')
    expect((await contributor.post(again)).status).toBe(422)
    expect(await kept()).toHaveLength(4)
  })

  test('shows what each tariff comes to before it is saved', async () => {
    const { contributor, path } = await opened()
    const address = await send(contributor, path, await numbered([['Bøgely', 'Nord', 10, 100, 7_300_000]]))
    expect((await contributor.get(address)).text).toMatch(/data-title="Beregnet takst">2\.000 kr\./)
  })

  test('takes a total in thousands for what it is, and tells of one that is another amount', async () => {
    const { contributor, path } = await opened()
    const csv = (total: string) =>
      Buffer.from(`Tilbud;Afdeling;Takstnavn;Pladser;Belægning;Løn (t.kr.);I alt\nBøgely;Nord;Døgntakst;10;100;7300;${total}\n`)
    expect(await bringIn(contributor, path, csv('7300'))).not.toContain('men der står')
    const wrong = 'omkostningerne giver 7.300.000 kr., men der står 7.400 kr. i alt.'
    expect(await bringIn(contributor, path, csv('7400'))).toContain(wrong)
  })

  test('tells of sums that do not add up, and writes nothing before it is confirmed', async () => {
    const { contributor, path } = await opened()
    const address = await send(
      contributor,
      path,
      await numbered([
        ['Bøgely', 'Nord', 10, 100, 1000],
        ['I alt', '', '', '', 5000],
      ]),
    )
    const { text } = await contributor.get(address)
    expect(text).toContain('summen for løn er 5.000 kr., men rækkerne giver 1.000 kr.')
    expect(text).toContain('mellemsummer')
    expect(await kept()).toHaveLength(0)
    expect((await contributor.post(address, { svar: 'nej' })).status).toBe(303)
    expect((await contributor.get(address)).status).toBe(404)
  })

  test('with errors is told cell by cell, and nothing is saved', async () => {
    const { contributor, path } = await opened()
    const rows = [
      ['Bøgely', 'Nord', 10, 100, 'mange penge'],
      ['Ukendt', 'Nord', 10, 100, 1000],
      ['Bøgely', 'Vest', 10, 100, 1000],
      ['Bøgely', 'Syd', 10, 300, 1000],
      ['Egely', 'Nord', 10, 100, 2e12],
      ['Egely', 'Syd', 10, 100, 1000],
      ['Egely', 'Syd', 10, 100, 1000],
    ]
    const { text } = await contributor.get(await send(contributor, path, await numbered(rows)))
    for (const told of [
      'er ikke et beløb',
      'er ikke et af driftsherrens tilbud',
      'er ikke en afdeling af tilbuddet',
      'højst 150 procent',
      'over 10 milliarder',
      'står også i række 7',
    ])
      expect(text).toContain(told)
    expect(text).toContain('Der er fejl i 6 celler')
    expect(await kept()).toHaveLength(0)
  })

  test('of another year is told so', async () => {
    const { contributor, path } = await opened()
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Takster',
          rows: [
            ['Tilbud', 'Afdeling', 'År', 'Takst, kr.'],
            ['Bøgely', 'Nord', 2026, 2000],
          ],
        },
      ],
    })
    expect((await contributor.get(await send(contributor, path, bytes))).text).toContain(
      'Rækken er for 2026, men skemaet er for 2027',
    )
  })

  test('whose formula gives an error is told where', async () => {
    const { contributor, path } = await opened()
    const { text } = await contributor.get(
      await send(contributor, path, await numbered([['Bøgely', 'Nord', 10, 100, '#DIV/0!']])),
    )
    expect(text).toContain('Formlen giver fejlen #DIV/0!')
  })

  test('that was made over by another is shown again', async () => {
    const { contributor, path } = await opened()
    const address = await send(contributor, path, await numbered([['Bøgely', 'Nord', 10, 100, 1000]]))
    await bringIn(await w.as('contributor', 'faxe'), path, await numbered([['Bøgely', 'Syd', 10, 100, 1000]]))
    await contributor.post(address)
    await checkTariffs(kitchen(), idOf(address))
    expect((await contributor.get(address)).text).toContain('Nogen har ændret skemaet imens')
    expect(await kept()).toHaveLength(1)
  })

  test('of many rows is written by a job, all of it at once', async () => {
    const { contributor, path } = await opened()
    const rows = Array.from({ length: 1200 }, (_, at) => ['Bøgely', 'Nord', 10, 100, 1000 + at, `Ydelse ${at}`])
    const address = await send(contributor, path, await numbered(rows))
    await contributor.post(address)
    expect((await contributor.get(address)).text).toContain('bliver gemt')
    await finishTariffs(kitchen(), idOf(address))
    expect((await contributor.get(address)).text).toContain('1.200 rækker er gemt')
    expect(await kept()).toHaveLength(1200)
  })

  test('that the program has given up is answered with a way on, and one it is still at is not', async () => {
    const { contributor, path } = await opened()
    const upload = async () => idOf((await contributor.post(`${path}/regneark`, { file: new File(['x'], 'a.csv') })).location)
    const [lost, waits] = [await upload(), await upload()]
    await w.sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${`incoming:${lost}`}`
    await answerGivenUp(kitchen(), way)
    expect((await contributor.get(`/takster/regneark/${waits}`)).text).toContain('Regnearket bliver læst')
    expect((await contributor.get(`/takster/regneark/${lost}`)).text).toContain('har opgivet det. Send filen igen')
  })

  test('cannot be sent to another’s sheet, or be seen by another', async () => {
    const { contributor, path } = await opened()
    const greve = await w.as('contributor', 'greve')
    expect((await greve.get(`${path}/regneark`)).status).toBe(403)
    const address = await send(contributor, path, await numbered([['Bøgely', 'Nord', 10, 100, 1000]]))
    expect((await (await w.as('contributor', 'faxe')).get(address)).status).toBe(404)
    expect((await contributor.post(`${path}/regneark`, { file: new File([''], 'tom.xlsx') })).status).toBe(422)
  })
})

describe('our own template', () => {
  test('comes filled with the operator’s units, needs no choosing, and what was brought in comes back the same', async () => {
    const { contributor, path } = await opened()
    const { bytes, choices } = await built('merged')
    await bringIn(contributor, path, bytes, choices)
    const template = (await contributor.get(`${path}/skabelon.xlsx`)).bytes
    const { text } = await contributor.get(await send(contributor, path, template))
    expect(text).toContain('Der er intet nyt i regnearket')
  })

  test('is another’s to fetch only for those of the operator', async () => {
    const { path } = await opened()
    expect((await (await w.as('contributor', 'greve')).get(`${path}/skabelon.xlsx`)).status).toBe(403)
  })
})
