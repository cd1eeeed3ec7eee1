import { z } from 'zod'
import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { xlsxFile } from '../../../platform/sheet.ts'
import { membersOn } from '../../parties/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { schoolingAnswer, schoolingOutput } from '../answer.ts'
import { MatrixPage } from '../pages/matrix.tsx'
import { usageCsv, usageWorkbook } from '../sheets.ts'
import { schoolOffers, usageIn, writtenIn, yearsTold } from '../store.ts'
import { templateBook } from '../template.ts'
import { lastDayOf, matrixOf, schoolYearOf } from '../usage.ts'

export const SCHOOLING = '/tilbud/saerlige/specialundervisning'
export const query = z.object({ aar: z.string().optional().describe('The year a school year begins in.') })
type Asked = Ask<unknown, z.output<typeof query>>

const ALL_SHOWN = 1

/** What stands in the matrix of a school year, exactly: for the secretariat's own deeds. */
export async function ground({ db, today }: Pick<Ask, 'db' | 'today'>, year: number) {
  const day = lastDayOf(year) < today ? lastDayOf(year) : today
  const [offers, members, usage] = await Promise.all([schoolOffers(db), membersOn(db, day), usageIn(db, year)])
  const municipalities = members.flatMap(({ kind, code, name }) =>
    kind === 'municipality' && code !== undefined ? [{ code: Number(code), name }] : [],
  )
  return { offers, municipalities, usage, day }
}

const yearIn = (asked: string | undefined, years: readonly number[], now: number): number => {
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : undefined
  return year !== undefined && (years.includes(year) || year === now) ? year : (years[0] ?? now)
}

/** The matrix as this reader may see it. Nothing exact leaves this function for anybody but who may write it. */
const load = (ask: Asked) => matrixFor(ask, ask.may('schooling.edit'))

/** Files are passed on, so they hold what everybody may see, whoever takes them. */
const toPassOn = (ask: Asked) => matrixFor(ask, false)

async function matrixFor(ask: Asked, sees: boolean) {
  const { db, today } = ask
  const years = await yearsTold(db)
  const now = schoolYearOf(today)
  const year = yearIn(ask.query.aar, years, now)
  const { day, ...all } = await ground(ask, year)
  const [limit, needed, written] = await Promise.all([
    parameterOn(db, 'counts.hiddenBelow', today),
    parameterOn(db, 'schooling.municipalities', day),
    writtenIn(db, year),
  ])
  const passedOn = matrixOf({ ...all, needed, limit })
  const matrix = sees ? matrixOf({ ...all, needed, limit: ALL_SHOWN }) : passedOn
  return { matrix, passedOn, municipalities: all.municipalities, year, now, years, limit, needed, written, sees }
}

export type LoadedMatrix = Awaited<ReturnType<typeof matrixFor>>

export const look: Action[] = [
  page({
    path: SCHOOLING,
    may: 'specialised.read',
    open: true,
    query,
    load,
    view: MatrixPage,
    apiRead: {
      path: '/special-offers/schooling',
      summary: 'Pupils in special education by offer and municipality in a school year, small counts not shown',
      output: schoolingOutput,
      answer: schoolingAnswer,
    },
  }),
  download({ path: `${SCHOOLING}.xlsx`, may: 'specialised.read', open: true, query, load: toPassOn, send: usageWorkbook }),
  download({ path: `${SCHOOLING}.csv`, may: 'specialised.read', open: true, query, load: toPassOn, send: usageCsv }),
  download({
    path: `${SCHOOLING}/skabelon.xlsx`,
    may: 'schooling.edit',
    query,
    load: async (ask) => {
      const year = /^\d{4}$/.test(ask.query.aar ?? '') ? Number(ask.query.aar) : schoolYearOf(ask.today)
      return { ...(await ground(ask, year)), year }
    },
    send: ({ year, ...all }) => xlsxFile(`faelles-specialundervisning-skabelon-${year}.xlsx`, templateBook(all, year)),
  }),
]
