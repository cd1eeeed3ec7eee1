import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/**
 * Makes the search rows of some units anew, as they stand on a day, in the transaction that changed them. Vacancies are kept as
 * they are: their room sets them.
 */
export async function refreshSearch(sql: Sql, unitIds: readonly number[], today: Day): Promise<void> {
  if (unitIds.length === 0) return
  const ids = unitIds as number[]
  await sql`
    with recursive successor as (
      select key, key as covers from legal_basis
      union select s.key, b.key from successor s join legal_basis c on c.key = s.covers
        join legal_basis b on b.key = c.successor_key or c.key like b.key || '-%'
    ), broader as (
      select id, id as covers from term where kind = 'target_group'
      union select b.id, t.parent_id from broader b join term t on t.id = b.covers where t.parent_id is not null
    ), unit as (
      select u.*, o.name as offer_name, o.operator_id, o.status, o.opens_on as offer_opens, o.closes_on as offer_closes,
        o.portal_id as offer_portal, o.address as offer_address, o.offer_type, o.example as offer_example, o.specialised,
        coalesce(u.municipality_code, o.municipality_code) as in_municipality,
        offer_status(o.status, greatest(o.opens_on, u.opens_on), least(o.closes_on, u.closes_on), ${today}::date) as stands
      from offer_unit u join offer o on o.id = u.offer_id where u.id = any(${ids})
    ), line as (
      select l.*, c.approved, c.in_use, c.example as count_example,
        case when l.valid_from > ${today}::date and u.stands = 'running' then 'planned' else u.stands end as stands,
        coalesce(array(select distinct s.covers from unnest(l.bases) as key join successor s using (key) order by 1), '{}') as all_bases
      from place_line l join unit u on u.id = l.unit_id
      left join lateral (
        select approved, in_use, example from place_count c where c.place_line_id = l.id
          and daterange(c.valid_from, c.valid_until) @> greatest(${today}::date, l.valid_from) limit 1) c on true
      where l.valid_until is null or l.valid_until > ${today}::date
    ), bases as (
      select l.id, string_agg(concat_ws(' ', b.code, b.title), ' ') as texts, bool_or(b.in_agreement <> 'no') as agreed
      from line l, unnest(l.all_bases) as key join legal_basis b using (key) group by l.id
    ), told as (
      select l.id as line_id, g.term_id, int4range(coalesce(g.age_from, l.age_from), coalesce(g.age_to, l.age_to), '[]') as ages,
        num_nonnulls(g.age_from, l.age_from, g.age_to, l.age_to) > 0 as aged
      from line l left join place_group g on g.place_line_id = l.id
    ), ages as (
      select line_id, range_agg(ages) filter (where aged) as spans from told group by line_id
    ), groups as (
      select g.line_id, array_agg(distinct w.covers || '@' || g.ages::text order by w.covers || '@' || g.ages::text) as members,
        string_agg(distinct t.label, ' ') as texts
      from told g join broader w on w.id = g.term_id join term t on t.id = w.covers group by g.line_id
    ), price as (
      select p.*, max(coalesce(p.year, 0)) over (partition by p.unit_id, p.place_line_id) as newest
      from offer_price p join unit u on u.id = p.unit_id
      where not p.withdrawn and p.per in ('full_day', 'day') and coalesce(p.year, 0) <= extract(year from ${today}::date)
    ), prices as (
      select unit_id, coalesce(place_line_id, 0) as line_id, min(amount_ore) as lowest, max(amount_ore) as highest, min(per) as per,
        max(year) as year
      from price where coalesce(year, 0) = newest group by unit_id, coalesce(place_line_id, 0)
    ), used as (
      select distinct on (s.offer_id) s.offer_id,
        count(*) filter (where s.used and s.municipality_code is distinct from p.code)::int as others
      from offer_usage s join offer o on o.id = s.offer_id left join operator d on d.id = o.operator_id left join party p on p.id = d.party_id
      where s.offer_id in (select offer_id from unit) group by s.offer_id, s.year order by s.offer_id, s.year desc
    ), next as (
      select unit_id, min(day) as day from (
        select id as unit_id, unnest(array[opens_on, closes_on, offer_opens, offer_closes]) as day from unit
        union all select l.unit_id, unnest(array[l.valid_from, l.valid_until]) from place_line l join unit u on u.id = l.unit_id
        union all select l.unit_id, unnest(array[c.valid_from, c.valid_until])
          from place_count c join place_line l on l.id = c.place_line_id join unit u on u.id = l.unit_id) as days
      where day > ${today}::date group by unit_id
    ), former as (
      select from_offer_id, string_agg(before, ' ') as names from offer_lineage where kind = 'renamed' group by from_offer_id
    ), rule as (
      select distinct on (ownership) ownership, covers from cover_rule where valid_from <= ${today}::date order by ownership, valid_from desc
    ), made as (
      select u.id as unit_id, coalesce(l.id, 0) as line_id, u.offer_id, u.operator_id, u.offer_name, u.specialised, d.ownership,
        u.in_municipality as municipality_code, coalesce(l.stands, u.stands) as status, array_remove(array[l.kind], null) as kinds,
        coalesce(l.all_bases, '{}') as bases, coalesce(g.members, '{}') as groups, a.spans as ages, l.approved as places_approved,
        l.in_use as places_in_use, coalesce(p.lowest, q.lowest) as price_min_ore, coalesce(p.highest, q.highest) as price_max_ore,
        coalesce(p.per, q.per) as price_per, coalesce(p.year, q.year) as price_year,
        case
          when coalesce(r.covers, 'not said') = 'not said' then 'unknown'
          when r.covers = 'all' then 'yes'
          when r.covers = 'none' or not b.agreed then 'no'
          else 'by usage' end as covered,
        s.others as used_by_others, u.example or u.offer_example or coalesce(l.example or l.count_example, l.example, false) as example, next.day as stands_until,
        concat_ws(' ', u.offer_name, u.name, d.name, m.name, u.offer_address, u.address, u.offer_portal, u.portal_id, f.names,
          l.label, l.basis_text, l.group_text, l.note, b.texts, g.texts) as text
      from unit u
      left join operator d on d.id = u.operator_id
      left join rule r on r.ownership = d.ownership
      left join municipality m on m.code = u.in_municipality
      left join line l on l.unit_id = u.id
      left join bases b on b.id = l.id
      left join groups g on g.line_id = l.id
      left join ages a on a.line_id = l.id
      left join prices p on p.line_id = l.id
      left join prices q on q.unit_id = u.id and q.line_id = 0
      left join used s on s.offer_id = u.offer_id
      left join next on next.unit_id = u.id
      left join former f on f.from_offer_id = u.offer_id
    ), gone as (
      delete from offer_search s using unit u
      where s.unit_id = u.id and not exists (select from made m where m.unit_id = s.unit_id and m.line_id = s.line_id)
    ), spelled as (
      insert into offer_word
      select distinct word from made, regexp_split_to_table(lower(text), '[^[:alpha:]]+') as word where length(word) > 3
      on conflict do nothing
    )
    insert into offer_search (unit_id, line_id, offer_id, operator_id, offer_name, ownership, municipality_code, status, kinds, bases_set,
      groups_set, ages, places_approved, places_in_use, price_min_ore, price_max_ore, price_per, price_year, covered, used_by_others,
      specialised, example, stands_until, words)
    select unit_id, line_id, offer_id, operator_id, offer_name, ownership, municipality_code, status, kinds, search_set_of(bases),
      search_set_of(groups), ages, places_approved, places_in_use, price_min_ore, price_max_ore, price_per, price_year, covered,
      used_by_others, specialised, example, stands_until, strip(to_tsvector('danish', text))
    from made
    on conflict (unit_id, line_id) do update set offer_id = excluded.offer_id, operator_id = excluded.operator_id, offer_name = excluded.offer_name,
      ownership = excluded.ownership, municipality_code = excluded.municipality_code, status = excluded.status,
      kinds = excluded.kinds, bases_set = excluded.bases_set, groups_set = excluded.groups_set,
      ages = excluded.ages, places_approved = excluded.places_approved, places_in_use = excluded.places_in_use,
      price_min_ore = excluded.price_min_ore, price_max_ore = excluded.price_max_ore, price_per = excluded.price_per,
      price_year = excluded.price_year, covered = excluded.covered, used_by_others = excluded.used_by_others,
      specialised = excluded.specialised, example = excluded.example, stands_until = excluded.stands_until, words = excluded.words,
      free_places = case when excluded.status <> 'closed' then offer_search.free_places end`
}

/** Units whose rows say how it was before a day that has come. */
export async function refreshDue(sql: Sql, today: Day): Promise<number> {
  const due = await sql<{ id: number }[]>`select distinct unit_id as id from offer_search where stands_until <= ${today}`
  await refreshSearch(
    sql,
    due.map(({ id }) => id),
    today,
  )
  return due.length
}
