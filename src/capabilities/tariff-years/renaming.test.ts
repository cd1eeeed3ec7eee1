import { beforeEach, describe, expect, test } from 'vitest'
import { idOf } from '../../../tests/setup/incoming.ts'
import { deadlines, type Faxe, faxe, lineFor, publish, seenOf, write } from '../../../tests/setup/tariff-sheets.ts'
import { numbered } from '../../../tests/setup/tariff-workbooks.ts'
import { world } from '../../../tests/world.ts'
import { checkTariffs } from './jobs.ts'

const w = world()
let at: Faxe

/** 2027 is published: in Nord 2.000 kr. a day on 10 places, in Syd 1.000 kr. on 30; and 2028 is open. */
beforeEach(async () => {
  at = await faxe(w)
  await write(w, at.contributor, at.sheet(), lineFor(at.place('Bøgely, Nord')))
  await write(w, at.contributor, at.sheet(), lineFor(at.place('Bøgely, Syd'), { places: '30', 'cost-pay': '10.950.000' }))
  expect((await publish(w, at, at.sheet())).status).toBe(303)
  await at.secretariat.post('/takster/runder/ny', deadlines(2028))
})

const next = (line: Record<string, string>) => write(w, at.contributor, at.sheet(2028), line)
const list = async () => (await (await w.as('reader')).get('/takster?aar=2028')).text
const pageOf = async (service: string) => {
  const [row] = await w.sql<{ id: number }[]>`select id from tariff_version where year = 2028 and service = ${service}`
  return (await (await w.as('reader')).get(`/takster/${row?.id}`)).text
}

