import { createHash } from 'node:crypto'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { calculate } from '../calculate.ts'
import type { Calculated, CalculationInput, CostLine, Ownership, RuleSet, TariffUnit } from '../calculation.ts'
import { asJson, calculatedFrom } from '../kept.ts'

/** A calculation as it was made, with what it was made from. It never changes; a correction is the next version. */
export type Calculation = {
  id: number
  uuid: string
  placeLineId: number
  label: string
  version: number
  input: CalculationInput
  rules: RuleSet
  calculated: Calculated
  reason: string | undefined
  source: string
  example: boolean
  actorName: string
  recordedAt: Date
}

export type NewCalculation = {
  placeLineId: number
  /** Tells several tariffs of one place line apart; often empty. */
  label: string
  input: CalculationInput
  rules: RuleSet
  /** Why a version before it is corrected. */
  reason: string | undefined
  source: string
  example: boolean
  actorId: number | undefined
  actorName: string
  now: Date
}

async function keptRules(sql: Sql, { year, rules }: RuleSet, now: Date): Promise<number> {
  const digest = createHash('sha256')
    .update(JSON.stringify([year, rules]))
    .digest('hex')
  const [row] = await sql<{ id: number }[]>`
    insert into tariff_rule_set ${sql({ year, digest, rules: sql.json(rules as never), recordedAt: now })}
    on conflict (digest) do nothing returning id`
  if (row) return row.id
  const [known] = await sql<{ id: number }[]>`select id from tariff_rule_set where digest = ${digest}`
  if (!known) throw new Error('a rule set was kept and is not there')
  return known.id
}

/**
 * Calculates and keeps: the next version of the place line's tariff for the year, or for its part of it, with its rules, its cost lines and every step.
 * @throws Refusal when it cannot be calculated
 */
export async function addCalculation(
  sql: Sql,
  made: NewCalculation,
): Promise<{ id: number; version: number; calculated: Calculated }> {
  const { placeLineId, label, input, rules, now } = made
  const calculated = calculate(input, rules)
  const ruleSetId = await keptRules(sql, rules, now)
  const { costs, year, unit, ownership, period, ...basis } = input
  const [row] = await sql<{ id: number; version: number }[]>`
    insert into tariff_calculation (place_line_id, label, year, valid_from, valid_until, version, rule_set_id, ownership, unit, basis, result, tariff_ore, temporary_ore,
      reason, source, example, actor_id, actor_name, recorded_at)
    select ${placeLineId}, ${label}, ${year}, ${period?.from ?? null}::date, ${period?.until ?? null}::date, coalesce(max(version), 0) + 1, ${ruleSetId}, ${ownership}, ${unit}, ${sql.json(basis as never)},
      ${sql.json(asJson(calculated) as never)}, ${String(calculated.result.tariff.ore)}::bigint, ${String(calculated.result.temporaryOre)}::bigint,
      ${made.reason ?? null}, ${made.source}, ${made.example}, ${made.actorId ?? null}, ${made.actorName}, ${now}
    from tariff_calculation where place_line_id = ${placeLineId} and label = ${label} and year = ${year}
      and valid_from is not distinct from ${period?.from ?? null}::date
    returning id, version`
  if (!row) throw new Error('a calculation was added and is not there')
  if (costs.length > 0) await sql`insert into tariff_cost_line ${sql(costs.map((line, at) => rowOf(sql, row.id, line, at)))}`
  return { ...row, calculated }
}

const rowOf = (sql: Sql, calculationId: number, { kind, part, label, source, form, ...detail }: CostLine, position: number) => ({
  ...{ calculationId, position, kind, part, label, form },
  source: source ?? null,
  detail: sql.json(detail as never),
})

/** A row as the database has it; its cost lines are in order. */
export type CalculationRow = Omit<Calculation, 'input' | 'rules' | 'calculated'> & {
  year: number
  unit: TariffUnit
  ownership: Ownership
  validFrom?: Day | undefined
  validUntil?: Day | undefined
  basis: Omit<CalculationInput, 'costs' | 'year' | 'unit' | 'ownership' | 'period'>
  result: unknown
  rules: RuleSet['rules']
  costs: (Pick<CostLine, 'kind' | 'part' | 'label' | 'form'> & { source: string | null; detail: object })[]
}

/** What a kept calculation was made from. */
export const inputOf = ({
  year,
  unit,
  ownership,
  basis,
  costs,
  validFrom,
  validUntil,
}: Pick<CalculationRow, 'year' | 'unit' | 'ownership' | 'basis' | 'costs' | 'validFrom' | 'validUntil'>): CalculationInput => ({
  ...{ year, unit, ownership },
  ...basis,
  ...(validFrom !== undefined && validUntil !== undefined ? { period: { from: validFrom, until: validUntil } } : {}),
  costs: costs.map(({ detail, source, ...line }) => ({ ...line, ...detail, ...(source === null ? {} : { source }) }) as CostLine),
})

const calculationOf = (
  {
    basis: _,
    result,
    costs: __,
    rules,
    year,
    unit: ___,
    ownership: ____,
    validFrom: _____,
    validUntil: ______,
    ...row
  }: CalculationRow,
  input: CalculationInput,
): Calculation => ({
  ...row,
  input,
  rules: { year, rules },
  calculated: calculatedFrom(result),
})

const read = (row: CalculationRow): Calculation => calculationOf(row, inputOf(row))

