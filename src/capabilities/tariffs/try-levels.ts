import { decimal, type Exact, exact, fromDecimal, over, sum, times } from '../../platform/values/exact.ts'
import { type CalculationInput, type Grading, partTimeBands } from './calculation.ts'
import { kronerIn, numberIn, oreIn, type TryField, wholeIn } from './try-field.ts'

type Level = Grading['levels'][number]

const field = (at: number, part: string): string => `niveau-${at}-${part}`
const isPlaces = (name: string): boolean => /^niveau-\d+-pladser$/.test(name)

/** Puts something else into one level. */
const into = (input: CalculationInput, at: number, more: object): CalculationInput => {
  const { grading } = input
  if (!grading) return input
  const levels = (grading.levels as Level[]).map((level, index) => (index === at ? { ...level, ...more } : level))
  return { ...input, grading: { ...grading, levels } as Grading }
}

/** Everything that may be changed of the levels of a graded tariff: places, and weight, step, package or days a week. */
export function levelFields({ grading }: CalculationInput): TryField[] {
  if (!grading) return []
  const interval: TryField[] =
    grading.by === 'packages' && grading.intervalOre !== undefined
      ? [
          {
            ...{ name: 'interval', label: 'Pris for et interval', group: 'level', suffix: 'kr.' },
            value: kronerIn(grading.intervalOre),
            put(input, written) {
              return input.grading?.by === 'packages'
                ? { ...input, grading: { ...input.grading, intervalOre: oreIn(this, written) } }
                : input
            },
          },
        ]
      : []
  return [...interval, ...grading.levels.flatMap((level, at) => [placesField(level, at), measureField(grading, at)])]
}

const placesField = ({ label, places }: Level, at: number): TryField => ({
  ...{ name: field(at, 'pladser'), label: `${label}: pladser`, group: 'level', suffix: 'pladser' },
  value: places.replace('.', ','),
  put(input, written) {
    return into(input, at, { places: decimal(numberIn(this, written), 6) })
  },
})

/** What tells a level from the others, by how it is graded. */
function measureField(grading: Grading, at: number): TryField {
  const base = { group: 'level' as const }
  if (grading.by === 'weights') {
    const { label, weight = '0' } = grading.levels[at] ?? { label: '' }
    return {
      ...{ ...base, name: field(at, 'vaegt'), label: `${label}: vægt`, suffix: 'faktor', value: weight.replace('.', ',') },
      put(input, written) {
        return into(input, at, { weight: decimal(numberIn(this, written), 6) })
      },
    }
  }
  if (grading.by === 'steps') {
    const { label, addOre = 0 } = grading.levels[at] ?? { label: '' }
    return {
      ...{ ...base, name: field(at, 'trin'), label: `${label}: trin`, suffix: 'kr.', value: kronerIn(addOre) },
      put(input, written) {
        return into(input, at, { addOre: oreIn(this, written) })
      },
    }
  }
  if (grading.by === 'packages') {
    const { label, number = 0 } = grading.levels[at] ?? { label: '' }
    return {
      ...{ ...base, name: field(at, 'nummer'), label: `${label}: pakkens nummer`, suffix: 'nr.', value: String(number) },
      put(input, written) {
        return into(input, at, { number: wholeIn(this, written) })
      },
    }
  }
  const { label, band } = grading.levels[at] ?? { label: '', band: '4+' }
  return {
    ...{ ...base, name: field(at, 'dage'), label: `${label}: dage om ugen`, suffix: '', value: band, options: partTimeBands },
    put: (input, written) => (written in partTimeBands ? into(input, at, { band: written }) : input),
  }
}

const placesOf = ({ grading }: CalculationInput): Exact[] =>
  ((grading?.levels ?? []) as Level[]).map(({ places }) => fromDecimal(places) ?? exact(0))

/** The places of the levels follow those of the whole, each by its share. */
export function withLevelsFor(input: CalculationInput, places: Exact): CalculationInput {
  const before = placesOf(input)
  const all = sum(before)
  if (!input.grading || all.n === 0n) return input
  return before.reduce((now, own, at) => into(now, at, { places: decimal(over(times(own, places), all), 6) }), input)
}

/** The places of the whole follow those of the levels, when only those were changed. */
export function withPlacesOfLevels(input: CalculationInput, changed: readonly TryField[]): CalculationInput {
  const { counting, year } = input
  if (counting.by !== 'places' || !changed.some(({ name }) => isPlaces(name)) || changed.some(({ name }) => name === 'pladser'))
    return input
  const count = decimal(sum(placesOf(input)), 6)
  return { ...input, counting: { ...counting, places: [{ count, from: `${year}-01-01`, until: `${year + 1}-01-01` }] } }
}
