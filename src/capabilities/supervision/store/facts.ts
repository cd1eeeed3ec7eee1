import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Authority, Written } from '../fact.ts'
import type { Content } from '../input.ts'

export const authorities = (sql: Sql): Promise<Authority[]> => sql<Authority[]>`
  select key, name, kind, sites, source from supervision_authority order by position`

/** Everything written of one offer, or of all of them, corrected and withdrawn rows too. */
export const writtenOf = (sql: Sql, offerId?: number): Promise<Written[]> => sql<Written[]>`
  select f.id, f.offer_id, o.name as offer_name, m.name as municipality, d.party_id, f.root_id, f.corrects_id, f.about_id, f.kind,
    f.colour, f.day, f.valid_from, f.last_day, f.authority_key, a.name as authority, f.text, f.published_url, f.source, f.reason,
    f.withdrawn, f.actor_name, f.example, f.recorded_on
  from supervision_fact f join supervision_authority a on a.key = f.authority_key join offer o on o.id = f.offer_id
  left join operator d on d.id = o.operator_id left join municipality m on m.code = o.municipality_code
  ${offerId === undefined ? sql`` : sql`where f.offer_id = ${offerId}`} order by f.id`

/** The offer a row is about, whose it is, and whether the row is a decision. */
export async function placeOf(sql: Sql, root: number) {
  const [row] = await sql<{ offerId: number; partyId: number | undefined; aboutId: number | undefined }[]>`
    select f.offer_id, d.party_id, f.about_id from supervision_fact f join offer o on o.id = f.offer_id
    left join operator d on d.id = o.operator_id where f.id = ${root} and f.root_id is null`
  return row
}

export type By = { actorId: number | undefined; actorName: string; role: string; today: Day; now: Date; example?: boolean }

export type Chained = { aboutId?: number; rootId?: number; correctsId?: number; reason?: string; withdrawn?: boolean }

export async function addFact(sql: Sql, offerId: number, content: Content, chained: Chained, by: By): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into supervision_fact ${sql({
      ...content,
      colour: content.colour ?? null,
      lastDay: content.lastDay ?? null,
      text: content.text ?? null,
      publishedUrl: content.publishedUrl ?? null,
      aboutId: chained.aboutId ?? null,
      rootId: chained.rootId ?? null,
      correctsId: chained.correctsId ?? null,
      reason: chained.reason ?? null,
      withdrawn: chained.withdrawn ?? false,
      offerId,
      actorId: by.actorId ?? null,
      actorName: by.actorName,
      role: by.role,
      example: by.example ?? false,
      recordedOn: by.today,
      recordedAt: by.now,
    })} returning id`
  if (!row) throw new Error('no supervision fact was added')
  return row.id
}

export type OfferNamed = { id: number; name: string; municipality: string | undefined; operator: string | undefined }

const MOST = 30

/** Offers whose name holds a text, in Danish order. */
export const offersNamed = (sql: Sql, text: string): Promise<OfferNamed[]> => sql<OfferNamed[]>`
  select o.id, o.name, m.name as municipality, d.name as operator from offer o
  left join municipality m on m.code = o.municipality_code left join operator d on d.id = o.operator_id
  where plain(o.name) like '%' || replace(replace(replace(plain(${text}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
  order by o.name collate danish limit ${MOST}`
