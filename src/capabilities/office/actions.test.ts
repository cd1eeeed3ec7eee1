import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { permissions } from '../../access.ts'
import { rooms } from '../../app.ts'
import { connect } from '../../platform/db.ts'
import { deedName, deedNames } from '../people/index.ts'
import { healthOf } from './health.ts'
import { thingOf } from './thing.ts'

const w = world()

/** Two deeds by two people on two days, and somebody to read of them. */
async function twoDeeds() {
  const secretariat = await w.as('secretariat')
  const change = { value: '60', validFrom: '2026-04-01', source: 'K17', reason: 'Fordi' }
  await secretariat.post('/kontor/regler/report.staleDays', change)
  w.now = new Date('2026-03-05T09:00:00Z')
  const faxe = await w.as('contributor', 'faxe')
  await faxe.post('/paamindelser', { choice: 'stop' })
  return w.as('secretariat')
}

describe('the audit log', () => {
  test('tells who did what, on which thing and when, in Danish', async () => {
    const { text } = await (await twoDeeds()).get('/kontor/haendelser')
    for (const words of [
      'contributor faxe',
      'Valgte om påmindelser',
      '5. marts 2026',
      'Ændrede en regel',
      'Regel: report.staleDays',
    ])
      expect(text).toContain(words)
    expect(text.indexOf('5. marts 2026')).toBeLessThan(text.indexOf('2. marts 2026'))
  })

  test.each([
    ['hvem=faxe', 'Valgte om påmindelser'],
    ['hvad=parameters.set', 'Ændrede en regel'],
    ['ting=rule:report', 'Ændrede en regel'],
    ['til=2026-03-02', 'Ændrede en regel'],
    ['fra=2026-03-05', 'Valgte om påmindelser'],
  ])('sought by %s shows only that', async (query, found) => {
    const { text } = await (await twoDeeds()).get(`/kontor/haendelser?${query}`)
    const rows = text.slice(text.indexOf('<tbody>'))
    for (const name of ['Ændrede en regel', 'Valgte om påmindelser']) expect(rows.includes(name)).toBe(name === found)
  })

  test('takes nonsense in the address calmly', async () => {
    const { status } = await (await twoDeeds()).get('/kontor/haendelser?fra=i-går&foer=x&hvad=%25')
    expect(status).toBe(200)
  })

  test('goes on to older deeds where a page ends', async () => {
    const secretariat = await w.as('secretariat')
    for (let n = 0; n < 51; n++) await secretariat.post('/paamindelser', { choice: n % 2 ? 'start' : 'stop' })
    const [newest] = await w.sql<{ id: number }[]>`select max(id) as id from deed`
    const first = await secretariat.get('/kontor/haendelser')
    const next = first.text.match(/href="(\/kontor\/haendelser\?foer=\d+)"/)?.[1] ?? ''
    expect(next).toBe(`/kontor/haendelser?foer=${(newest?.id ?? 0) - 49}`)
    expect((await secretariat.get(next)).text.match(/<time /g)).toHaveLength(1)
  })

  test('leaves as CSV for Excel, with nothing that becomes a formula', async () => {
    const secretariat = await twoDeeds()
    await w.sql`insert into deed ${w.sql({ key: crypto.randomUUID(), name: 'x', subject: '=1+1', actorName: '@SUM(A1)', actorRoles: '', next: '/', requestId: 'r' })}`
    const { headers, text } = await secretariat.get('/kontor/haendelser.csv?hvem=')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toContain('Ændrede en regel')
    expect(text).not.toMatch(/(^|;)"?[=@]/m)
  })

  test('leaves as JSON lines, one deed each', async () => {
    const { text } = await (await twoDeeds()).get('/kontor/haendelser.jsonl?hvad=parameters.set')
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { subject: string; actorName: string; detail: { value: number } })
    expect(lines).toMatchObject([{ subject: 'rule:report.staleDays', actorName: 'secretariat', detail: { value: 60 } }])
  })

  test('is for the secretariat and the administrator only', async () => {
    await twoDeeds()
    const faxe = await w.as('approver', 'faxe')
    for (const path of ['/kontor/haendelser', '/kontor/haendelser.csv', '/kontor/haendelser.jsonl', '/kontor'])
      expect((await faxe.get(path)).status).toBe(403)
    expect((await (await w.as('administrator')).get('/kontor/haendelser')).status).toBe(200)
  })
})

test('every deed there is has a Danish name', () => {
  const nameless = rooms.filter(({ submit, may, path }) => submit && deedName(`${may} ${path}`) === `${may} ${path}`)
  expect(nameless.map(({ may, path }) => `${may} ${path}: name it in people/deed-names.ts`)).toEqual([])
  expect(Object.keys(deedNames).filter((permission) => !Object.hasOwn(permissions, permission))).toEqual([])
})

test('a thing leads to where it can be seen; one we do not know is said as it is', () => {
  expect(thingOf('party:faxe/KT1')).toEqual({ text: 'Part: faxe/KT1', href: '/plan/parter/faxe#KT1' })
  expect(thingOf('cycle:I1/2').href).toBe('/plan/initiativer/I1/forloeb/2')
  expect(thingOf('ukendt:7')).toEqual({ text: 'ukendt:7' })
})

describe('the office', () => {
  test('says what waits: uncertain mail, and which parties miss how much', async () => {
    await w.sql`
      insert into outbox ${w.sql({ recipient: 'a@example.dk', subject: 'x', body: '', topic: 'x', createdAt: w.now, state: 'uncertain', messageId: 'a@b' })}`
    const { text } = await (await w.as('secretariat')).get('/kontor')
    expect(text).toContain('1 uvis mail')
    expect(text).toContain('18 parter mangler noget')
    expect(text).toMatch(/Faxe<\/a>.*?>13 ikke meldt</s)
  })

  test('offers each only what that role may do', async () => {
    expect((await (await w.as('secretariat')).get('/kontor')).text).toContain('href="/kontor/paamindelser/send"')
    expect((await (await w.as('administrator')).get('/kontor')).text).not.toContain('href="/kontor/paamindelser/send"')
  })
})

describe('/sundhed', () => {
  test('answers programs with figures and people with a page', async () => {
    const { status, headers, text } = await w.citizen.get('/sundhed', { accept: 'application/json' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(text)).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d/),
      database: { ok: true },
      jobs: { waiting: 0 },
    })
    expect((await w.citizen.get('/sundhed', { accept: 'text/html' })).text).toContain('Fælles svarer')
  })

  test('counts what is due, since when, and what fails', async () => {
    await w.sql`select graphile_worker.add_job('x', run_at => now() - interval '90 seconds')`
    await w.sql`select graphile_worker.add_job('x', run_at => now() + interval '1 hour')`
    const { jobs } = await healthOf(w.sql, '.')
    expect(jobs?.waiting).toBe(1)
    expect(jobs?.oldestSeconds).toBeGreaterThanOrEqual(90)
  })

  test('says down when the database is gone, and still how much disk there is', async () => {
    const gone = connect('postgres://nobody@127.0.0.1:1/none')
    const health = await healthOf(gone.sql, '.')
    expect(health).toMatchObject({ status: 'down', database: { ok: false }, jobs: undefined })
    expect(health.disk?.freeBytes).toBeGreaterThan(0)
    await gone.close()
  })

  test('tells nothing secret', async () => {
    const { text } = await w.citizen.get('/sundhed', { accept: 'application/json' })
    expect(text).not.toMatch(/postgres|password|host|\/tmp|\/work|@/i)
  })
})
