import { decimal, type Exact, exact, fromDecimal, over, times } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { calculate } from './calculate.ts'
import type { CalculationInput, CostLine, Counting, RuleSet } from './calculation.ts'
import { refused } from './must.ts'
import { rulesOf, wholeOf } from './rule-set.ts'

/** What somebody wants to try, as he wrote it: names of fields to texts. A field that is not there is as it was. */
export type Tried = Record<string, string>

/** The fields of the form: `pladser`, `dage`, `belaegning`, and `linje-0`, `linje-1` … in kroner. */
export const lineField = (at: number): string => `linje-${at}`

const TRY = 'Prøveregning'

/**
 * A copy with what was written put in: nothing is kept anywhere. The bounds of occupancy do not hold here, since what lies
 * outside them is what people want to see.
 * @throws Refusal at the field
 */
export function tried(input: CalculationInput, written: Tried): CalculationInput {
  const costs = input.costs.map((line, at) => triedLine(line, at, written))
  if (input.counting.by !== 'places') return { ...input, costs, counting: triedHours(input.counting, written) }
  const counting = triedPlaces(input.counting, input.year, written)
  return { ...input, costs, counting, grading: triedGrading(input, written) }
}

const has = (written: Tried, name: string): boolean => (written[name] ?? '').trim() !== ''

function numberAt(written: Tried, name: string, label: string): Exact {
  const plain = (written[name] ?? '').replace(/kr\.?|%|\s/gi, '').replace(/\.(?=\d{3}(\D|$))/g, '')
  const number = fromDecimal(plain)
  if (number) return number
  throw refused(
    name,
    'no number',
    `»${(written[name] ?? '').slice(0, 20)}« ved »${label}« er ikke et tal. Skriv fx 1.250.000 eller 97,5.`,
  )
}

function triedLine(line: CostLine, at: number, written: Tried): CostLine {
  const name = lineField(at)
  if (line.form !== 'amount' || !has(written, name)) return line
  const { n, d } = times(numberAt(written, name, line.label), exact(100))
  if (d !== 1n) throw refused(name, 'no øre', `Beløbet ved »${line.label}« har mere end to decimaler.`)
  return { ...line, amountOre: Number(n) }
}

function triedHours(counting: Exclude<Counting, { by: 'places' }>, written: Tried): Counting {
  if (counting.by === 'hours')
    return has(written, 'timer') ? { ...counting, hours: decimal(numberAt(written, 'timer', 'timer'), 6) } : counting
  return has(written, 'overnatninger')
    ? { ...counting, nights: Number(numberAt(written, 'overnatninger', 'overnatninger').n) }
    : counting
}

type PlaceCounting = Extract<Counting, { by: 'places' }>

function triedPlaces(counting: PlaceCounting, year: number, written: Tried): PlaceCounting {
  return {
    ...counting,
    ...(has(written, 'pladser') && {
      places: [{ count: decimal(numberAt(written, 'pladser', 'pladser'), 6), from: `${year}-01-01`, until: `${year + 1}-01-01` }],
    }),
    ...(has(written, 'dage') && { days: { count: wholeAt(written, 'dage'), reason: TRY } }),
    ...(has(written, 'belaegning') && {
      occupancy: {
        from: 'set' as const,
        percent: decimal(numberAt(written, 'belaegning', 'belægning'), 6),
        reason: TRY,
        approvedBy: TRY,
        short: counting.occupancy.short,
      },
    }),
  }
}

function wholeAt(written: Tried, name: string): number {
  const { n, d } = numberAt(written, name, name)
  if (d !== 1n) throw refused(name, 'not whole', 'Skriv dage som et helt tal.')
  return Number(n)
}

/** The places of the levels follow those of the whole. */
function triedGrading({ grading, counting }: CalculationInput, written: Tried): CalculationInput['grading'] {
  if (!grading || counting.by !== 'places' || !has(written, 'pladser')) return grading
  const places = numberAt(written, 'pladser', 'pladser')
  const before = grading.levels.map((level) => fromDecimal(level.places) ?? exact(0))
  const all = before.reduce((total, one) => exact(total.n * one.d + one.n * total.d, total.d * one.d), exact(0))
  if (all.n === 0n) return grading
  const scaled = (at: number) => decimal(over(times(before[at] ?? exact(0), places), all), 6)
  return {
    ...grading,
    levels: grading.levels.map((level, at) => ({ ...level, places: scaled(at) })),
  } as CalculationInput['grading']
}

export type Trial = { calculated: ReturnType<typeof calculate> } | { field: string | undefined; sentence: string }

/** What comes out, or why nothing does. */
export function trial(make: () => CalculationInput, rules: RuleSet): Trial {
  try {
    return { calculated: calculate(make(), rules) }
  } catch (error) {
    if (error instanceof Refusal) return { field: error.field, sentence: error.message }
    throw error
  }
}

/** @throws Refusal when there are more lines than a try may have */
export function mustBeSmall({ costs }: CalculationInput, rules: RuleSet): void {
  const most = wholeOf(rulesOf(rules), 'tariff.whatIf.lines')
  if (costs.length > most)
    throw refused('costs', 'too many', `En prøveregning har højst ${most} linjer, og her er ${costs.length}.`)
}
