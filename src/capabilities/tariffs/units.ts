import { daysBetween, dayText } from '../../platform/values/day.ts'
import { compare, type Exact, exact, one, over, percent, plus, times, within, zero } from '../../platform/values/exact.ts'
import type { CalculationInput, Counting, Occupancy, PlacePeriod, Step, StepInput } from './calculation.ts'
import { calendarDays, mustCoverYear, mustDeliver, numberAt, refused } from './must.ts'
import { type Rules, wholeOf } from './rule-set.ts'

export type Units = {
  units: Exact
  places: Exact | undefined
  days: number | undefined
  occupancyPercent: Exact | undefined
}

/**
 * What the costs are shared on: places × days × occupancy, hours, or stays.
 * @throws Refusal when nothing is delivered
 */
export function unitsOf({ counting, year }: CalculationInput, rules: Rules, steps: Step[]): Units {
  if (counting.by === 'hours') return { ...none, units: hours(counting.hours, steps) }
  if (counting.by === 'respite') return { ...none, units: stays(counting, rules, steps) }
  return placeDays(counting, year, rules, steps)
}

const none = { places: undefined, days: undefined, occupancyPercent: undefined }

type PlaceCounting = Extract<Counting, { by: 'places' }>

function placeDays(counting: PlaceCounting, year: number, rules: Rules, steps: Step[]): Units {
  const places = weightedPlaces(counting.places, year, steps)
  mustDeliver(places, '0 pladser')
  const days = daysOf(counting, rules, steps)
  const occupancyPercent = occupancyOf(counting.occupancy, year, rules, steps)
  const units = times(times(places, exact(days)), percent(occupancyPercent))
  steps.push({
    key: 'units',
    section: 'units',
    name: 'Enheder, omkostningerne deles på',
    formula: 'pladser × dage × belægning',
    arithmetic: '$1 * $2 * $3 / 100',
    inputs: [
      { name: 'Pladser', value: places, unit: 'pladser', from: 'places' },
      { name: 'Dage', value: exact(days), unit: 'dage', from: 'days' },
      { name: 'Belægning', value: occupancyPercent, unit: 'procent', from: 'occupancy' },
    ],
    value: units,
    unit: 'døgn',
    rules: [],
  })
  return { units, places, days, occupancyPercent }
}

/**
 * Σ (places × days of the period) ÷ days of the year.
 * @example 10 places until 1 July and 12 from then in 2026: (10 × 181 + 12 × 184) ÷ 365 = 11,0082
 */
export function weightedPlaces(places: readonly PlacePeriod[], year: number, steps: Step[]): Exact {
  mustCoverYear(places, year)
  const counted = places.map(({ count, from, until }) => ({
    count: numberAt('counting.places', 'pladser', count),
    days: daysBetween(from, until),
    from,
    until,
  }))
  const weighted = counted.map(({ count, days }) => times(count, exact(days))).reduce(plus, zero)
  const value = over(weighted, exact(calendarDays(year)))
  const [only] = counted.length === 1 ? counted : []
  const inputs = counted.flatMap(({ count, days, from }): StepInput[] => [
    { name: `Pladser fra ${dayText(from)}`, value: count, unit: 'pladser' },
    { name: 'Dage', value: exact(days), unit: 'dage' },
  ])
  steps.push({
    key: 'places',
    section: 'units',
    name: 'Pladser',
    formula: only ? 'pladser hele året' : 'summen af pladser × dage ÷ dage i året',
    arithmetic: only
      ? '$1'
      : `(${counted.map((_, at) => `$${2 * at + 1} * $${2 * at + 2}`).join(' + ')}) / $${inputs.length + 1}`,
    inputs: only
      ? [{ name: 'Pladser hele året', value: only.count, unit: 'pladser' }]
      : [...inputs, { name: 'Dage i året', value: exact(calendarDays(year)), unit: 'dage' }],
    value,
    unit: 'pladser',
    rules: [],
  })
  return value
}

