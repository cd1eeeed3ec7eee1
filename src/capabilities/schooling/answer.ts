import { z } from 'zod'
import { type ShownCount, type ShownSum, sumShownText } from '../../platform/values/small-count.ts'
import type { LoadedMatrix } from './actions/look.ts'

/** How the matrix looks in the open API: what is fetched is passed on, so it holds what everybody may see, whoever fetches it. */

const countOutput = z.object({
  /** Left out when the count is too small to be shown. */
  pupils: z.int().optional(),
  hidden: z.boolean().describe('True: between 1 and just below hiddenBelow.'),
})

export const schoolingOutput = z.object({
  year: z.int().describe('The school year that begins in this year.'),
  hiddenBelow: z.int().describe('Counts from 1 to just below this are not shown.'),
  example: z.boolean(),
  offers: z.array(
    z.object({
      offerId: z.int(),
      name: z.string(),
      users: z.int(),
      notReported: z.int().describe('Municipalities that have not reported, which is not 0.'),
      coordinated: z.enum(['yes', 'no', 'open']),
      sum: z.string().optional().describe('In Danish words, such as »mindst 37«; left out when nobody has reported.'),
      municipalities: z.array(z.object({ municipalityCode: z.int(), ...countOutput.shape })),
    }),
  ),
})

const countAnswer = (count: ShownCount) => (count === 'few' ? { hidden: true } : { pupils: count, hidden: false })
const sumAnswer = (sum: ShownSum) => (sum.told === 0 ? undefined : sumShownText(sum))

export const schoolingAnswer = ({ year, limit, passedOn }: LoadedMatrix): z.output<typeof schoolingOutput> => ({
  year,
  hiddenBelow: limit,
  example: passedOn.example,
  offers: passedOn.rows.map(({ offer, users, silent, coordinated, sum, cells }) => ({
    offerId: offer.id,
    name: offer.name,
    users,
    notReported: silent,
    coordinated,
    sum: sumAnswer(sum),
    municipalities: [...cells].map(([municipalityCode, count]) => ({ municipalityCode, ...countAnswer(count) })),
  })),
})
