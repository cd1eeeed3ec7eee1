import type { Sql } from '../../platform/db.ts'
import { accountsOf, type RuleSet, ruleSetOfYear, yearsFlowingInto } from '../tariffs/index.ts'
import { accountYears } from './counting-input.ts'
import { type Inflow, inflowsOf, type Known } from './inflow.ts'
import { type OccupancyInflow, occupanciesOf } from './inflow-occupancy.ts'
import { linesWithAccounts, linesWithoutAccounts } from './store/inflow-lines.ts'

/** What accounts have to do with a sheet: what flows into its tariffs, and the occupancy they give. */
export type Inflows = { known: Known; from: Inflow[]; occupancies: OccupancyInflow[] }

export async function inflowsTo(sql: Sql, sheetId: number | undefined, rules: RuleSet): Promise<Inflows> {
  const from = await yearsFlowingInto(sql, rules.year)
  const own = new Map(await Promise.all(from.map(async (year) => [year, await ruleSetOfYear(sql, year)] as const)))
  if (sheetId === undefined) return { known: { rules, own, accounts: [] }, from: [], occupancies: [] }
  const years = [...new Set([...from, ...accountYears(rules)])]
  const [told, untold] = await Promise.all([linesWithAccounts(sql, sheetId, years), linesWithoutAccounts(sql, sheetId, years)])
  const lines = [...told, ...untold]
  const accounts = await accountsOf(sql, [...new Set(told.flatMap(({ placeLineId }) => placeLineId ?? []))])
  const known = { rules, own, accounts }
  return { known, from: inflowsOf(lines, known), occupancies: occupanciesOf(lines, known) }
}
