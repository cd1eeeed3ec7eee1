import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { serverOf } from '../src/platform/listen.ts'
import { deadlines, lineFor } from './setup/tariff-sheets.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** On a real database that is not rolled back, behind a real socket: two economists at the same sheet in the same moment. */
const now = new Date('2026-09-01T09:00:00Z')
let database: Database
let app: ReturnType<typeof createApp>
let cookies: string[] = []
let place = ''
let sheet = ''
let close = () => {}
let port = 0

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_tariffs_at_once'), { connections: 8 })
  const site = { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const
  const house = houseOn(database, { now, site })
  app = createApp(house)
  const server = serverOf(app, house).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  cookies = [await economist('a'), await economist('b')]
  const [found] = await database.sql<{ operatorId: number; unitId: number; lineId: number }[]>`
    select d.id as operator_id, u.id as unit_id, l.id as line_id from operator d join party p on p.id = d.party_id
    join offer o on o.operator_id = d.id join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    where p.key = 'faxe' order by l.id limit 1`
  place = `${found?.unitId}-${found?.lineId}`
  sheet = `/takster/skema/2027/${found?.operatorId}`
  expect((await send('/takster/runder/ny', deadlines(2027))).status).toBe(303)
})
afterAll(async () => {
  close()
  await database.close()
})

async function economist(subject: string): Promise<string> {
  const [person] = await database.sql<{ id: number }[]>`
    insert into person ${database.sql({ subject, name: `Økonom ${subject}` })} returning id`
  const personId = person?.id ?? 0
  await database.sql`insert into role_grant ${database.sql({ personId, role: 'secretariat' })}`
  return `${SESSION_COOKIE}=${await beginSession(database.sql, personId, new Date(now.getTime() + 3_600_000))}`
}

const send = (path: string, fields: Record<string, string>, who = 0) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', cookie: cookies[who] ?? '' },
    body: new URLSearchParams(fields),
  })

async function seen(): Promise<{ seen: string; revision: string }> {
  const [row] = await database.sql<{ step: number; revision: number }[]>`
    select coalesce((select max(t.id) from tariff_sheet_step t where t.sheet_id = s.id), 0) as step, s.revision from tariff_sheet s`
  return { seen: String(row?.step ?? 0), revision: String(row?.revision ?? 0) }
}

/** Both press at once; of the answers one goes through, and the other says what happened. */
async function both(path: string, fields: (who: number) => Record<string, string>): Promise<string> {
  const answers = await Promise.all([0, 1].map((who) => send(path, fields(who), who)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  const refused = answers.find(({ status }) => status === 422)
  return (await refused?.text()) ?? ''
}

const count = async (table: string) => (await database.sql`select from ${database.sql(table)}`).length

test('two who write a line in the same sheet: one is saved, and the other is told to look again', async () => {
  const text = await both(`${sheet}/linje/ny`, (who) => ({ ...lineFor(place), service: `Ydelse ${who}`, seen: '0' }))
  expect(text).toContain('En anden har lige ændret skemaet. Intet er gemt.')
  expect(await count('tariff_sheet_line')).toBe(1)
})

test('two who hand in, approve and publish: each step is taken once, and what is published is published once', async () => {
  const versions = await count('tariff_version')
  for (const step of ['indsend', 'godkend', 'offentliggoer']) {
    const form = await seen()
    const text = await both(`${sheet}/${step}`, (who) => ({ ...form, note: `Økonom ${who}` }))
    expect(text).toContain('har lige ændret skemaet, så det nu står som')
    expect(text).toContain('Intet er gemt. Se skemaet igen, før du går videre.')
  }
  expect(await count('tariff_version')).toBe(versions + 1)
  const steps = await database.sql<{ step: string }[]>`select step from tariff_sheet_step order by id`
  expect(steps.map(({ step }) => step)).toEqual(['begun', 'handed_in', 'approved', 'published'])
})

test('two who correct the published tariff: one version follows, and the other is told', async () => {
  const [{ id } = { id: 0 }] = await database.sql<{ id: number }[]>`select id from tariff_version where year = 2027`
  const text = await both(`/takster/${id}/ret`, (who) => ({
    what: 'price',
    amount: `2.${who + 1}00`,
    reason: 'Prøve',
    source: 'Prøve',
  }))
  expect(text).toContain('rettet i mellemtiden')
  expect(await database.sql`select from tariff_version where year = 2027 and current`).toHaveLength(1)
})

test('two who tell the same lineage: it stands once', async () => {
  const [to] = await database.sql<{ id: number }[]>`select id from tariff_version where year = 2027 and current`
  const [from] = await database.sql<{ id: number }[]>`
    select v.id from tariff_version v where v.year is distinct from 2027 and v.current and v.valid_until is null order by v.id limit 1`
  const told = { way: 'was', number: String(from?.id), kind: 'renamed', day: '2027-01-01', reason: 'Prøve' }
  expect(await both(`/takster/${to?.id}/slaegtskab`, (who) => ({ ...told, reason: `Økonom ${who}` }))).toContain(
    'allerede fortalt',
  )
  expect(await count('tariff_lineage_standing')).toBe(1)
})

const MB = 1024 * 1024

/** Sends so many bytes as a browser does, and reads the answer whenever it comes. */
const upload = (path: string, megabytes: number): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = {
      origin: `http://127.0.0.1:${port}`,
      cookie: cookies[0],
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': megabytes * MB,
    }
    const outgoing = request({ port, host: '127.0.0.1', method: 'POST', path, headers }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() })
    })
    outgoing.on('error', reject)
    const piece = Buffer.alloc(64 * 1024, 'a')
    const pump = (left: number): void => {
      if (left <= 0) return void outgoing.end()
      if (outgoing.write(piece)) pump(left - piece.length)
      else outgoing.once('drain', () => pump(left - piece.length))
    }
    pump(megabytes * MB)
  })

test('an upload of 60 MB is answered at once with a whole page that says what to do, and is never held in memory', async () => {
  const before = process.memoryUsage().rss
  const { status, text } = await upload(`${sheet}/regneark`, 60)
  expect(status).toBe(413)
  expect(text).toContain('Der kan højst sendes 25 MB på én gang. Intet er gemt. Send en mindre fil, del den i flere')
  expect(text).toContain('</html>')
  expect(process.memoryUsage().rss - before).toBeLessThan(30 * MB)
  expect(await count('import_draft')).toBe(0)
})
