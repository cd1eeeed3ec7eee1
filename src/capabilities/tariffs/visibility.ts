import { compare } from '../../platform/values/exact.ts'
import type { Calculated, CalculationInput, CostLine, RuleSet, Step } from './calculation.ts'
import { rulesOf, wholeOf } from './rule-set.ts'

/** How much of a calculation anybody may see. Danish: synlighed. */
export const visibilities = { full: 'Hele beregningen', groups: 'Hovedgrupper', price: 'Kun prisen' } as const
export type Level = keyof typeof visibilities
export type Visibility = { level: Level; why: string | undefined }

const order: Level[] = ['price', 'groups', 'full']

/**
 * By the rules of today, never by those of the calculation: who runs the offer, and how few places there are. Those inside see all.
 * @example a private operator's tariff on ten places: groups; on two places: price
 */
export function visibilityOf(
  { input, calculated }: { input: CalculationInput; calculated: Calculated },
  today: RuleSet,
  inside: boolean,
): Visibility {
  if (inside) return { level: 'full', why: undefined }
  const rules = rulesOf(today)
  const { places } = calculated.result
  const few = rules.number('tariff.visibility.fewPlaces')
  if (places !== undefined && compare(places, few) < 0)
    return {
      level: 'price',
      why: `Kun prisen vises, fordi der er færre end ${wholeOf(rules, 'tariff.visibility.fewPlaces')} pladser.`,
    }
  const word = rules.word(`tariff.visibility.${input.ownership}`)
  const level = order.find((one) => one === word) ?? 'price'
  return { level, why: level === 'full' ? undefined : sentences[level] }
}

const sentences: Record<Exclude<Level, 'full'>, string> = {
  groups: 'Omkostningerne vises i hovedgrupper, fordi driftsherren er privat eller selvejende.',
  price: 'Kun prisen vises.',
}

/** The steps that may be seen: with groups no line of its own, with price only what is published. */
export function seenSteps(steps: readonly Step[], level: Level): Step[] {
  if (level === 'full') return [...steps]
  if (level === 'price')
    return steps.filter(({ key }) => key === 'published').map((step) => ({ ...step, inputs: [], arithmetic: undefined }))
  return steps
    .filter(({ key }) => !key.startsWith('cost.'))
    .map((step) => (step.key.startsWith('kind.') ? { ...step, inputs: [], arithmetic: undefined } : step))
}

/** What may be tried on: with groups one line of each kind and part, so that it comes to the same; with price nothing. */
export function seenInput(input: CalculationInput, { result }: Calculated, level: Level): CalculationInput | undefined {
  if (level === 'full') return input
  if (level === 'price') return undefined
  return { ...input, costs: result.kinds.flatMap(groupLines) }
}

function groupLines({ kind, basis, service }: Calculated['result']['kinds'][number]): CostLine[] {
  const line = (part: CostLine['part'], value: typeof basis): CostLine[] => {
    const ore = Math.abs(Math.round(Number(value.n) / Number(value.d)))
    return ore === 0 ? [] : [{ kind, part, label: 'I alt', form: 'amount', amountOre: ore }]
  }
  return [...line('basis', basis), ...line('service', service)]
}
