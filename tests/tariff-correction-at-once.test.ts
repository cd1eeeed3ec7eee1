import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { publishVersions } from '../src/capabilities/tariff-years/store/publish.ts'
import { addCalculation, ruleSetOfYear } from '../src/capabilities/tariffs/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { freshDatabase } from './setup/worker.ts'
import { input } from './tariffs/rules.ts'
import { houseOn } from './world.ts'

/** On a real database that is not rolled back: one published tariff, and four economists who correct it in the same moment. */
let database: Database
let app: ReturnType<typeof createApp>
const cookies: string[] = []
const now = new Date('2026-03-02T09:00:00Z')

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_correction_at_once'), { connections: 8 })
  app = createApp(
    houseOn(database, {
      now,
      site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false },
    }),
  )
  for (let at = 0; at < 4; at++) cookies.push(await economist(`economist-${at}`))
})
afterAll(() => database.close())

async function economist(subject: string): Promise<string> {
  const [person] = await database.sql<
    { id: number }[]
  >`insert into person ${database.sql({ subject, name: subject })} returning id`
  const id = person?.id ?? 0
  await database.sql`insert into role_grant ${database.sql({ personId: id, role: 'secretariat' })}`
  return `${SESSION_COOKIE}=${await beginSession(database.sql, id, new Date('2026-03-03T00:00:00Z'))}`
}

const published = () =>
  database.deed(async (sql) => {
    const [at] = await sql<{ placeLineId: number; unitId: number; offerId: number }[]>`
      select l.id as place_line_id, u.id as unit_id, u.offer_id from place_line l join offer_unit u on u.id = l.unit_id order by l.id limit 1`
    if (!at) throw new Error('no place line')
    const told = { source: 'Takstskema 2026', example: false, actorName: 'Prøve' }
    const { id: calculationId } = await addCalculation(sql, {
      ...{ ...told, placeLineId: at.placeLineId, label: 'Prøve', input: input(), rules: await ruleSetOfYear(sql, 2026) },
      ...{ reason: undefined, actorId: undefined, now },
    })
    await publishVersions(sql, [
      {
        ...{ ...at, ...told, service: 'Prøve', level: '', addOn: false, per: 'full_day', year: 2026, amountOre: 100_000 },
        ...{ validFrom: '2026-01-01', validUntil: '2027-01-01', basis: 'calculated', calculationId, publishedAt: now },
      },
    ])
  })

const current = () => database.sql<{ id: number; amountOre: number; version: number; calculationId: number }[]>`
  select id, amount_ore, version, calculation_id from tariff_version where service = 'Prøve' and current`

test('of four who correct the same tariff at once one is published, the others are told, and the calculation keeps step', async () => {
  await published()
  for (let round = 1; round <= 5; round++) {
    const [before] = await current()
    const answers = await Promise.all(
      cookies.map((cookie, who) =>
        app.request(`http://localhost/takster/${before?.id}/ret`, {
          method: 'POST',
          headers: { origin: 'http://localhost', cookie },
          body: new URLSearchParams({
            what: 'numbers',
            'linje-0': String(3_650_000 + round * 400_000 + who * 36_500),
            reason: `Runde ${round}, ${who}`,
            source: 'Prøve',
          }),
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    const refused = await Promise.all(answers.filter(({ status }) => status === 422).map((answer) => answer.text()))
    expect(refused.every((text) => text.includes('rettet i mellemtiden af en anden'))).toBe(true)
    const [now, ...more] = await current()
    expect(more).toEqual([])
    expect(now?.version).toBe(round + 1)
    const [row] = await database.sql<{ version: number; tariffOre: number; count: number }[]>`
      select version, tariff_ore, (select count(*) from tariff_calculation where label = 'Prøve') as count
      from tariff_calculation where id = ${now?.calculationId ?? 0}`
    expect(row).toEqual({ version: round + 1, tariffOre: now?.amountOre, count: round + 1 })
  }
})
