import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { parameterOn } from './index.ts'

const w = world()

const change = { value: '60', validFrom: '2026-04-01', source: 'Styregruppen 2. marts 2026', reason: 'Status blev for gammel.' }
const path = '/kontor/regler/report.staleDays'

test('the secretariat sets a value from a day, and the old one holds until then', async () => {
  const answer = await (await w.as('secretariat')).post(path, change)
  expect(answer.status).toBe(303)
  expect(await parameterOn(w.sql, 'report.staleDays', '2026-03-31')).toBe(90)
  expect(await parameterOn(w.sql, 'report.staleDays', '2026-04-01')).toBe(60)
})

test('a day before the rules were written down is judged by the first of them', async () => {
  await (await w.as('secretariat')).post(path, change)
  expect(await parameterOn(w.sql, 'report.staleDays', '2016-01-01')).toBe(90)
})

test('anyone can read what holds now and what is on its way', async () => {
  await (await w.as('secretariat')).post(path, change)
  const { status, text } = await w.citizen.get('/om/regler')
  expect(status).toBe(200)
  expect(text).toContain('90\u00a0dage')
  expect(text).toContain('60\u00a0dage fra 1. april 2026')
  expect(text).toContain('Styregruppen 2. marts 2026')
})

test('a value from today that was wrong is corrected the same day', async () => {
  const secretariat = await w.as('secretariat')
  await secretariat.post(path, { ...change, value: '600', validFrom: '2026-03-02' })
  await secretariat.post(path, { ...change, validFrom: '2026-03-02', reason: 'Tastefejl.' })
  expect(await parameterOn(w.sql, 'report.staleDays', '2026-03-02')).toBe(60)
})

test('a value that began yesterday is refused at its field, and nothing is saved', async () => {
  const { status, text } = await (await w.as('secretariat')).post(path, { ...change, validFrom: '2026-03-01' })
  expect(status).toBe(422)
  expect(text).toContain('tidligst ændres fra i dag')
  expect(await parameterOn(w.sql, 'report.staleDays', '2026-12-31')).toBe(90)
})

test.each([
  ['value', '2,5', 'Skriv et helt tal fra 1 til 3.650 dage'],
  ['source', '', 'hvem der har besluttet det'],
  ['reason', ' ', 'hvorfor reglen ændres'],
])('a change with %s »%s« is refused', async (field, value, sentence) => {
  const { status, text } = await (await w.as('secretariat')).post(path, { ...change, [field]: value })
  expect(status).toBe(422)
  expect(text).toContain(sentence)
})

test('the administrator reads the rules but does not set them', async () => {
  const administrator = await w.as('administrator')
  expect((await administrator.get('/kontor/regler')).status).toBe(200)
  expect((await administrator.post(path, change)).status).toBe(403)
})

test('a municipality neither reads the office page nor sets a rule', async () => {
  const faxe = await w.as('approver', 'faxe')
  expect((await faxe.get('/kontor/regler')).status).toBe(403)
  expect((await faxe.post(path, change)).status).toBe(403)
})

test('a rule that does not exist is not there', async () => {
  expect((await (await w.as('secretariat')).get('/kontor/regler/findes.ikke')).status).toBe(404)
})

test('the open API tells every rule with all its values', async () => {
  const { rules } = (await w.citizen.get('/api/v1/rules')).json() as { rules: { key: string; value: number; values: object[] }[] }
  expect(rules).toContainEqual(expect.objectContaining({ key: 'report.staleDays', value: 90, unit: 'dage' }))
})
