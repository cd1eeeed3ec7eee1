import type { Sql } from '../../../platform/db.ts'
import { type Day, daysBetween } from '../../../platform/values/day.ts'
import { fromFraction } from '../../../platform/values/exact.ts'
import type { Ownership } from '../../offers/index.ts'
import type { AccountFigures, AccountOf, KeptAccount } from '../account.ts'
import type { Calculated, RuleSet } from '../calculation.ts'
import { byDays, type Later, tookIn } from '../flow.ts'
import { calculatedFrom } from '../kept.ts'

export type NewAccount = AccountOf &
  AccountFigures &
  Pick<KeptAccount, 'source' | 'sourceDay' | 'note' | 'reason' | 'example' | 'actorName'> & {
    withdrawn?: boolean
    actorId: number | undefined
    now: Date
  }

const AGAIN = 'Skrevet igen, efter at det var trukket tilbage.'

/** Adds what a year came to: the first version, or the next. */
export async function addAccount(sql: Sql, made: NewAccount): Promise<{ id: number; version: number }> {
  const { placeLineId, label, year } = made
  const [row] = await sql<{ id: number; version: number }[]>`
    insert into tariff_account (place_line_id, label, year, version, revenue_ore, costs_ore, regulation_ore, budget_ore, basis_ore,
      occupancy_percent, days_used, source, source_day, note, reason, withdrawn, example, actor_id, actor_name, recorded_at)
    select ${placeLineId}, ${label}, ${year}, coalesce(max(version), 0) + 1, ${made.revenueOre ?? null}::bigint, ${made.costsOre ?? null}::bigint,
      ${made.regulationOre ?? null}::bigint, ${made.budgetOre ?? null}::bigint, ${made.basisOre ?? null}::bigint,
      ${made.occupancyPercent ?? null}::numeric, ${made.daysUsed ?? null}::int, ${made.source}, ${made.sourceDay}, ${made.note ?? null},
      coalesce(${made.reason ?? null}, case when max(version) > 0 then ${AGAIN} end), ${made.withdrawn ?? false}, ${made.example}, ${made.actorId ?? null}, ${made.actorName}, ${made.now}
    from tariff_account where place_line_id = ${placeLineId} and label = ${label} and year = ${year}
    returning id, version`
  if (!row) throw new Error('an account was added and is not there')
  return row
}

const columns = (sql: Sql) => sql`
  a.id, a.place_line_id, a.label, a.year, a.version, a.revenue_ore, a.costs_ore, a.regulation_ore, a.budget_ore, a.basis_ore,
  trim_scale(a.occupancy_percent)::text as occupancy_percent, a.days_used, a.source, a.source_day, a.note, a.reason, a.withdrawn, a.example,
  a.actor_name, a.recorded_at`

export async function accountWith(sql: Sql, id: number): Promise<KeptAccount | undefined> {
  const [row] = await sql<KeptAccount[]>`select ${columns(sql)} from tariff_account a where a.id = ${id}`
  return row
}

/** Every version of one account, newest first. */
export const versionsOf = (sql: Sql, { placeLineId, label, year }: AccountOf): Promise<KeptAccount[]> => sql<KeptAccount[]>`
  select ${columns(sql)} from tariff_account a
  where a.place_line_id = ${placeLineId} and a.label = ${label} and a.year = ${year} order by a.version desc`

/** What stands of the accounts of these place lines: the newest version of each, those withdrawn left out. */
export const accountsOf = (sql: Sql, placeLineIds: readonly number[]): Promise<KeptAccount[]> => sql<KeptAccount[]>`
  select * from (select distinct on (a.place_line_id, a.label, a.year) ${columns(sql)} from tariff_account a
    where a.place_line_id = any(${placeLineIds as number[]}) order by a.place_line_id, a.label, a.year, a.version desc) t
  where not withdrawn order by year desc, label`

/** A place line as people know it, and whose it is. */
export type LineOf = {
  placeLineId: number
  kind: string | undefined
  lineLabel: string
  unitId: number
  unitName: string
  offerId: number
  offerName: string
  operatorId: number | undefined
  operatorName: string | undefined
  partyId: number | undefined
  ownership: Ownership | undefined
  /** The fewest that are known of, for how much may be seen. */
  places: number | undefined
}

const lines = (sql: Sql) => sql`
  select l.id as place_line_id, l.kind, l.label as line_label, u.id as unit_id, u.name as unit_name, u.position, o.id as offer_id,
    o.name as offer_name, d.id as operator_id, d.name as operator_name, d.party_id, d.ownership,
    (select c.approved from place_count c where c.place_line_id = l.id order by c.valid_from desc nulls last limit 1)::float8 as places
  from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id left join operator d on d.id = o.operator_id`

export const linesOfOperator = (sql: Sql, operatorId: number): Promise<LineOf[]> => sql<LineOf[]>`
  select * from (${lines(sql)}) t where operator_id = ${operatorId}
  order by offer_name collate danish, position, unit_id, place_line_id`

