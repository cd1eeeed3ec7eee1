import { z } from 'zod'
import { accountName, isKnown, isShown, type YearOfLine } from '../tariffs/index.ts'

/** Accounts as other programs read them: amounts in whole øre; what is not told is not there, and what may not be seen neither. */

const ore = z.int().optional()
const text = z.string().optional()

export const accountOutput = z.object({
  id: z.int().optional(),
  placeLineId: z.int(),
  name: z.string(),
  operator: text,
  year: z.int(),
  received: z.boolean().meta({ description: 'false: nothing is known of the year, which is not the same as 0' }),
  hidden: z.boolean(),
  version: z.int().optional(),
  revenueOre: ore,
  costsOre: ore,
  regulationOre: ore,
  basisOre: ore,
  budgetOre: ore,
  occupancyPercent: text,
  daysUsed: z.int().optional(),
  resultOre: ore,
  flowsIntoYear: z.int().optional(),
  flowOre: ore.meta({ description: 'What the later tariff is to bring in: a deficit is positive, a surplus negative' }),
  keptOre: ore,
  taken: z.enum(['nothing', 'waiting', 'taken', 'missing', 'other']).optional(),
  takenOre: ore,
  source: text,
  sourceDay: text,
  example: z.boolean().optional(),
})

export const listOutput = z.object({ year: z.int(), accounts: z.array(accountOutput) })

export function toldYear(row: YearOfLine): z.output<typeof accountOutput> {
  const { of, year, account, flow, taken, toYear } = row
  const shown = isShown(row)
  const base = {
    placeLineId: of.placeLineId,
    name: accountName(row),
    operator: of.operatorName,
    year,
    received: account !== undefined,
    hidden: !shown,
    flowsIntoYear: toYear,
  }
  if (!account) return base
  const known = {
    id: account.id,
    version: account.version,
    source: account.source,
    sourceDay: account.sourceDay,
    example: account.example,
  }
  if (!shown) return { ...base, ...known }
  const { revenueOre, costsOre, regulationOre, basisOre, budgetOre, occupancyPercent, daysUsed } = account
  const figures = { revenueOre, costsOre, regulationOre, basisOre, budgetOre, occupancyPercent, daysUsed }
  if (!flow || !isKnown(flow)) return { ...base, ...known, ...figures }
  const { result, regulation, kept } = flow.carried
  return {
    ...base,
    ...known,
    ...figures,
    resultOre: Number(result.n),
    flowOre: Number(regulation),
    keptOre: Number(kept),
    taken: taken?.state,
    takenOre: taken && 'ore' in taken ? Number(taken.ore) : undefined,
  }
}
