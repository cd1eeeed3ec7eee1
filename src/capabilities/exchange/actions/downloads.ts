import { ownParties } from '../../../access.ts'
import { type Action, type Ask, download, type File } from '../../../platform/action.ts'
import { asOfQuery, readingDay } from '../../../platform/as-of.ts'
import { csvFile, xlsxFile } from '../../../platform/sheet.ts'
import { holdsExample, type Outgoing, planOut, statusOut, workbookOf } from '../outgoing.ts'
import { planColumns } from '../plan-sheet.ts'
import { statusColumns } from '../status-sheet.ts'

/** The name says the day, and that there are examples in it: a CSV file has no other place for it. */
const nameOf = (what: string, outgoing: Outgoing, ending: string): string =>
  `faelles-${what}-${outgoing.day}${holdsExample(outgoing) ? '-eksempeldata' : ''}.${ending}`

const workbook = (what: string, outgoing: Outgoing): Promise<File> =>
  xlsxFile(nameOf(what, outgoing, 'xlsx'), workbookOf(outgoing))

type AsOf = Pick<Ask<unknown, { pr?: string | undefined }>, 'db' | 'query' | 'today'>

const plan = async (ask: AsOf): Promise<Outgoing> => {
  const day = readingDay(ask)
  return { day, status: undefined, plan: await planOut(ask.db, day) }
}

const status = async (ask: AsOf): Promise<Outgoing> => {
  const day = readingDay(ask)
  return { day, status: await statusOut(ask.db, day), plan: undefined }
}

export const downloads: Action[] = [
  download({
    path: '/plan/plan.xlsx',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: plan,
    send: (outgoing) => workbook('plan', outgoing),
  }),
  download({
    path: '/plan/plan.csv',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: plan,
    send: (outgoing) => csvFile(nameOf('plan', outgoing, 'csv'), planColumns, outgoing.plan ?? []),
  }),
  download({
    path: '/plan/status.xlsx',
    may: 'status.read',
    open: true,
    query: asOfQuery,
    load: status,
    send: (outgoing) => workbook('status', outgoing),
  }),
  download({
    path: '/plan/status.csv',
    may: 'status.read',
    open: true,
    query: asOfQuery,
    load: status,
    send: (outgoing) => csvFile(nameOf('status', outgoing, 'csv'), statusColumns, outgoing.status ?? []),
  }),
  download({
    path: '/plan/faelles.xlsx',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: async (ask) => ({ ...(await plan(ask)), status: (await status(ask)).status }),
    send: (outgoing) => workbook('plan-og-status', outgoing),
  }),
  download({
    path: '/regneark/mit.xlsx',
    may: 'plan.import',
    at: ({ actor }) => ({ partyId: ownParties(actor, 'plan.import')[0] }),
    load: async ({ db, today, actor, may }) => ({
      day: today,
      status: await statusOut(db, today, may('status.reportForOthers') ? undefined : ownParties(actor, 'status.report')),
      plan: may('plan.edit') ? await planOut(db, today) : undefined,
    }),
    send: (outgoing) => workbook('regneark', outgoing),
  }),
]
