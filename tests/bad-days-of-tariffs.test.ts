import { writeXlsx } from 'hucre'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkTariffs } from '../src/capabilities/tariff-years/jobs.ts'
import { examples } from '../src/capabilities/tariffs/openapi-example.ts'
import { broken, lockedWorkbook } from './setup/broken-workbooks.ts'
import { fileOf, idOf } from './setup/incoming.ts'
import { deadlines, type Faxe, faxe, lineFor, publish, seenOf, write } from './setup/tariff-sheets.ts'
import { type Visitor, world } from './world.ts'

/** The bad days of tariffs: each is answered by a clear sentence, and nothing is lost. What-if by page is tried in its own room. */
const w = world()
let at: Faxe
let nord = ''
beforeEach(async () => {
  at = await faxe(w)
  nord = at.place('Bøgely, Nord')
})

const lines = async () => (await w.sql`select from tariff_sheet_line`).length
const titles = ['Tilbud', 'Afdeling', 'Ydelse', 'År', 'Pladser', 'Belægning, procent', 'Dage om året', 'Løn, kr.', 'Takst, kr.']
type Cells = (string | number)[]

/** Writes a line by the form, and gives what is said. */
async function written(more: Record<string, string>): Promise<string> {
  const before = await lines()
  const { status, text } = await write(w, at.contributor, at.sheet(), lineFor(nord, more))
  if (status === 422) expect(await lines()).toBe(before)
  return status === 303 ? 'gemt' : text
}

async function sent(who: Visitor, bytes: Uint8Array | string, name = 'takster.xlsx'): Promise<string> {
  const { status, location } = await who.post(`${at.sheet()}/regneark`, { file: fileOf(bytes, name) })
  expect(status).toBe(303)
  await checkTariffs({ database: w.database, clock: () => w.now }, idOf(location))
  return location
}
const book = (...rows: Cells[]) => writeXlsx({ sheets: [{ name: 'Takster', rows: [titles, ...rows] }] })

/** Sends a workbook of one row, and gives what its preview says; nothing may have been written. */
async function row(...cells: Cells): Promise<string> {
  const { text } = await at.contributor.get(await sent(at.contributor, await book(cells)))
  expect(await lines()).toBe(0)
  return text
}
const ask = async (more: object) => {
  const { status, text } = await w.citizen.json('/api/v1/tariff-calculations', { ...examples.simple.input, ...more })
  expect(status).toBe(422)
  return text
}
const counting = examples.simple.input.counting
const places = (count: string) => ({ counting: { ...counting, places: [{ ...counting.places[0], count }] } })
const cost = (amountOre: number) => ({ costs: [{ ...examples.simple.input.costs[0], amountOre }] })

