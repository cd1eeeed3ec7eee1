import { z } from 'zod'
import { text, whole } from '../../platform/values/fields.ts'
import { ownerships } from '../offers/index.ts'
import { type CalculationInput, type CostKind, costKinds, coverages, parts, partTimeBands, tariffUnits } from './calculation.ts'

/** The shape of a calculation as it travels in the open API. What it must be besides its shape is judged when it is calculated. */

const keys = <T extends Record<string, unknown>>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]]
const ore = z.int({ error: 'Skriv beløbet i hele øre.' }).meta({ description: 'Whole øre' })
const decimal = z
  .union([z.string().max(40), z.number()])
  .transform(String)
  .meta({ description: 'A decimal, as a number or as text: 95.5' })
const year = whole(1990, 2100)
const day = z.iso.date({ error: 'Skriv en dag som 2026-01-31.' })

const lineBase = {
  kind: z.enum(keys(costKinds) as [CostKind, ...CostKind[]]),
  part: z.enum(keys(parts)),
  label: text(200),
  source: z.optional(text(300)),
}

const costLine = z.discriminatedUnion('form', [
  z.object({ ...lineBase, form: z.literal('amount'), amountOre: ore, level: z.optional(z.literal('last year')) }),
  z.object({
    ...lineBase,
    form: z.literal('asset'),
    acquisitionOre: ore,
    scrapOre: ore,
    lifeYears: z.int(),
    boughtYear: z.int(),
  }),
  z.object({
    ...lineBase,
    form: z.literal('pension'),
    coverage: z.enum(keys(coverages)),
    payOre: ore,
    premiumOre: ore,
    coveredPercent: z.optional(decimal),
  }),
  z.object({ ...lineBase, form: z.literal('rate'), percent: z.optional(decimal) }),
  z.object({ ...lineBase, form: z.literal('idle'), totalOre: ore, years: z.optional(z.int()) }),
])

const short = z.optional(z.boolean())
const occupancy = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('accounts'),
    accounts: z.array(z.object({ year, percent: decimal, source: z.optional(text(300)) })).max(20),
    short,
  }),
  z.object({ from: z.literal('set'), percent: decimal, reason: text(300), approvedBy: z.optional(text(200)), short }),
])

const counting = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('places'),
    places: z.array(z.object({ count: decimal, from: day, until: day })).max(366),
    days: z.optional(z.object({ count: z.int(), reason: text(300) })),
    occupancy,
  }),
  z.object({ by: z.literal('hours'), hours: decimal }),
  z.object({ by: z.literal('respite'), stays: z.int(), nights: z.int() }),
])

const MOST_LEVELS = 50
const level = { label: text(120), places: decimal }
const grading = z.discriminatedUnion('by', [
  z.object({ by: z.literal('weights'), levels: z.array(z.object({ ...level, weight: decimal })).max(MOST_LEVELS) }),
  z.object({ by: z.literal('steps'), levels: z.array(z.object({ ...level, addOre: ore })).max(MOST_LEVELS) }),
  z.object({
    by: z.literal('packages'),
    intervalOre: z.optional(ore),
    levels: z.array(z.object({ ...level, number: z.int() })).max(MOST_LEVELS),
  }),
  z.object({
    by: z.literal('part time'),
    levels: z.array(z.object({ ...level, band: z.enum(keys(partTimeBands)) })).max(MOST_LEVELS),
  }),
])

const account = z.object({
  year,
  revenueOre: ore,
  costsOre: ore,
  regulationOre: ore,
  basisOre: z.optional(ore),
  budgetOre: z.optional(ore),
  source: z.optional(text(300)),
})
const regulation = z.union([z.object({ account }), z.object({ fromYear: year, amountOre: ore, note: z.optional(text(300)) })])

/** How many lines can be read at all; a rule says how many are calculated. */
const MOST_LINES = 1000

export const calculationInput = z.object({
  year,
  unit: z.enum(keys(tariffUnits)),
  ownership: z.enum(keys(ownerships)),
  costs: z.array(costLine).max(MOST_LINES),
  counting,
  regulations: z.array(regulation).max(20).default([]),
  grading: z.optional(grading),
})

/** What was read, as a calculation takes it. */
export const asInput = (read: z.output<typeof calculationInput>): CalculationInput => read
