import { z } from 'zod'

/** '4.535,50' as Danes write it → 453550 øre. undefined when it is no amount. */
export function oreFrom(written: string): number | undefined {
  const plain = written
    .replace(/kr\.?|\s/gi, '')
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

const missing = 'Skriv et beløb i kroner, fx 2.530 eller 2.530,50.'

/** Kroner in, øre out. */
export const kroner = () =>
  z.string({ error: missing }).transform((written, context) => {
    const ore = oreFrom(written)
    if (ore !== undefined && ore > 0) return ore
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
