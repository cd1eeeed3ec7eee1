import { compare, exact } from '../../platform/values/exact.ts'
import type { Calculated, CalculationInput, CostLine, Step } from './calculation.ts'

/** How much of a calculation anybody may see. Danish: synlighed. */
export const visibilities = { full: 'Hele beregningen', groups: 'Hovedgrupper', price: 'Kun prisen' } as const
export type Level = keyof typeof visibilities
export type Visibility = { level: Level; why: string | undefined }

/** What the dated rules say today: a level of the ownership, and how few places are too few. */
export type VisibilityRule = { shows: string; fewestPlaces: number }

const levels: readonly Level[] = ['full', 'groups', 'price']

/**
 * By the rules of today, never by those of the calculation: who runs the offer, and how few places there are. Those inside see all.
 * @example a private operator's tariff on ten places: groups; on two places: price
 */
export function visibilityOf({ calculated }: { calculated: Calculated }, rule: VisibilityRule, inside: boolean): Visibility {
  if (inside) return { level: 'full', why: undefined }
  const { places } = calculated.result
  if (places !== undefined && compare(places, exact(rule.fewestPlaces)) < 0)
    return {
      level: 'price',
      why: `Der er færre end ${rule.fewestPlaces} pladser, så kun prisen vises. Ellers kunne omkostninger føres tilbage til enkelte personer.`,
    }
  const level = levels.find((one) => one === rule.shows) ?? 'price'
  return { level, why: level === 'full' ? undefined : sentences[level] }
}

const sentences: Record<Exclude<Level, 'full'>, string> = {
  groups: 'Omkostningerne vises i hovedgrupper. De enkelte linjer er driftsherrens egne oplysninger.',
  price: 'Driftsherrens beregning vises ikke. Kun prisen er offentlig.',
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
