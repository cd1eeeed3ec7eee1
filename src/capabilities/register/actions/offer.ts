import { z } from 'zod'
import { type Action, page } from '../../../platform/action.ts'
import { asOfQuery } from '../../../platform/as-of.ts'
import { idIn } from '../../../platform/values/id.ts'
import { changesOf, offersOf, operators, operatorWith } from '../../offers/index.ts'
import { offerAnswer, offerOutput } from '../offer-answer.ts'
import { offerToRead } from '../offer-reading.ts'
import { OfferPage } from '../pages/offer.tsx'
import { OperatorPage, OperatorsPage } from '../pages/operators.tsx'

export const reading: Action[] = [
  page({
    path: '/tilbud/drivere',
    may: 'offers.read',
    open: true,
    load: async ({ db }) => operators(db),
    view: OperatorsPage,
    apiRead: {
      path: '/operators',
      summary: 'Who runs offers',
      output: z.object({
        operators: z.array(
          z.object({
            id: z.int(),
            uuid: z.uuid(),
            name: z.string(),
            ownership: z.string().optional(),
            cvr: z.string().optional(),
            pNumber: z.string().optional(),
            ean: z.string().optional(),
            offers: z.int(),
            source: z.string(),
            example: z.boolean(),
          }),
        ),
      }),
      answer: (all) => ({
        operators: all.map(({ id, uuid, name, ownership, cvr, pNumber, ean, offers, source, example }) => ({
          id,
          uuid,
          name,
          ownership,
          cvr,
          pNumber,
          ean,
          offers,
          source,
          example,
        })),
      }),
    },
  }),

  page({
    path: '/tilbud/drivere/:operator',
    may: 'offers.read',
    open: true,
    load: async ({ db, params }) => {
      const operator = await operatorWith(db, idIn(params.operator))
      if (!operator) return undefined
      const [offers, changes] = await Promise.all([offersOf(db, operator.id), changesOf(db, { operatorId: operator.id })])
      return { operator, offers, changes }
    },
    view: OperatorPage,
  }),

  page({
    path: '/tilbud/:id',
    may: 'offers.read',
    open: true,
    query: asOfQuery,
    load: offerToRead,
    view: OfferPage,
    apiRead: {
      path: '/offers/:id',
      summary: 'One offer with its units, place lines, counts and prices',
      output: offerOutput,
      answer: ({ detail, agreement }) => offerAnswer(detail, agreement),
    },
  }),
]
