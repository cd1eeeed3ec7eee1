import { z } from 'zod'
import { flag, optionalText, text } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import {
  type CostKind,
  type CostLine,
  type Coverage,
  costKindKeys,
  coverages,
  mustBeCostLine,
  type Part,
  parts,
} from '../tariffs/index.ts'
import { decimalText } from './basis.ts'
import { mustBeMeant, notSaved, numberAt, ore } from './line-input.ts'

/** A cost line as it is written by hand, in one of the five ways it can come about. */

export type CostForm = CostLine['form']

/** The last part of the address a line of each form is added at. */
export const costForms = {
  beloeb: 'amount',
  aktiv: 'asset',
  pension: 'pension',
  procent: 'rate',
  tomgang: 'idle',
} as const satisfies Record<string, CostForm>

/** Danish: beregningsform. */
export const formNames: Record<CostForm, string> = {
  amount: 'Beløb',
  asset: 'Anskaffelse',
  pension: 'Tjenestemandspension',
  rate: 'Procent af andre',
  idle: 'Tomgang',
}

/** What a line of a form may be for; the first where nothing is chosen. */
export const kindsOf: Record<CostForm, readonly CostKind[]> = {
  amount: costKindKeys,
  asset: ['depreciation', 'interest'],
  pension: ['pensions'],
  rate: ['overhead'],
  idle: ['idle'],
}

export const formIn = (slug: string): CostForm | undefined => Object.entries(costForms).find(([name]) => name === slug)?.[1]

const written = z.string().max(40).optional()
export const costFields = {
  kind: z.enum(costKindKeys as [CostKind, ...CostKind[]], { error: 'Vælg, hvad omkostningen er til.' }).optional(),
  part: z.enum(keysOf(parts), { error: 'Vælg, om omkostningen hører til basis eller ydelse.' }),
  label: text(200, 'Skriv, hvad omkostningen er.'),
  source: optionalText(300),
  lastYear: flag(),
  coverage: z.enum(keysOf(coverages), { error: 'Vælg, hvordan pensionen er afdækket.' }).optional(),
  ...(Object.fromEntries(
    [
      'amountOre',
      'acquisitionOre',
      'scrapOre',
      'lifeYears',
      'boughtYear',
      'payOre',
      'premiumOre',
      'coveredPercent',
      'percent',
      'totalOre',
      'years',
    ].map((name) => [name, written]),
  ) as Record<NumberField, typeof written>),
}
type NumberField =
  | 'amountOre'
  | 'acquisitionOre'
  | 'scrapOre'
  | 'lifeYears'
  | 'boughtYear'
  | 'payOre'
  | 'premiumOre'
  | 'coveredPercent'
  | 'percent'
  | 'totalOre'
  | 'years'

type Written = z.output<z.ZodObject<typeof costFields>>

const labels: Record<NumberField, string> = {
  amountOre: 'Beløb',
  acquisitionOre: 'Anskaffelse',
  scrapOre: 'Scrapværdi',
  lifeYears: 'Levetid',
  boughtYear: 'Anskaffet år',
  payOre: 'Pensionsgivende løn',
  premiumOre: 'Præmie',
  coveredPercent: 'Afdækket',
  percent: 'Procent',
  totalOre: 'Tomgang i alt',
  years: 'År',
}

const missing = (field: NumberField) => new Refusal(field, 'missing', `Skriv et tal ved »${labels[field]}«. Intet er gemt.`)

/** Kroner that have to be there, in øre. */
function oreAt(told: Written, field: NumberField): number {
  const amount = mustBeMeant(field, ore(numberAt(field, told[field], labels[field])))
  if (amount === undefined) throw missing(field)
  return amount
}

/** Kroner that may be left out, which is none. */
const oreOrNone = (told: Written, field: NumberField): number =>
  mustBeMeant(field, ore(numberAt(field, told[field], labels[field]))) ?? 0

function wholeAt(told: Written, field: NumberField): number | undefined {
  const number = numberAt(field, told[field], labels[field])
  if (number !== undefined && !Number.isInteger(number))
    throw new Refusal(field, 'not whole', `Skriv et helt tal ved »${labels[field]}«. Intet er gemt.`)
  return number
}

