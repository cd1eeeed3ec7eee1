import { expect, test } from 'vitest'
import { apiKeyOf } from '../../../tests/setup/api-key.ts'
import { type Visitor, world } from '../../../tests/world.ts'
import { readWorkbook } from '../../platform/sheet.ts'
import { exampleSchooling } from './index.ts'

const w = world()
const SCHOOLING = '/tilbud/saerlige/specialundervisning'
const source = 'Kommunernes indberetning 1. oktober 2025'

const himmelev = async () => {
  const [row] = await w.sql<{ id: number }[]>`select id from offer where origin = 'real:himmelev'`
  return row?.id ?? 0
}

async function tell(secretariat: Visitor, municipalityCode: number, pupils: string, year = '2025') {
  const offerId = String(await himmelev())
  return secretariat.post(`${SCHOOLING}/tal`, { offerId, municipalityCode: String(municipalityCode), year, pupils, source })
}

const FIVE = [320, 330, 340, 350, 360]

test('before anybody has told, nothing is 0', async () => {
  const { status, text } = await w.citizen.get(SCHOOLING)
  expect(status).toBe(200)
  expect(text).toContain('Ingen har oplyst elevtal for skoleåret 2025/26')
  expect(text).toContain('Ikke oplyst er ikke nul')
})

test('an offer used by at least five municipalities is coordinated; with four it hangs on those who have not told', async () => {
  const secretariat = await w.as('secretariat')
  for (const code of FIVE.slice(0, 4)) expect((await tell(secretariat, code, '7')).status).toBe(303)
  expect((await w.citizen.get(SCHOOLING)).text).toContain('0 tilbud koordineres')
  expect((await w.citizen.get(SCHOOLING)).text).toContain('Ikke afgjort')
  await tell(secretariat, FIVE[4] ?? 0, '1')
  const { text } = await w.citizen.get(SCHOOLING)
  expect(text).toContain('1 tilbud koordineres')
  expect(text).toContain('5 kommuner')
})

test('how many it takes is a rule with a day: a year before is judged by the rule of then', async () => {
  const secretariat = await w.as('secretariat')
  for (const code of FIVE) await tell(secretariat, code, '7')
  const rule = { value: '6', validFrom: '2026-03-02', source: 'K17', reason: 'Prøve' }
  expect((await secretariat.post('/kontor/regler/schooling.municipalities', rule)).status).toBe(303)
  expect((await w.citizen.get(SCHOOLING)).text).toContain('0 tilbud koordineres')
  for (const code of FIVE) await tell(secretariat, code, '7', '2024')
  expect((await w.citizen.get(`${SCHOOLING}?aar=2024`)).text).toContain('1 tilbud koordineres')
})

/** Everything a reader is given: the page, and what stands in the two files. */
async function seenBy(visitor: Visitor): Promise<string> {
  const [, page = ''] = (await visitor.get(SCHOOLING)).text.split('id="indhold"')
  const csv = (await visitor.get(`${SCHOOLING}.csv`)).text
  const cells: string[] = []
  for (const sheet of await readWorkbook((await visitor.get(`${SCHOOLING}.xlsx`)).bytes))
    for await (const row of sheet.rows) cells.push(...[...row.cells.values()].map(({ text }) => text))
  return [page.replace(/<details.*?<\/details>/gs, ''), csv, cells.join('|')].join('\n')
}

test('a count under five is told as 1-4, and page, sums and files are the same whichever it is', async () => {
  const secretariat = await w.as('secretariat')
  await tell(secretariat, 320, '12')
  await tell(secretariat, 330, '1')
  const visitors = [w.citizen, await w.as('approver', 'faxe'), await w.as('administrator')]
  const before = await Promise.all(visitors.map(seenBy))
  for (const text of before) expect(text).toMatch(/mindst 13.*1-4/s)
  await tell(secretariat, 330, '4')
  expect(await Promise.all(visitors.map(seenBy))).toEqual(before)
})

test('the secretariat sees the exact counts, and the log holds none', async () => {
  const secretariat = await w.as('secretariat')
  await tell(secretariat, 330, '3')
  const { text } = await secretariat.get(SCHOOLING)
  expect(text).toContain('Du ser de præcise tal')
  expect(text).toMatch(/data-title="Himmelev"[^>]*>3</)
  expect((await secretariat.get(`${SCHOOLING}.csv`)).text).toContain('Slagelse;2025/26;1-4')
  const [deed] = await w.sql<{ detail: object }[]>`select detail from deed order by id desc limit 1`
  expect(JSON.stringify(deed?.detail)).not.toContain('pupils')
})

