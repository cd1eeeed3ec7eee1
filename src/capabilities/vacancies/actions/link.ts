import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { text } from '../../../platform/values/fields.ts'
import { post } from '../../mail/index.ts'
import { answersInput, confirmationsOf, type NewStatement, statementsFrom } from '../answer.ts'
import { receiptLetterOf } from '../letter.ts'
import { freeText, nameOf } from '../line.ts'
import { type Link, mustWork, stateOf } from '../link.ts'
import { LinkPage, LinkStatePage, ReceiptPage } from '../pages/link.tsx'
import { linesOf } from '../store/lines.ts'
import { linkWithReceipt, linkWithToken, useUp } from '../store/links.ts'
import { saidBy, say } from '../store/statements.ts'
import { groundOf, saidOf } from './confirm.ts'

type ByToken = Ask<{ token: string }>

/** Opening the address does nothing: mail scanners do it too. */
const load = async ({ db, params, today }: ByToken) => {
  const link = await linkWithToken(db, params.token)
  const ground = await groundOf(db, { operatorId: link?.operatorId ?? 0 }, today)
  return { link, ...ground, said: link?.usedAt ? await saidBy(db, link.id) : [] }
}

export type LoadedLink = Awaited<ReturnType<typeof load>>

/** Saves what was said and uses the link up, in one deed; the token itself is written nowhere. */
async function answer(
  { db, actor, today, now }: ByToken,
  link: Link,
  statements: readonly NewStatement[],
  usedFor: 'confirmed' | 'stated',
): Promise<void> {
  const name = `Linket til ${link.operatorName}`
  await useUp(db, link.id, usedFor, now)
  await say(db, statements, {
    role: 'link',
    actorId: actor.id,
    actorName: name,
    linkId: link.id,
    example: link.example,
    today,
    now,
  })
}

const outcome = ({ today }: ByToken, link: Link, statements: readonly NewStatement[], lines: LoadedLink['lines']) => ({
  subject: `operator:${link.operatorId}`,
  next: `/ledige/kvittering/${link.receipt}`,
  said: saidOf(statements, lines, today),
  detail: {
    link: link.id,
    vacancies: statements.map(({ line, kind, free, freeFrom }) => ({ line: line.id, kind, free, freeFrom })),
  },
})

export const link: Action[] = [
  form({
    path: '/ledige/svar/:token',
    may: 'vacancies.answerByLink',
    load,
    input: z.object({ seen: text(20, 'Hent siden igen, og tryk så.') }),
    view: LinkPage,
    submit: async (ask, { seen }, { link, lines, aheadDays }) => {
      mustWork(link, ask.today)
      const statements = confirmationsOf(seen, { lines, today: ask.today, aheadDays })
      await answer(ask, link, statements, 'confirmed')
      return outcome(ask, link, statements, lines)
    },
  }),

  form({
    path: '/ledige/svar/:token/ret',
    may: 'vacancies.answerByLink',
    load,
    input: answersInput,
    view: LinkStatePage,
    submit: async (ask, written, { link, lines, aheadDays }) => {
      mustWork(link, ask.today)
      const statements = statementsFrom(written, { lines, today: ask.today, aheadDays })
      await answer(ask, link, statements, 'stated')
      await post(ask.db, {
        recipient: link.recipient,
        ...receiptLetterOf(
          link.operatorName,
          statements.map(({ line, ...told }) => `${nameOf(line)}: ${freeText(told, ask.today)}`),
          { receiptUrl: `${ask.site.baseUrl}/ledige/kvittering/${link.receipt}` },
        ),
        topic: 'vacancies',
        example: link.example,
        at: ask.now,
      })
      return outcome(ask, link, statements, lines)
    },
  }),

  page({
    path: '/ledige/kvittering/:receipt',
    may: 'vacancies.answerByLink',
    load: async ({ db, params, today }) => {
      const link = await linkWithReceipt(db, params.receipt)
      if (!link || stateOf(link, today) !== 'used') return undefined
      return { link, said: await saidBy(db, link.id), lines: await linesOf(db, { operatorId: link.operatorId }, today) }
    },
    view: ReceiptPage,
  }),
]
