import { z } from 'zod'
import { type Action, form, page } from '../../../platform/action.ts'
import { text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { LatePage, SendPage } from '../pages/office.tsx'
import { limitsOn } from '../store/lines.ts'
import { askOne } from '../store/links.ts'
import { leftBehind, standingOf, standings } from '../store/standings.ts'

export const office: Action[] = [
  page({
    path: '/kontor/ledige',
    may: 'vacancies.chase',
    load: async ({ db, today }) => {
      const [all, left, limits] = await Promise.all([standings(db, today), leftBehind(db, today), limitsOn(db, today)])
      return { standings: all, left, limits }
    },
    view: LatePage,
  }),

  form({
    path: '/kontor/ledige/:id/send',
    may: 'vacancies.chase',
    load: async ({ db, params, today }) => standingOf(db, idIn(params.id), today),
    input: z.object({ last: text(20, 'Hent siden igen, og tryk så.') }),
    view: SendPage,
    submit: async ({ db, now, today, site }, { last }, standing) => {
      if (standing.recipient === undefined)
        throw new Refusal(
          undefined,
          'no mailbox',
          `${standing.name} har ingen postkasse i Fælles. Skriv den på driftsherren først. Ingen mail er sendt.`,
        )
      if (String(standing.lastLinkId ?? 0) !== last)
        throw new Refusal(undefined, 'sent meanwhile', `${standing.name} har lige fået en mail. Der er ikke sendt en til.`)
      await askOne(db, standing, { day: today, at: now, baseUrl: site.baseUrl })
      return {
        subject: `operator:${standing.id}`,
        next: '/kontor/ledige',
        said: `En mail til ${standing.name} er lagt i udbakken.`,
        detail: { recipient: standing.recipient },
      }
    },
  }),
]
