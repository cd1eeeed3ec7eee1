import { z } from 'zod'
import { keysOf } from '../../platform/values/keys.ts'
import type { LoadedCases } from './actions/look.ts'
import { kinds, outcomes, standing } from './cases.ts'

/** How Børnehus Sjælland looks in the open API: what everybody may see, never a figure of a single municipality. */

const told = { source: z.string(), sourceDay: z.iso.date(), sourceUrl: z.string().optional(), example: z.boolean() }
export const boernehusOutput = z.object({
  figures: z.array(
    z.object({
      year: z.int(),
      kind: z.enum(keysOf(kinds)),
      cases: z.int(),
      derived: z.boolean(),
      note: z.string().optional(),
      ...told,
    }),
  ),
  targets: z.array(
    z.object({ year: z.int(), text: z.string(), outcome: z.enum(keysOf(outcomes)), note: z.string().optional(), ...told }),
  ),
})

export const boernehusAnswer = ({ figures, targets }: LoadedCases): z.output<typeof boernehusOutput> => ({
  figures: standing(figures).flatMap((figure) => {
    const { year, kind, municipalityCode, cases, derived, note, source, sourceDay, sourceUrl, example } = figure
    return municipalityCode !== undefined || cases === undefined
      ? []
      : [{ year, kind, cases, derived, note, source, sourceDay, sourceUrl, example }]
  }),
  targets: targets.map(({ year, text, outcome, note, source, sourceDay, sourceUrl, example }) => ({
    year,
    text,
    outcome,
    note,
    source,
    sourceDay,
    sourceUrl,
    example,
  })),
})
