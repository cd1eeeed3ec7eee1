import { z } from 'zod'
import { type Action, type Ask, page } from '../../../platform/action.ts'
import { asOfQuery, readingDay } from '../../../platform/as-of.ts'
import { dayOf } from '../../../platform/values/day.ts'
import { existsOn, type Party } from '../../parties/index.ts'
import { HistoryPage } from '../pages/history.tsx'
import { PartiesPage } from '../pages/parties.tsx'
import { PartyPage, type Rights } from '../pages/party.tsx'
import { cellHistoryOn, partyStatusOn, statusOn } from '../reading.ts'
import { lastSaid, type Report, stateKeys } from '../status.ts'
import { approvesFirst } from '../store.ts'
import { memberOf } from './at.ts'

/** The parties, one party, and all that one has said of one area. */

type AsOf = Pick<Ask<Record<never, string>, { pr?: string | undefined }>, 'query' | 'today' | 'may'>

/** Deeds are offered on today's page only; what was is only read. */
function rightsOf(ask: AsOf, party: Party): Rights {
  const now = readingDay(ask) === ask.today && existsOn(party, ask.today)
  const at = { partyId: party.id }
  return {
    report: now && ask.may('status.report', at),
    forOthers: now && ask.may('status.reportForOthers', at),
    approve: now && ask.may('status.approve', at),
    policy: now && ask.may('status.policy', at),
  }
}

const seesInside = (ask: AsOf, party: Party): boolean =>
  readingDay(ask) === ask.today && ask.may('status.readInternal', { partyId: party.id })

const statusShape = z.object({
  id: z.int().nullable(),
  state: z.enum(stateKeys).nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  day: z.iso.date().nullable(),
  recordedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  lastSaid: z.iso.date().nullable(),
  approved: z.boolean().nullable(),
  by: z.string().nullable(),
  example: z.boolean().nullable(),
})

/** A report as the open API tells it; every field is null where nothing is reported. */
const told = (report: Report | undefined): z.infer<typeof statusShape> => ({
  id: report?.id ?? null,
  state: report?.state ?? null,
  reason: report?.reason ?? null,
  note: report?.publicNote ?? null,
  evidence: report?.evidence ?? null,
  day: report?.day ?? null,
  recordedAt: report?.recordedAt.toISOString() ?? null,
  confirmedAt: report?.confirmedAt?.toISOString() ?? null,
  lastSaid: report ? dayOf(lastSaid(report)) : null,
  approved: report ? report.approvedAt !== undefined : null,
  by: report?.actorRole ?? null,
  example: report?.example ?? null,
})

const areaShape = statusShape.extend({ area: z.string() })
const partyShape = z.object({ party: z.string(), name: z.string(), reported: z.int(), of: z.int(), statuses: z.array(areaShape) })

export const reading: Action[] = [
  page({
    path: '/plan/parter',
    may: 'status.read',
    open: true,
    query: asOfQuery,
    load: (ask) => statusOn(ask.db, readingDay(ask)),
    view: PartiesPage,
    apiRead: {
      path: '/statuses',
      summary: 'What every party has reported for every action area on a day',
      output: z.object({ day: z.iso.date(), reported: z.int(), of: z.int(), parties: z.array(partyShape) }),
      answer: ({ day, areas, members, reports }) => {
        const parties = members.map(({ id, slug, name }) => {
          const own = reports.filter(({ partyId }) => partyId === id)
          const statuses = areas.map((area) => ({ area: area.key, ...told(own.find(({ areaId }) => areaId === area.id)) }))
          return { party: slug, name, reported: own.length, of: areas.length, statuses }
        })
        return { day, reported: parties.filter(({ reported }) => reported > 0).length, of: parties.length, parties }
      },
    },
  }),

  page({
    path: '/plan/parter/:slug',
    may: 'status.read',
    open: true,
    query: asOfQuery,
    load: async (ask) => {
      const party = await memberOf(ask)
      if (!party) return undefined
      const day = readingDay(ask)
      const rights = rightsOf(ask, party)
      const [status, approveFirst] = await Promise.all([
        partyStatusOn(ask.db, day, party, seesInside(ask, party)),
        rights.policy ? approvesFirst(ask.db, party.id) : false,
      ])
      return { status, day, rights, approveFirst }
    },
    view: PartyPage,
    apiRead: {
      path: '/parties/:slug/statuses',
      summary: 'What one party has reported for every action area on a day',
      output: partyShape.extend({ day: z.iso.date() }),
      answer: ({ status: { party, lines }, day }) => ({
        day,
        party: party.slug,
        name: party.name,
        reported: lines.filter(({ report }) => report).length,
        of: lines.length,
        statuses: lines.map(({ area, report }) => ({ area: area.key, ...told(report) })),
      }),
    },
  }),

  page({
    path: '/plan/parter/:slug/:key',
    may: 'status.read',
    open: true,
    query: asOfQuery,
    load: async (ask) => {
      const party = await memberOf(ask)
      if (!party) return undefined
      const day = readingDay(ask)
      const cell = await cellHistoryOn(ask.db, day, party, ask.params.key, seesInside(ask, party))
      const { report, forOthers } = rightsOf(ask, party)
      const path = `/plan/parter/${party.slug}/${ask.params.key}`
      return cell && { cell, day, meld: report ? `${path}/meld` : forOthers ? `${path}/meld-for` : undefined }
    },
    view: HistoryPage,
    apiRead: {
      path: '/parties/:slug/statuses/:key',
      summary: 'Every report of one party for one action area by a day, newest first',
      output: z.object({ day: z.iso.date(), party: z.string(), area: z.string(), reports: z.array(statusShape) }),
      answer: ({ cell: { party, area, reports }, day }) => ({
        day,
        party: party.slug,
        area: area.key,
        reports: reports.map(told),
      }),
    },
  }),
]
