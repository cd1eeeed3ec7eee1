import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { noteSpecialised } from '../../offers/index.ts'
import { type ListEvent, type Specialised, standingOn } from '../listing.ts'

const eventsOf = (sql: Sql, ids: readonly number[]): Promise<ListEvent[]> => sql<ListEvent[]>`
  select id, specialised_id, kind, day, day_text, speciality, assessed_by, target_group, criteria, result, follow_up, note, source,
    source_url, actor_name, example
  from specialised_event where specialised_id = any(${ids as number[]}) order by day, id`

type Row = Omit<Specialised, 'events'>

async function withEvents(sql: Sql, rows: readonly Row[]): Promise<Specialised[]> {
  const events = await eventsOf(
    sql,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, events: events.filter(({ specialisedId }) => specialisedId === row.id) }))
}

const columns = (sql: Sql) => sql`s.id, s.key, s.name, s.note, s.offer_id, o.name as offer_name`

/** Every offer that is or was on the list, in Danish order. */
export const allSpecialised = async (sql: Sql): Promise<Specialised[]> =>
  withEvents(
    sql,
    await sql<Row[]>`
      select ${columns(sql)} from specialised_offer s left join offer o on o.id = s.offer_id order by s.name collate danish`,
  )

export async function specialisedWith(sql: Sql, key: string): Promise<Specialised | undefined> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from specialised_offer s left join offer o on o.id = s.offer_id where s.key = ${key}`
  return (await withEvents(sql, rows))[0]
}

/** The offer on the list that is this one in the register. */
export async function specialisedOf(sql: Sql, offerId: number): Promise<Specialised | undefined> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from specialised_offer s join offer o on o.id = s.offer_id where s.offer_id = ${offerId}`
  return (await withEvents(sql, rows))[0]
}

type NewSpecialised = {
  key: string
  name: string
  offerId: number | undefined
  note: string | undefined
  recordedAt: Date
}

export async function addSpecialised(sql: Sql, one: NewSpecialised): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into specialised_offer ${sql({ ...one, offerId: one.offerId ?? null, note: one.note ?? null })} returning id`
  if (!row) throw new Error('no id')
  return row.id
}

export const linkToRegister = (sql: Sql, id: number, offerId: number) =>
  sql`update specialised_offer set offer_id = ${offerId} where id = ${id}`

type Optional = 'dayText' | 'speciality' | 'assessedBy' | 'targetGroup' | 'result' | 'note' | 'sourceUrl'
type Needed = Pick<ListEvent, 'specialisedId' | 'kind' | 'day' | 'source' | 'actorName'>
type NewEvent = Needed &
  Partial<Pick<ListEvent, Optional | 'criteria' | 'followUp' | 'example'>> & {
    origin?: string
    actorId?: number | undefined
    recordedAt: Date
  }

export const addEvent = (sql: Sql, event: NewEvent) => sql`
  insert into specialised_event ${sql({
    origin: null,
    actorId: null,
    dayText: null,
    speciality: null,
    assessedBy: null,
    targetGroup: null,
    result: null,
    note: null,
    sourceUrl: null,
    criteria: [],
    followUp: false,
    example: false,
    ...told(event),
  } as never)} on conflict (origin) do nothing`

const told = (event: NewEvent) => Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined))

/** Tells the finding of offers which ones are on the list today. */
export async function tellTheRegister(sql: Sql, today: Day): Promise<void> {
  const on = (await allSpecialised(sql)).filter((one) => standingOn(one, today).on)
  await noteSpecialised(
    sql,
    on.flatMap(({ offerId }) => offerId ?? []),
  )
}

type Choice = { id: number; name: string; municipality: string | undefined }

/** Offers in the register, to link to. */
export const offersToLink = (sql: Sql): Promise<Choice[]> => sql<Choice[]>`
  select o.id, o.name, m.name as municipality from offer o left join municipality m on m.code = o.municipality_code
  where not exists (select from specialised_offer s where s.offer_id = o.id)
  order by o.name collate danish limit 2000`