test.each([
  ['pupils', 'mange', 'helt tal'],
  ['pupils', '', 'Det står der allerede'],
  ['year', '2026', 'begynder 1. august 2026'],
  ['municipalityCode', '101', 'Vælg en kommune'],
  ['offerId', '999999', 'Vælg et tilbud'],
  ['source', '', 'hvor tallet kommer fra'],
])('a count with %s »%s« is refused', async (field, value, sentence) => {
  const fields = { offerId: String(await himmelev()), municipalityCode: '320', year: '2025', pupils: '7', source, [field]: value }
  const { status, text } = await (await w.as('secretariat')).post(`${SCHOOLING}/tal`, fields)
  expect(status).toBe(422)
  expect(text).toContain(sentence)
})

test('a count taken back is not told, and not 0', async () => {
  const secretariat = await w.as('secretariat')
  await tell(secretariat, 320, '7')
  expect((await tell(secretariat, 320, '')).status).toBe(303)
  const csv = (await w.citizen.get(`${SCHOOLING}.csv?aar=2025`)).text
  expect(csv).toMatch(/Himmelev;320;Faxe;2025\/26;ikke oplyst/)
})

test('the template goes out and comes back unchanged, and filled in it is saved', async () => {
  const secretariat = await w.as('secretariat')
  await tell(secretariat, 320, '3')
  const { bytes } = await secretariat.get(`${SCHOOLING}/skabelon.xlsx?aar=2025`)
  const same = await secretariat.post(`${SCHOOLING}/indlaes`, {
    file: new File([new Uint8Array(bytes)], 'skabelon.xlsx'),
    year: '2025',
    source,
  })
  expect(same.status).toBe(303)
  expect((await secretariat.get(same.location)).text).toContain('0 nye tal er gemt, 1 stod der i forvejen')
  const csv = `Tilbud nr.;Tilbud;Faxe;Slagelse;Sorø\n${await himmelev()};Himmelev;3;0;12\n`
  const filled = await secretariat.post(`${SCHOOLING}/indlaes`, { file: new File([csv], 'udfyldt.csv'), year: '2025', source })
  expect((await secretariat.get(filled.location)).text).toContain('2 nye tal er gemt, 1 stod der i forvejen')
})

test.each([
  ['Tilbud nr.;Faxe\nID;mange\n', 'B2: »mange« er ikke et helt tal'],
  ['Tilbud nr.;Faxe\n999999;7\n', 'Række 2: »999999« er intet tilbud'],
  ['Tilbud nr.;Aarhus\nID;7\n', 'B1: »Aarhus« er ingen kommune'],
  ['Tilbud nr.;Faxe\nID;7\nID;8\n', 'står der to gange'],
  ['Noget;Andet\n1;2\n', 'Der er ingen kolonne »Tilbud nr.«'],
])('a workbook with a fault in it is refused by its cell, and nothing of it is saved', async (csv, sentence) => {
  const text = csv.replaceAll('ID', String(await himmelev()))
  const answer = await (await w.as('secretariat')).post(`${SCHOOLING}/indlaes`, {
    file: new File([text], 'elever.csv'),
    year: '2025',
    source,
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  expect((await w.citizen.get(SCHOOLING)).text).toContain('Ingen har oplyst elevtal')
})

test('nobody but the secretariat writes or takes the template with exact counts', async () => {
  for (const visitor of [await w.as('approver', 'faxe'), await w.as('administrator'), await w.as('reader', 'faxe')]) {
    expect((await visitor.get(`${SCHOOLING}/skabelon.xlsx`)).status).toBe(403)
    expect((await visitor.post(`${SCHOOLING}/tal`, {})).status).toBe(403)
    expect((await visitor.post(`${SCHOOLING}/indlaes`, {})).status).toBe(403)
  }
})

test('invented counts are marked, and go', async () => {
  w.now = new Date()
  await exampleSchooling.load(w.sql)
  expect((await w.citizen.get(SCHOOLING)).text).toContain('eksempeldata')
  await exampleSchooling.remove(w.sql)
  expect(await exampleSchooling.count(w.sql)).toBe(0)
})

test('the open API hides a small count from everybody, since what is fetched is passed on', async () => {
  const secretariat = await w.as('secretariat')
  await tell(secretariat, 320, '12')
  await tell(secretariat, 330, '3')
  for (const headers of [{}, await apiKeyOf(w, secretariat)]) {
    const { offers, hiddenBelow } = (await w.citizen.get('/api/v1/special-offers/schooling?aar=2025', headers)).json() as {
      offers: { name: string; notReported: number; municipalities: object[] }[]
      hiddenBelow: number
    }
    expect(hiddenBelow).toBe(5)
    expect(offers.find(({ name }) => name === 'Himmelev')).toMatchObject({
      notReported: 15,
      municipalities: [
        { municipalityCode: 320, pupils: 12, hidden: false },
        { municipalityCode: 330, hidden: true },
      ],
    })
  }
})
