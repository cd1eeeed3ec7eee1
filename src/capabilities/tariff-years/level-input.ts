import { z } from 'zod'
import { optionalText, whole } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Account, type Grading, type PartTimeBand, partTimeBands, type Regulation } from '../tariffs/index.ts'
import { decimalText } from './basis.ts'
import { mustBeMeant, numberAt, ore, writtenAt } from './line-input.ts'

/** Levels and regulation, as they are written by hand. */

const written = z.string().max(40).optional()

/** The last part of the address each way of grading is told at. */
export const gradings = { vaegte: 'weights', trin: 'steps', pakker: 'packages', deltid: 'part time' } as const
export type GradingSlug = keyof typeof gradings
export type GradingWay = Grading['by']

/** Danish: differentiering. */
export const gradingNames: Record<GradingWay, string> = {
  weights: 'Vægte',
  steps: 'Faste trin',
  packages: 'Pakker',
  'part time': 'Deltid',
}

export const isGrading = (slug: string): slug is GradingSlug => Object.hasOwn(gradings, slug)

export const MOST_LEVELS = 12
const rows = Array.from({ length: MOST_LEVELS }, (_, at) => at)
const columnOf = (name: string) => Object.fromEntries(rows.map((at) => [`${name}-${at}`, written]))

export const levelFields = {
  interval: written,
  ...Object.fromEntries(rows.map((at) => [`label-${at}`, optionalText(60)])),
  ...columnOf('value'),
  ...columnOf('places'),
}

type LevelsWritten = z.output<z.ZodObject<typeof levelFields>>
type Row = { at: number; label: string; places: string; value: string | undefined }

/** Rows with anything in them; each has a name of its own and a number of places. */
function rowsIn(told: LevelsWritten): Row[] {
  const found = rows.flatMap((at): Row[] => {
    const [label, value, count] = [
      writtenAt(told, `label-${at}`),
      writtenAt(told, `value-${at}`),
      writtenAt(told, `places-${at}`),
    ]
    if (![label, value, count].some((text) => text?.trim())) return []
    if (label === undefined) throw new Refusal(`label-${at}`, 'no label', 'Skriv, hvad niveauet hedder. Intet er gemt.')
    const places = numberAt(`places-${at}`, count, 'Pladser')
    if (places === undefined || places < 0)
      throw new Refusal(`places-${at}`, 'no places', `Skriv, hvor mange pladser der er på »${label}«, eller 0. Intet er gemt.`)
    return [{ at, label, places: decimalText(places), value }]
  })
  const names = found.map(({ label }) => label.toLocaleLowerCase('da'))
  const twice = found.find((_, at) => names.indexOf(names[at] ?? '') !== at)
  if (twice) throw new Refusal(`label-${twice.at}`, 'twice', 'To niveauer har samme navn. Ret det ene. Intet er gemt.')
  if (found.length === 0) throw new Refusal('label-0', 'no levels', 'Skriv mindst ét niveau. Intet er gemt.')
  return found
}

function valueAt({ at, value, label }: Row, what: string): number {
  const number = numberAt(`value-${at}`, value, what)
  if (number === undefined) throw new Refusal(`value-${at}`, 'no value', `Skriv ${what} ved »${label}«. Intet er gemt.`)
  return number
}

const weightOf = (row: Row): string => {
  const weight = valueAt(row, 'vægten')
  if (weight < 0) throw new Refusal(`value-${row.at}`, 'negative', 'En vægt er ikke negativ. Intet er gemt.')
  return decimalText(weight)
}

const numberOf = (row: Row): number => {
  const number = valueAt(row, 'pakkens nummer')
  if (!Number.isInteger(number) || number < 1 || number > 100)
    throw new Refusal(`value-${row.at}`, 'no package', 'En pakke har et helt nummer fra 1 til 100. Intet er gemt.')
  return number
}

const stepOf = (row: Row): number => mustBeMeant(`value-${row.at}`, ore(valueAt(row, 'trinnet i kroner'))) ?? 0

const bandOf = ({ at, value }: Row): PartTimeBand => {
  if (value === undefined || !Object.hasOwn(partTimeBands, value))
    throw new Refusal(`value-${at}`, 'no band', 'Vælg, hvor mange dage om ugen det er. Intet er gemt.')
  return value as PartTimeBand
}

/**
 * What was written, as the levels of a tariff.
 * @throws Refusal at the field
 */
export function gradingFrom(by: GradingWay, told: LevelsWritten): Grading {
  const found = rowsIn(told)
  const levels = <More>(more: (row: Row) => More) => found.map((row) => ({ label: row.label, places: row.places, ...more(row) }))
  if (by === 'weights') return { by, levels: levels((row) => ({ weight: weightOf(row) })) }
  if (by === 'steps') return { by, levels: levels((row) => ({ addOre: stepOf(row) })) }
  if (by === 'part time') return { by, levels: levels((row) => ({ band: bandOf(row) })) }
  const intervalOre = mustBeMeant('interval', ore(numberAt('interval', told.interval, 'Interval')))
  const packages = levels((row) => ({ number: numberOf(row) }))
  return { by, ...(intervalOre === undefined ? {} : { intervalOre }), levels: packages }
}

export const amountFields = { fromYear: whole(1990, 2100), amount: written, note: optionalText(300) }

/** @throws Refusal at the field */
export function amountRegulation(
  { fromYear, amount, note }: z.output<z.ZodObject<typeof amountFields>>,
  year: number,
): Regulation {
  if (fromYear >= year)
    throw new Refusal('fromYear', 'not earlier', `En regulering er fra et tidligere år end ${year}. Intet er gemt.`)
  const amountOre = mustBeMeant('amount', ore(numberAt('amount', amount, 'Beløb')), { negative: true })
  if (amountOre === undefined) throw new Refusal('amount', 'no amount', 'Skriv beløbet, eller 0. Intet er gemt.')
  return { fromYear, amountOre, ...(note === undefined ? {} : { note }) }
}

export const accountLabels = {
  revenueOre: 'Indtægt',
  costsOre: 'Omkostninger',
  regulationOre: 'Regulering i indtægten',
  basisOre: 'Takstberegningsgrundlag',
  budgetOre: 'Budget',
} as const
type AccountField = keyof typeof accountLabels

export const accountFields = {
  accountYear: whole(1990, 2100),
  ...(Object.fromEntries(Object.keys(accountLabels).map((name) => [name, written])) as Record<AccountField, typeof written>),
}

/** @throws Refusal at the field; only the regulation in the revenue may be left out, which is none */
export function accountRegulation(told: z.output<z.ZodObject<typeof accountFields>>): Regulation {
  const at = (field: AccountField): number => {
    const negative = field === 'regulationOre'
    const amount = mustBeMeant(field, ore(numberAt(field, told[field], accountLabels[field])), { negative })
    if (amount !== undefined) return amount
    if (negative) return 0
    throw new Refusal(field, 'no amount', `Skriv et beløb ved »${accountLabels[field]}«. Intet er gemt.`)
  }
  const account: Account = {
    year: told.accountYear,
    revenueOre: at('revenueOre'),
    costsOre: at('costsOre'),
    regulationOre: at('regulationOre'),
    basisOre: at('basisOre'),
    budgetOre: at('budgetOre'),
  }
  return { account }
}
