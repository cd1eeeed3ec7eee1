import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { choice, whole } from '../../../platform/values/fields.ts'
import { approvable } from '../line.ts'
import { mustBeMember } from '../member.ts'
import { ApproveAllPage, ApprovePage, ConfirmAllPage, ConfirmPage, PolicyPage } from '../pages/settle.tsx'
import { partyStatusOn } from '../reading.ts'
import { mustBeNewest, type Report, type ReporterRole } from '../status.ts'
import { approve, approvesFirst, confirm, setPolicy } from '../store.ts'
import { atParty, cellOf, memberOf } from './at.ts'

const single = z.object({ report: whole(1, 2 ** 50) })
const several = z.object({
  reports: z
    .string()
    .regex(/^\d+(,\d+)*$/, { error: 'Der er ikke valgt noget. Gå tilbage, og prøv igen.' })
    .transform((text) => new Set(text.split(',').map(Number))),
})

type PartyAsk = Ask<{ slug: string }>

/** The party's reports that stand open for a deed: those that can be confirmed, or those that can be approved. */
const openOf = (pick: 'confirm' | 'approve') => async (ask: PartyAsk) => {
  const party = await memberOf(ask)
  if (!party) return undefined
  const { lines } = await partyStatusOn(ask.db, ask.today, party, true)
  const open = lines.flatMap((line) => {
    const report = pick === 'approve' ? approvable(line) : line.waiting ? undefined : line.report
    return report ? [{ area: line.area, report }] : []
  })
  return { party, open }
}

const roleOf = ({ may }: Pick<Ask, 'may'>, partyId: number): ReporterRole =>
  may('status.approve', { partyId }) ? 'approver' : 'contributor'

/** What the reader saw and what is still the newest; what somebody changed meanwhile is left as it is and told. */
function seenOf<Open extends { report: Report }>(open: readonly Open[], seen: ReadonlySet<number>) {
  const still = open.filter(({ report }) => seen.has(report.id))
  return { still, changed: seen.size - still.length }
}

const saidOf = (done: number, what: string, changed: number): string =>
  `${done} ${done === 1 ? 'melding' : 'meldinger'} er ${what}.${changed > 0 ? ` ${changed} er ændret imens og er ikke med. Se dem igennem.` : ''}`

export const settling: Action[] = [
  form({
    path: '/plan/parter/:slug/bekraeft',
    may: 'status.report',
    at: atParty,
    load: openOf('confirm'),
    input: several,
    view: ConfirmAllPage,
    submit: async (ask, { reports }, { party, open }) => {
      mustBeMember(party, ask.today)
      const { still, changed } = seenOf(open, reports)
      for (const { report } of still)
        await confirm(ask.db, { reportId: report.id, at: ask.now, actorId: ask.actor.id, actorRole: roleOf(ask, party.id) })
      return {
        subject: `party:${party.key}`,
        next: `/plan/parter/${party.slug}`,
        said: saidOf(still.length, 'bekræftet', changed),
      }
    },
  }),

  form({
    path: '/plan/parter/:slug/godkend',
    may: 'status.approve',
    at: atParty,
    load: openOf('approve'),
    input: several,
    view: ApproveAllPage,
    submit: async (ask, { reports }, { party, open }) => {
      mustBeMember(party, ask.today)
      const { still, changed } = seenOf(open, reports)
      for (const { report } of still) await approve(ask.db, report.id, ask.now, ask.actor.id)
      return {
        subject: `party:${party.key}`,
        next: `/plan/parter/${party.slug}`,
        said: saidOf(still.length, 'godkendt', changed),
      }
    },
  }),

  form({
    path: '/plan/parter/:slug/visning',
    may: 'status.policy',
    at: atParty,
    load: async (ask) => {
      const party = await memberOf(ask)
      return party && { party, approveFirst: await approvesFirst(ask.db, party.id) }
    },
    input: z.object({ show: choice(['once', 'approved'], 'Vælg, hvornår jeres meldinger skal vises.') }),
    view: PolicyPage,
    submit: async ({ db, actor, today, now }, { show }, { party }) => {
      mustBeMember(party, today)
      await setPolicy(db, { partyId: party.id, approveFirst: show === 'approved', at: now, actorId: actor.id })
      return {
        subject: `party:${party.key}`,
        next: `/plan/parter/${party.slug}`,
        said:
          show === 'approved'
            ? 'Fra nu af vises meldinger først, når de er godkendt.'
            : 'Fra nu af vises meldinger med det samme.',
      }
    },
  }),

  form({
    path: '/plan/parter/:slug/:key/bekraeft',
    may: 'status.report',
    at: atParty,
    load: async (ask) => wrapped(await cellOf(ask)),
    input: single,
    view: ConfirmPage,
    submit: async (ask, { report }, { cell: { party, area, shown, waiting } }) => {
      mustBeMember(party, ask.today)
      mustBeNewest(waiting ? undefined : shown?.id, report)
      await confirm(ask.db, { reportId: report, at: ask.now, actorId: ask.actor.id, actorRole: roleOf(ask, party.id) })
      return {
        subject: `party:${party.key}/${area.key}`,
        next: `/plan/parter/${party.slug}#${area.key}`,
        said: `${area.key} er bekræftet: stadig korrekt.`,
      }
    },
    apiWrite: {
      path: '/parties/:slug/statuses/:key/confirmations',
      summary: 'Say that the newest report is still correct',
    },
  }),

  form({
    path: '/plan/parter/:slug/:key/godkend',
    may: 'status.approve',
    at: atParty,
    load: async (ask) => wrapped(await cellOf(ask)),
    input: single,
    view: ApprovePage,
    submit: async ({ db, actor, today, now }, { report }, { cell: { party, area, shown, waiting } }) => {
      mustBeMember(party, today)
      mustBeNewest((waiting ?? shown)?.id, report)
      await approve(db, report, now, actor.id)
      return {
        subject: `party:${party.key}/${area.key}`,
        next: `/plan/parter/${party.slug}#${area.key}`,
        said: `Status for ${area.key} er godkendt.`,
      }
    },
  }),
]

const wrapped = <Cell>(cell: Cell | undefined) => cell && { cell }
