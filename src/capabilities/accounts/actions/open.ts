import { z } from 'zod'
import { type Action, type Ask, page } from '../../../platform/action.ts'
import { idIn } from '../../../platform/values/id.ts'
import {
  accountWith,
  accountYear,
  lineWith,
  versionsOf,
  type YearOfLine,
  yearsOfLines,
  yearsWithAccounts,
} from '../../tariffs/index.ts'
import { AccountPage } from '../pages/account.tsx'
import { ListPage } from '../pages/list.tsx'
import { accountOutput, listOutput, toldYear } from '../told.ts'

const yearQuery = z.object({ aar: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined) })

/** Years that are over: those with accounts, and the three before this one. */
async function yearsToShow({ db, today }: Pick<Ask, 'db' | 'today'>) {
  const now = Number(today.slice(0, 4))
  const told = await yearsWithAccounts(db)
  return { told, years: [...new Set([now - 1, now - 2, now - 3, ...told])].sort((a, b) => b - a) }
}

export async function accountToRead(ask: Pick<Ask<{ id: string }>, 'db' | 'params' | 'today' | 'may'>) {
  const account = await accountWith(ask.db, idIn(ask.params.id))
  const line = account && (await lineWith(ask.db, account.placeLineId))
  if (!line) return undefined
  const [rows, versions] = await Promise.all([yearsOfLines(ask, [line], [account.year]), versionsOf(ask.db, account)])
  const now: YearOfLine | undefined = rows.find(({ label }) => label === account.label)
  const seen = (now ?? rows[0])?.seen ?? { level: 'price' as const, why: undefined }
  return { account, line, now, seen, versions }
}

export type AccountToRead = NonNullable<Awaited<ReturnType<typeof accountToRead>>>

export const open: Action[] = [
  page({
    path: '/takster/regnskaber',
    may: 'tariffs.read',
    open: true,
    query: yearQuery,
    load: async (ask) => {
      const { told, years } = await yearsToShow(ask)
      const year = ask.query.aar ?? told[0] ?? years[0] ?? 0
      return { year, years, rows: await accountYear(ask, year) }
    },
    view: ListPage,
    apiRead: {
      path: '/accounts',
      summary: 'What the accounts of a year came to, and into which later tariff the result flows by rule (?aar=2024)',
      output: listOutput,
      answer: ({ year, rows }) => ({ year, accounts: rows.map(toldYear) }),
    },
  }),

  page({
    path: '/takster/regnskaber/:id',
    may: 'tariffs.read',
    open: true,
    load: accountToRead,
    view: AccountPage,
    apiRead: {
      path: '/accounts/:id',
      summary: 'Accounts of a place line for a year, as much of them as may be seen',
      output: accountOutput,
      answer: ({ account, now, seen, line }) =>
        toldYear(
          now?.account?.id === account.id
            ? now
            : {
                ...{ of: line, label: account.label, year: account.year, seen, account },
                ...{ flow: undefined, taken: undefined, toYear: undefined, calculations: [] },
              },
        ),
    },
  }),
]
