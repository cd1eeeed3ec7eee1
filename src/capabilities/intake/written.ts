import { z } from 'zod'
import { link as linkOf, optionalText, text } from '../../platform/values/fields.ts'

/** Schemas of cells, made once: making one costs more than reading a thousand cells with it. */

export const name = text(160)
export const street = text(150)
export const postalCode = text(10)
export const city = text(60)
export const label = text(80)
export const source = text(300)
export const note = optionalText(2000)
export const link = linkOf()

/** An address for mail that many read. */
export const mailbox = z.email({ error: 'Det er ikke en mailadresse. Skriv en, som flere læser, fx post@tilbud.dk.' }).max(200)
