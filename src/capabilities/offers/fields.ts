import { z } from 'zod'
import { day, text, whole } from '../../platform/values/fields.ts'
import { digits } from './identifier.ts'
import { ownerships, placeKinds } from './offer.ts'

/** Fields that the deeds of offers share. */

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(field: T) => z.preprocess(blank, field.optional()).transform((value) => value ?? undefined)

export const optionalWhole = (min: number, max: number) => optional(whole(min, max))

/** A number of an organisation or on the portal: blanks and hyphens go. */
export const number = () => optional(z.string().max(40).transform(digits))

/** An address for mail that many read; never checked against a person. */
export const mailbox = () => optional(z.email({ error: 'Skriv en mailadresse, fx post@tilbud.dk.' }).max(200))

export const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.preprocess(blank, z.enum(choices).optional())

export const ownership = () => optionalChoice(keysOf(ownerships))
export const placeKind = () => optionalChoice(keysOf(placeKinds))

export const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as [Key, ...Key[]]

/** Several boxes of one name. */
export const several = () =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(60)).max(60),
  )

export const municipality = () => optional(whole(1, 999))

/** From which day it holds, and how one knows; `version`: what the form was made from. */
export const entered = {
  validFrom: day('Skriv, fra hvilken dag det gælder.'),
  source: text(300, 'Skriv, hvor I ved det fra, fx »Tilbuddet selv«.'),
  version: z.preprocess((value) => Number(value ?? 0), z.int().min(0)),
}

export const percent = () =>
  optional(
    z
      .string()
      .transform((written) => Number(written.replace('%', '').trim().replace(',', '.')))
      .pipe(z.number({ error: 'Skriv en procent, fx 95.' }).min(0).max(150, { error: 'Skriv en procent fra 0 til 150.' })),
  )

export const name = () => text(160, 'Skriv et navn.')
