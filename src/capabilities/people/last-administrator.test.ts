import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/setup/worker.ts'
import { houseOn, World } from '../../../tests/world.ts'
import { createApp } from '../../app.ts'
import { connect, type Database } from '../../platform/db.ts'
import { SESSION_COOKIE } from '../../platform/house.ts'
import { beginSession } from './index.ts'
import { countAdministrators } from './store/people.ts'

let database: Database
const w = new World()

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_last_administrator'), { connections: 4 })
})
afterAll(() => database.close())

/** The statuses when each of two administrators ends the own role at the same moment. */
async function bothLeave(): Promise<number[]> {
  const app = createApp(houseOn(database, w))
  const people = await database.sql<{ id: number; grantId: number }[]>`
    with p as (insert into person (subject, name) select gen_random_uuid()::text, 'Administrator' from generate_series(1, 2) returning id)
    insert into role_grant (person_id, role) select id, 'administrator' from p returning person_id as id, id as grant_id`
  const tokens = await Promise.all(
    people.map(({ id }) => beginSession(database.sql, id, new Date(w.now.getTime() + 3_600_000), w.now)),
  )
  const answers = await Promise.all(
    people.map(({ id, grantId }, at) =>
      app.request(`http://localhost/kontor/personer/${id}/roller/${grantId}/slut`, {
        method: 'POST',
        body: new URLSearchParams(),
        headers: { origin: 'http://localhost', cookie: `${SESSION_COOKIE}=${tokens[at]}` },
      }),
    ),
  )
  return answers.map(({ status }) => status).sort()
}

test('two administrators who leave at once do not both get away', async () => {
  for (let time = 0; time < 10; time++) {
    await database.sql`update role_grant set ended_at = now()`
    expect(await bothLeave()).toEqual([303, 422])
    expect(await countAdministrators(database.sql)).toBe(1)
  }
})
