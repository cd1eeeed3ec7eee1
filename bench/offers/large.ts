import { refreshSearch } from '../../src/capabilities/offers/index.ts'
import { note } from '../../src/capabilities/vacancies/store/statements.ts'
import type { Sql } from '../../src/platform/db.ts'
import type { Day } from '../../src/platform/values/day.ts'

const UNITS_AN_OFFER = 2
const OFFERS_AN_OPERATOR = 20
const AT_ONCE = 5_000

const NAMES = ['Bosted', 'Botilbud', 'Værested', 'Opholdssted', 'Aktivitetshus', 'Dagtilbud', 'Bofællesskab', 'Døgncenter']
const PLACES = [
  'Birkely',
  'Åhuset',
  'Skovbrynet',
  'Kløvervang',
  'Møllehøj',
  'Engbakken',
  'Solsikken',
  'Rønnebo',
  'Fjordblik',
  'Egehus',
]

/** Every one of so many units is called by this name: the text that hits few. */
export const RARE = { word: 'Strandgården', every: 67 }
/** What half of them are called. */
export const BROAD = 'bosted'

/**
 * Makes offers until there are so many units: two to an offer, one or two place lines to a unit with provisions, target groups,
 * ages, counts and a price each, and seven lines of ten with what is free, told on one of the last sixty days.
 */
export async function growOffers(sql: Sql, upTo: number, today: Day): Promise<void> {
  const [row] = await sql<{ units: number }[]>`select count(*)::int as units from offer_unit`
  const made = row?.units ?? 0
  await addOperators(sql, upTo)
  await addOffers(sql, made, upTo)
  await addUnits(sql, made, upTo)
  await addLines(sql)
  await addGroups(sql)
  await addNumbers(sql)
  await addStatements(sql, today)
  await makeSearch(sql, today)
  for (const table of TABLES) await sql`vacuum analyze ${sql(table)}`
}

const TABLES = [
  'operator',
  'offer',
  'offer_unit',
  'place_line',
  'place_group',
  'place_count',
  'offer_price',
  'vacancy_statement',
  'offer_search',
  'search_set',
]

const told = (sql: Sql) => sql`'Måling', '2026-01-01'::date, now()`

const addOperators = (sql: Sql, upTo: number) => sql`
  insert into operator (name, ownership, source, as_of_day, recorded_at)
  select 'Driftsherre ' || n, (array['municipal', 'regional', 'self_governing', 'private'])[1 + n % 4], ${told(sql)}
  from generate_series(1, ${Math.ceil(upTo / UNITS_AN_OFFER / OFFERS_AN_OPERATOR)}::int) n
  where not exists (select from operator where name = 'Driftsherre ' || n)`

const addOffers = (sql: Sql, made: number, upTo: number) => sql`
  insert into offer (origin, operator_id, name, municipality_code, status, source, as_of_day, recorded_at)
  select 'bench-' || n, d.id,
    case when n % 2 = 0 then ${NAMES[0] ?? ''} else (${NAMES}::text[])[1 + n % ${NAMES.length}::int] end || ' '
      || case when n % ${RARE.every}::int = 0 then ${RARE.word} else (${PLACES}::text[])[1 + (n / 8) % ${PLACES.length}::int] end || ' ' || n,
    (select code from municipality order by code offset (n * 7) % 98 limit 1),
    case when n % 25 = 0 then 'closed' when n % 40 = 0 then 'planned' else 'running' end, ${told(sql)}
  from generate_series(${Math.ceil(made / UNITS_AN_OFFER)}::int, ${Math.ceil(upTo / UNITS_AN_OFFER)}::int - 1) n
  join operator d on d.name = 'Driftsherre ' || (1 + n / ${OFFERS_AN_OPERATOR}::int)`

const addUnits = (sql: Sql, made: number, upTo: number) => sql`
  insert into offer_unit (offer_id, name, position, source, as_of_day, recorded_at)
  select o.id, 'Afdeling ' || k, k, ${told(sql)}
  from offer o, generate_series(1, ${UNITS_AN_OFFER}::int) k
  where o.origin like 'bench-%' and not exists (select from offer_unit u where u.offer_id = o.id)
  order by o.id, k limit ${Math.max(0, upTo - made)}`

const BASES = ['sel-107', 'sel-108', 'sel-103', 'sel-104', 'bl-43', 'sel-110', 'sel-109', 'sel-85']

const addLines = (sql: Sql) => sql`
  insert into place_line (unit_id, label, kind, bases, basis_evidence, age_from, age_to, source, as_of_day, recorded_at)
  select u.id, case k when 1 then '' else 'B' end, (array['residential', 'day', 'ambulant', 'respite'])[1 + (u.id + k) % 4],
    array[(${BASES}::text[])[1 + (u.id * k) % ${BASES.length}::int]], 'stated',
    case when u.id % 9 = 0 then null when u.id % 3 = 0 then 0 else 18 end,
    case when u.id % 9 = 0 then null when u.id % 3 = 0 then 17 else 64 end, ${told(sql)}
  from offer_unit u, generate_series(1, 2) k
  where u.source = 'Måling' and (k = 1 or u.id % 3 = 0) and not exists (select from place_line l where l.unit_id = u.id)`

const addGroups = (sql: Sql) => sql`
  insert into place_group (place_line_id, term_id)
  select distinct l.id, t.id from place_line l, generate_series(0, 1) k,
    lateral (select id from term where kind = 'target_group' order by id
      offset (l.id * 3 + k * 5) % (select count(*) from term where kind = 'target_group') limit 1) t
  where l.source = 'Måling' and not exists (select from place_group g where g.place_line_id = l.id)`

async function addNumbers(sql: Sql): Promise<void> {
  await sql`
    insert into place_count (place_line_id, approved, in_use, budgeted_occupancy, source, as_of_day, recorded_at)
    select l.id, 4 + l.id % 20, l.id % 4 + l.id % 20, 95, ${told(sql)}
    from place_line l where l.source = 'Måling' and not exists (select from place_count c where c.place_line_id = l.id)`
  await sql`
    insert into offer_price (unit_id, amount_ore, per, year, source, as_of_day, recorded_at)
    select u.id, 100000 + (u.id * 7919) % 500000, 'full_day', 2025 + u.id % 2, ${told(sql)}
    from offer_unit u where u.source = 'Måling' and not exists (select from offer_price p where p.unit_id = u.id)`
}

const addStatements = (sql: Sql, today: Day) => sql`
  insert into vacancy_statement (place_line_id, kind, free, free_from, day, role, actor_name, recorded_at)
  select l.id, 'stated', l.id % 4, ${today}::date, ${today}::date - (l.id % 60)::int, 'provider', 'Måling', now()
  from place_line l
  where l.source = 'Måling' and l.id % 10 < 7 and not exists (select from vacancy_statement s where s.place_line_id = l.id)`

async function makeSearch(sql: Sql, today: Day): Promise<void> {
  const units = await sql<{ id: number }[]>`
    select id from offer_unit u where not exists (select from offer_search s where s.unit_id = u.id) order by id`
  const ids = units.map(({ id }) => id)
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    await refreshSearch(sql, some, today)
    await note(sql, some, today)
  }
}
