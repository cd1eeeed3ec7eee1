import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../platform/action.ts'
import { dayOf } from '../../platform/values/day.ts'
import { choice } from '../../platform/values/fields.ts'
import { idIn } from '../../platform/values/id.ts'
import { parameterOn } from '../rules/index.ts'
import { type Decision, decisionKeys, type MailState, mailStateKeys, mustBeOpen } from './message.ts'
import { MessagePage, OutboxPage } from './pages.tsx'
import { askToSend, attachmentAt, messageWithId, outboxPage, settle } from './store.ts'

const PAGE = 25

const query = z.object({
  tilstand: z.enum(mailStateKeys).optional().catch(undefined),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const message = ({ db, params }: Ask<{ id: string }>) => messageWithId(db, idIn(params.id))

const leadsTo: Record<Decision, MailState> = { again: 'waiting', sent: 'sent', drop: 'dropped' }
const said: Record<Decision, string> = {
  again: 'Mailen sendes igen.',
  sent: 'Mailen regnes som sendt.',
  drop: 'Mailen bliver ikke sendt.',
}

export const actions: Action[] = [
  page({
    path: '/kontor/udbakke',
    may: 'outbox.read',
    query,
    load: async ({ db, now, query: { tilstand, side } }) => ({
      ...(await outboxPage(db, tilstand, side, PAGE)),
      pageSize: PAGE,
      holdDays: await parameterOn(db, 'mail.holdDays', dayOf(now)),
    }),
    view: OutboxPage,
  }),

  form({
    path: '/kontor/udbakke/:id',
    may: 'outbox.decide',
    load: async (ask) => message(ask),
    input: z.object({ decision: choice(decisionKeys, 'Vælg, hvad der skal ske med mailen.') }),
    view: MessagePage,
    submit: async ({ db, actor, now }, { decision }, found) => {
      mustBeOpen(found, decision)
      await settle(db, found.id, found.state, { state: leadsTo[decision], at: now, by: actor.name })
      if (decision === 'again') await askToSend(db, found.id)
      return {
        subject: `mail:${found.id}`,
        next: '/kontor/udbakke',
        said: said[decision],
        detail: { decision, from: found.state, topic: found.topic },
      }
    },
  }),

  download({
    path: '/kontor/udbakke/:id/bilag/:position',
    may: 'outbox.readFiles',
    load: ({ db, params }) => attachmentAt(db, idIn(params.id), idIn(params.position)),
    send: ({ name, mediaType, bytes }) => ({ name, type: mediaType, body: bytes }),
  }),
]