const columns = (sql: Sql) => sql`
  c.id, c.uuid, c.place_line_id, c.label, c.year, c.valid_from, c.valid_until, c.version, c.unit, c.ownership, c.basis, c.result, c.reason, c.source, c.example,
  c.actor_name, c.recorded_at, r.rules,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'part', l.part, 'label', l.label, 'form', l.form, 'source', l.source,
    'detail', l.detail) order by l.position), '[]') from tariff_cost_line l where l.calculation_id = c.id) as costs
  from tariff_calculation c join tariff_rule_set r on r.id = c.rule_set_id`

export async function calculationWith(sql: Sql, id: number): Promise<Calculation | undefined> {
  const [row] = await sql<CalculationRow[]>`select ${columns(sql)} where c.id = ${id}`
  return row && read(row)
}

/** The newest version of the same tariff in another year, of its last period where it changed within it. */
export async function calculationIn(
  sql: Sql,
  { placeLineId, label }: Pick<Calculation, 'placeLineId' | 'label'>,
  year: number,
): Promise<Calculation | undefined> {
  const [row] = await sql<CalculationRow[]>`
    select ${columns(sql)} where c.place_line_id = ${placeLineId} and c.label = ${label} and c.year = ${year}
      order by c.valid_from desc nulls last, c.version desc limit 1`
  return row && read(row)
}

/** The newest version of every part of the year that the same tariff has a calculation of, in order of days. */
export async function periodsIn(
  sql: Sql,
  { placeLineId, label, input: { year } }: Pick<Calculation, 'placeLineId' | 'label' | 'input'>,
): Promise<Calculation[]> {
  const rows = await sql<CalculationRow[]>`
    select distinct on (c.valid_from) ${columns(sql)} where c.place_line_id = ${placeLineId} and c.label = ${label} and c.year = ${year}
      and c.valid_from is not null order by c.valid_from, c.version desc`
  return rows.map(read)
}

/** Everything calculations are made from, as plain rows: what is recomputed from, in one question. */
export const rowsToRecompute = (
  sql: Sql,
  year: number,
): Promise<Pick<CalculationRow, 'id' | 'year' | 'unit' | 'ownership' | 'basis' | 'costs'>[]> =>
  sql<Pick<CalculationRow, 'id' | 'year' | 'unit' | 'ownership' | 'basis' | 'costs'>[]>`
    select c.id, c.year, c.unit, c.ownership, c.basis,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'part', l.part, 'label', l.label, 'form', l.form, 'source', l.source,
        'detail', l.detail) order by l.position), '[]') from tariff_cost_line l where l.calculation_id = c.id) as costs
    from tariff_calculation c where c.year = ${year} order by c.id`

export type CalculationEntry = {
  id: number
  label: string
  year: number
  /** Of a part of the year only. */
  validFrom: Day | undefined
  validUntil: Day | undefined
  version: number
  unit: TariffUnit
  tariffOre: number
  temporaryOre: number
  example: boolean
  recordedAt: Date
  offerId: number
  offerName: string
  unitName: string
  operatorName: string | undefined
  newest: boolean
}

const entries = (sql: Sql) => sql`
  select c.id, c.label, c.year, c.valid_from, c.valid_until, c.version, c.unit, c.tariff_ore, c.temporary_ore, c.example, c.recorded_at,
    o.id as offer_id, o.name as offer_name, u.name as unit_name, p.name as operator_name,
    not exists (select from tariff_calculation n where n.place_line_id = c.place_line_id and n.label = c.label and n.year = c.year
      and n.valid_from is not distinct from c.valid_from and n.version > c.version) as newest
  from tariff_calculation c join place_line l on l.id = c.place_line_id join offer_unit u on u.id = l.unit_id
  join offer o on o.id = u.offer_id left join operator p on p.id = o.operator_id`

/** The versions and years of the same tariff, newest first. */
export const lineOfCalculations = ({
  sql,
  placeLineId,
  label,
}: { sql: Sql } & Pick<Calculation, 'placeLineId' | 'label'>): Promise<CalculationEntry[]> =>
  sql<
    CalculationEntry[]
  >`${entries(sql)} where c.place_line_id = ${placeLineId} and c.label = ${label} order by c.year desc, c.valid_from desc nulls last, c.version desc`

/** The newest version of every tariff of a year, by offer. */
export const calculationsIn = (sql: Sql, year: number): Promise<CalculationEntry[]> =>
  sql<CalculationEntry[]>`
    select * from (${entries(sql)} where c.year = ${year}) t where newest order by offer_name collate danish, unit_name collate danish, label, valid_from nulls first, id limit 1000`

export const yearsCalculated = async (sql: Sql): Promise<number[]> => {
  const rows = await sql<{ year: number }[]>`select distinct year from tariff_calculation order by year desc`
  return rows.map(({ year }) => year)
}

/** Whose a calculation is. */
export type CalculatedOf = {
  offerId: number
  offerName: string
  unitName: string
  operatorId: number | undefined
  operatorName: string | undefined
  partyId: number | undefined
}

export async function whoseLine(sql: Sql, placeLineId: number): Promise<CalculatedOf | undefined> {
  const [row] = await sql<CalculatedOf[]>`
    select o.id as offer_id, o.name as offer_name, u.name as unit_name, p.id as operator_id, p.name as operator_name, p.party_id
    from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id left join operator p on p.id = o.operator_id
    where l.id = ${placeLineId}`
  return row
}
