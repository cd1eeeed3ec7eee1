import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { incoming } from '../../../tests/setup/incoming.ts'
import { world } from '../../../tests/world.ts'
import { addFact, endFacts, factsOf } from '../plan/index.ts'
import { calendar, type Entry } from './calendar.ts'

const w = world()
const { report } = incoming(w)

let asked = 0
/** What is written past the deeds is not told to the memory of pages, so each is asked for by an address of its own. */
const fresh = (path: string) => w.citizen.get(`${path}?${++asked}`)

const feed = async () => {
  const answer = await fresh('/plan/aendringer.atom')
  const entries = [...answer.text.matchAll(/<entry>([\s\S]*?)<\/entry>/g)].map(([, entry = '']) => entry)
  return { ...answer, entries, ids: entries.map((entry) => /<id>(.*?)<\/id>/.exec(entry)?.[1]) }
}

test('the feed tells of reports, corrections, snapshots and milestones, the newest first', async () => {
  w.now = new Date('2026-03-02T09:00:00Z')
  const secretariat = await w.as('secretariat')
  await report('faxe', 'KT1')
  await addFact(w.sql, {
    itemId: await w.item('KT1'),
    field: 'startTerm',
    value: 'Efterår 2026',
    validFrom: '2026-03-01',
    sources: ['sagt:Styregruppen'],
    actorId: secretariat.personId,
    recordedAt: new Date('2026-03-01T10:00:00Z'),
  })
  await secretariat.post('/plan/rapporter/frys', { title: '1. halvår 2026' })
  const { headers, text, entries } = await feed()
  expect(headers.get('content-type')).toContain('application/atom+xml')
  expect(text).toContain('<link rel="self" type="application/atom+xml" href="http://localhost/plan/aendringer.atom"/>')
  expect(entries[0]).toContain('Status er frosset: 1. halvår 2026')
  expect(entries[1]).toContain('Planlagt start: Efterår 2026.')
  expect(entries[2]).toContain('Faxe: KT1 er nu »Planlagt«')
  expect(entries[2]).toContain('<name>Faxe, indberetter</name>')
  expect(entries[2]).toContain('href="http://localhost/plan/parter/faxe#KT1"')
  expect(entries.slice(3).every((entry) => entry.includes('Gennemført:'))).toBe(true)
  expect(entries.length).toBeGreaterThan(5)
})

test('an entry keeps its id, and no two have the same', async () => {
  await report('faxe', 'KT1')
  const before = await feed()
  await report('greve', 'KT1', { publishedAt: w.now })
  const after = await feed()
  expect(new Set(after.ids).size).toBe(after.ids.length)
  expect(after.ids.slice(1)).toEqual(before.ids)
})

test('the feed names no person, and holds neither internal notes nor what waits for approval', async () => {
  const faxe = await w.as('contributor', 'faxe')
  await w.sql`update person set name = 'Hemmelig Hansen' where id = ${faxe.personId ?? 0}`
  await report('faxe', 'KT1', { internalNote: 'kun for os selv', actorId: faxe.personId })
  await report('faxe', 'KT2', { publicNote: 'ikke vist endnu', publishedAt: undefined })
  expect((await feed()).text).not.toMatch(/Hemmelig|kun for os selv|ikke vist endnu/)
})

test('example reports say so in the feed', async () => {
  expect((await feed()).text).not.toContain('eksempeldata')
  await report('faxe', 'KT1', { example: true })
  const { text, entries } = await feed()
  expect(text).toContain('Indeholder eksempeldata')
  expect(entries[0]).toContain('<category term="eksempeldata"/>')
})

test('what people write cannot break the feed', async () => {
  await report('faxe', 'KT1', { publicNote: '</summary><script> & "citat" \ud800\u0007' })
  const { text } = await feed()
  expect(text).toContain('&lt;/summary&gt;&lt;script&gt; &amp; &quot;citat&quot;')
  expect(text.includes('\u0007') || text.includes('\ud800')).toBe(false)
})

const events = async () => {
  const { text } = await fresh('/plan/milepaele.ics')
  const all = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return new Map(all.map((component) => [new ICAL.Event(component).uid.split('@')[0] ?? '', component]))
}

const put = async (key: string, field: string, value: unknown, recordedAt: Date) =>
  addFact(w.sql, { itemId: await w.item(key), field, value, validFrom: '2026-03-01', sources: ['sagt:test'], recordedAt })

test('the calendar has every milestone and every dated phase as whole days', async () => {
  const { headers, text } = await w.citizen.get('/plan/milepaele.ics')
  expect(headers.get('content-type')).toContain('text/calendar')
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  const all = await events()
  const kickOff = new ICAL.Event(all.get('D1') ?? new ICAL.Component('vevent'))
  expect([kickOff.summary, kickOff.startDate.toString(), kickOff.endDate.toString(), kickOff.startDate.isDate]).toEqual([
    'Kick-off om en ny rammeaftale',
    '2024-05-31',
    '2024-06-01',
    true,
  ])
  expect(kickOff.sequence).toBe(0)
  expect([...all.values()].every((event) => event.getFirstPropertyValue('status') === 'CONFIRMED')).toBe(true)
  expect(String(kickOff.component.getFirstPropertyValue('dtstamp'))).toMatch(/Z$/)
  expect(all.has('I1-1')).toBe(true)
})

test('a milestone that moves keeps its UID and grows in SEQUENCE', async () => {
  await put('D1', 'planned', { text: '1. juni 2026', from: '2026-06-01', until: '2026-06-02' }, new Date('2026-03-01T10:00:00Z'))
  await w.sql`update plan_fact set ended_at = ${w.now}, valid_until = '2026-03-01' where field = 'done' and item_id = ${await w.item('D1')}`
  const event = new ICAL.Event((await events()).get('D1') ?? new ICAL.Component('vevent'))
  expect([event.startDate.toString(), event.sequence]).toEqual(['2026-06-01', 2])
})

test('what is taken out stays in the calendar as called off, on the day it had', async () => {
  const id = await w.item('D1')
  const facts = await factsOf(w.sql, id)
  const ending = { day: '2026-03-01', source: 'sagt:test', at: w.now, actorId: undefined }
  await endFacts(
    w.sql,
    facts.filter(({ field }) => ['planned', 'done', 'actual'].includes(field)).map((fact) => fact.id),
    ending,
  )
  expect((await events()).get('D1')?.getFirstPropertyValue('status')).toBe('CANCELLED')
  await endFacts(
    w.sql,
    facts.map((fact) => fact.id),
    ending,
  )
  const event = (await events()).get('D1') ?? new ICAL.Component('vevent')
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(new ICAL.Event(event).startDate.toString()).toBe('2024-05-31')
  expect(new ICAL.Event(event).summary).toBe('Kick-off om en ny rammeaftale')
})

test('long lines are folded without cutting a letter, and signs with a meaning of their own are escaped', () => {
  const title = `Ærø, Åbenrå; Østerbro \\ ${'æøå😀'.repeat(40)}`
  const entry: Entry = {
    uid: 'X1',
    sequence: 0,
    changedAt: w.now,
    from: '2026-01-01',
    until: '2026-01-02',
    title,
    text: 'linje 1\r\nlinje 2',
    kind: 'Milepæl',
    href: '/plan',
    cancelled: false,
  }
  const text = calendar({ baseUrl: 'http://localhost', name: 'Prøve', entries: [entry] })
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(event?.getFirstPropertyValue('summary')).toBe(title)
  expect(event?.getFirstPropertyValue('description')).toBe('linje 1\nlinje 2')
})
