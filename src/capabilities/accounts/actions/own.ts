import { z } from 'zod'
import { may, ownParties } from '../../../access.ts'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { day, optionalText, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import {
  accountsOf,
  addAccount,
  calculationIn,
  mustBeAccount,
  mustNotBeTwice,
  operatorsWithLines,
  sameFigures,
  yearsOfLines,
} from '../../tariffs/index.ts'
import { lineOfOperator, operatorHref, operatorParty, operatorYear, yearIn } from '../at.ts'
import { figuresFrom } from '../figures.ts'
import { isLabel, writtenFields, writtenNumbers } from '../input.ts'
import { FormPage } from '../pages/form.tsx'
import { OperatorsPage, OwnPage } from '../pages/own.tsx'
import { WithdrawPage } from '../pages/withdraw.tsx'
import { accountToRead } from './open.ts'

const yearQuery = z.object({ aar: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined) })

type OfLine = Ask<{ id: string; year: string; line: string }, { takst?: string | undefined }>

/** A place line of the operator's, with what is known of its year. */
async function lineYear(ask: OfLine) {
  const line = await lineOfOperator(ask)
  const year = yearIn(ask.params.year, ask.today)
  if (!line || year === undefined) return undefined
  const [accounts, rows] = await Promise.all([accountsOf(ask.db, [line.placeLineId]), yearsOfLines(ask, [line], [year])])
  const label = isLabel(ask.query.takst ?? '') ? (ask.query.takst ?? '') : ''
  const calculated = await calculationIn(ask.db, { placeLineId: line.placeLineId, label }, year)
  return { line, year, label, calculated, accounts: accounts.filter((one) => one.year === year), rows }
}

export type LineYear = NonNullable<Awaited<ReturnType<typeof lineYear>>>

const seen = z.string().max(20).optional()

export const own: Action[] = [
  page({
    path: '/takster/regnskaber/skriv',
    may: 'accounts.write',
    at: ({ actor }) => ({ partyId: ownParties(actor, 'accounts.write')[0] }),
    query: yearQuery,
    load: async ({ db, actor, query, today }) => {
      const last = Number(today.slice(0, 4)) - 1
      const year = Math.min(query.aar ?? last, last)
      const all = may(actor, 'accounts.write')
      const operators = await operatorsWithLines(db, year, all ? undefined : ownParties(actor, 'accounts.write'))
      return { year, years: [last, last - 1, last - 2, last - 3], operators }
    },
    view: OperatorsPage,
  }),

  page({
    path: '/takster/regnskaber/driver/:id/:year',
    may: 'accounts.write',
    at: operatorParty,
    load: operatorYear,
    view: OwnPage,
  }),

  form({
    path: '/takster/regnskaber/driver/:id/:year/skriv/:line',
    may: 'accounts.write',
    at: operatorParty,
    query: z.object({ takst: z.string().max(200).optional() }).catch({}),
    load: lineYear,
    input: z.object({
      ...writtenFields,
      label: optionalText(120),
      source: text(300, 'Skriv, hvor tallene står, fx Regnskab 2024.'),
      sourceDay: day('Skriv kildens dato.'),
      note: optionalText(500),
      reason: optionalText(500),
      seen,
    }),
    view: FormPage,
    submit: async (ask, { source, sourceDay, note, reason, seen, ...written }, { line, year, accounts }) => {
      const label = written.label ?? ''
      const figures = figuresFrom(writtenNumbers(written))
      mustBeAccount({ year, ...figures }, ask.today)
      const of = { placeLineId: line.placeLineId, label, year }
      mustNotBeTwice(of, accounts)
      const before = accounts.find((one) => one.label === label)
      mustBeNew({ before, seen, reason }, before !== undefined && before.source === source && sameFigures(figures, before))
      mustBeKnownBy(sourceDay, ask.today)
      const { id, version } = await addAccount(ask.db, {
        ...of,
        ...figures,
        ...{ source, sourceDay, note, reason: before ? reason : undefined, example: false },
        ...{ actorId: ask.actor.id, actorName: ask.actor.name, now: ask.now },
      })
      return {
        subject: `account:${id}`,
        next: `/takster/regnskaber/${id}`,
        said: version === 1 ? 'Regnskabet er gemt.' : 'Rettelsen er gemt som en ny version.',
        detail: { ...of, ...figures, version },
      }
    },
  }),

  form({
    path: '/takster/regnskaber/:id/traek-tilbage',
    may: 'accounts.write',
    at: async (ask) => {
      const read = await accountToRead({ ...ask, may: () => true })
      return read && { partyId: read.line.partyId }
    },
    load: accountToRead,
    input: z.object({ reason: text(500, 'Skriv, hvorfor regnskabet trækkes tilbage.') }),
    view: WithdrawPage,
    submit: async (ask, { reason }, { account, now, line }) => {
      if (now?.account?.id !== account.id)
        throw new Refusal(
          undefined,
          'changed meanwhile',
          'Der er en nyere version, eller regnskabet er allerede trukket tilbage. Intet er gemt. Se siden igen.',
        )
      const { id: _, recordedAt: __, version: ___, ...kept } = account
      const { id } = await addAccount(ask.db, {
        ...kept,
        ...{ reason, withdrawn: true, actorId: ask.actor.id, actorName: ask.actor.name, now: ask.now },
      })
      return {
        subject: `account:${id}`,
        next: line.operatorId === undefined ? '/takster/regnskaber' : operatorHref(line.operatorId, account.year),
        said: 'Regnskabet er trukket tilbage. Det står stadig i historien.',
        detail: { reason },
      }
    },
  }),
]

type Before = { before: { id: number } | undefined; seen: string | undefined; reason: string | undefined }

/** @throws Refusal when somebody has written in the meantime, nothing is changed, or a correction says no reason */
function mustBeNew({ before, seen, reason }: Before, same: boolean): void {
  if ((seen ?? '') !== String(before?.id ?? ''))
    throw new Refusal(
      undefined,
      'changed meanwhile',
      'En anden har lige skrevet dette regnskab. Intet er gemt. Hent siden igen, og skriv så din rettelse.',
    )
  if (!before) return
  if (same) throw new Refusal(undefined, 'nothing', 'Intet er ændret, så der er intet at gemme.')
  if (reason === undefined) throw new Refusal('reason', 'no reason', 'Skriv, hvorfor regnskabet rettes. Intet er gemt.')
}

function mustBeKnownBy(sourceDay: string, today: string): void {
  if (sourceDay > today) throw new Refusal('sourceDay', 'later', 'Kildens dato ligger efter i dag. Ret den. Intet er gemt.')
}
