import { expect, test } from 'vitest'
import { apiKeyOf } from '../../../tests/setup/api-key.ts'
import { world } from '../../../tests/world.ts'

const w = world()
const API = '/api/v1/special-offers'

type Listed = { key: string; onList: boolean; followUp: boolean; until?: string; events: { kind: string; source: string }[] }
const list = async (query = '') =>
  (await w.citizen.get(`${API}/most-specialised${query}`)).json() as { day: string; offers: Listed[] }

test('the list is read with speciality, standing and every event, as it stood on a day', async () => {
  const { day, offers } = await list()
  expect(day).toBe('2026-03-02')
  expect(offers).toHaveLength(10)
  expect(offers.find(({ key }) => key === 'platangaarden')).toMatchObject({ onList: true, followUp: true })
  expect(offers.every(({ events }) => events[0]?.kind === 'listed' && events[0].source !== '')).toBe(true)
  const secretariat = await w.as('secretariat')
  const gone = { day: '2026-03-01', note: 'Lagt sammen.', source: 'KKR' }
  await secretariat.post('/tilbud/saerlige/mest-specialiserede/bomi/af-listen', gone)
  const bomi = (all: Listed[]) => all.find(({ key }) => key === 'bomi')
  expect(bomi((await list()).offers)).toMatchObject({ onList: false, until: '2026-03-01' })
  expect(bomi((await list('?pr=2026-02-28')).offers)).toMatchObject({ onList: true })
  expect(bomi((await list('?pr=2026-02-28')).offers)?.events).toHaveLength(1)
})

test('cases are read with their public steps, and never an internal note, whoever asks', async () => {
  const secretariat = await w.as('secretariat')
  const { location } = await secretariat.post('/tilbud/saerlige/task-force/ny', {
    key: 'bomi',
    raisedOn: '2026-02-01',
    raisedBy: 'Leder af tilbuddet',
    reason: 'Belægningen falder.',
    dueOn: '2026-03-01',
    source: 'Brev af 1. februar 2026',
  })
  const at = location.split('?')[0] ?? ''
  await secretariat.post(`${at}/indkald`, { day: '2026-02-05', responsible: 'Sekretariatet', text: 'Møde 12. februar.' })
  await secretariat.post(`${at}/note`, { text: 'Ring til regionen først.' })
  for (const key of [{}, await apiKeyOf(w, secretariat)]) {
    const { text, json } = await w.citizen.get(`${API}/task-force`, key)
    expect(text).not.toContain('Ring til regionen')
    const { cases } = json() as { cases: { open: boolean; late: boolean; steps: { kind: string }[] }[] }
    expect(cases).toMatchObject([{ key: 'bomi', open: true, late: true, steps: [{ kind: 'convened' }] }])
  }
})

test('the figures of all of them are read in one, and follow what is written', async () => {
  const read = async () => (await w.citizen.get(API)).json()
  expect(await read()).toMatchObject({
    mostSpecialised: { listed: 10, followUp: 1 },
    taskForce: { open: 0, late: 0, closed: 0, example: false },
    boernehus: { year: 2016, cases: 262 },
  })
  await (await w.as('secretariat')).post('/tilbud/saerlige/mest-specialiserede/bomi/af-listen', {
    day: '2026-03-01',
    note: 'Lagt sammen.',
    source: 'KKR',
  })
  expect(await read()).toMatchObject({ mostSpecialised: { listed: 9 } })
})
