import { z } from 'zod'
import { amountIn } from '../../platform/mapping.ts'
import { looksLikeCpr } from '../../platform/values/cpr.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Asked, asked, askedKeys } from './figures.ts'

/** Accounts as they are written by hand. */

const written = z.string().max(40).optional()

export const writtenFields = Object.fromEntries(askedKeys.map((key) => [key, written])) as Record<Asked, typeof written>

/** @throws Refusal at the field where something is written that is no number */
export function writtenNumbers(fields: Partial<Record<Asked, string | undefined>>): Partial<Record<Asked, number>> {
  const told: Partial<Record<Asked, number>> = {}
  for (const key of askedKeys) {
    const text = fields[key]
    if (text === undefined || text.trim() === '') continue
    const number = amountIn({ value: text })
    if (number === undefined || !Number.isFinite(number))
      throw new Refusal(
        key,
        'no number',
        `»${text.slice(0, 20)}« ved »${asked[key]}« er ikke et tal. Skriv fx 2.530.000. Intet er gemt.`,
      )
    told[key] = number
  }
  return told
}

/** The name of a tariff is that of nobody. */
export const isLabel = (text: string): boolean => text.length <= 120 && !looksLikeCpr(text)
