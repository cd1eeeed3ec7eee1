import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { text } from '../../../platform/values/fields.ts'
import { isAddress } from '../../mail/index.ts'
import { MailboxPage } from '../pages/send.tsx'
import { CASES, MAILBOX } from '../paths.ts'
import { reportMailbox, setReportMailbox } from '../store/mailbox.ts'

export const mailboxActions: Action[] = [
  form({
    path: MAILBOX,
    may: 'increases.supervise',
    load: async ({ db }) => ({ mailbox: await reportMailbox(db) }),
    input: z.object({
      mailbox: text(254, 'Skriv den mailadresse, Socialtilsyn Øst tager imod indberetninger på.').refine(isAddress, {
        error: 'Adressen kan ikke bruges til mail. Skriv den som navn@eksempel.dk.',
      }),
      source: text(300, 'Skriv, hvor det står, at postkassen kan bruges.'),
    }),
    view: MailboxPage,
    submit: async ({ db, actor, now }, written) => {
      await setReportMailbox(db, { ...written, actorId: actor.id, actorName: actor.name, example: false, recordedAt: now })
      return {
        subject: 'reportMailbox',
        next: CASES,
        said: `Postkassen er gemt. Indberetninger sendes nu til ${written.mailbox}.`,
        detail: written,
      }
    },
  }),
]
