import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { exampleOccupancy, exampleVacancies, loadCapacityChanges } from './load.ts'
import { askAll } from './store/links.ts'

const w = world()

test('invented vacancies are marked wherever they are shown, and go without a trace', async () => {
  w.now = new Date()
  await exampleVacancies.load(w.sql)
  await exampleOccupancy.load(w.sql)
  for (const path of ['/ledige', '/tilbud/kapacitet']) expect((await w.citizen.get(path)).text, path).toContain('eksempeldata')
  expect((await w.citizen.get('/tilbud/kapacitet.csv')).headers.get('content-disposition')).toContain('eksempeldata')
  await exampleOccupancy.remove(w.sql)
  await exampleVacancies.remove(w.sql)
  expect([await exampleVacancies.count(w.sql), await exampleOccupancy.count(w.sql)]).toEqual([0, 0])
  expect(await w.sql`select from offer_search where confirmed_on is not null`).toHaveLength(0)
  const { text } = await (await w.as('reader')).get('/ledige')
  expect(text).toContain('Ingen ledige pladser er meldt')
  expect(text).not.toContain('Siden viser <strong>eksempeldata')
})

test('never more is invented than there are places, and nothing for a closed offer', async () => {
  await exampleVacancies.load(w.sql)
  const [{ count } = { count: -1 }] = await w.sql<{ count: number }[]>`
    select count(*) as count from vacancy_statement s join place_line l on l.id = s.place_line_id
    join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    left join place_count c on c.place_line_id = l.id where s.free > c.approved or o.status = 'closed'`
  expect(count).toBe(0)
})

test('the weekly mail about invented figures stays in the outbox, and its answers are invented too', async () => {
  w.now = new Date()
  await exampleVacancies.load(w.sql)
  const day = w.now.toISOString().slice(0, 10)
  const sent = await w.database.deed((sql) => askAll(sql, { day, at: w.now, baseUrl: 'http://localhost' }))
  const mails = await w.sql<{ recipient: string; example: boolean; body: string }[]>`select recipient, example, body from outbox`
  expect(mails).toHaveLength(sent)
  expect(mails.every(({ example, recipient }) => example && recipient.endsWith('@eksempel.invalid'))).toBe(true)
  const link = mails[0]?.body.match(/http:\/\/localhost(\/ledige\/svar\/[\w-]+)/)?.[1] ?? ''
  const seen = (await w.citizen.get(link)).text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
  expect((await w.citizen.post(link, { seen })).status).toBe(303)
  await exampleVacancies.remove(w.sql)
  expect(await w.sql`select from vacancy_statement`).toHaveLength(0)
})

test('what the sources say of capacity comes once', async () => {
  await loadCapacityChanges(w.sql)
  expect(await w.sql`select from capacity_change where origin = 'OFF-07'`).toHaveLength(1)
})
