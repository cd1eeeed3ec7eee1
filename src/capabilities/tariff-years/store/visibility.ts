import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Ownership } from '../../offers/index.ts'
import type { Shown } from '../visibility.ts'

export type NewVisibility = Pick<Shown, 'shows' | 'validFrom' | 'source'> &
  Partial<Pick<Shown, 'ownership' | 'operatorId' | 'note' | 'confirmed' | 'actorName'>> & {
    actorId?: number | undefined
    recordedAt?: Date
  }

export const anyVisibility = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ there: boolean }[]>`select exists (select from tariff_visibility) as there`
  return row?.there ?? false
}

export const addVisibility = (sql: Sql, row: NewVisibility) =>
  sql`insert into tariff_visibility ${sql({
    actorName: 'Fælles',
    confirmed: false,
    recordedAt: new Date(),
    ...row,
    ownership: row.ownership ?? null,
    operatorId: row.operatorId ?? null,
    note: row.note ?? null,
    actorId: row.actorId ?? null,
  })}`

/** Every rule there is, the newest first; an operator's own beside those of its ownership. */
export const visibilityRules = (sql: Sql): Promise<Shown[]> => sql<Shown[]>`
  select s.id, s.ownership, s.operator_id, d.name as operator_name, s.shows, s.valid_from, s.source, s.note, s.confirmed, s.actor_name,
    s.recorded_at
  from tariff_visibility s left join operator d on d.id = s.operator_id order by s.valid_from desc, s.id desc`

/** The rules that could hold for operators of a kind, or for one of them. */
export const rulesFor = (sql: Sql, of: { ownership: Ownership | undefined; operatorId: number | undefined }, day: Day) => sql<
  Pick<Shown, 'shows' | 'operatorId' | 'ownership'>[]
>`
  select shows, operator_id, ownership from tariff_visibility
  where valid_from <= ${day} and (operator_id = ${of.operatorId ?? null} or (operator_id is null and ownership = ${of.ownership ?? null}))
  order by operator_id is null, valid_from desc, id desc limit 1`
