import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { exampleOffer } from '../offers/index.ts'
import { exampleDecisions } from './index.ts'

const w = world()

async function invent() {
  await exampleOffer.load(w.sql)
  await exampleDecisions.load(w.sql)
  const [offer] = await w.sql<{ id: number }[]>`select id from offer where example`
  w.now = new Date()
  return offer?.id ?? 0
}

test('invented decisions stand at an invented offer only, are marked, and show every way one can stand', async () => {
  const id = await invent()
  expect(await w.sql`select from supervision_fact f join offer o on o.id = f.offer_id where not o.example`).toHaveLength(0)
  const { text } = await w.citizen.get(`/tilsyn/tilbud/${id}`)
  expect(text).toContain('Siden viser <strong>eksempeldata</strong>')
  for (const words of ['Fristen er udløbet', 'Ophævet af Ankestyrelsen', 'Opfyldt eller bragt til ophør', 'Rød', 'Godkendelse'])
    expect(text).toContain(words)
  expect(text).not.toContain('Højst fire beboere')
  expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Fra socialtilsynet')
})

test('they go with the offer, and what a person wrote of it meanwhile too', async () => {
  const id = await invent()
  await (await w.as('socialtilsyn')).post(`/tilsyn/tilbud/${id}/ny`, {
    kind: 'approval',
    day: '2026-01-01',
    authorityKey: 'oest',
    published: 'no',
    source: 'Prøve',
  })
  await exampleDecisions.remove(w.sql)
  await exampleOffer.remove(w.sql)
  expect(await w.sql`select from supervision_fact`).toHaveLength(0)
  expect((await w.citizen.get(`/tilbud/${id}`)).status).toBe(404)
})

test('an invented offer that something else hangs on is closed, and no longer counts as example data', async () => {
  const id = await invent()
  await w.sql`
    insert into capacity_change ${w.sql({ offerId: id, what: 'x', announcedOn: '2026-01-01', source: 'x', actorName: 'x', recordedAt: w.now })}`
  await exampleDecisions.remove(w.sql)
  await exampleOffer.remove(w.sql)
  expect(await exampleOffer.count(w.sql)).toBe(0)
  expect((await w.citizen.get(`/tilbud/${id}`)).text).toMatch(/Eksempelgården \(opfundet\).*Lukket/s)
})