describe('numbers nobody can mean', () => {
  test('zero places: the sheet keeps the line, says what is missing, and is not handed in', async () => {
    expect(await written({ places: '0' })).toBe('gemt')
    const { text } = await at.contributor.get(at.sheet())
    expect(text).toContain('Der er 0 pladser. Så er der intet at dele omkostningerne på.')
    const handed = await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    expect(handed.status).toBe(422)
    expect(handed.text).toContain('har ingen pris. Den første er Bøgely, Nord')
    expect(await ask(places('0'))).toContain('Med 0 pladser')
  })

  test('zero days', async () => {
    expect(await written({ days: '0' })).toContain('Dage om året skal være et helt tal fra 1 til 366')
    expect(await row('Bøgely', 'Nord', '', 2027, 10, 100, 0, 1000, '')).toMatch(/G2.*Dage om året skal være et helt tal/s)
    expect(await ask({ counting: { ...counting, days: { count: 0, reason: 'Prøve' } } })).toContain('Med 0 dage')
  })

  test('occupancy 0 or 300 percent', async () => {
    for (const occupancy of ['0', '300'])
      expect(await written({ occupancy })).toContain('Belægningen skal være over 0 og højst 150 procent')
    for (const occupancy of [0, 300])
      expect(await row('Bøgely', 'Nord', '', 2027, 10, occupancy, 365, 1000, '')).toMatch(/F2.*over 0 og højst 150 procent/s)
    for (const percent of ['0', '300'])
      expect(await ask({ counting: { ...counting, occupancy: { ...counting.occupancy, percent } } })).toContain('Belægningen er')
  })

  test('occupancy 3 percent is out of bounds: it is saved, and has to be explained before it is handed in', async () => {
    expect(await written({ occupancy: '3' })).toBe('gemt')
    expect((await at.contributor.get(at.sheet())).text).toContain('Belægningen er 3 %, under grænsen på 95 %')
    const { status, text } = await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    expect(status).toBe(422)
    expect(text).toContain('er uden for grænserne. Skriv en forklaring på taksten')
  })

  test('negative costs', async () => {
    expect(await written({ 'cost-pay': '-5' })).toContain('Skriv det, der trækkes fra, som indtægter')
    expect(await row('Bøgely', 'Nord', '', 2027, 10, 100, 365, -5, '')).toMatch(/H2.*Beløbet er negativt/s)
    expect(await ask(cost(-5))).toContain('negativ')
  })

  test('income larger than the costs: the line stays, and the sheet is not handed in', async () => {
    expect(await written({ 'cost-income': '9.000.000' })).toBe('gemt')
    expect((await at.contributor.get(at.sheet())).text).toContain('Indtægterne er større end omkostningerne')
    const { text } = await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    expect(text).toContain('Skemaet er ikke indsendt')
  })

  test('amounts over ten thousand million', async () => {
    expect(await written({ 'cost-pay': '10.000.000.001' })).toContain('over 10 milliarder kroner')
    expect(await written({ amount: '99999999999999999999' })).toContain('over 10 milliarder kroner')
    expect(await row('Bøgely', 'Nord', '', 2027, 10, 100, 365, 2e12, '')).toMatch(/H2.*over 10 milliarder kroner/s)
    expect(await row('Bøgely', 'Nord', '', 2027, '', '', '', '', 2e12)).toMatch(/I2.*over 10 milliarder kroner/s)
    expect(await ask(cost(1_000_000_000_001))).toContain('over 10 milliarder kroner')
    await written({})
    expect((await publish(w, at, at.sheet())).status).toBe(303)
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_version where year = 2027`
    const fix = { what: 'price', amount: '10.000.000.001', reason: 'Prøve', source: 'Prøve' }
    expect((await at.secretariat.post(`/takster/${id}/ret`, fix)).text).toContain('over 10 milliarder kroner')
  })

  test('a year without accounts: the sentence says which year, and what to do', async () => {
    const occupancy = { from: 'accounts', accounts: [{ year: 2024, percent: '97' }] }
    expect(await ask({ counting: { ...counting, occupancy } })).toContain('Der mangler regnskab for belægningen i 2023')
  })
})

describe('days and years that do not fit', () => {
  test('overlapping periods of one tariff: both lines stay, and the sheet is not handed in', async () => {
    await written({ validUntil: '2027-08-01' })
    expect(await written({ validFrom: '2027-07-01' })).toBe('gemt')
    const overlap = 'perioden 1. jul. 2027 – 31. dec. 2027 overlapper 1. jan. 2027 – 31. jul. 2027'
    expect((await at.contributor.get(at.sheet())).text).toContain(overlap)
    const { status, text } = await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    expect(status).toBe(422)
    expect(text).toContain(
      `${overlap}, som også står i skemaet. Ret dagene, så der er én takst ad gangen. Skemaet er ikke indsendt.`,
    )
    expect(await lines()).toBe(2)
  })

  test('a sheet of another year', async () => {
    expect(await row('Bøgely', 'Nord', '', 2026, 10, 100, 365, 1000, '')).toMatch(
      /D2.*Rækken er for 2026, men skemaet er for 2027/s,
    )
    expect(await written({ validFrom: '2026-07-01' })).toContain('brug skemaet for det andet år')
  })

  test('a deadline that passes while the form is open: it is handed in, and says how late it is', async () => {
    await written({})
    const form = await seenOf(w, at.sheet())
    w.now = new Date('2026-11-16T09:00:00Z')
    const late = await w.as('approver', 'faxe')
    expect((await late.post(`${at.sheet()}/indsend`, form)).status).toBe(303)
    const [deed] = await w.sql<{ said: string }[]>`select said from deed order by id desc limit 1`
    expect(deed?.said).toContain('Fristen var 15. november 2026, så det er 1 dag for sent. Alt er gemt.')
  })
})

describe('an operator that no longer runs what it priced', () => {
  const close = () => w.sql`update offer set status = 'closed' where operator_id = ${at.operatorId}`
  const takenOver = () => w.sql`
    update offer set operator_id = (select id from operator where id <> ${at.operatorId} order by id limit 1)
    where operator_id = ${at.operatorId}`

  test('between the upload and the yes: nothing is saved, and the file still says why', async () => {
    const address = await sent(at.contributor, await book(['Bøgely', 'Nord', '', 2027, 10, 100, 365, 1000, '']))
    await takenOver()
    const { status, text } = await at.contributor.post(address)
    expect(status).toBe(422)
    expect(text).toContain('Takstrunden eller driftsherren findes ikke længere. Intet er gemt.')
    expect(await lines()).toBe(0)
  })

  test('of one of two offers: the file is read again, and says which', async () => {
    const address = await sent(at.contributor, await book(['Bøgely', 'Nord', '', 2027, 10, 100, 365, 1000, '']))
    await w.sql`
      update offer set operator_id = (select id from operator where id <> ${at.operatorId} order by id limit 1) where name = 'Bøgely'`
    await at.contributor.post(address)
    await checkTariffs({ database: w.database, clock: () => w.now }, idOf(address))
    expect((await at.contributor.get(address)).text).toContain('»Bøgely« er ikke et af driftsherrens tilbud')
    expect(await lines()).toBe(0)
  })

  test('between the hand-in and the publication: nothing is published, and every line is still there', async () => {
    await written({})
    await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    await at.secretariat.post(`${at.sheet()}/godkend`, await seenOf(w, at.sheet()))
    await close()
    const { status, text } = await at.secretariat.post(`${at.sheet()}/offentliggoer`, await seenOf(w, at.sheet()))
    expect(status).toBe(422)
    expect(text).toContain(
      '»Bøgely« er lukket i registeret. Fjern takster derfra, eller ret registeret. Intet er offentliggjort.',
    )
    expect(await w.sql`select from tariff_version where year = 2027`).toHaveLength(0)
    expect(await lines()).toBe(1)
  })
})

describe('workbooks that cannot be read as they are', () => {
  test.each(['#REF!', '#DIV/0!'] as const)('a formula that gives %s is told at its cell', async (error) => {
    const { text } = await at.contributor.get(await sent(at.contributor, await broken(titles, error)))
    expect(text).toMatch(new RegExp(`H2.*Formlen giver fejlen ${error}`, 's'))
    expect(await lines()).toBe(0)
  })

  test('a formula whose value was never saved is told at its cell', async () => {
    const { text } = await at.contributor.get(await sent(at.contributor, await broken(titles, 'never reckoned')))
    expect(text).toMatch(/H2.*Formlen/s)
    expect(await lines()).toBe(0)
  })

  test.each([
    ['a letter that was called a workbook', '%PDF-1.7', 'brev.xlsx', 'Filen er ikke et regneark'],
    ['one behind a password', lockedWorkbook(), 'laast.xlsx', 'beskyttet med en adgangskode'],
    ['one that is cut off', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'halv.xlsx', 'beskadiget'],
  ])('%s', async (_, bytes, name, sentence) => {
    expect((await at.contributor.get(await sent(at.contributor, bytes, name))).text).toContain(sentence)
  })

  test('an empty file, and one with titles alone', async () => {
    const empty = await at.contributor.post(`${at.sheet()}/regneark`, { file: fileOf('', 'tom.xlsx') })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Vælg den fil, der skal læses ind.')
    const bare = await sent(at.contributor, await book())
    expect((await at.contributor.get(bare)).text).toContain('Der er intet nyt i regnearket')
  })
})

test('a link that is used twice: the first answer stands, and the second is told so', async () => {
  await written({})
  await publish(w, at, at.sheet())
  await at.secretariat.post('/takster/runder/ny', deadlines(2028))
  await write(w, at.contributor, at.sheet(2028), lineFor(nord, { 'cost-pay': '9.000.000' }))
  await publish(w, at, at.sheet(2028))
  await w.sql`update operator set mailbox = 'takster@faxe.example' where id = ${at.operatorId}`
  await at.secretariat.post('/takster/stigninger/find')
  const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from increase_case order by id desc limit 1`
  await at.secretariat.post(`/takster/stigninger/sager/${id}/spoerg`)
  const [mail] = await w.sql<{ body: string }[]>`select body from outbox where topic = 'increases' order by id desc limit 1`
  const link = /(\/takster\/forklaring\/\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
  expect((await w.citizen.post(link, { text: 'Lønnen er steget.' })).status).toBe(303)
  const again = await w.citizen.post(link, { text: 'En gang til.' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Det svar står. Skriv til den kommune, der spurgte, hvis det skal rettes. Dit svar er ikke gemt.')
  expect((await at.secretariat.get(`/takster/stigninger/sager/${id}`)).text).toContain('Lønnen er steget.')
})
