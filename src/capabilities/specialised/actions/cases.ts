import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { day, optional, optionalDay, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { membersOn } from '../../parties/index.ts'
import { casesAnswer, casesOutput } from '../answer.ts'
import { mustHaveCome, standingOn } from '../listing.ts'
import { CasePage } from '../pages/case.tsx'
import { RaisePage } from '../pages/case-forms.tsx'
import { CasesPage } from '../pages/cases.tsx'
import { casesCsv, casesWorkbook } from '../sheets.ts'
import { addCase, allCases, casesOf, caseWith } from '../store/cases.ts'
import { allSpecialised } from '../store/listing.ts'
import { mustHaveNoOpenCase, mustLieAhead } from '../task-force.ts'
import { progressesOf } from './progress.ts'

export const CASES = '/tilbud/saerlige/task-force'

const reachOf = ({ may }: Pick<Ask, 'may'>) => ({ internal: may('taskForce.run') })

const load = async (ask: Ask) => {
  const [cases, all] = await Promise.all([allCases(ask.db, { internal: false }), allSpecialised(ask.db)])
  return { cases: await progressesOf(ask, cases), listed: all.filter((one) => standingOn(one, ask.today).on) }
}

/** A case as this reader may see it, with where it stands. */
export async function runningCase(ask: Ask<{ id: string }>) {
  const found = await caseWith(ask.db, idIn(ask.params.id), reachOf(ask))
  if (!found) return undefined
  const [running] = await progressesOf(ask, [found])
  return running
}

const chosenParty = optional(z.coerce.number().int().positive())

export const caseActions: Action[] = [
  page({
    path: CASES,
    may: 'specialised.read',
    open: true,
    load,
    view: CasesPage,
    apiRead: {
      path: '/special-offers/task-force',
      summary: 'Task-force cases with their public steps, and whether a deadline has passed',
      output: casesOutput,
      answer: casesAnswer,
    },
  }),
  download({ path: `${CASES}.xlsx`, may: 'specialised.read', open: true, load, send: casesWorkbook }),
  download({ path: `${CASES}.csv`, may: 'specialised.read', open: true, load, send: casesCsv }),

  form({
    path: `${CASES}/ny`,
    may: 'taskForce.run',
    query: z.object({ tilbud: z.string().max(80).optional() }),
    load: async (ask) => ({
      listed: (await allSpecialised(ask.db)).filter((one) => standingOn(one, ask.today).on),
      parties: await membersOn(ask.db, ask.today),
      chosen: ask.query.tilbud,
    }),
    input: z.object({
      key: text(80, 'Vælg et tilbud på listen.'),
      raisedOn: day('Skriv den dag, problemet blev rejst.'),
      raisedBy: text(160, 'Skriv, hvem der rejste det, som en funktion, fx »Leder af tilbuddet«.'),
      partyId: chosenParty,
      reason: text(2000, 'Skriv, hvad problemet er.'),
      dueOn: optionalDay(),
      source: text(300, 'Skriv, hvor det står, fx et brev eller et møde.'),
    }),
    view: RaisePage,
    submit: async (ask, { key, ...written }, { listed, parties }) => {
      const one = listed.find((candidate) => candidate.key === key)
      if (!one)
        throw new Refusal('key', 'not listed', 'Vælg et tilbud, der står på listen over de mest specialiserede. Intet er gemt.')
      mustHaveCome(written.raisedOn, ask.today, 'raisedOn')
      if (written.dueOn !== undefined) mustLieAhead(written.dueOn, written.raisedOn)
      if (written.partyId !== undefined && !parties.some(({ id }) => id === written.partyId))
        throw new Refusal('partyId', 'unknown', 'Vælg en part på listen, eller ingen. Intet er gemt.')
      mustHaveNoOpenCase(one.name, await progressesOf(ask, await casesOf(ask.db, one.id, { internal: false })))
      const id = await addCase(ask.db, {
        ...written,
        specialisedId: one.id,
        dueOn: written.dueOn,
        partyId: written.partyId,
        actorId: ask.actor.id,
        actorName: ask.actor.name,
        recordedAt: ask.now,
      })
      return {
        subject: `taskForce:${id}`,
        next: `${CASES}/${id}`,
        said: `Sagen om ${one.name} er rejst. Indkald nu en task force.`,
        detail: { key, raisedOn: written.raisedOn, raisedBy: written.raisedBy },
      }
    },
  }),

  page({ path: `${CASES}/:id`, may: 'specialised.read', open: true, load: runningCase, view: CasePage }),
]
