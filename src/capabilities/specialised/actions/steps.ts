import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { choice, day, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { ActionPage, ClosePage, ConvenePage, MovePage, NotePage, ReopenPage, SettlePage } from '../pages/case-forms.tsx'
import { addStep, type NewStep } from '../store/cases.ts'
import {
  mustBeClosed,
  mustBeOpen,
  mustBeUnsettled,
  mustComeAfter,
  mustHaveNothingLeft,
  mustLieAhead,
  mustNotBeConvened,
} from '../task-force.ts'
import { CASES, runningCase } from './cases.ts'
import type { Running } from './progress.ts'

type Written = Omit<NewStep, 'caseId' | 'actorId' | 'actorName' | 'recordedAt' | 'example'>

/** The step, and where it shows. What hangs on an invented case goes when that goes. */
async function step({ db, actor, now }: Ask, { of }: Running, written: Written, said: string) {
  await addStep(db, { ...written, caseId: of.id, actorId: actor.id, actorName: actor.name, recordedAt: now, example: of.example })
  const { text: _, ...detail } = written
  return { subject: `taskForce:${of.id}`, next: `${CASES}/${of.id}`, said, detail: written.kind === 'note' ? {} : detail }
}

const when = day('Skriv den dag, det skete.')
const responsible = text(160, 'Skriv en funktion eller en organisation, ikke et personnavn.')
const dueOn = day('Skriv fristen.')

/** An action of the case in the address. */
const taskIn = async (ask: Ask<{ id: string; action: string }>) => {
  const running = await runningCase(ask)
  const task = running?.progress.tasks.find(({ step: { id } }) => id === idIn(ask.params.action))
  return running && task && { ...running, task }
}

export const stepActions: Action[] = [
  form({
    path: `${CASES}/:id/indkald`,
    may: 'taskForce.run',
    load: runningCase,
    input: z.object({ day: when, responsible, text: text(1000, 'Skriv, hvem der er indkaldt, og hvornår de mødes.') }),
    view: ConvenePage,
    submit: async (ask, written, running) => {
      mustBeOpen(running.progress)
      mustNotBeConvened(running.progress)
      mustComeAfter(running.of, written.day, ask.today)
      return step(ask, running, { ...written, kind: 'convened' }, 'Indkaldelsen er gemt.')
    },
  }),

  form({
    path: `${CASES}/:id/handlinger/ny`,
    may: 'taskForce.run',
    load: runningCase,
    input: z.object({ day: when, responsible, dueOn, text: text(500, 'Skriv, hvad der skal gøres.') }),
    view: ActionPage,
    submit: async (ask, written, running) => {
      mustBeOpen(running.progress)
      mustComeAfter(running.of, written.day, ask.today)
      mustLieAhead(written.dueOn, written.day)
      return step(ask, running, { ...written, kind: 'action' }, 'Handlingen er gemt.')
    },
  }),

  form({
    path: `${CASES}/:id/handlinger/:action/frist`,
    may: 'taskForce.run',
    load: taskIn,
    input: z.object({ day: when, dueOn, text: text(500, 'Skriv, hvorfor fristen flyttes.') }),
    view: MovePage,
    submit: async (ask, written, running) => {
      mustBeOpen(running.progress)
      mustBeUnsettled(running.task)
      mustComeAfter(running.of, written.day, ask.today)
      mustLieAhead(written.dueOn, written.day)
      return step(ask, running, { ...written, kind: 'moved', actionId: running.task.step.id }, 'Den nye frist er gemt.')
    },
  }),

  form({
    path: `${CASES}/:id/handlinger/:action/afslut`,
    may: 'taskForce.run',
    load: taskIn,
    input: z.object({
      kind: choice(['done', 'dropped'], 'Vælg, om handlingen er udført eller opgivet.'),
      day: when,
      text: text(500, 'Skriv kort, hvad der kom ud af det.'),
    }),
    view: SettlePage,
    submit: async (ask, written, running) => {
      mustBeOpen(running.progress)
      mustBeUnsettled(running.task)
      mustComeAfter(running.of, written.day, ask.today)
      return step(ask, running, { ...written, actionId: running.task.step.id }, 'Handlingen er afsluttet.')
    },
  }),

  form({
    path: `${CASES}/:id/note`,
    may: 'taskForce.run',
    load: runningCase,
    input: z.object({ text: text(2000, 'Skriv noten.') }),
    view: NotePage,
    submit: async (ask, written, running) =>
      step(ask, running, { ...written, day: ask.today, kind: 'note' }, 'Noten er gemt. Kun sekretariatet kan læse den.'),
  }),

  form({
    path: `${CASES}/:id/luk`,
    may: 'taskForce.run',
    load: runningCase,
    input: z.object({ day: when, text: text(2000, 'Skriv, hvad sagen endte med.') }),
    view: ClosePage,
    submit: async (ask, written, running) => {
      mustBeOpen(running.progress)
      mustHaveNothingLeft(running.progress)
      mustComeAfter(running.of, written.day, ask.today)
      return step(ask, running, { ...written, kind: 'closed' }, 'Sagen er lukket.')
    },
  }),

  form({
    path: `${CASES}/:id/genaabn`,
    may: 'taskForce.run',
    load: runningCase,
    input: z.object({ day: when, text: text(1000, 'Skriv, hvorfor sagen genåbnes.') }),
    view: ReopenPage,
    submit: async (ask, written, running) => {
      mustBeClosed(running.progress)
      mustComeAfter(running.of, written.day, ask.today)
      return step(ask, running, { ...written, kind: 'reopened' }, 'Sagen er åben igen.')
    },
  }),
]