function daysOf({ days }: PlaceCounting, rules: Rules, steps: Step[]): number {
  if (days && (!Number.isInteger(days.count) || days.count < 0 || days.count > 366))
    throw refused('counting.days', 'no days', 'Skriv et helt antal dage på et år, højst 366.')
  const count = days?.count ?? wholeOf(rules, 'tariff.days')
  steps.push({
    key: 'days',
    section: 'units',
    name: 'Dage',
    formula: days ? `sat til ${count}: ${days.reason}` : 'efter reglen',
    inputs: [],
    value: exact(count),
    unit: 'dage',
    rules: days ? [] : ['tariff.days'],
  })
  mustDeliver(exact(count), '0 dage')
  return count
}

/** No place is used three times a day; and what is not used at all has no price. */
const MOST_PERCENT = exact(150)

/**
 * From accounts: the average of the rule's years, kept within its bounds. Set: within the bounds, or approved by somebody.
 * @throws Refusal at `counting.occupancy`
 * @example accounts of 94,0 and 97,0 for the tariff of 2026 by the rule of two years, two years back: 95,5
 */
export function occupancyOf(occupancy: Occupancy, year: number, rules: Rules, steps: Step[]): Exact {
  const { lower, upper } = boundsOf(occupancy, rules)
  const value =
    occupancy.from === 'accounts'
      ? fromAccounts(occupancy.accounts, { year, lower, upper, rules, steps })
      : set(occupancy, { lower, upper, rules })
  const bounds: StepInput[] = [
    {
      name: 'Mindst',
      value: lower,
      unit: 'procent',
      from: occupancy.short ? 'tariff.occupancy.lowerShort' : 'tariff.occupancy.lower',
    },
    { name: 'Højst', value: upper, unit: 'procent', from: 'tariff.occupancy.upper' },
  ]
  steps.push({
    key: 'occupancy',
    section: 'units',
    name: 'Belægning',
    formula: occupancy.from === 'accounts' ? 'gennemsnittet, holdt inden for grænserne' : sentenceOf(occupancy),
    arithmetic: occupancy.from === 'accounts' ? 'MIN(MAX($1, $2), $3)' : undefined,
    inputs: occupancy.from === 'accounts' ? [averageOf(steps), ...bounds] : bounds,
    value,
    unit: 'procent',
    rules: [occupancy.short ? 'tariff.occupancy.lowerShort' : 'tariff.occupancy.lower', 'tariff.occupancy.upper'],
  })
  return value
}

const averageOf = (steps: readonly Step[]): StepInput => ({
  name: 'Gennemsnit af regnskab',
  value: steps.find(({ key }) => key === 'occupancy.average')?.value ?? zero,
  unit: 'procent',
  from: 'occupancy.average',
})

type SetOccupancy = Extract<Occupancy, { from: 'set' }>

const sentenceOf = ({ reason, approvedBy, awaits }: SetOccupancy) => {
  if (awaits) return `sat: ${reason} (uden for grænserne, venter på godkendelse)`
  return approvedBy ? `sat: ${reason} (godkendt af ${approvedBy})` : `sat: ${reason}`
}

const boundsOf = ({ short }: Occupancy, rules: Rules) => ({
  lower: rules.number(short ? 'tariff.occupancy.lowerShort' : 'tariff.occupancy.lower'),
  upper: rules.number('tariff.occupancy.upper'),
})

const isInside = (value: Exact, { lower, upper }: { lower: Exact; upper: Exact }) =>
  compare(value, lower) >= 0 && compare(value, upper) <= 0

/**
 * Is an occupancy set outside the bounds, so that it has to be explained and approved? One from accounts is kept within them.
 * @throws Refusal when it is no number
 */
export const isOutside = (occupancy: Occupancy, rules: Rules): boolean =>
  occupancy.from === 'set' &&
  !isInside(numberAt('counting.occupancy', 'belægning', occupancy.percent), boundsOf(occupancy, rules))

function set(occupancy: SetOccupancy, bounds: { lower: Exact; upper: Exact; rules: Rules }): Exact {
  const field = 'counting.occupancy'
  const value = numberAt(field, 'belægning', occupancy.percent)
  mustBePossible(value)
  if (!occupancy.reason.trim())
    throw refused(field, 'no reason', 'Skriv, hvorfor belægningen er sat og ikke regnet af regnskaberne.')
  const spokenFor = occupancy.approvedBy || occupancy.awaits
  if (isInside(value, bounds) || (spokenFor && bounds.rules.word('tariff.occupancy.outside') === 'approval')) return value
  throw refused(
    field,
    'out of bounds',
    `En belægning på ${occupancy.percent} procent er uden for grænserne. Ret den, eller skriv, hvem der har godkendt den.`,
  )
}

