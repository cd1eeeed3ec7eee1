import { z } from 'zod'
import { day, optional, text, whole } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { digits } from './identifier.ts'
import { ownerships, placeKinds } from './offer.ts'

/** Fields that the deeds of offers share. */

export const optionalWhole = (min: number, max: number) => optional(whole(min, max))

/** A number of an organisation or on the portal: blanks and hyphens go. */
export const number = () => optional(z.string().max(40).transform(digits))

/** An address for mail that many read; never checked against a person. */
export const mailbox = () => optional(z.email({ error: 'Skriv en mailadresse, fx post@tilbud.dk.' }).max(200))

export const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  optional(z.enum(choices))

export const ownership = () => optionalChoice(keysOf(ownerships))
export const placeKind = () => optionalChoice(keysOf(placeKinds))

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
