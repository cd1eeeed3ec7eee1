import { z } from 'zod'
import { type Action, form, page } from '../../platform/action.ts'
import { choice } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { MinePage, SendPage, SentPage, StopPage, StoppedPage } from './pages.tsx'
import { hasStopped, personOfToken, remind, remindersDue, remindersSent, setStopped, stopsNow, unreachable } from './store.ts'

const SHOWN = 200

export const actions: Action[] = [
  form({
    path: '/paamindelser/stop/:token',
    may: 'reminders.stopByLink',
    load: async ({ db, params }) => {
      const personId = await personOfToken(db, params.token)
      return { personId, stopped: personId !== undefined && (await hasStopped(db, personId)) }
    },
    view: StopPage,
    submit: async ({ db, now }, _, { personId }) => {
      if (personId === undefined) {
        throw new Refusal(
          undefined,
          'unknown link',
          'Linket er ikke kendt, så intet er ændret. Log ind, og stop påmindelser dér.',
        )
      }
      await setStopped(db, { personId, stopped: true, at: now, via: 'mail' })
      return { subject: `person:${personId}`, next: '/paamindelser/stoppet', detail: { stopped: true, via: 'mail' } }
    },
  }),

  page({ path: '/paamindelser/stoppet', may: 'reminders.stopByLink', open: true, load: async () => ({}), view: StoppedPage }),

  form({
    path: '/paamindelser',
    may: 'reminders.stop',
    load: async ({ db, actor }) => ({ stopped: actor.id !== undefined && (await hasStopped(db, actor.id)) }),
    input: z.object({ choice: choice(['stop', 'start']) }),
    view: MinePage,
    submit: async ({ db, actor, now }, { choice }) => {
      if (actor.id === undefined) throw new Error('nobody is signed in')
      const stopped = choice === 'stop'
      await setStopped(db, { personId: actor.id, stopped, at: now, via: 'page' })
      return {
        subject: `person:${actor.id}`,
        next: '/paamindelser',
        said: stopped ? 'Du får ikke flere påmindelser.' : 'Du får påmindelser igen.',
        detail: { stopped, via: 'page' },
      }
    },
  }),

  page({
    path: '/kontor/paamindelser',
    may: 'outbox.read',
    load: async ({ db, today }) => ({
      sent: await remindersSent(db, SHOWN),
      stops: await stopsNow(db),
      unreachable: await unreachable(db, today),
    }),
    view: SentPage,
  }),

  form({
    path: '/kontor/paamindelser/send',
    may: 'reminders.send',
    load: async ({ db, today }) => remindersDue(db, today),
    view: SendPage,
    submit: async ({ db, now, today, site }, _, { due }) => {
      if (due.length === 0)
        throw new Refusal(undefined, 'nobody due', 'Der er ingen at minde om noget lige nu. Ingen mails er skrevet.')
      const count = await remind(db, { day: today, at: now, baseUrl: site.baseUrl })
      return {
        subject: 'reminders:all',
        next: '/kontor/paamindelser',
        said: count === 1 ? '1 påmindelse er lagt i udbakken.' : `${count} påmindelser er lagt i udbakken.`,
        detail: { count },
      }
    },
  }),
]