function mustBePossible(value: Exact): void {
  if (compare(value, zero) <= 0)
    throw refused('counting.occupancy', 'no occupancy', 'Belægningen er 0, så der er intet at dele omkostningerne på.')
  if (compare(value, MOST_PERCENT) > 0)
    throw refused('counting.occupancy', 'impossible', 'Belægningen er over 150 procent. Skriv den i procent, fx 97,5.')
}

type AccountsAsk = { year: number; lower: Exact; upper: Exact; rules: Rules; steps: Step[] }

function fromAccounts(
  accounts: Extract<Occupancy, { from: 'accounts' }>['accounts'],
  { year, lower, upper, rules, steps }: AccountsAsk,
): Exact {
  const newest = year - wholeOf(rules, 'tariff.occupancy.lag')
  const count = wholeOf(rules, 'tariff.occupancy.years')
  const years = Array.from({ length: count }, (_, at) => newest - count + 1 + at)
  const found = years.map((wanted) => {
    const account = accounts.find((one) => one.year === wanted)
    if (!account)
      throw refused(
        'counting.occupancy',
        'no accounts',
        `Der mangler regnskab for belægningen i ${wanted}. Skriv den, eller sæt belægningen med en begrundelse.`,
      )
    const value = numberAt('counting.occupancy', `belægning ${wanted}`, account.percent)
    mustBePossible(value)
    return { year: wanted, value, source: account.source }
  })
  const average = over(found.map(({ value }) => value).reduce(plus, zero), exact(count))
  steps.push({
    key: 'occupancy.average',
    section: 'units',
    name: 'Belægning i regnskaberne',
    formula: 'gennemsnittet af årene',
    arithmetic: 'AVERAGE',
    inputs: found.map((one): StepInput => ({ name: `Regnskab ${one.year}`, value: one.value, unit: 'procent' })),
    value: average,
    unit: 'procent',
    rules: ['tariff.occupancy.years', 'tariff.occupancy.lag'],
    ...sourceOf(found.map((one) => one.source)),
  })
  return within(average, lower, upper)
}

function sourceOf(sources: readonly (string | undefined)[]): { source?: string } {
  const told = [...new Set(sources.filter((source) => source !== undefined))]
  return told.length > 0 ? { source: told.join('; ') } : {}
}

/** SEL § 85: the hours that citizens receive. */
function hours(written: string, steps: Step[]): Exact {
  const value = numberAt('counting.hours', 'timer', written)
  mustDeliver(value, '0 timer')
  steps.push({
    key: 'units',
    section: 'units',
    name: 'Timer leveret til borgere',
    formula: 'som oplyst',
    inputs: [],
    value,
    unit: 'timer',
    rules: [],
    source: 'Serviceloven § 85',
  })
  return value
}

/**
 * Respite is counted by nights, or by days begun: one more than the nights for each stay.
 * @example 40 stays of two nights are 120 days begun, or 80 nights
 */
function stays({ stays, nights }: Extract<Counting, { by: 'respite' }>, rules: Rules, steps: Step[]): Exact {
  if (![stays, nights].every((count) => Number.isInteger(count) && count >= 0))
    throw refused('counting', 'no stays', 'Skriv ophold og overnatninger som hele tal, der ikke er negative.')
  const days = rules.word('tariff.respite.count') === 'days'
  const value = plus(exact(nights), days ? times(exact(stays), one) : zero)
  mustDeliver(value, '0 ophold')
  steps.push({
    key: 'units',
    section: 'units',
    name: 'Døgn med aflastning',
    formula: days ? 'overnatninger + 1 dag for hvert ophold' : 'overnatninger',
    arithmetic: days ? '$1 + $2' : '$1',
    inputs: [
      { name: 'Overnatninger', value: exact(nights), unit: 'døgn' },
      { name: 'Ophold', value: exact(stays), unit: '' },
    ],
    value,
    unit: 'døgn',
    rules: ['tariff.respite.count'],
  })
  return value
}
