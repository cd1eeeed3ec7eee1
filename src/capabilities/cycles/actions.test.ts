import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'

const w = world()
const fields = { title: 'Ugentlig bekræftelse', day: '2026-02-01', hypothesis: 'En fast dag om ugen gør tallene friske.' }
const begin = '/plan/initiativer/I3/forloeb/nyt'

test('a municipality begins a cycle of its own, and everybody can read it', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const answer = await faxe.post(begin, { ...fields, party: 'faxe' })
  expect(answer.status).toBe(303)
  expect(answer.location).toMatch('/plan/initiativer/I3/forloeb/1?kvittering=')
  const page = await w.citizen.get('/plan/initiativer/I3/forloeb/1')
  expect(page.text).toContain('En fast dag om ugen')
  expect(page.text).toContain('Faxe')
  expect((await w.citizen.get('/plan/forloeb')).text).toContain('Ugentlig bekræftelse')
})

test('the receipt is told to the one who did it, and to nobody else', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const { location } = await faxe.post(begin, { ...fields, party: 'faxe' })
  expect((await faxe.get(location)).text).toContain('Forløbet er begyndt.')
  expect((await w.citizen.get(location)).text).not.toContain('Forløbet er begyndt.')
})

test('a municipality cannot begin a cycle for another, or for all', async () => {
  const faxe = await w.as('contributor', 'faxe')
  for (const party of ['greve', '']) {
    const answer = await faxe.post(begin, { ...fields, party })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vælg jeres egen kommune')
    expect(answer.text).toContain(fields.hypothesis)
  }
})

test('a cycle goes from hypothesis through test and result to spread, and then it is over', async () => {
  const office = await w.as('secretariat')
  await office.post(begin, { ...fields, party: '' })
  const step = (step: string, day: string, decision = '') =>
    office.post('/plan/initiativer/I3/forloeb/1/trin', { step, day, text: `Om ${step}.`, decision })
  expect((await step('result', '2026-02-10')).text).toContain('Skriv først, hvad I afprøvede')
  expect((await step('test', '2026-02-10')).status).toBe(303)
  expect((await step('result', '2026-02-20')).status).toBe(303)
  expect((await step('decision', '2026-02-25', 'spread')).status).toBe(303)
  expect((await step('next', '2026-02-26')).text).toContain('Forløbet er afsluttet')
  const page = await w.citizen.get('/plan/initiativer/I3/forloeb/1')
  expect(page.text).toContain('Beslutning: Udbred')
  const api = (await w.citizen.get('/api/v1/cycles')).json() as { cycles: { initiative: string; entries: unknown[] }[] }
  expect(api.cycles).toMatchObject([
    { initiative: 'I3', entries: [{ step: 'hypothesis' }, { step: 'test' }, { step: 'result' }, { decision: 'spread' }] },
  ])
})

test('another municipality, a reader and a citizen cannot write in a cycle', async () => {
  const faxe = await w.as('contributor', 'faxe')
  await faxe.post(begin, { ...fields, party: 'faxe' })
  const entry = { step: 'test', day: '2026-02-10', text: 'Prøvet.' }
  const path = '/plan/initiativer/I3/forloeb/1/trin'
  expect((await (await w.as('contributor', 'greve')).post(path, entry)).status).toBe(403)
  expect((await (await w.as('reader')).post(path, entry)).status).toBe(403)
  expect((await w.citizen.post(path, entry)).text).toContain('Du er ikke logget ind længere')
})

test('a cycle, or an initiative, that is not there is said so', async () => {
  const office = await w.as('secretariat')
  expect((await w.citizen.get('/plan/initiativer/I3/forloeb/9')).status).toBe(404)
  expect((await w.citizen.get(`/plan/initiativer/I3/forloeb/${'9'.repeat(15)}`)).status).toBe(404)
  expect((await office.post('/plan/initiativer/KT1/forloeb/nyt', { ...fields, party: '' })).status).toBe(404)
})

test('a CPR number in the text is refused and what was written is kept', async () => {
  const office = await w.as('secretariat')
  const answer = await office.post(begin, { ...fields, party: '', hypothesis: 'Ring til 010190-1234 først.' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('ser ud til at indeholde et CPR-nummer')
  expect(answer.text).toContain('Ring til 010190-1234 først.')
})
