import { z } from 'zod'
import { decimal, type Exact, exact, fraction, over } from '../../platform/values/exact.ts'
import type { Calculated, Price, RuleSet, Step, TariffRule } from './calculation.ts'
import { machineNumber, unitText } from './shown.ts'
import { type Level, seenSteps } from './visibility.ts'

/** A calculation as other programs read it: money in kroner as decimals, and the exact value of every step as a fraction. */

const amount = z.string().meta({ description: 'Kroner, a decimal' })
const optional = z.string().optional()

const stepOut = z.object({
  key: z.string(),
  section: z.string(),
  name: z.string(),
  formula: z.string(),
  arithmetic: optional.meta({ description: '$1 is the first input; SUM and AVERAGE are of all of them' }),
  inputs: z.array(z.object({ name: z.string(), value: z.string(), unit: z.string(), from: optional })),
  value: z.string(),
  exact: z.string().meta({ description: 'The same before any rounding, as n/d; money in øre' }),
  unit: z.string(),
  rules: z.array(z.string()),
  source: optional,
})

const ruleOut = z.object({
  key: z.string(),
  label: z.string(),
  value: optional,
  said: z.string(),
  validFrom: z.string(),
  validUntil: optional,
  source: z.string(),
  law: optional,
  confirmed: z.boolean(),
})

export const toldOutput = z.object({
  year: z.int(),
  unit: z.string(),
  visibility: z.string(),
  why: optional,
  tariff: amount,
  temporary: amount,
  basis: amount.optional(),
  service: amount.optional(),
  perMonth: amount.optional(),
  perYear: amount.optional(),
  withoutVat: amount.optional(),
  places: optional,
  days: z.int().optional(),
  occupancyPercent: optional,
  units: optional,
  remainder: amount.optional(),
  levels: z.array(z.object({ label: z.string(), tariff: amount })),
  steps: z.array(stepOut),
  rules: z.array(ruleOut),
})

const kroner = (ore: bigint): string => decimal(over(exact(ore), exact(100)), 2)
const price = (of: Price | undefined) => of && kroner(of.ore)
const number = (value: Exact | undefined) => value && decimal(value, 6)

export const toldStep = ({ inputs, value, unit, rules, ...step }: Step) => ({
  ...step,
  inputs: inputs.map((input) => ({
    ...input,
    value: typeof input.value === 'string' ? input.value : machineNumber(input.value, input.unit),
    unit: unitText(input.unit),
  })),
  value: machineNumber(value, unit),
  exact: fraction(value),
  unit: unitText(unit),
  rules: [...rules],
})

/** The rules that some step used, as they were then. */
export function usedRules(steps: readonly Step[], { rules }: RuleSet): TariffRule[] {
  const used = new Set(steps.flatMap((step) => [...step.rules, ...step.inputs.flatMap(({ from }) => (from ? [from] : []))]))
  return rules.filter(({ key }) => used.has(key))
}

type Telling = { rules: RuleSet; level: Level; why: string | undefined }

export function told({ result, steps: all }: Calculated, { rules, level, why }: Telling): z.output<typeof toldOutput> {
  const steps = seenSteps(all, level)
  const open = level !== 'price'
  return {
    year: result.year,
    unit: result.unit,
    visibility: level,
    why,
    tariff: kroner(result.tariff.ore),
    temporary: kroner(result.temporaryOre),
    ...(open && {
      basis: kroner(result.parts.basis.ore),
      service: kroner(result.parts.service.ore),
      places: number(result.places),
      occupancyPercent: number(result.occupancyPercent),
      units: number(result.units),
      remainder: machineNumber(result.remainder, 'øre'),
    }),
    days: result.days,
    perMonth: price(result.month),
    perYear: price(result.yearly),
    withoutVat: price(result.net),
    levels: result.levels.map((one) => ({ label: one.label, tariff: kroner(one.price.ore) })),
    steps: steps.map(toldStep),
    rules: usedRules(steps, rules).map(({ unit: _, ...rule }) => rule),
  }
}
