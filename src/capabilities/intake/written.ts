import { z } from 'zod'

/** An address for mail that many read. */
export const mailbox = z.email({ error: 'Det er ikke en mailadresse. Skriv en, som flere læser, fx post@tilbud.dk.' }).max(200)
