import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Conclusion, Figure, Group, NationalOffer } from '../national.ts'

export const groups = (sql: Sql): Promise<Group[]> =>
  sql<Group[]>`select key, label, parent, note from national_group order by position`

const told = (sql: Sql) => sql`source, source_day, source_url, actor_name, example`

/** Every offer that is or was of a group, in Danish order. */
export const nationalOffers = (sql: Sql): Promise<NationalOffer[]> => sql<NationalOffer[]>`
  select id, group_key, name, region, offer_id, valid_from, valid_until, note, ${told(sql)} from national_offer
  order by name collate danish, id`

/** Every row, the oldest first. */
export const allFigures = (sql: Sql): Promise<Figure[]> => sql<Figure[]>`
  select id, group_key, national_offer_id, measure, year, quarter, value::float8 as value, note, recorded_at, ${told(sql)}
  from national_figure order by id`

/** Every row, the newest year first and its newest row on top. */
export const conclusions = (sql: Sql): Promise<Conclusion[]> => sql<Conclusion[]>`
  select id, year, text, decided_by, decided_on, recorded_at, ${told(sql)} from national_conclusion order by year desc, id desc`

type Said = {
  source: string
  sourceDay: Day
  sourceUrl?: string | undefined
  actorId?: number | undefined
  actorName: string
  example?: boolean
  recordedAt: Date
  origin?: string | undefined
}

type NewFigure = Pick<Figure, 'groupKey' | 'nationalOfferId' | 'measure' | 'year' | 'quarter' | 'value' | 'note'> & Said

export const addFigure = (sql: Sql, figure: NewFigure) =>
  sql`insert into national_figure ${sql({ example: false, ...figure })} on conflict (origin) do nothing`

type NewOffer = Pick<NationalOffer, 'groupKey' | 'name' | 'region' | 'offerId' | 'validFrom' | 'note'> & Said

export const addNationalOffer = (sql: Sql, offer: NewOffer) =>
  sql`insert into national_offer ${sql({ example: false, ...offer })} on conflict (origin) do nothing`

export const endNationalOffer = (sql: Sql, id: number, validUntil: Day) =>
  sql`update national_offer set valid_until = ${validUntil} where id = ${id}`

type NewConclusion = Pick<Conclusion, 'year' | 'text' | 'decidedBy' | 'decidedOn'> & Said

export const addConclusion = (sql: Sql, conclusion: NewConclusion) =>
  sql`insert into national_conclusion ${sql({ example: false, ...conclusion })} on conflict (origin) do nothing`

export const addGroup = (sql: Sql, { key, label, parent, note }: Group, position: number) => sql`
  insert into national_group ${sql({ key, label, parent, note, position })} on conflict (key) do nothing`