describe('»Hed før« in the form', () => {
  test('is chosen among all the operator had, and followed to another unit of another offer', async () => {
    const { text } = await at.contributor.get(`${at.sheet(2028)}/linje/ny`)
    expect(text).toContain('<option value="Bøgely, Nord: Døgntakst">')
    const moved = lineFor(at.place('Egely, Nord'), { service: 'Botilbud', 'cost-pay': '8.030.000' })
    expect((await next({ ...moved, wasListed: 'Bøgely, Nord: Døgntakst' })).status).toBe(303)
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_sheet_line order by id desc limit 1`
    expect((await at.contributor.get(`${at.sheet(2028)}/linje/${id}`)).text).toContain(
      '<option value="Bøgely, Nord: Døgntakst" selected',
    )
    expect((await publish(w, at, at.sheet(2028))).status).toBe(303)
    expect(await list()).toMatch(/2\.200 kr\..*\+10 %/s)
    expect(await pageOf('Botilbud')).toContain('Hed før <a')
  })

  test('is weighed by places when two units become one tariff', async () => {
    const one = lineFor(at.place('Bøgely, Nord'), { service: 'Fælles', places: '40', 'cost-pay': '21.900.000' })
    expect((await next({ ...one, was: 'Døgntakst; Syd: Døgntakst' })).status).toBe(303)
    await publish(w, at, at.sheet(2028))
    const text = await pageOf('Fælles')
    expect(text).toContain('1.250 kr. (+20 %)')
    expect(text).toContain('2.000 kr., 10 pladser')
    expect(text).toContain('1.000 kr., 30 pladser')
  })

  test('follows one that is divided, with as many places as each part has', async () => {
    const part = (service: string, more: Record<string, string>) => lineFor(at.place('Bøgely, Syd'), { service, ...more })
    await next({ ...part('Lille', { places: '10', 'cost-pay': '4.015.000' }), was: 'Døgntakst (10 pladser)' })
    await next({ ...part('Stor', { places: '30', 'cost-pay': '14.600.000' }), was: 'Døgntakst (20 pladser); Nord: Døgntakst' })
    await publish(w, at, at.sheet(2028))
    expect(await pageOf('Lille')).toContain('1.000 kr. (+10 %)')
    const text = await pageOf('Stor')
    expect(text).toContain('1.333,33 kr. (0 %)')
    expect(text).toContain('1.000 kr., 20 pladser')
  })

  test('follows a name that only lasts for some of the year', async () => {
    await next(lineFor(at.place('Bøgely, Nord'), { service: 'Vår', was: 'Døgntakst', validUntil: '2028-07-01', days: '366' }))
    await next(
      lineFor(at.place('Bøgely, Nord'), { service: 'Høst', was: 'Vår', validFrom: '2028-07-01', 'cost-pay': '8.030.000' }),
    )
    await publish(w, at, at.sheet(2028))
    expect(await pageOf('Høst')).toContain('2.000 kr. (+10 %)')
  })

  test('that names nothing, or two, is told at the field, and nothing is saved', async () => {
    const line = lineFor(at.place('Bøgely, Nord'), { service: 'Ny' })
    const none = await next({ ...line, was: 'Nattakst' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('»Nattakst« i »Hed før« er ikke en takst, driftsherren havde før')
    const two = await next({ ...lineFor(at.place('Egely, Nord'), { service: 'Ny' }), was: 'Bøgely: Døgntakst' })
    expect(two.text).toContain('er ikke en takst')
    expect(
      (await w.sql`select from tariff_sheet_line l join tariff_sheet s on s.id = l.sheet_id where s.year = 2028`).length,
    ).toBe(0)
  })

  const withdraw = async () => {
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`
      select id from tariff_version where year = 2027 and places = 10 and current`
    await at.secretariat.post(`/takster/${id}/ret`, { withdrawn: 'ja', reason: 'Fejl', source: 'Driftsherren' })
  }

  test('that cannot be followed any more is told on the sheet, which is not handed in', async () => {
    await next(lineFor(at.place('Egely, Nord'), { service: 'Ny', was: 'Bøgely, Nord: Døgntakst' }))
    await withdraw()
    expect((await at.contributor.get(at.sheet(2028))).text).toContain('»Hed før« peger ikke på en takst, der var der')
    const { status, text } = await at.approver.post(`${at.sheet(2028)}/indsend`, await seenOf(w, at.sheet(2028)))
    expect(status).toBe(422)
    expect(text).toContain('Skemaet er ikke indsendt.')
  })

  test('that cannot be followed any more stops the publication with a sentence, and nothing is published', async () => {
    const path = at.sheet(2028)
    await next(lineFor(at.place('Egely, Nord'), { service: 'Ny', was: 'Bøgely, Nord: Døgntakst' }))
    expect((await at.approver.post(`${path}/indsend`, await seenOf(w, path))).status).toBe(303)
    expect((await at.secretariat.post(`${path}/godkend`, await seenOf(w, path))).status).toBe(303)
    await withdraw()
    const answer = await at.secretariat.post(`${path}/offentliggoer`, await seenOf(w, path))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Intet er offentliggjort. Stil driftsherren et spørgsmål')
    expect(await w.sql`select from tariff_version where year = 2028`).toHaveLength(0)
  })
})

describe('»Hed før« in a workbook', () => {
  const titles = ['Tilbud', 'Afdeling', 'Ydelse', 'Pladser', 'Belægning, procent', 'Løn, kr.', 'Hed før']
  const sent = async (rows: (string | number)[][]) => {
    const { writeXlsx } = await import('hucre')
    const bytes = await writeXlsx({ sheets: [{ name: 'Takster', rows: [titles, ...rows] }] })
    const file = new File([bytes as Uint8Array<ArrayBuffer>], 'takster.xlsx')
    const { location } = await at.contributor.post(`${at.sheet(2028)}/regneark`, { file })
    await checkTariffs({ database: w.database, clock: () => w.now }, idOf(location))
    return location
  }

  test('names another unit, and is told by cell when it names nothing', async () => {
    const wrong = await sent([
      ['Egely', 'Nord', 'A', 10, 100, 7_300_000, 'Bøgely, Nord: Døgntakst'],
      ['Egely', 'Syd', 'B', 10, 100, 7_300_000, 'Nattakst'],
    ])
    const { text } = await at.contributor.get(wrong)
    expect(text).toContain('Der er fejl i 1 celle')
    expect(text).toMatch(/G3.*»Nattakst« i »Hed før« er ikke en takst/s)
    const right = await sent([['Egely', 'Nord', 'A', 10, 100, 7_300_000, 'Bøgely, Nord: Døgntakst']])
    expect((await at.contributor.post(right)).status).toBe(303)
    await publish(w, at, at.sheet(2028))
    expect(await pageOf('A')).toContain('2.000 kr. (0 %)')
  })
})

test('a sheet that was filled by workbook is told of lost names in another unit too', async () => {
  const bytes = await numbered([['Egely', 'Nord', 10, 100, 7_300_000, 'Ny']])
  const file = new File([bytes as Uint8Array<ArrayBuffer>], 'takster.xlsx')
  const { location } = await at.contributor.post(`${at.sheet(2028)}/regneark`, { file })
  await checkTariffs({ database: w.database, clock: () => w.now }, idOf(location))
  await at.contributor.post(location)
  expect(await seenOf(w, at.sheet(2028))).toMatchObject({ revision: '1' })
  expect((await at.contributor.get(at.sheet(2028))).text).toContain('»Bøgely, Nord: Døgntakst«')
})
