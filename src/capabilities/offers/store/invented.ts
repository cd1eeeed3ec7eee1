import { codeOf, type Sql } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/values/day.ts'
import type { Entry } from './journal.ts'
import { addOffer, addUnit } from './places.ts'
import { refreshSearch } from './search-rows.ts'

/** What is invented about an offer, such as a decision of the socialtilsyn, stands at an offer that is invented too. */
export const INVENTED = 'example:eksempelgaarden'

const SOURCE = 'Opfundet til prøveudgaven'

const entry = (): Entry => ({
  kind: 'created',
  validFrom: '2024-01-01',
  source: SOURCE,
  actorId: undefined,
  actorName: 'Eksempel',
  now: new Date(),
  example: true,
})

const invented = (sql: Sql): Promise<{ id: number }[]> => sql<{ id: number }[]>`
  select id from offer where origin = ${INVENTED} and example`

/** The invented offer, if there is one. */
export const inventedOffer = async (sql: Sql): Promise<number | undefined> => (await invented(sql))[0]?.id

type WithSavepoint = Sql & { savepoint<T>(work: (sql: Sql) => Promise<T>): Promise<T> }

/** Where somebody has written something real on it, it cannot go: it is closed, and its name says what it is. */
const GOES_NOT = new Set(['23503', '23514'])

async function remove(sql: Sql, id: number): Promise<void> {
  try {
    await (sql as WithSavepoint).savepoint((inner) => removeRows(inner, id))
  } catch (error) {
    if (!GOES_NOT.has(codeOf(error))) throw error
    await sql`
      update offer set example = false, status = 'closed', status_note = ${SOURCE}, closes_on = current_date where id = ${id}`
    const units = await sql<{ id: number }[]>`select id from offer_unit where offer_id = ${id}`
    await refreshSearch(
      sql,
      units.map((unit) => unit.id),
      dayOf(new Date()),
    )
  }
}

async function removeRows(sql: Sql, id: number): Promise<void> {
  await sql`select set_config('faelles.removing_examples', 'yes', true)`
  await sql`delete from offer_change where offer_id = ${id}`
  await sql`delete from offer_search where offer_id = ${id}`
  await sql`delete from offer_unit where offer_id = ${id}`
  await sql`delete from offer where id = ${id}`
}

export const exampleOffer = {
  label: 'opfundne tilbud',
  count: async (sql: Sql): Promise<number> => (await invented(sql)).length,
  async load(sql: Sql): Promise<void> {
    const told = { source: SOURCE, asOfDay: dayOf(new Date()) }
    const about = { ...told, note: 'Findes ikke. Det viser, hvordan afgørelser fra socialtilsynet ser ud.' }
    const id = await addOffer(sql, { ...about, origin: INVENTED, name: 'Eksempelgården (opfundet)', status: 'running' }, entry())
    await addUnit(sql, { offerId: id, name: 'Hele tilbuddet', ...told }, entry())
  },
  async remove(sql: Sql): Promise<void> {
    for (const { id } of await invented(sql)) await remove(sql, id)
  },
}
