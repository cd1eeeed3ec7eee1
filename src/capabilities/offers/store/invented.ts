import { codeOf, type Sql } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/values/day.ts'
import type { Entry } from './journal.ts'
import { addCount, addLine, addOffer, addOperator, addUnit } from './places.ts'
import { refreshSearch } from './search-rows.ts'

/** What is invented about an offer, such as a decision of the socialtilsyn, stands at an offer that is invented too. */
const INVENTED = 'example:eksempelgaarden'

const SOURCE = 'Opfundet til prøveudgaven'
const OPERATOR = 'Eksempel-driftsherre (opfundet)'
const LINES = [
  { label: 'Niveau 1', kind: 'residential', approved: 6 },
  { label: 'Niveau 2', kind: 'residential', approved: 7 },
  { label: 'Niveau 3', kind: 'residential', approved: 10 },
  { label: '', kind: 'respite', approved: 9 },
  { label: 'Skærmet', kind: 'residential', approved: 10 },
] as const

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
      update operator set example = false, note = ${SOURCE} where id = (select operator_id from offer where id = ${id}) and example`
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
  const lines = sql`select l.id from place_line l join offer_unit u on u.id = l.unit_id where u.offer_id = ${id}`
  await sql`delete from place_count where place_line_id in (${lines})`
  await sql`delete from place_group where place_line_id in (${lines})`
  await sql`delete from place_line where id in (${lines})`
  await sql`delete from offer_unit where offer_id = ${id}`
  await sql`delete from offer where id = ${id}`
  const operators = sql`select id from operator d where example and not exists (select from offer o where o.operator_id = d.id)`
  await sql`delete from offer_change where operator_id in (${operators})`
  await sql`delete from operator where id in (${operators})`
}

/** What tariffs are invented for, at an operator that is invented too: no rise is ever invented about a real one. */
async function addPlaces(sql: Sql, offerId: number, unitId: number): Promise<void> {
  const terms = await sql<{ id: number }[]>`
    select id from term where kind = 'target_group' and label in ('Autisme', 'Udviklingshæmning') order by label`
  const groups = terms.map(({ id }) => ({ termId: id, ageFrom: undefined, ageTo: undefined }))
  const bases = await sql<{ key: string }[]>`select key from legal_basis where key = 'sel-108'`
  const place = { offerId, unitId }
  const told = { source: SOURCE, asOfDay: dayOf(new Date()) }
  for (const { approved, ...line } of LINES) {
    const placeLineId = await addLine(
      sql,
      place,
      { ...line, ...told, unitId, bases: bases.map(({ key }) => key) },
      groups,
      entry(),
    )
    await addCount(sql, place, { ...told, placeLineId, approved, validFrom: '2024-01-01' }, entry())
  }
}

export const exampleOffer = {
  label: 'opfundne tilbud',
  count: async (sql: Sql): Promise<number> => (await invented(sql)).length,
  async load(sql: Sql): Promise<void> {
    const told = { source: SOURCE, asOfDay: dayOf(new Date()) }
    const about = { ...told, note: 'Findes ikke. Det viser, hvordan afgørelser fra socialtilsynet ser ud.' }
    const operatorId = await addOperator(sql, { ...told, name: OPERATOR, ownership: 'municipal' }, entry())
    const [faxe] = await sql<{ code: number }[]>`select code from municipality where name = 'Faxe'`
    const offer = { ...about, origin: INVENTED, operatorId, municipalityCode: faxe?.code, name: 'Eksempelgården (opfundet)' }
    const id = await addOffer(sql, { ...offer, status: 'running' }, entry())
    const unitId = await addUnit(sql, { offerId: id, name: 'Hele tilbuddet', ...told }, entry())
    await addPlaces(sql, id, unitId)
  },
  async remove(sql: Sql): Promise<void> {
    for (const { id } of await invented(sql)) await remove(sql, id)
  },
}
