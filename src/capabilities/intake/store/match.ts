import type { Sql } from '../../../platform/db.ts'

/**
 * Finds what each row of a file is of: by our own numbers, by the portal's, by P-number, and last by name alone, which a person
 * must confirm. All of it at once, since a file may have fifty thousand rows.
 */
export async function match(sql: Sql, draftId: string): Promise<void> {
  await sql`analyze intake_row`
  await operatorsOf(sql, draftId)
  await byOwnNumber(sql, draftId)
  await byPortal(sql, draftId)
  await byChoice(sql, draftId)
  await unitsOf(sql, draftId)
  await byName(sql, draftId)
}

/** The operator of that name, else the only one of that CVR number. */
async function operatorsOf(sql: Sql, draftId: string): Promise<void> {
  await sql`
    with said as (
      select distinct operator_name, cvr from intake_row where draft_id = ${draftId} and (operator_name is not null or cvr is not null)
    ), named as materialized (
      select id, cvr, lower(name) as name from operator
    ), alone as (
      select cvr, min(id) as id from named where cvr is not null group by cvr having count(*) = 1
    ), found as (
      select s.operator_name, s.cvr, coalesce(
        (select n.id from named n where n.name = s.operator_name limit 1),
        (select n.id from named n where n.name = s.operator_name || ' kommune' limit 1), a.id) as id
      from said s left join alone a on a.cvr = s.cvr
    )
    update intake_row r set operator_id = f.id from found f
    where r.draft_id = ${draftId} and f.id is not null
      and coalesce(r.operator_name, '') = coalesce(f.operator_name, '') and coalesce(r.cvr, '') = coalesce(f.cvr, '')`
}

async function byOwnNumber(sql: Sql, draftId: string): Promise<void> {
  await sql`
    update intake_row r set unit_id = u.id, offer_id = u.offer_id, matched = 'number'
    from place_line l join offer_unit u on u.id = l.unit_id where r.draft_id = ${draftId} and l.id = r.line_key`
  await sql`
    update intake_row r set unit_id = u.id, offer_id = u.offer_id, matched = 'number'
    from offer_unit u where r.draft_id = ${draftId} and r.offer_id is null and r.line_key is null and u.id = r.unit_key`
  await sql`
    update intake_row r set offer_id = o.id, matched = 'number'
    from offer o where r.draft_id = ${draftId} and r.offer_id is null and r.line_key is null and r.unit_key is null and o.id = r.offer_key`
}

/** A number that two units have says nothing, unless the offer is said too. */
async function byPortal(sql: Sql, draftId: string): Promise<void> {
  await sql`
    with found as (
      select r.number, min(u.id) as unit_id, min(u.offer_id) as offer_id
      from intake_row r join offer_unit u on u.portal_id = r.portal_unit join offer o on o.id = u.offer_id
      where r.draft_id = ${draftId} and r.offer_id is null and (r.portal_offer is null or o.portal_id is null or o.portal_id = r.portal_offer)
      group by r.number having count(*) = 1
    )
    update intake_row r set unit_id = f.unit_id, offer_id = f.offer_id, matched = 'portal'
    from found f where r.draft_id = ${draftId} and r.number = f.number`
  await sql`
    update intake_row r set offer_id = o.id, matched = 'portal'
    from offer o where r.draft_id = ${draftId} and r.offer_id is null and o.portal_id = r.portal_offer`
  await sql`
    with found as (
      select r.number, min(u.id) as unit_id, min(u.offer_id) as offer_id
      from intake_row r join offer_unit u on u.p_number = r.p_number
      where r.draft_id = ${draftId} and r.unit_id is null and (r.offer_id is null or r.offer_id = u.offer_id)
        and (r.portal_unit is null or u.portal_id is null)
        and (r.unit_name is null or lower(u.name) = r.unit_name or not exists (
          select from offer_unit v where v.p_number = r.p_number and v.id <> u.id))
      group by r.number having count(*) = 1
    )
    update intake_row r set unit_id = f.unit_id, offer_id = f.offer_id, matched = case when r.matched = 'nothing' then 'p_number' else r.matched end
    from found f where r.draft_id = ${draftId} and r.number = f.number`
}

async function byChoice(sql: Sql, draftId: string): Promise<void> {
  await sql`
    update intake_row r set offer_id = c.offer_id, matched = 'person'
    from intake_choice c where r.draft_id = ${draftId} and c.draft_id = ${draftId} and r.offer_id is null
      and c.offer_name = r.offer_name and c.operator_name = coalesce(r.operator_name, '')`
}

/** The unit of that name in the offer, or its only one where none is named. */
async function unitsOf(sql: Sql, draftId: string): Promise<void> {
  await sql`
    with said as (
      select distinct offer_id, unit_name from intake_row
      where draft_id = ${draftId} and offer_id is not null and unit_id is null and unit_key is null and line_key is null
    ), found as (
      select s.offer_id, s.unit_name, min(u.id) as unit_id from said s join offer_unit u on u.offer_id = s.offer_id
      where s.unit_name is null or lower(u.name) = s.unit_name
      group by s.offer_id, s.unit_name having count(*) = 1
    )
    update intake_row r set unit_id = f.unit_id from found f join offer_unit u on u.id = f.unit_id
    where r.draft_id = ${draftId} and r.unit_id is null and r.unit_key is null and r.line_key is null
      and r.offer_id = f.offer_id and r.unit_name is not distinct from f.unit_name
      and (r.portal_unit is null or u.portal_id is null or u.portal_id = r.portal_unit)
      and (r.p_number is null or u.p_number is null or u.p_number = r.p_number)`
}

/** Alike in name alone: those of the same operator where there are such. Another number of the portal means another offer. */
async function byName(sql: Sql, draftId: string): Promise<void> {
  await sql`
    with named as materialized (
      select id, operator_id, portal_id, plain(name) as name from offer
    ), alike as (
      select r.number, array_agg(o.id order by o.id) as all_ids,
        array_agg(o.id order by o.id) filter (where o.operator_id = r.operator_id) as own_ids
      from intake_row r join named o on o.name = r.offer_name
      where r.draft_id = ${draftId} and r.offer_id is null and r.matched = 'nothing' and r.offer_key is null and r.unit_key is null
        and r.line_key is null and (r.portal_offer is null or o.portal_id is null)
      group by r.number
    )
    update intake_row r set standing = 'asking', matched = 'name', candidates = (coalesce(a.own_ids, a.all_ids))[:20]
    from alike a where r.draft_id = ${draftId} and r.number = a.number`
}