function mustBeThere(field: NumberField, number: number | undefined): number {
  if (number === undefined) throw missing(field)
  return number
}

function percentAt(told: Written, field: 'percent' | 'coveredPercent'): string | undefined {
  const number = numberAt(field, told[field], labels[field])
  if (number !== undefined && (number < 0 || number > 100))
    throw new Refusal(field, 'no percent', `Skriv en procent fra 0 til 100 ved »${labels[field]}«. Intet er gemt.`)
  return number === undefined ? undefined : decimalText(number)
}

type Detail = {
  [Form in CostForm]: (told: Written) => Omit<Extract<CostLine, { form: Form }>, 'kind' | 'part' | 'label' | 'source'>
}

const details: Detail = {
  amount: (told) => ({
    form: 'amount',
    amountOre: oreAt(told, 'amountOre'),
    ...(told.lastYear ? { level: 'last year' as const } : {}),
  }),
  asset: (told) => ({
    form: 'asset',
    acquisitionOre: oreAt(told, 'acquisitionOre'),
    scrapOre: oreOrNone(told, 'scrapOre'),
    lifeYears: mustBeThere('lifeYears', wholeAt(told, 'lifeYears')),
    boughtYear: boughtIn(mustBeThere('boughtYear', wholeAt(told, 'boughtYear'))),
  }),
  pension: (told) => ({ form: 'pension', ...coveredBy(told) }),
  rate: (told) => some('rate', 'percent', percentAt(told, 'percent')),
  idle: (told) => ({ ...some('idle', 'years', wholeAt(told, 'years')), totalOre: oreAt(told, 'totalOre') }),
}

const some = <Form extends CostForm, Key extends string, Value>(form: Form, key: Key, value: Value | undefined) =>
  ({ form, ...(value === undefined ? {} : { [key]: value }) }) as { form: Form } & { [name in Key]?: Value }

function boughtIn(year: number): number {
  if (year < 1900 || year > 2100)
    throw new Refusal('boughtYear', 'no year', 'Skriv det år, det er anskaffet, fx 2021. Intet er gemt.')
  return year
}

/** Only what the case asks for has to be told. */
function coveredBy(told: Written): { coverage: Coverage; payOre: number; premiumOre: number; coveredPercent?: string } {
  const { coverage } = told
  if (coverage === undefined) throw new Refusal('coverage', 'no coverage', 'Vælg, hvordan pensionen er afdækket. Intet er gemt.')
  const covered = percentAt(told, 'coveredPercent')
  if (coverage === 'partly' && covered === undefined) throw missing('coveredPercent')
  return {
    coverage,
    payOre: coverage === 'covered' ? oreOrNone(told, 'payOre') : oreAt(told, 'payOre'),
    premiumOre: coverage === 'self' ? oreOrNone(told, 'premiumOre') : oreAt(told, 'premiumOre'),
    ...(coverage === 'partly' && covered !== undefined ? { coveredPercent: covered } : {}),
  }
}

/**
 * What was written, as a cost line of that form.
 * @throws Refusal at the field
 */
export function costFrom(form: CostForm, told: Written): CostLine {
  const [usual = 'operation'] = kindsOf[form]
  const kind = told.kind ?? (kindsOf[form].length === 1 ? usual : undefined)
  if (kind === undefined || !kindsOf[form].includes(kind))
    throw new Refusal('kind', 'no kind', 'Vælg, hvad omkostningen er til. Intet er gemt.')
  const { part, label, source } = told
  const line = {
    kind,
    part: part as Part,
    label,
    ...(source === undefined ? {} : { source }),
    ...details[form](told),
  } as CostLine
  mustBeSound(line)
  return line
}

/** What the engine refuses of a line by itself, at the field of the form. */
function mustBeSound(line: CostLine): void {
  try {
    mustBeCostLine(line, 0)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw notSaved(error.field?.split('.')[2], error)
  }
}
