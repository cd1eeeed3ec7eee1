import { Refusal } from '../../platform/values/refusal.ts'
import type { Ownership, PriceUnit } from '../offers/index.ts'
import {
  type Calculated,
  type CalculationBasis,
  type CalculationInput,
  calculate,
  isOutside,
  type Occupancy,
  type RuleSet,
  rulesOf,
  type TariffUnit,
  tariffUnits,
} from '../tariffs/index.ts'
import { flatBasis } from './basis.ts'
import { isCalculable, isWholeYear, type SheetLine } from './line.ts'
import type { Reckoned } from './warning.ts'

/** Who has approved an occupancy outside the bounds; `awaited`: nobody yet, which is for previews only. */
export type Approval = { by: string } | 'awaited'

const isTariffUnit = (per: PriceUnit): per is TariffUnit => per in tariffUnits

const no = (code: string, sentence: string) => new Refusal(undefined, code, sentence)

/** @throws Refusal when what is counted is not what the tariff is paid by */
function mustCountAs(per: TariffUnit, { counting }: CalculationBasis): void {
  if ((counting.by === 'hours') === (per === 'hour')) return
  throw no(
    'other unit',
    per === 'hour'
      ? 'Taksten er pr. time, så skriv de timer, der leveres til borgere.'
      : `Taksten er pr. ${tariffUnits[per]}, så skriv pladser eller ophold, ikke timer.`,
  )
}

/** Outside the bounds an occupancy stands only with the word of who approves the sheet. */
function approved(occupancy: Occupancy, rules: RuleSet, approval: Approval): Occupancy {
  if (occupancy.from !== 'set') return occupancy
  const { approvedBy: _, awaits: __, ...own } = occupancy
  if (!isOutside(own, rulesOf(rules))) return own
  return approval === 'awaited' ? { ...own, awaits: 'approval' } : { ...own, approvedBy: approval.by }
}

type Around = { ownership: Ownership | undefined; rules: RuleSet; approval: Approval }

/**
 * What a line says, as the engine calculates from. undefined: too little is told.
 * @throws Refusal when a whole basis is told and still cannot be a calculation
 */
export function inputOf(line: SheetLine, { ownership, rules, approval }: Around): CalculationInput | undefined {
  if (!isCalculable(line)) return undefined
  if (line.basis === undefined && (ownership === undefined || line.placeLineId === undefined)) return undefined
  const { per } = line
  if (line.placeLineId === undefined)
    throw no('no place', 'Taksten står på hele afdelingen. Vælg den slags pladser, den er for, på taksten.')
  if (ownership === undefined) throw no('no ownership', 'Driftsherrens ejerform er ikke oplyst i registeret.')
  if (!isTariffUnit(per)) throw no('no unit', 'Kun en takst pr. døgn, dag eller time kan beregnes. Ret enheden på taksten.')
  const basis = line.basis ?? flatBasis(line, rules)
  mustCountAs(per, basis)
  const { counting } = basis
  const { validFrom: from, validUntil: until } = line
  return {
    ...{ year: rules.year, unit: per, ownership },
    ...(isWholeYear(line, rules.year) ? {} : { period: { from, until } }),
    ...basis,
    counting: counting.by === 'places' ? { ...counting, occupancy: approved(counting.occupancy, rules, approval) } : counting,
  }
}

/** Does a line count on an occupancy that somebody has to approve? */
const awaits = ({ counting }: CalculationInput): boolean =>
  counting.by === 'places' && counting.occupancy.from === 'set' && counting.occupancy.awaits !== undefined

/** A line calculated with every step, or the sentence that says why it cannot be. */
export type Attempt = { calculated: Calculated; awaits: boolean } | { why: string }

/** undefined: too little is told to try. */
export function attempt(line: SheetLine, ownership: Ownership | undefined, rules: RuleSet): Attempt | undefined {
  try {
    const input = inputOf(line, { ownership, rules, approval: 'awaited' })
    return input && { calculated: calculate(input, rules), awaits: awaits(input) }
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message }
    throw error
  }
}

/** What a line comes to, or why it comes to nothing. */
export function reckon(line: SheetLine, ownership: Ownership | undefined, rules: RuleSet): Reckoned {
  const tried = attempt(line, ownership, rules)
  if (!tried) return { amountOre: undefined, refused: undefined }
  if ('why' in tried) return { amountOre: undefined, refused: `Taksten kan ikke beregnes: ${tried.why}` }
  const { result } = tried.calculated
  return { amountOre: Number(result.tariff.ore), refused: undefined, result, awaits: tried.awaits }
}
