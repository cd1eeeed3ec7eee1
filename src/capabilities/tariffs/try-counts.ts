import { decimal, exact, over } from '../../platform/values/exact.ts'
import type { Account, Calculated, CalculationInput, Counting, Regulation } from './calculation.ts'
import { danish } from './shown.ts'
import { kronerIn, numberIn, oreIn, type TryField, wholeIn } from './try-field.ts'
import { withLevelsFor } from './try-levels.ts'

type PlaceCounting = Extract<Counting, { by: 'places' }>

const counted = <By extends Counting['by']>(
  input: CalculationInput,
  by: By,
  put: (counting: Extract<Counting, { by: By }>) => Counting,
): CalculationInput =>
  input.counting.by === by ? { ...input, counting: put(input.counting as Extract<Counting, { by: By }>) } : input

/** What the costs are shared on: places, days and occupancy, hours, or stays. */
export function countFields({ counting }: CalculationInput, { result }: Calculated): TryField[] {
  if (counting.by === 'hours')
    return [
      {
        ...{ name: 'timer', label: 'Timer leveret', group: 'main', suffix: 'timer', value: danish(result.units, 0, 6) },
        put(input, written) {
          return counted(input, 'hours', (was) => ({ ...was, hours: decimal(numberIn(this, written), 6) }))
        },
      },
    ]
  if (counting.by === 'respite')
    return [stays('ophold', 'Ophold', 'stays', counting), stays('overnatninger', 'Overnatninger', 'nights', counting)]
  return placeFields(counting, result)
}

const stays = (
  name: string,
  label: string,
  key: 'stays' | 'nights',
  counting: Extract<Counting, { by: 'respite' }>,
): TryField => ({
  ...{ name, label, group: 'main', suffix: key === 'nights' ? 'døgn' : 'ophold', value: String(counting[key]) },
  put(input, written) {
    return counted(input, 'respite', (was) => ({ ...was, [key]: wholeIn(this, written) }))
  },
})

/** Accounts of occupancy come before the occupancy itself, which goes before them when both are changed. */
function placeFields({ occupancy }: PlaceCounting, { places, days, occupancyPercent }: Calculated['result']): TryField[] {
  return [
    ...(places ? [placesField(danish(places, 0, 6))] : []),
    ...(days === undefined ? [] : [daysField(days)]),
    ...(occupancy.from === 'accounts' ? occupancy.accounts.map(({ year, percent }) => accountOccupancy(year, percent)) : []),
    ...(occupancyPercent ? [occupancyField(danish(occupancyPercent, 0, 6))] : []),
  ]
}

const placesField = (value: string): TryField => ({
  ...{ name: 'pladser', label: 'Pladser', group: 'main', suffix: 'pladser', value },
  put(input, written) {
    const places = numberIn(this, written)
    const { year } = input
    const whole = { count: decimal(places, 6), from: `${year}-01-01`, until: `${year + 1}-01-01` }
    return withLevelsFor(
      counted(input, 'places', (was) => ({ ...was, places: [whole] })),
      places,
    )
  },
})

const daysField = (days: number): TryField => ({
  ...{ name: 'dage', label: 'Dage på året', group: 'main', suffix: 'dage', value: String(days) },
  put(input, written, { reason }) {
    return counted(input, 'places', (was) => ({
      ...was,
      days: { count: wholeIn({ name: 'dage', label: 'dage' }, written), reason },
    }))
  },
})

const accountOccupancy = (year: number, percent: string): TryField => ({
  ...{ name: `belaegning-${year}`, label: `Belægning i regnskab ${year}`, group: 'occupancy', suffix: 'procent' },
  value: percent.replace('.', ','),
  put(input, written) {
    const told = decimal(numberIn(this, written), 6)
    return counted(input, 'places', (was) =>
      was.occupancy.from === 'accounts'
        ? {
            ...was,
            occupancy: {
              ...was.occupancy,
              accounts: was.occupancy.accounts.map((one) => (one.year === year ? { year, percent: told } : one)),
            },
          }
        : was,
    )
  },
})

const occupancyField = (value: string): TryField => ({
  ...{ name: 'belaegning', label: 'Belægning', group: 'main', suffix: 'procent', value },
  put(input, written, { reason, approvedBy }) {
    const percent = decimal(numberIn(this, written), 6)
    return counted(input, 'places', (was) => ({
      ...was,
      occupancy: { from: 'set', percent, reason, approvedBy, ...(was.occupancy.short && { short: true }) },
    }))
  },
})

const accountParts = {
  revenueOre: ['indtaegt', 'indtægt'],
  costsOre: ['omkostninger', 'omkostninger'],
  regulationOre: ['regulering', 'heraf regulering af et tidligere år'],
  basisOre: ['grundlag', 'takstberegningsgrundlag'],
  budgetOre: ['budget', 'budget'],
} as const satisfies Record<Exclude<keyof Account, 'year' | 'source' | 'toYear'>, readonly [string, string]>

const yearOf = (regulation: Regulation): number => ('account' in regulation ? regulation.account.year : regulation.fromYear)

const regulated = (input: CalculationInput, year: number, put: (was: Regulation) => Regulation): CalculationInput => ({
  ...input,
  regulations: input.regulations.map((one) => (yearOf(one) === year ? put(one) : one)),
})

/** What earlier years bring in: their accounts, each amount where there are several, and the total, which goes before the others. */
export function regulationFields({ regulations, year }: CalculationInput, { result }: Calculated, lag: number): TryField[] {
  const several = regulations.length > 1
  const total: TryField = {
    ...{ name: 'regulering', label: 'Regulering fra tidligere år', group: 'main', suffix: 'kr.' },
    value: danish(over(result.regulation, exact(100)), 0, 2),
    put(input, written, { reason }) {
      const amountOre = oreIn(this, written)
      const [first] = input.regulations
      const fromYear = first ? yearOf(first) : year - lag
      return { ...input, regulations: amountOre === 0 ? [] : [{ fromYear, amountOre, note: reason }] }
    },
  }
  return [
    ...regulations.flatMap((one) =>
      'account' in one ? accountFields(one.account) : several ? [amountField(one.fromYear, one.amountOre)] : [],
    ),
    total,
  ]
}

const amountField = (fromYear: number, amountOre: number): TryField => ({
  ...{ name: `regulering-${fromYear}`, label: `Regulering fra ${fromYear}`, group: 'regulation', suffix: 'kr.' },
  value: kronerIn(amountOre),
  put(input, written) {
    const ore = oreIn(this, written)
    return regulated(input, fromYear, (was) => ('account' in was ? was : { ...was, amountOre: ore }))
  },
})

const accountFields = (account: Account): TryField[] =>
  (Object.keys(accountParts) as (keyof typeof accountParts)[]).flatMap((key): TryField[] => {
    const [name, label] = accountParts[key]
    const told = account[key]
    if (told === undefined) return []
    return [
      {
        ...{
          name: `regnskab-${account.year}-${name}`,
          label: `Regnskab ${account.year}: ${label}`,
          group: 'regulation',
          suffix: 'kr.',
        },
        value: kronerIn(told),
        put(input, written) {
          const ore = oreIn(this, written)
          return regulated(input, account.year, (was) => ('account' in was ? { account: { ...was.account, [key]: ore } } : was))
        },
      },
    ]
  })
