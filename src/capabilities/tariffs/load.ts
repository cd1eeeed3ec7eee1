import type { Sql } from '../../platform/db.ts'
import type { RuleSet } from './calculation.ts'
import { type ExampleTariff, exampleTariffs, inputFrom } from './example-input.ts'
import { ruleSetOfYear } from './reading.ts'
import { addCalculation } from './store/calculations.ts'

const YEARS = [2025, 2026]

export async function lineOf(sql: Sql, { origin, unit }: Pick<ExampleTariff, 'origin' | 'unit'>): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    select l.id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.origin = ${origin} and u.name = ${unit} order by l.id limit 1`
  return row?.id
}

async function invent(sql: Sql, example: ExampleTariff, rules: RuleSet): Promise<void> {
  const placeLineId = await lineOf(sql, example)
  if (placeLineId === undefined) return
  await addCalculation(sql, {
    placeLineId,
    label: example.label ?? '',
    input: inputFrom(example, rules.year),
    rules,
    reason: undefined,
    source: 'Opfundet eksempel',
    example: true,
    actorId: undefined,
    actorName: 'Eksempel',
    now: new Date(`${rules.year - 1}-11-10T09:00:00Z`),
  })
}

/** Invented calculations of a handful of the real offers, for two years. */
export const exampleCalculations = {
  label: 'takstberegninger',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from tariff_calculation where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    for (const year of YEARS) {
      const rules = await ruleSetOfYear(sql, year)
      for (const example of exampleTariffs) await invent(sql, example, rules)
    }
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from tariff_calculation where example`
  },
}
