import { expect, test } from 'vitest'
import { apiKeyOf } from '../../../tests/setup/api-key.ts'
import { world } from '../../../tests/world.ts'

const w = world()
const BOERNEHUS = '/tilbud/saerlige/boernehus'
const figure = {
  kind: 'actual',
  year: '2025',
  municipalityCode: '',
  cases: '411',
  source: 'Årsberetning 2025',
  sourceDay: '2026-02-01',
}

test('everybody reads cases, budget and forecast apart, what was worked out, and that the figures are old', async () => {
  const { status, text } = await w.citizen.get(BOERNEHUS)
  expect(status).toBe(200)
  expect(text).toContain('Det nyeste antal sager er fra 2016')
  expect(text).toMatch(/data-title="Mod budget"[^>]*>38 % over/)
  expect(text).toContain('regnet ud')
  expect(text).toContain('262 / 1,38')
  expect(text).toContain('Kilderne har ingen tal for de enkelte kommuner.')
})

test('the target for the tariff is there, and that nobody knows whether it was reached', async () => {
  const { text } = await w.citizen.get(BOERNEHUS)
  expect(text).toContain('Taksten er på niveau med de øvrige regioner.')
  expect(text).toContain('nået? ikke oplyst')
})

test('the secretariat writes a figure, and corrects it with a reason', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${BOERNEHUS}/tal`, figure)).status).toBe(303)
  expect((await w.citizen.get(BOERNEHUS)).text).not.toContain('Det nyeste antal sager er fra 2016')
  expect((await secretariat.post(`${BOERNEHUS}/tal`, { ...figure, cases: '412' })).text).toContain('Skriv, hvorfor det rettes')
  expect((await secretariat.post(`${BOERNEHUS}/tal`, { ...figure, cases: '412', note: 'Talt op igen.' })).status).toBe(303)
  expect((await w.citizen.get(BOERNEHUS)).text).toContain('Rettede tal (1)')
})

test.each([
  ['year', '2026', 'er ikke gået'],
  ['cases', 'mange', 'helt tal'],
  ['cases', '', 'ikke noget tal at trække tilbage'],
  ['municipalityCode', '101', 'Vælg en kommune'],
  ['sourceDay', '2026-03-03', 'ikke kommet endnu'],
  ['kind', '', 'Vælg, om det er'],
])('a figure with %s »%s« is refused', async (field, value, sentence) => {
  const { status, text } = await (await w.as('secretariat')).post(`${BOERNEHUS}/tal`, { ...figure, [field]: value })
  expect(status).toBe(422)
  expect(text).toContain(sentence)
})

test('a municipality of few children is seen by the secretariat alone and on the page alone: not in the files, nor in the log', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${BOERNEHUS}/tal`, { ...figure, municipalityCode: '320', cases: '3' })).status).toBe(303)
  expect((await secretariat.get(BOERNEHUS)).text).toMatch(/Faxe.*data-title="Antal"[^>]*><span>3/s)
  expect((await secretariat.get(`${BOERNEHUS}.csv`)).text).not.toContain('Faxe')
  for (const visitor of [w.citizen, await w.as('approver', 'faxe'), await w.as('administrator')]) {
    const { text } = await visitor.get(BOERNEHUS)
    expect(text).toContain('1 kommune har oplyst')
    expect(text).not.toContain('Faxe')
    expect((await visitor.get(`${BOERNEHUS}.csv`)).text).not.toContain('Faxe')
  }
  const [deed] = await w.sql<{ detail: Record<string, unknown> }[]>`select detail from deed order by id desc limit 1`
  expect(deed?.detail).not.toHaveProperty('cases')
})

test('the secretariat says whether the target was reached, and what was known before stays', async () => {
  const target = {
    year: '2018',
    text: 'Taksten er på niveau med de øvrige regioner.',
    outcome: 'met',
    source: 'Takstnotat 2019',
    sourceDay: '2019-02-01',
  }
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${BOERNEHUS}/maal`, target)).status).toBe(303)
  const { text } = await w.citizen.get(BOERNEHUS)
  expect(text).toContain('nået? nået')
  expect(text).toContain('Skrevet før (1)')
  expect((await secretariat.post(`${BOERNEHUS}/maal`, { ...target, source: 'Et andet notat' })).status).toBe(422)
})

test('nobody but the secretariat writes', async () => {
  for (const visitor of [await w.as('approver', 'faxe'), await w.as('administrator')]) {
    expect((await visitor.post(`${BOERNEHUS}/tal`, figure)).status).toBe(403)
    expect((await visitor.post(`${BOERNEHUS}/maal`, {})).status).toBe(403)
  }
})

test('the workbook opens', async () => {
  expect((await w.citizen.get(`${BOERNEHUS}.xlsx`)).status).toBe(200)
})

test('the open API tells what everybody may see, and never of a single municipality', async () => {
  const secretariat = await w.as('secretariat')
  await secretariat.post(`${BOERNEHUS}/tal`, { ...figure, municipalityCode: '320', cases: '3' })
  for (const key of [{}, await apiKeyOf(w, secretariat)]) {
    const { figures, targets } = (await w.citizen.get('/api/v1/special-offers/boernehus', key)).json() as {
      figures: { year: number; kind: string; cases: number }[]
      targets: unknown[]
    }
    expect(figures).toContainEqual(expect.objectContaining({ year: 2016, kind: 'actual', cases: 262, derived: false }))
    expect(figures.some(({ cases, year }) => cases === 3 && year === 2025)).toBe(false)
    expect(targets).not.toHaveLength(0)
  }
})
