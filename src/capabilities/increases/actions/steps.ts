import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { dayText } from '../../../platform/values/day.ts'
import { choice, day, optionalText, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { post } from '../../mail/index.ts'
import { askOperator } from '../asking.ts'
import { mustBeSilent, mustCome, mustFollow, outcomeKeys, type StepKind } from '../case.ts'
import { SendPage } from '../pages/send.tsx'
import { AskPage, AssessPage, ClosePage, DiscussPage, ExplainPage, FeedbackPage, ReceivePage } from '../pages/steps.tsx'
import { CASES } from '../paths.ts'
import { atMunicipality, atWhoExplains, caseIn, caseToSend, type OneCase } from '../reading.ts'
import { reportFiles } from '../report.ts'
import { addStep, type NewStep } from '../store/cases.ts'
import { NO_MAILBOX } from '../words.ts'

type ById = Ask<{ id: string }>

type Written = Omit<NewStep, 'caseId' | 'actorId' | 'actorName' | 'recordedAt' | 'example'>

export const outcomeOf = (id: number, kind: StepKind, said: string) => ({
  subject: `increase:${id}`,
  next: `${CASES}/${id}`,
  said,
  detail: { step: kind },
})

async function step({ db, actor, now, today }: ById, { of }: Pick<OneCase, 'of'>, written: Written, said: string) {
  mustCome(of, written.kind)
  mustFollow(of, written.day, today)
  await addStep(db, { ...written, caseId: of.id, actorId: actor.id, actorName: actor.name, example: of.example, recordedAt: now })
  return outcomeOf(of.id, written.kind, said)
}

const when = day('Skriv den dag, det skete.')

export const stepActions: Action[] = [
  form({
    path: `${CASES}/:id/spoerg`,
    may: 'increases.report',
    at: atMunicipality,
    load: caseIn,
    input: z.object({ text: optionalText(1000) }),
    view: AskPage,
    submit: async ({ db, actor, now, today, site }, written, { of }) => {
      mustCome(of, 'asked')
      const by = { actorId: actor.id, actorName: actor.name, now, today, baseUrl: site.baseUrl }
      const deadline = await askOperator(db, of, written.text ?? '', by)
      const said = of.mailbox
        ? `Driftsherren er spurgt og kan svare til og med ${dayText(deadline)}.`
        : `Spørgsmålet er skrevet ned med frist ${dayText(deadline)}, men driftsherren har ingen postkasse i Fælles: skriv eller ring selv.`
      return outcomeOf(of.id, 'asked', said)
    },
  }),

  form({
    path: `${CASES}/:id/forklar`,
    may: 'increases.explain',
    at: atWhoExplains,
    load: caseIn,
    input: z.object({ text: text(4000, 'Skriv, hvorfor taksten stiger.') }),
    view: ExplainPage,
    submit: (ask, written, one) => step(ask, one, { ...written, kind: 'explained', day: ask.today }, 'Forklaringen er gemt.'),
  }),

  form({
    path: `${CASES}/:id/vurder`,
    may: 'increases.report',
    at: atMunicipality,
    load: caseIn,
    input: z.object({
      outcome: choice(outcomeKeys, 'Vælg, hvad I vurderer.'),
      text: text(2000, 'Skriv kort, hvad vurderingen bygger på.'),
    }),
    view: AssessPage,
    submit: (ask, written, one) => {
      mustBeSilent(one.of, written.outcome, ask.today)
      return step(ask, one, { ...written, kind: 'assessed', day: ask.today }, 'Vurderingen er gemt.')
    },
  }),

  form({
    path: `${CASES}/:id/send`,
    may: 'increases.report',
    at: atMunicipality,
    load: caseToSend,
    input: z.object({ text: text(8000, 'Skriv indberetningen.') }),
    view: SendPage,
    submit: async (ask, { text: body }, { of, mailbox }) => {
      mustCome(of, 'sent')
      if (!mailbox) throw new Refusal(undefined, 'no mailbox', `${NO_MAILBOX} Intet er sendt.`)
      const attachments = await reportFiles(ask, of, body)
      const outboxId = await post(ask.db, {
        recipient: mailbox.mailbox,
        subject: `Indberetning af takststigning: ${of.offerName}`,
        body: `${body}\n\nVedlagt: ${attachments.map(({ name }) => name).join(', ')}`,
        topic: 'increases',
        example: of.example,
        at: ask.now,
        attachments,
      })
      const said = of.example
        ? 'Indberetningen er skrevet i udbakken med sine bilag. Den er eksempeldata og sendes ikke.'
        : `Indberetningen er lagt til afsendelse til ${mailbox.mailbox} med ${attachments.length} bilag.`
      return step(ask, { of }, { kind: 'sent', day: ask.today, text: body, outboxId }, said)
    },
  }),

  form({
    path: `${CASES}/:id/modtaget`,
    may: 'increases.supervise',
    load: caseIn,
    input: z.object({ day: when }),
    view: ReceivePage,
    submit: (ask, written, one) => step(ask, one, { ...written, kind: 'received', text: '' }, 'Kvitteringen er gemt.'),
  }),

  form({
    path: `${CASES}/:id/tilbagemelding`,
    may: 'increases.supervise',
    load: caseIn,
    input: z.object({ day: when, text: text(4000, 'Skriv tilbagemeldingen.') }),
    view: FeedbackPage,
    submit: (ask, written, one) => step(ask, one, { ...written, kind: 'feedback' }, 'Tilbagemeldingen er gemt.'),
  }),

  form({
    path: `${CASES}/:id/droeft`,
    may: 'increases.conclude',
    load: caseIn,
    input: z.object({
      body: text(160, 'Skriv, hvem der drøftede den, fx »Styregruppen«.'),
      day: when,
      text: optionalText(2000),
    }),
    view: DiscussPage,
    submit: (ask, written, one) =>
      step(ask, one, { ...written, kind: 'discussed', text: written.text ?? '' }, 'Drøftelsen er gemt.'),
  }),

  form({
    path: `${CASES}/:id/luk`,
    may: 'increases.conclude',
    load: caseIn,
    input: z.object({ text: text(2000, 'Skriv, hvad sagen endte med.') }),
    view: ClosePage,
    submit: (ask, written, one) => step(ask, one, { ...written, kind: 'closed', day: ask.today }, 'Sagen er afsluttet.'),
  }),
]