export async function lineWith(sql: Sql, placeLineId: number): Promise<LineOf | undefined> {
  const [row] = await sql<LineOf[]>`select * from (${lines(sql)}) t where place_line_id = ${placeLineId}`
  return row
}

const MOST = 1000

/** Place lines with accounts of a year, or that wait for them: they have a calculation of one of `waiting`, the year or the one its result flows into. */
export const linesOfYear = (sql: Sql, year: number, waiting: readonly number[]): Promise<LineOf[]> => sql<LineOf[]>`
  select * from (${lines(sql)}) t
  where place_line_id in (select place_line_id from tariff_account where year = ${year}
    union select place_line_id from tariff_calculation where year = any(${waiting as number[]}))
  order by offer_name collate danish, position, unit_id, place_line_id limit ${MOST}`

export type OperatorWithLines = { id: number; name: string; partyId: number | undefined; lines: number; received: number }

/** Operators that have place lines, and of how many of them accounts of a year are received; of some parties, or of all. */
export const operatorsWithLines = (sql: Sql, year: number, partyIds?: readonly number[]): Promise<OperatorWithLines[]> =>
  sql<OperatorWithLines[]>`
    select d.id, d.name, d.party_id, count(*) as lines, count(*) filter (where l.id in (
      select place_line_id from (select distinct on (place_line_id, label) place_line_id, withdrawn from tariff_account
        where year = ${year} order by place_line_id, label, version desc) a where not withdrawn)) as received
    from operator d join offer o on o.operator_id = d.id join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    ${partyIds ? sql`where d.party_id = any(${partyIds as number[]})` : sql``}
    group by d.id order by d.name collate danish`

export const yearsWithAccounts = async (sql: Sql): Promise<number[]> => {
  const rows = await sql<{ year: number }[]>`select distinct year from tariff_account order by year desc`
  return rows.map(({ year }) => year)
}

/** The newest calculation of each tariff of these lines for a year, as far as accounts need it. */
export type CalculationOf = {
  id: number
  placeLineId: number
  label: string
  year: number
  /** Of a part of the year only; undefined: of the whole of it. */
  validFrom: Day | undefined
  validUntil: Day | undefined
  places: number | undefined
  rules: RuleSet
  regulations: Parameters<typeof tookIn>[0]['regulations']
  calculated: Calculated
}

type Row = Omit<CalculationOf, 'rules' | 'calculated' | 'places'> & {
  rules: RuleSet['rules']
  steps: unknown
  places: string | undefined
}

/** `steps` holds no more than what was carried over from earlier years. */
export async function calculationsOf(
  sql: Sql,
  placeLineIds: readonly number[],
  years: readonly number[],
): Promise<CalculationOf[]> {
  const rows = await sql<Row[]>`
    select distinct on (c.place_line_id, c.label, c.year, c.valid_from) c.id, c.place_line_id, c.label, c.year, c.valid_from,
      c.valid_until, r.rules,
      c.result->'result'->'places'->>'exact' as places, coalesce(c.basis->'regulations', '[]') as regulations,
      (select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements(c.result->'steps') s where s->>'key' like 'carried.%') as steps
    from tariff_calculation c join tariff_rule_set r on r.id = c.rule_set_id
    where c.place_line_id = any(${placeLineIds as number[]}) and c.year = any(${years as number[]})
    order by c.place_line_id, c.label, c.year, c.valid_from, c.version desc`
  return rows.map(({ rules, steps, places, ...row }) => ({
    ...row,
    places: places === undefined ? undefined : numberOf(places),
    rules: { year: row.year, rules },
    calculated: calculatedFrom({ result: {}, steps }),
  }))
}

const numberOf = (fraction: string): number | undefined => {
  const value = fromFraction(fraction)
  return value && Number(value.n) / Number(value.d)
}

/** The days of the year a calculation is of; undefined: all of them. */
const daysOf = ({ validFrom, validUntil }: CalculationOf): number | undefined =>
  validFrom === undefined || validUntil === undefined ? undefined : daysBetween(validFrom, validUntil)

/** What calculations of one tariff took in from a year: parts of the year each by their days, since settling follows the days. */
export function latersOf(calculations: readonly CalculationOf[], year: number): Later[] {
  const tariffs = new Map<string, CalculationOf[]>()
  for (const one of calculations) tariffs.set(one.label, [...(tariffs.get(one.label) ?? []), one])
  return [...tariffs].map(([label, all]) => {
    const parts = all.filter((one) => daysOf(one) !== undefined)
    const of = parts.length > 0 ? parts : all.slice(0, 1)
    const told = of.map((one) => ({ ore: tookIn(one, one.calculated, year), days: daysOf(one) ?? 1 }))
    return { id: of[0]?.id ?? 0, label, ore: byDays(told) }
  })
}
