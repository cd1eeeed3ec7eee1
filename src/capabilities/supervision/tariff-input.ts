import { z } from 'zod'
import { decimal } from '../../platform/values/exact.ts'
import { choice, link, optionalText, text, whole } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { exactFrom } from '../../platform/values/kroner.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { categories, type Figure, type FigureKey, figures, isShare, type Size, sizeKeys, type Tariff } from './tariff.ts'

/** A number that may be left out, as Danes write it. */
const optionalNumber = (min: number, max: number, missing: string) =>
  z
    .string()
    .optional()
    .transform((written, context) => {
      if (!written?.trim()) return undefined
      const exactly = exactFrom(written)
      const value = exactly && 100n % exactly.d === 0n ? Number(decimal(exactly, 2)) : Number.NaN
      if (value >= min && value <= max) return value
      context.addIssue({ code: 'custom', message: missing })
      return z.NEVER
    })

const told = {
  authorityKey: text(40, 'Vælg socialtilsynet.'),
  year: whole(2014, 2100),
  reservation: optionalText(200),
  source: text(300, 'Skriv, hvor tallet står.'),
  sourceUrl: link(),
  reason: optionalText(300),
}

const KRONER = 'Skriv et beløb i hele kroner, fx 42.127.'
const amount = optionalNumber(1, 10_000_000, KRONER)

/** The field of a size: '1-7' is a name that a form can carry. */
export const fieldOf = (size: Size): string => `kr-${size}`

export const tariffInput = z.object({
  ...told,
  category: choice(keysOf(categories), 'Vælg, hvad taksten er for.'),
  changePct: optionalNumber(-100, 1000, 'Skriv ændringen i procent, fx -29,5.'),
  'kr-1-7': amount,
  'kr-8-24': amount,
  'kr-25-49': amount,
  'kr-50+': amount,
})
type TariffWritten = z.output<typeof tariffInput>

export const figureInput = z.object({
  ...told,
  key: choice(keysOf(figures), 'Vælg nøgletallet.'),
  value: optionalNumber(0, 10_000_000, 'Skriv tallet, fx 32 eller 21.858.'),
  before: optionalNumber(0.01, 10_000_000, 'Skriv tallet, fx 26.087.'),
  statedPct: optionalNumber(-100, 1000, 'Skriv ændringen i procent, fx -16,2.'),
})
type FigureWritten = z.output<typeof figureInput>

/** @throws Refusal when something is told already and nobody says why it changes. */
export function mustSayWhy(isThere: boolean, reason: string | undefined): void {
  if (!isThere || reason !== undefined) return
  throw new Refusal(
    'reason',
    'missing',
    'Der står allerede noget for det år. Skriv, hvorfor det rettes; det gamle bliver stående. Intet er gemt.',
  )
}

type Row = Pick<Tariff, 'size' | 'amountOre' | 'changePct'>

/** One row a size that has an amount, and one for the change that holds for all. */
export function rowsFrom(written: TariffWritten): Row[] {
  const amounts = sizeKeys.flatMap((size): Row[] => {
    const kroner = written[`kr-${size}`]
    return kroner === undefined ? [] : [{ size, amountOre: Math.round(kroner * 100), changePct: undefined }]
  })
  const { changePct } = written
  const rows = changePct === undefined ? amounts : [...amounts, { size: undefined, amountOre: undefined, changePct }]
  if (rows.length === 0)
    throw new Refusal('changePct', 'nothing', 'Skriv mindst ét beløb eller en ændring i procent. Intet er gemt.')
  return rows
}

type Numbers = Pick<Figure, 'value' | 'before' | 'statedPct'>

/** @throws Refusal when the number is missing, or no share can be so large. */
export function figureFrom({ key, value, before, statedPct }: FigureWritten & { key: FigureKey }): Numbers {
  if (value === undefined) throw new Refusal('value', 'missing', 'Skriv tallet. Ikke oplyst er ikke 0. Intet er gemt.')
  if (isShare(key) && value > 100) throw new Refusal('value', 'no share', 'En andel er højst 100 procent. Intet er gemt.')
  return { value, before, statedPct }
}

export const residentsField = (code: number): string => `antal-${code}`

/** `residents` undefined: the municipality is not part of it. */
type Counted = { code: number; residents: number | undefined }

const MOST = 2_000_000n

/** A form with one field a municipality; an empty one is not part of the sharing. */
export const populationInput = z.record(z.string(), z.unknown()).transform((sent, context) => {
  const written = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string).trim() : '')
  const residents = Object.keys(sent).flatMap((name): Counted[] => {
    const code = name.match(/^antal-(\d{1,4})$/)?.[1]
    if (!code) return []
    if (written(name) === '') return [{ code: Number(code), residents: undefined }]
    const number = exactFrom(written(name))
    if (number?.d === 1n && number.n >= 0n && number.n <= MOST) return [{ code: Number(code), residents: Number(number.n) }]
    context.addIssue({ code: 'custom', path: [name], message: 'Skriv et helt antal, fx 10.800. Tom betyder: er ikke med.' })
    return []
  })
  const source = text(300, 'Skriv, hvor tallene står.').safeParse(sent['source'])
  if (!source.success) context.addIssue({ code: 'custom', path: ['source'], message: source.error.issues[0]?.message ?? '' })
  const sourceUrl = link().safeParse(sent['sourceUrl'])
  if (!sourceUrl.success)
    context.addIssue({ code: 'custom', path: ['sourceUrl'], message: sourceUrl.error.issues[0]?.message ?? '' })
  return { residents, source: source.data ?? '', sourceUrl: sourceUrl.data }
})
