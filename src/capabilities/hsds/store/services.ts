import type { Sql } from '../../../platform/db.ts'
import { changes } from '../../offers/index.ts'
import type { Judged, ServiceRow } from '../row.ts'

const told = (sql: Sql, of: string) => sql`
  'source', ${sql(of)}.source, 'sourceUrl', ${sql(of)}.source_url, 'asOf', ${sql(of)}.as_of, 'asOfDay', ${sql(of)}.as_of_day,
  'example', ${sql(of)}.example`

/** Place lines that hold on the day, in a unit to come all that are to come, with their places and what was last said. */
const lines = (sql: Sql, { today }: Judged) => sql`
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'uuid', l.uuid, 'label', l.label, 'kind', l.kind, 'bases', l.bases, 'evidence', l.basis_evidence, 'groupText', l.group_text,
    'ageFrom', l.age_from, 'ageTo', l.age_to, 'approved', c.approved, 'inUse', c.in_use,
    'groups', coalesce((select jsonb_agg(jsonb_build_object('termId', g.term_id, 'ageFrom', g.age_from, 'ageTo', g.age_to) order by g.term_id)
      from place_group g where g.place_line_id = l.id), '[]'),
    'said', (select jsonb_build_object('free', v.free, 'from', v.free_from, 'day', v.day, 'at', v.recorded_at, 'role', v.role, 'example', v.example)
      from vacancy_statement v where v.place_line_id = l.id order by v.id desc limit 1), ${told(sql, 'l')})) order by l.id), '[]')
  from place_line l
  left join lateral (
    select approved, in_use from place_count c where c.place_line_id = l.id
      and daterange(c.valid_from, c.valid_until) @> greatest(${today}::date, l.valid_from) limit 1) c on true
  where l.unit_id = u.id and (l.valid_until is null or l.valid_until > ${today}::date)
    and (l.valid_from is null or l.valid_from <= ${today}::date or stands.status = 'planned')`

const prices = (sql: Sql) => sql`
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'uuid', p.uuid, 'label', p.label, 'amountOre', p.amount_ore, 'per', p.per, 'year', p.year, 'note', p.note,
    'line', (select nullif(l.label, '') from place_line l where l.id = p.place_line_id), ${told(sql, 'p')}))
    order by p.year desc nulls last, p.id), '[]')
  from offer_price p where p.unit_id = u.id and not p.withdrawn`

export const operatorJson = (sql: Sql) => sql`
  case when d.id is not null then jsonb_strip_nulls(jsonb_build_object(
    'uuid', d.uuid, 'name', d.name, 'ownership', d.ownership, 'ownershipNote', d.ownership_note, 'website', d.website, 'note', d.note,
    'cvr', d.cvr, 'pNumber', d.p_number, 'ean', d.ean, ${told(sql, 'd')})) end`

/** Some units with all that hangs on them, by number. */
export const serviceRows = (sql: Sql, ids: readonly number[], judged: Judged): Promise<ServiceRow[]> => sql<ServiceRow[]>`
  select u.id, u.uuid, u.name as unit_name, u.note as unit_note, u.p_number, o.id as offer_id, o.uuid as offer_uuid,
    o.name as offer_name, o.note as offer_note, o.website, coalesce(u.address, o.address) as address,
    m.code as municipality_code, m.name as municipality, m.region, stands.status, o.status_note,
    greatest(o.opens_on, u.opens_on) as opens_on, least(o.closes_on, u.closes_on) as closes_on,
    u.source, u.source_url, u.as_of, u.as_of_day, u.example or o.example as example,
    ${operatorJson(sql)} as operator, (${lines(sql, judged)}) as lines, (${prices(sql)}) as prices,
    (select max(at) from (${changes(sql, judged)}) changed where changed.unit_id = u.id) as modified_at
  from offer_unit u
  join offer o on o.id = u.offer_id
  left join operator d on d.id = o.operator_id
  left join municipality m on m.code = coalesce(u.municipality_code, o.municipality_code)
  cross join lateral (select offer_status(
    o.status, greatest(o.opens_on, u.opens_on), least(o.closes_on, u.closes_on), ${judged.today}::date) as status) stands
  where u.id = any(${ids as number[]}) order by u.id`
