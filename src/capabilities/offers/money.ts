import { z } from 'zod'
import { oreFrom } from '../../platform/values/kroner.ts'

const missing = 'Skriv et beløb i kroner, fx 2.530 eller 2.530,50.'

/** A billion kroner. */
const MOST_ORE = 100_000_000_000

/** Kroner in, øre out. */
export const kroner = () =>
  z.string({ error: missing }).transform((written, context) => {
    const ore = oreFrom(written)
    if (ore !== undefined && ore > 0 && ore <= MOST_ORE) return ore
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
