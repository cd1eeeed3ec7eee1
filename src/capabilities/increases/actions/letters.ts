import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { PDF, pdf, pdfFile, wordFile } from '../../../platform/document.ts'
import { dayText } from '../../../platform/values/day.ts'
import { day, flag, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { operators } from '../../offers/index.ts'
import { allParameters } from '../../rules/index.ts'
import { letterDocument } from '../documents.ts'
import { rulesAt } from '../found.ts'
import { type Letter, type Merged, mustBeHeard, mustKnowFields, mustRunForward, openHearing } from '../letter.ts'
import { DispatchPage, HearingEndPage, HearingPage, LetterPage, NewLetterPage } from '../pages/letters.tsx'
import { LETTERS } from '../paths.ts'
import { addLetter, closeHearing, dispatch, dispatches, letters, openHearingOf } from '../store/letters.ts'
import { percentText } from '../words.ts'

const load = async ({ db }: Ask) => {
  const [all, sent, everyone] = await Promise.all([letters(db), dispatches(db), operators(db)])
  return { letter: all[0], older: all.slice(1), sent, operators: everyone }
}
export type LoadedLetters = Awaited<ReturnType<typeof load>>

/** What stands in every copy: the day and the limits as they are today. */
async function valuesOn({ db, today }: Ask) {
  const parameters = await allParameters(db, { topic: 'tariffs' })
  const limit = (ownership: 'private' | 'municipal') => {
    const found = rulesAt(parameters, { validFrom: today, ownership, kind: 'residential' }).limit
    return found ? percentText(found.percent) : 'ikke fastsat'
  }
  return { dato: dayText(today), graense_privat: limit('private'), graense_offentlig: limit('municipal') }
}

/** The letter as one operator gets it; without one, with the field left open. */
const copyFor = async (ask: Ask<{ operator: string }>) => {
  const { letter, operators: all } = await load(ask)
  const operator = all.find(({ id }) => id === idIn(ask.params.operator))
  if (!letter || (!operator && ask.params.operator !== 'alle')) return undefined
  const values = { ...(await valuesOn(ask)), driftsherre: operator?.name ?? '{driftsherre}' }
  return { letter, document: letterDocument(letter, values, ask.today), name: `leverandoerbrev-v${letter.version}` }
}

function mustBe(letter: Letter | undefined): asserts letter is Letter {
  if (!letter) throw new Refusal(undefined, 'no letter', 'Der er ikke skrevet noget brev endnu. Skriv det først. Intet er gemt.')
}

export const letterActions: Action[] = [
  page({ path: LETTERS, may: 'increases.read', load, view: LetterPage }),

  form({
    path: `${LETTERS}/ny`,
    may: 'letters.write',
    load,
    input: z.object({
      subject: text(160, 'Skriv et emne.'),
      body: text(8000, 'Skriv brevet.'),
      reason: text(500, 'Skriv, hvorfor brevet ændres.'),
      source: text(300, 'Skriv, hvor beslutningen står.'),
    }),
    view: NewLetterPage,
    submit: async ({ db, actor, now }, written) => {
      mustKnowFields(`${written.subject} ${written.body}`)
      await addLetter(db, { ...written, actorId: actor.id, actorName: actor.name, recordedAt: now })
      return { subject: 'supplierLetter', next: LETTERS, said: 'Den nye udgave af brevet er gemt.' }
    },
  }),

  form({
    path: `${LETTERS}/hoering`,
    may: 'letters.write',
    load,
    input: z.object({
      bodies: text(300, 'Skriv, hvem der høres, fx Økonomigruppen.'),
      opensOn: day('Skriv den dag, høringen begynder.'),
      deadline: day('Skriv fristen.'),
    }),
    view: HearingPage,
    submit: async ({ db, actor, now }, written, { letter }) => {
      mustBe(letter)
      mustRunForward(written.opensOn, written.deadline)
      if (openHearing(letter))
        throw new Refusal(undefined, 'hearing open', 'Brevet er allerede i høring. Afslut den først. Intet er gemt.')
      await openHearingOf(db, { ...written, letterId: letter.id, actorName: actor.name, recordedAt: now })
      return {
        subject: 'supplierLetter',
        next: LETTERS,
        said: 'Høringen er åbnet. Brevet kan ikke sendes, før den er afsluttet.',
      }
    },
  }),

  form({
    path: `${LETTERS}/hoering/afslut`,
    may: 'letters.write',
    load,
    input: z.object({ conclusion: text(2000, 'Skriv, hvad høringen endte med.') }),
    view: HearingEndPage,
    submit: async ({ db, today }, { conclusion }, { letter }) => {
      mustBe(letter)
      const open = openHearing(letter)
      if (!open) throw new Refusal(undefined, 'no hearing', 'Brevet er ikke i høring. Intet er gemt.')
      await closeHearing(db, open.id, today, conclusion)
      return { subject: 'supplierLetter', next: LETTERS, said: 'Høringen er afsluttet. Brevet kan sendes.' }
    },
  }),

  form({
    path: `${LETTERS}/send`,
    may: 'letters.write',
    load,
    input: z.looseObject({ all: flag() }),
    view: DispatchPage,
    submit: async (ask, chosenBy, { letter, operators: everyone }) => {
      mustBe(letter)
      mustBeHeard(letter)
      const chosen = chosenBy.all ? everyone : everyone.filter(({ id }) => chosenBy[`operator-${id}`] !== undefined)
      if (chosen.length === 0) throw new Refusal('all', 'nobody', 'Vælg, hvem brevet skal sendes til. Intet er sendt.')
      const by = { actorId: ask.actor.id, actorName: ask.actor.name, at: ask.now }
      const paper = async (values: Merged) => ({
        name: `leverandoerbrev-v${letter.version}.pdf`,
        mediaType: PDF,
        bytes: await pdf(letterDocument(letter, values, ask.today)),
      })
      const mailed = await dispatch(ask.db, chosen, { letter, values: await valuesOn(ask), paper, ...by })
      const rest = chosen.length - mailed
      const said = `Brevet er lagt til afsendelse til ${mailed} driftsherrer.${rest > 0 ? ` ${rest} har ingen postkasse i Fælles: hent brevet, og send det selv.` : ''}`
      return { subject: 'supplierLetter', next: LETTERS, said, detail: { operators: chosen.map(({ id }) => id) } }
    },
  }),

  download({
    path: `${LETTERS}/:operator/brev.pdf`,
    may: 'increases.read',
    load: copyFor,
    send: ({ document, name }) => pdfFile(`${name}.pdf`, document, { inline: true }),
  }),
  download({
    path: `${LETTERS}/:operator/brev.docx`,
    may: 'increases.read',
    load: copyFor,
    send: ({ document, name }) => wordFile(`${name}.docx`, document),
  }),
]
