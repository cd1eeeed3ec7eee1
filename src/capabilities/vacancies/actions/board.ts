import { z } from 'zod'
import { type Action, page } from '../../../platform/action.ts'
import { BOARD_SIZE, BoardPage } from '../pages/board.tsx'
import { choices, freeLines, sums } from '../store/board.ts'
import { limitsOn } from '../store/lines.ts'

const number = z
  .string()
  .optional()
  .transform((text) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined))

export const chosen = z.object({ maalgruppe: number, kommune: number, side: number })

export const board: Action[] = [
  page({
    path: '/ledige',
    may: 'vacancies.read',
    open: true,
    query: chosen,
    load: async ({ db, today, query: { maalgruppe: groupId, kommune: municipalityCode, side } }) => {
      const limits = await limitsOn(db, today)
      const wish = { groupId, municipalityCode }
      const page = Math.min(Math.max(side ?? 1, 1), 10_000)
      const [lines, told, all] = await Promise.all([
        freeLines(db, wish, { today, limits, page, size: BOARD_SIZE }),
        sums(db, wish, today, limits),
        choices(db),
      ])
      return { ...wish, ...all, lines, sums: told, limits, page }
    },
    view: BoardPage,
    apiRead: {
      path: '/vacancies',
      summary: 'Place lines with free places, the freshest first; ?maalgruppe=, ?kommune=, ?side= as on the page',
      output: z.object({
        lines: z.int(),
        told: z.int(),
        vacancies: z.array(
          z.object({
            offer: z.string(),
            unit: z.string(),
            free: z.int(),
            freeFrom: z.iso.date(),
            confirmedOn: z.iso.date(),
            confirmedBy: z.string(),
            example: z.boolean(),
          }),
        ),
      }),
      answer: ({ lines, sums }) => ({
        lines: sums.lines,
        told: sums.told,
        vacancies: lines.flatMap(({ offerName, unitName, statement }) =>
          statement
            ? [
                {
                  offer: offerName,
                  unit: unitName,
                  free: statement.free,
                  freeFrom: statement.freeFrom,
                  confirmedOn: statement.day,
                  confirmedBy: statement.role,
                  example: statement.example,
                },
              ]
            : [],
        ),
      }),
    },
  }),
]
