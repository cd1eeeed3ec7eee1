import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Ownership } from '../offers/index.ts'
import type { Calculated, CalculationInput, CostLine, Step } from './calculation.ts'

/** How much of a calculation anybody may see. Danish: synlighed. */
export const visibilities = { full: 'Hele beregningen', groups: 'Hovedgrupper', price: 'Kun prisen' } as const
export type Level = keyof typeof visibilities
export const levels: readonly Level[] = ['full', 'groups', 'price']

export type Visibility = { level: Level; why: string | undefined }

/** What was decided for one operator, from a day; without a level it is as the rule for the ownership says. */
export type Decided = {
  id: number
  operatorId: number
  operatorName: string
  ownership: Ownership | undefined
  level: Level | undefined
  validFrom: Day
  reason: string
  source: string
  actorName: string
  recordedAt: Date
}

/** What holds on a day: a level of each ownership, those of single operators, and how few places are too few. */
export type Shown = {
  fewestPlaces: number
  byOwnership: Readonly<Record<Ownership, Level>>
  byOperator: ReadonlyMap<number, Decided>
}

/** Whose it is, and how many places it counts; undefined: it is not counted by places, or nobody has told. */
export type ToShow = {
  operatorId: number | undefined
  ownership: Ownership | undefined
  places: number | undefined
}

/** Of an operator's decisions the one that holds on a day: the last to begin, and of the same day the last written. */
export function holdingOn(decided: readonly Decided[], day: Day): Map<number, Decided> {
  const holding = new Map<number, Decided>()
  const begun = decided.filter(({ validFrom }) => validFrom <= day)
  for (const one of begun.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom) || a.id - b.id))
    holding.set(one.operatorId, one)
  return holding
}

/** The level of an operator without looking at the places. An ownership nobody has told is treated as a private one. */
export const levelOf = ({ operatorId, ownership }: Omit<ToShow, 'places'>, { byOperator, byOwnership }: Shown): Level =>
  (operatorId === undefined ? undefined : byOperator.get(operatorId)?.level) ?? byOwnership[ownership ?? 'private']

/**
 * By what holds today, never by the rules of the calculation: who runs the offer, and how few places there are. Those inside see all.
 * @example a private operator's tariff on ten places: groups; on two places: price
 */
export function visibilityOf(of: ToShow, shown: Shown, inside: boolean): Visibility {
  if (inside) return { level: 'full', why: undefined }
  if (of.places !== undefined && of.places < shown.fewestPlaces)
    return {
      level: 'price',
      why: `Der er færre end ${shown.fewestPlaces} pladser, så kun prisen vises. Ellers kunne omkostninger føres tilbage til enkelte personer.`,
    }
  const level = levelOf(of, shown)
  return { level, why: level === 'full' ? undefined : sentences[level] }
}

const sentences: Record<Exclude<Level, 'full'>, string> = {
  groups: 'Omkostningerne vises i hovedgrupper. De enkelte linjer er driftsherrens egne oplysninger.',
  price: 'Driftsherrens beregning vises ikke. Kun prisen er offentlig.',
}

/**
 * What has been shown cannot be hidden backwards, and what is as it was is no decision.
 * @throws Refusal at the field
 */
export function mustBeNewDecision(
  { level, validFrom }: { level: Level | undefined; validFrom: Day },
  { today, decided }: { today: Day; decided: readonly Decided[] },
): void {
  if (validFrom < today)
    throw new Refusal('validFrom', 'begun', 'Dagen er allerede gået. Skriv i dag eller en dag, der kommer. Intet er gemt.')
  const holding = [...holdingOn(decided, validFrom).values()][0]
  if (holding?.level === level)
    throw new Refusal('level', 'nothing new', 'Sådan er det allerede fra den dag, så der er intet at ændre. Intet er gemt.')
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
