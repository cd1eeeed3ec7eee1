import { z } from 'zod'
import { amountIn } from '../../platform/mapping.ts'
import { flag, optionalDay, optionalText } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type PriceUnit, priceUnits } from '../offers/index.ts'
import { type CostKind, costKindKeys } from '../tariffs/index.ts'
import type { Costs, SheetLine } from './line.ts'
import type { Place } from './store/lines.ts'

/** A line as it is written by hand. */

const written = z.string().max(40).optional()
export const lineFields = {
  place: z.string({ error: 'Vælg, hvor taksten gælder.' }).regex(/^\d+(-\d+)?$/, { error: 'Vælg, hvor taksten gælder.' }),
  service: optionalText(80),
  level: optionalText(80),
  addOn: flag(),
  per: z.enum(keysOf(priceUnits), { error: 'Vælg, hvad taksten er pr.' }),
  places: written,
  occupancy: written,
  days: written,
  amount: written,
  net: written,
  regulation: written,
  validFrom: optionalDay(),
  validUntil: optionalDay(),
  /** One chosen from the list; `was` is written, and may be several. */
  wasListed: optionalText(300),
  was: optionalText(600),
  note: optionalText(500),
  explanation: optionalText(500),
  ...(Object.fromEntries(costKindKeys.map((kind) => [`cost-${kind}`, written])) as Record<`cost-${CostKind}`, typeof written>),
}

type Written = z.output<z.ZodObject<typeof lineFields>>

/** @throws Refusal at the field when something is written that is no number */
export function numberAt(field: string, text: string | undefined, label: string): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const number = amountIn({ value: text })
  if (number === undefined)
    throw new Refusal(field, 'no number', `»${text.slice(0, 20)}« ved »${label}« er ikke et tal. Skriv fx 2.530,50.`)
  return number
}

export const ore = (kroner: number | undefined) => (kroner === undefined ? undefined : Math.round(kroner * 100))

/** What the engine refuses, said of a form: nothing was to be calculated, and nothing was saved. */
export const notSaved = (field: string | undefined, { code, message }: Refusal): Refusal =>
  new Refusal(field, code, message.replace('Der er ikke regnet noget.', 'Intet er gemt.'))

/** What was written in one of many fields of the same kind, by its name. */
export const writtenAt = (told: object, name: string): string | undefined => (told as Record<string, string | undefined>)[name]

/** 10^12 øre, as in the engine. */
const MOST_ORE = 1_000_000_000_000

/**
 * An amount a person could mean.
 * @throws Refusal at the field
 */
export function mustBeMeant(field: string, amountOre: number | undefined, { negative = false } = {}): number | undefined {
  if (amountOre === undefined) return undefined
  if (Math.abs(amountOre) > MOST_ORE)
    throw new Refusal(
      field,
      'too much',
      'Beløbet er over 10 milliarder kroner. Se efter, om det står i øre eller t.kr. Intet er gemt.',
    )
  if (!negative && amountOre < 0)
    throw new Refusal(field, 'negative', 'Beløbet er negativt. Skriv det, der trækkes fra, som indtægter med et positivt beløb.')
  return amountOre
}

/**
 * What was written, as a line of a place of the operator's; `now`: the line it changes, whose basis stays.
 * @throws Refusal at the field
 */
export function lineFrom(written: Written, places: readonly Place[], year: number, now?: SheetLine): Omit<SheetLine, 'id'> {
  const [unitId = 0, placeLineId] = written.place.split('-').map(Number)
  const place = places.find((one) => one.unitId === unitId)
  const placeLine = place?.lines.find(({ id }) => id === placeLineId)
  if (!place || (placeLineId !== undefined && !placeLine))
    throw new Refusal('place', 'not yours', 'Vælg en af driftsherrens egne afdelinger på listen.')
  const occupancy = numberAt('occupancy', written.occupancy, 'Belægning')
  const days = numberAt('days', written.days, 'Dage')
  const countOf = numberAt('places', written.places, 'Pladser')
  mustBeWithin({ occupancy, days, places: countOf })
  const { validFrom = `${year}-01-01`, validUntil = `${year + 1}-01-01` } = written
  mustBeInYear({ validFrom, validUntil }, year)
  const costs: Costs = {}
  for (const kind of costKindKeys) {
    const told = mustBeMeant(`cost-${kind}`, ore(numberAt(`cost-${kind}`, written[`cost-${kind}`], 'beløbet')))
    if (told !== undefined) costs[kind] = told
  }
  const amountOre = mustBeMeant('amount', ore(numberAt('amount', written.amount, 'Takst')))
  if ((amountOre ?? 0) <= 0 && Object.keys(costs).length === 0 && now?.basis === undefined)
    throw new Refusal('amount', 'nothing told', 'Skriv taksten, eller skriv omkostningerne, så den kan beregnes. Intet er gemt.')
  return {
    unitId,
    placeLineId,
    service: written.service ?? '',
    level: written.level ?? '',
    addOn: written.addOn,
    per: written.per as PriceUnit,
    places: countOf,
    occupancy: occupancy === undefined ? undefined : occupancy / 100,
    days,
    amountOre,
    netOre: mustBeMeant('net', ore(numberAt('net', written.net, 'Uden moms'))),
    costs,
    regulationOre: mustBeMeant('regulation', ore(numberAt('regulation', written.regulation, 'Regulering')), { negative: true }),
    validFrom,
    validUntil,
    was: [...new Set([...(written.wasListed === undefined ? [] : [written.wasListed]), ...namesIn(written.was)])],
    note: written.note,
    explanation: written.explanation,
    ...(now?.basis && flatNow(now)),
  }
}

/** What a line's basis comes to is never written over by hand. */
export const flatNow = ({ basis, costs, places, occupancy, days, regulationOre }: SheetLine) =>
  ({ basis, costs, places, occupancy, days, regulationOre }) as const

/** Several names are set apart by a semicolon. */
export const namesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)

type Counts = { occupancy: number | undefined; days: number | undefined; places: number | undefined }

/** @throws Refusal at what nobody can mean */
export function mustBeWithin({ occupancy, days, places }: Counts): void {
  if (occupancy !== undefined && !(occupancy > 0 && occupancy <= 150))
    throw new Refusal('occupancy', 'no occupancy', 'Belægningen skal være over 0 og højst 150 procent. Skriv fx 95.')
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 366))
    throw new Refusal('days', 'no days', 'Dage om året skal være et helt tal fra 1 til 366.')
  if (places !== undefined && !(places >= 0 && places <= 100_000))
    throw new Refusal('places', 'no places', 'Antallet af pladser skal være 0 eller mere.')
}

/** @throws Refusal at a period that is not of the round's year */
export function mustBeInYear({ validFrom, validUntil }: Pick<SheetLine, 'validFrom' | 'validUntil'>, year: number): void {
  if (validUntil <= validFrom) throw new Refusal('validUntil', 'backwards', 'Taksten slutter, før den begynder. Ret dagene.')
  if (validFrom < `${year}-01-01` || validUntil > `${year + 1}-01-01`)
    throw new Refusal(
      'validFrom',
      'other year',
      `Skemaet er for ${year}, men taksten gælder ${validFrom.slice(0, 4)}-${validUntil.slice(0, 4)}. Ret dagene, eller brug skemaet for det andet år.`,
    )
}
