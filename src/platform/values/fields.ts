import { z } from 'zod'
import { CPR_SENTENCE, looksLikeCpr } from './cpr.ts'
import { isDay } from './day.ts'

z.config(z.locales.da())

/** Fields of forms, the open API and spreadsheet rows: text in, domain values out, errors as Danish sentences. */

const blankIsMissing = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** A browser ends lines in two signs, a program in one: inside there is one. */
const oneLineBreak = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value)

/** Free text, trimmed. Refuses what looks like a CPR number. `max` in characters. */
export const text = (max = 200, missing = 'Skriv noget her.') =>
  z.preprocess(
    (value) => blankIsMissing(oneLineBreak(value)),
    z
      .string({ error: missing })
      .trim()
      .max(max, { error: (issue) => `Teksten er for lang: højst ${issue['maximum']} tegn.` })
      .refine((value) => !looksLikeCpr(value), { error: CPR_SENTENCE })
      .refine((value) => !isUnkeepable(value), { error: 'Teksten indeholder tegn, der ikke kan gemmes.' }),
  )

/** Free text that may be left out; undefined when blank. */
export const optionalText = (max = 2000) =>
  z.preprocess(blankIsMissing, z.union([z.undefined(), text(max)])).transform((value) => value ?? undefined)

/** A field that may be left out; undefined when blank. */
export const optional = <Field extends z.ZodType>(field: Field) =>
  z.preprocess(blankIsMissing, field.optional()).transform((value) => value ?? undefined)

/** One of a closed list. */
export const choice = <const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  missing = 'Vælg en af mulighederne.',
) => z.preprocess(blankIsMissing, z.enum(choices, { error: missing }))

/** A day that exists, 'YYYY-MM-DD' or 'D.M.YYYY', 'D-M-YYYY', 'D/M/YYYY'. */
export const day = (missing = 'Skriv en dato, fx 13-11-2025.') =>
  z.preprocess(
    (value) => (typeof value === 'string' ? isoDay(value.trim()) : value),
    z.string({ error: missing }).refine(isDay, { error: missing }),
  )

export const optionalDay = () => z.preprocess(blankIsMissing, z.union([z.undefined(), day()]))

/** An instant with its time zone, or the day it is in UTC; an address turns + into a blank, which is turned back. */
export const instant = () =>
  z
    .string()
    .transform((text) => text.replace(/ (?=\d\d:\d\d$)/, '+'))
    .pipe(
      z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
        error: 'Skriv et tidspunkt som 2026-03-02T09:00:00Z, eller en dag som 2026-03-02.',
      }),
    )
    .transform((text) => new Date(text))

/** A ticked box. */
export const flag = () =>
  z.preprocess((value) => value === 'on' || value === 'true' || value === 'ja' || value === true, z.boolean())

/** A whole number within bounds. */
export const whole = (min: number, max: number) => {
  const error = `Skriv et helt tal fra ${min} til ${max}.`
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : blankIsMissing(value)),
    z.int({ error }).min(min, { error }).max(max, { error }),
  )
}

/** An address on the web. Only http and https, so that no link runs a script. */
export const link = () =>
  z.preprocess(
    blankIsMissing,
    z.union([
      z.undefined(),
      text(500).refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
        error: 'Skriv en hel adresse, der begynder med https://',
      }),
    ]),
  )

const isoDay = (value: string): string | undefined => {
  if (value === '') return undefined
  const [, d, m, y] = value.match(/^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/) ?? []
  return d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : value
}

/** Control characters, and half of a character that takes two, which jsonb refuses. */
const isUnkeepable = (value: string) => /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Surrogate}/u.test(value)
