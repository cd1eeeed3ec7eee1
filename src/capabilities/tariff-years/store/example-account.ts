import type { Sql } from '../../../platform/db.ts'
import { addAccount } from '../../tariffs/index.ts'

/** Thousand kroner. The first is what the example basis was made from; the second is not taken in yet; the third never came. */
const invented = [
  { label: 'Døgntakst', revenue: 6_900, costs: 7_500, basis: 7_000, occupancyPercent: '97.8' },
  { label: '', revenue: 9_400, costs: 8_200, basis: 8_300, occupancyPercent: '96.4' },
] as const

const ore = (thousands: number) => thousands * 100_000

/** Invented accounts of the year whose result flows into an example sheet. */
export async function inventAccount(
  sql: Sql,
  at: number,
  { placeLineId, year }: { placeLineId: number; year: number },
): Promise<void> {
  const one = invented[at]
  if (!one) return
  await addAccount(sql, {
    ...{ placeLineId, label: one.label, year, revenueOre: ore(one.revenue), costsOre: ore(one.costs), regulationOre: 0 },
    ...{ basisOre: ore(one.basis), budgetOre: ore(one.basis), occupancyPercent: one.occupancyPercent, daysUsed: undefined },
    ...{ source: 'Opfundet eksempel', sourceDay: `${year + 1}-03-20`, note: undefined, reason: undefined, example: true },
    ...{ actorId: undefined, actorName: 'Eksempel', now: new Date(`${year + 1}-04-01T09:00:00Z`) },
  })
}
