import type { Sql } from '../../platform/db.ts'
import type { AccountFigures } from './account.ts'
import { type ExampleTariff, exampleTariffs } from './example-input.ts'
import { lineOf } from './load.ts'
import { addAccount } from './store/accounts.ts'

/** Invented accounts of the invented calculations: a surplus, a deficit, one within the limit, one of use alone, and one that is not received. */

type Told = Partial<AccountFigures>
type ExampleYear = { origin: string; unit: string; year: number; told: Told; source?: string }

const money = (revenue: number, costs: number, basis: number): Told => ({
  revenueOre: revenue * 100_000,
  costsOre: costs * 100_000,
  regulationOre: 0,
  basisOre: basis * 100_000,
  budgetOre: basis * 100_000,
})

const HIMMELEV = { origin: 'real:himmelev', unit: 'Hele tilbuddet' }
const ROSENKILDE = { origin: 'real:rosenkildevej-87-89', unit: 'Hele tilbuddet' }
const RAKLEV = { origin: 'real:botilbud-raklev', unit: 'Hele tilbuddet' }
const MARJATTA = { origin: 'real:marjatta', unit: 'Vidarslund/Breidablik' }

/** Those a calculation of 2026 is made from, as they stand in it. */
const carriedOn = ({ origin, unit, account, occupancy }: ExampleTariff): ExampleYear[] =>
  account ? [{ origin, unit, year: 2024, told: { ...account, occupancyPercent: occupancy[1].replace(',', '.') } }] : []

/** Thousand kroner. */
const years: ExampleYear[] = [
  ...exampleTariffs.flatMap(carriedOn),
  { ...ROSENKILDE, year: 2024, told: { ...money(37_900, 37_200, 37_500), occupancyPercent: '98.6', daysUsed: 14_435 } },
  { ...MARJATTA, year: 2024, told: { occupancyPercent: '98.4', daysUsed: 3_601 } },
  { ...HIMMELEV, year: 2025, told: { ...money(41_500, 40_900, 41_000), occupancyPercent: '97.9', daysUsed: 9_978 } },
  { ...ROSENKILDE, year: 2025, told: { ...money(40_100, 37_200, 38_000), occupancyPercent: '98.1', daysUsed: 14_323 } },
  { ...RAKLEV, year: 2025, told: { ...money(7_300, 8_100, 7_200), occupancyPercent: '94.2', daysUsed: 2_063 } },
]

const nothing: AccountFigures = {
  revenueOre: undefined,
  costsOre: undefined,
  regulationOre: undefined,
  budgetOre: undefined,
  basisOre: undefined,
  occupancyPercent: undefined,
  daysUsed: undefined,
}

export const exampleAccounts = {
  label: 'regnskaber',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from tariff_account where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    for (const { year, told, source = 'Opfundet eksempel', ...where } of years) {
      const placeLineId = await lineOf(sql, where)
      if (placeLineId === undefined) continue
      await addAccount(sql, {
        ...{ placeLineId, label: '', year, ...nothing, ...told, source, sourceDay: `${year + 1}-03-20` },
        ...{ note: undefined, reason: undefined, example: true, actorId: undefined, actorName: 'Eksempel' },
        now: new Date(`${year + 1}-04-01T09:00:00Z`),
      })
    }
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from tariff_account where example`
  },
}
