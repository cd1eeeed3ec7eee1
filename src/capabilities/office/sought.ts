import { z } from 'zod'
import { isDay } from '../../platform/values/day.ts'
import type { Sought } from './store.ts'

const word = z.string().trim().max(100).optional().catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)

/** What the address of the audit log may ask for. What makes no sense is not asked for. */
export const deedQuery = z.object({
  hvem: word,
  ting: word,
  hvad: word,
  fra: day,
  til: day,
  foer: z.coerce.number().int().positive().optional().catch(undefined),
})

export type DeedQuery = z.output<typeof deedQuery>

export const soughtBy = ({ hvem, ting, hvad, fra, til }: DeedQuery): Sought => ({
  who: hvem,
  thing: ting,
  permission: hvad,
  from: fra,
  until: til,
})
