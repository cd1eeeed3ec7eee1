import type { Sql } from '../../src/platform/db.ts'
import { addDays, type Day } from '../../src/platform/values/day.ts'

const PARTIES = 100
const AREAS = 200
const QUARTERS = 40
const QUARTER_DAYS = 91

/** The first day of the ten years. */
export const firstDay = (today: Day): Day => addDays(today, -QUARTERS * QUARTER_DAYS)

/**
 * The real programme grown to a hundred parties and two hundred areas that were there all the time, each reported on every
 * quarter for ten years, on a day of the quarter that differs from cell to cell.
 * @returns how many reports there are
 */
export async function growLarge(sql: Sql, today: Day): Promise<number> {
  const first = firstDay(today)
  await sql`delete from status_report`
  await addParties(sql, today)
  await addAreas(sql, addDays(first, -QUARTER_DAYS))
  await addReports(sql, first)
  await addConfirmations(sql)
  for (const table of ['party', 'plan_item', 'plan_fact', 'status_report', 'status_confirmation'])
    await sql`vacuum analyze ${sql(table)}`
  const [row] = await sql<{ count: number }[]>`select count(*) as count from status_report`
  return row?.count ?? 0
}

const addParties = (sql: Sql, today: Day) => sql`
  insert into party (key, slug, name, long_name, short, kind, member)
  select 'bench-' || n, 'bench-' || n, 'Kommune ' || n, 'Kommune ' || n, 'K' || n, 'municipality', true
  from generate_series(1, ${PARTIES}::int - (
    select count(*)::int from party
    where member and coalesce(valid_from, '-infinity') <= ${today} and coalesce(valid_until, 'infinity') > ${today}
  )) n`

async function addAreas(sql: Sql, from: Day): Promise<void> {
  await sql`
    insert into plan_item (kind, key, slug, parent_id, position)
    select 'area', 'bench-' || n, 'bench-' || n, (
      select id from plan_item where kind = 'principle' order by position, id offset n % 3 limit 1
    ), 100 + n
    from generate_series(1, ${AREAS}::int - (select count(*)::int from plan_item where kind = 'area')) n`
  await sql`
    insert into plan_fact (item_id, field, value, valid_from, sources)
    select id, 'title', to_jsonb('Indsatsområde med et navn af almindelig længde, ' || id), ${from}::date, array['bench:1']
    from plan_item where kind in ('area', 'principle')`
}

const states = ['not_started', 'planned', 'running', 'daily_use', 'paused', 'running', 'daily_use']

/** A third are approved, a day later. */
const addReports = (sql: Sql, first: Day) => sql`
  insert into status_report (party_id, area_id, state, public_note, day, recorded_at, published_at, approved_at, actor_role)
  select p.id, a.id, (${states}::text[])[1 + (p.id + a.id + quarter) % ${states.length}::int],
    case when (p.id + a.id) % 5 = 0 then 'Arbejdet følger planen, og gruppen mødes hver måned.' end,
    reported.at::date, reported.at, reported.at,
    case when (p.id * 7 + a.id + quarter) % 3 = 0 then reported.at + interval '1 day' end, 'contributor'
  from generate_series(0, ${QUARTERS}::int - 1) quarter
  cross join (
    select id from party where member and coalesce(valid_from, '-infinity') <= current_date and coalesce(valid_until, 'infinity') > current_date
  ) p
  cross join (select id from plan_item where kind = 'area') a
  cross join lateral (
    select (${first}::date + (quarter * ${QUARTER_DAYS}::int + (p.id * 31 + a.id * 17) % 80)::int)::timestamp + interval '9 hours' as at
  ) reported
  order by quarter, reported.at`

/** Every fourth report was confirmed once, sixty days later. */
const addConfirmations = (sql: Sql) => sql`
  insert into status_confirmation (report_id, at, actor_role)
  select id, published_at + interval '60 days', 'contributor' from status_report where id % 4 = 0`
