import { z } from 'zod'
import { keysOf } from '../../platform/values/keys.ts'
import type { LoadedNational } from './actions/look.ts'
import { measures, standing } from './national.ts'

/** How the national offers look in the open API: what holds, with where it stands. */

const told = { source: z.string(), sourceDay: z.iso.date(), sourceUrl: z.string().optional(), example: z.boolean() }
type Told = { source: string; sourceDay: string; sourceUrl: string | undefined; example: boolean }
const toldOf = ({ source, sourceDay, sourceUrl, example }: Told): Told => ({ source, sourceDay, sourceUrl, example })

export const nationalOutput = z.object({
  groups: z.array(z.object({ key: z.string(), label: z.string(), parent: z.string().optional() })),
  offers: z.array(
    z.object({
      id: z.int(),
      group: z.string(),
      name: z.string(),
      region: z.string().optional(),
      offerId: z.int().optional(),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().optional(),
      ...told,
    }),
  ),
  figures: z.array(
    z.object({
      group: z.string(),
      nationalOfferId: z.int().optional(),
      measure: z.enum(keysOf(measures)),
      year: z.int(),
      quarter: z.int().optional(),
      value: z.number(),
      note: z.string().optional(),
      ...told,
    }),
  ),
  conclusions: z.array(
    z.object({ year: z.int(), text: z.string(), decidedBy: z.string().optional(), decidedOn: z.iso.date().optional(), ...told }),
  ),
})

export const nationalAnswer = (loaded: LoadedNational): z.output<typeof nationalOutput> => ({
  groups: loaded.groups.map(({ key, label, parent }) => ({ key, label, parent })),
  offers: loaded.offers.map((offer) => ({
    id: offer.id,
    group: offer.groupKey,
    name: offer.name,
    region: offer.region,
    offerId: offer.offerId,
    validFrom: offer.validFrom,
    validUntil: offer.validUntil,
    ...toldOf(offer),
  })),
  figures: standing(loaded.figures).flatMap((figure) => {
    const { groupKey: group, nationalOfferId, measure, year, quarter, value, note } = figure
    return value === undefined ? [] : [{ group, nationalOfferId, measure, year, quarter, value, note, ...toldOf(figure) }]
  }),
  conclusions: loaded.conclusions.map((one) => ({
    year: one.year,
    text: one.text,
    decidedBy: one.decidedBy,
    decidedOn: one.decidedOn,
    ...toldOf(one),
  })),
})
