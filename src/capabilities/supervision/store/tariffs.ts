import type { Sql } from '../../../platform/db.ts'
import type { Figure, Population, Tariff } from '../tariff.ts'
import type { By } from './facts.ts'

/** What is said of every authority, year, category and size, the newest said first of each. */
export const tariffs = (sql: Sql): Promise<Tariff[]> => sql<Tariff[]>`
  select distinct on (a.position, t.year, t.category, t.size) t.authority_key, a.name as authority, t.year, t.category, t.size,
    t.amount_ore, t.change_pct::float8 as change_pct, t.reservation, t.source, t.source_url, t.recorded_on, t.example
  from supervision_tariff t join supervision_authority a on a.key = t.authority_key
  order by a.position, t.year desc, t.category, t.size, t.id desc`

/** The newest said of every figure, authority and year. */
export const figuresTold = (sql: Sql): Promise<Figure[]> => sql<Figure[]>`
  select distinct on (f.key, a.position, f.year) f.authority_key, a.name as authority, f.key, f.year, f.value::float8 as value,
    f.before::float8 as before, f.stated_pct::float8 as stated_pct, f.reservation, f.source, f.source_url, f.recorded_on, f.example
  from supervision_figure f join supervision_authority a on a.key = f.authority_key
  order by f.key, a.position, f.year desc, f.id desc`

/** The residents a cost of the year is shared by; those of a municipality that is no longer part of it are left out. */
export async function populationsOf(sql: Sql, authorityKey: string, year: number): Promise<Population[]> {
  const rows = await sql<(Omit<Population, 'residents'> & { residents: number | undefined })[]>`
    select * from (
      select distinct on (p.municipality_code) m.code, m.name, p.residents, p.source, p.source_url, p.example
      from supervision_population p join municipality m on m.code = p.municipality_code
      where p.authority_key = ${authorityKey} and p.year = ${year} order by p.municipality_code, p.id desc) as newest
    order by name collate danish`
  return rows.flatMap(({ residents, ...row }) => (residents === undefined ? [] : [{ ...row, residents }]))
}

/** The years residents are told of, newest first. */
export async function populationYears(sql: Sql, authorityKey: string): Promise<number[]> {
  const rows = await sql<{ year: number }[]>`
    select distinct year from supervision_population where authority_key = ${authorityKey} and residents is not null order by year desc`
  return rows.map(({ year }) => year)
}

type Place = { code: number; name: string }

export const municipalitiesOfRegion = (sql: Sql): Promise<Place[]> =>
  sql<Place[]>`select code, name from municipality where region = 'Region Sjælland' order by name collate danish`

/** The municipalities of the region, and others that were ever part of the sharing. */
export const sharers = (sql: Sql, authorityKey: string): Promise<Place[]> => sql<Place[]>`
  select code, name from municipality where region = 'Region Sjælland'
    or code in (select municipality_code from supervision_population where authority_key = ${authorityKey})
  order by name collate danish`

const signed = ({ actorId, actorName, today, now, example }: Omit<By, 'role'>) => ({
  actorId: actorId ?? null,
  actorName,
  recordedOn: today,
  recordedAt: now,
  example: example ?? false,
})

type NewTariff = Pick<
  Tariff,
  'authorityKey' | 'year' | 'category' | 'size' | 'amountOre' | 'changePct' | 'reservation' | 'source' | 'sourceUrl'
> & {
  reason: string | undefined
}

export const addTariffs = (sql: Sql, rows: readonly NewTariff[], by: Omit<By, 'role'>) => sql`
  insert into supervision_tariff ${sql(
    rows.map((row) => ({
      ...row,
      size: row.size ?? null,
      amountOre: row.amountOre ?? null,
      changePct: row.changePct ?? null,
      reservation: row.reservation ?? null,
      sourceUrl: row.sourceUrl ?? null,
      reason: row.reason ?? null,
      ...signed(by),
    })),
  )}`

type NewFigure = Pick<
  Figure,
  'authorityKey' | 'key' | 'year' | 'value' | 'before' | 'statedPct' | 'reservation' | 'source' | 'sourceUrl'
> & {
  reason: string | undefined
}

export const addFigure = (sql: Sql, row: NewFigure, by: Omit<By, 'role'>) => sql`
  insert into supervision_figure ${sql({
    ...row,
    before: row.before ?? null,
    statedPct: row.statedPct ?? null,
    reservation: row.reservation ?? null,
    sourceUrl: row.sourceUrl ?? null,
    reason: row.reason ?? null,
    ...signed(by),
  })}`

type NewPopulation = { authorityKey: string; year: number; source: string; sourceUrl: string | undefined }

/** `residents` undefined: the municipality is not part of it any more. */
export const addPopulations = (
  sql: Sql,
  told: NewPopulation,
  residents: readonly { code: number; residents: number | undefined }[],
  by: Omit<By, 'role'>,
) => sql`
  insert into supervision_population ${sql(
    residents.map((one) => ({
      ...told,
      sourceUrl: told.sourceUrl ?? null,
      municipalityCode: one.code,
      residents: one.residents ?? null,
      ...signed(by),
    })),
  )}`

export async function countExamplePopulations(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from supervision_population where example`
  return row?.count ?? 0
}
