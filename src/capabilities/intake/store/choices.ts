import type { Sql } from '../../../platform/db.ts'

/** Rows that are alike in name alone with offers there are: one question for all rows of a name. */
export type Question = {
  offerName: string
  operatorName: string
  /** As the file writes it. */
  written: string
  operator: string | undefined
  rows: number[]
  candidates: {
    id: number
    name: string
    operator: string | undefined
    municipality: string | undefined
    portalId: string | undefined
  }[]
}

export const questions = (sql: Sql, draftId: string, most: number): Promise<(Question & { of: number })[]> => sql<
  (Question & { of: number })[]
>`
  select q.*, (
    select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'operator', d.name, 'municipality', m.name, 'portalId', o.portal_id) order by o.id)
    from offer o left join operator d on d.id = o.operator_id left join municipality m on m.code = o.municipality_code
    where o.id = any(q.ids)) as candidates
  from (
    select offer_name, coalesce(operator_name, '') as operator_name, min(cells #>> '{offer,name}') as written,
      min(cells #>> '{operator,name}') as operator, (array_agg(number order by number))[:10] as rows,
      min(number) as first, count(*) over () as of,
      (select c.candidates from intake_row c where c.draft_id = ${draftId} and c.number = min(r.number)) as ids
    from intake_row r where draft_id = ${draftId} and standing = 'asking'
    group by offer_name, coalesce(operator_name, '')
  ) q order by q.first limit ${most}`

export type Choice = { offerName: string; operatorName: string; offerId: number | undefined }

/** Which offer rows of a name are; undefined: none of those there are. Said again, the newest word holds. */
export async function choose(sql: Sql, draftId: string, choices: readonly Choice[]): Promise<void> {
  for (const { offerName, operatorName, offerId } of choices)
    await sql`
      insert into intake_choice (draft_id, offer_name, operator_name, offer_id)
      values (${draftId}, ${offerName}, ${operatorName}, ${offerId ?? null})
      on conflict (draft_id, offer_name, operator_name) do update set offer_id = excluded.offer_id`
}

/** Every name that only one offer has: they are the same. */
export const chooseAllAlike = (sql: Sql, draftId: string) => sql`
  insert into intake_choice (draft_id, offer_name, operator_name, offer_id)
  select ${draftId}, offer_name, coalesce(operator_name, ''), min(candidates[1]) from intake_row
  where draft_id = ${draftId} and standing = 'asking' group by offer_name, coalesce(operator_name, '')
  having max(cardinality(candidates)) = 1 and count(distinct candidates[1]) = 1
  on conflict (draft_id, offer_name, operator_name) do update set offer_id = excluded.offer_id`

export const forgetChoices = (sql: Sql, draftId: string) => sql`delete from intake_choice where draft_id = ${draftId}`
