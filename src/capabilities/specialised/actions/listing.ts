import { z } from 'zod'
import { type Action, type Ask, download, form, page, signedBy } from '../../../platform/action.ts'
import { asOfQuery, readingDay } from '../../../platform/as-of.ts'
import { slugOf } from '../../../platform/values/danish.ts'
import { choice, day, flag, link, optional, optionalText, text } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { offerWith } from '../../offers/index.ts'
import { allNotes } from '../../plan/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { listAnswer, listOutput } from '../answer.ts'
import { mustBeNewsOfListing, mustBeOn, mustFollow, mustHaveCome, results } from '../listing.ts'
import { EntryPage } from '../pages/entry.tsx'
import { ListPage } from '../pages/list.tsx'
import { AddPage, AssessPage, LeavePage, LinkPage, ListAgainPage } from '../pages/list-forms.tsx'
import { listCsv, listWorkbook } from '../sheets.ts'
import { allCases, casesOf } from '../store/cases.ts'
import {
  addEvent,
  addSpecialised,
  allSpecialised,
  linkToRegister,
  offersToLink,
  specialisedWith,
  tellTheRegister,
} from '../store/listing.ts'
import { progressesOf } from './progress.ts'

const LIST = '/tilbud/saerlige/mest-specialiserede'
const NOTE = 'K30'

type Dated = Ask<unknown, { pr?: string | undefined }>

async function load(ask: Dated) {
  const { db, today } = ask
  const [all, cases, months, notes] = await Promise.all([
    allSpecialised(db),
    allCases(db, { internal: false }),
    parameterOn(db, 'specialised.assessMonths', today),
    allNotes(db),
  ])
  const note = notes.find(({ key }) => key === NOTE)
  return { all, day: readingDay(ask), months, note, cases: await progressesOf(ask, cases) }
}

export type LoadedList = Awaited<ReturnType<typeof load>>

const one = ({ db, params }: Ask<{ key: string }>) => specialisedWith(db, params.key)

const said = { day: day('Skriv den dag, det skete.'), source: text(300, 'Skriv, hvor det står, fx mødet og punktet.') }

/** A number chosen in a list; undefined when none. */
const chosen = optional(z.coerce.number().int().positive())

const listing = {
  ...said,
  speciality: text(120, 'Skriv, hvad tilbuddet er specialiseret i.'),
  note: optionalText(1000),
}

async function mustBeInRegister({ db }: Pick<Ask, 'db'>, offerId: number): Promise<void> {
  const offers = await offersToLink(db)
  if (offers.some(({ id }) => id === offerId) && (await offerWith(db, offerId))) return
  throw new Refusal(
    'offerId',
    'not there',
    'Tilbuddet er ikke i registret, eller det står allerede på listen. Vælg et andet. Intet er gemt.',
  )
}

const outcome = (key: string, sentence: string, detail?: Record<string, unknown>) => ({
  subject: `specialised:${key}`,
  next: `${LIST}/${key}`,
  said: sentence,
  ...(detail && { detail }),
})

export const listActions: Action[] = [
  page({
    path: LIST,
    may: 'specialised.read',
    open: true,
    query: asOfQuery,
    load,
    view: ListPage,
    apiRead: {
      path: '/special-offers/most-specialised',
      summary: 'The list of the most specialised offers as it stood on a day, with all that happened to each until then',
      output: listOutput,
      answer: listAnswer,
    },
  }),
  download({ path: `${LIST}.xlsx`, may: 'specialised.read', open: true, query: asOfQuery, load, send: listWorkbook }),
  download({ path: `${LIST}.csv`, may: 'specialised.read', open: true, query: asOfQuery, load, send: listCsv }),

  form({
    path: `${LIST}/ny`,
    may: 'specialised.edit',
    load: async ({ db }) => ({ offers: await offersToLink(db) }),
    input: z.object({ ...listing, name: text(160, 'Skriv tilbuddets navn.'), offerId: chosen }),
    view: AddPage,
    submit: async (ask, { name, offerId, ...event }) => {
      mustHaveCome(event.day, ask.today)
      const key = slugOf(name)
      if (key === '' || (await specialisedWith(ask.db, key)))
        throw new Refusal('name', 'there already', `${name} står der allerede. Find tilbuddet på listen. Intet er gemt.`)
      if (offerId !== undefined) await mustBeInRegister(ask, offerId)
      const id = await addSpecialised(ask.db, { key, name, offerId, note: undefined, recordedAt: ask.now })
      await addEvent(ask.db, { ...signedBy(ask), ...event, specialisedId: id, kind: 'listed' })
      await tellTheRegister(ask.db, ask.today)
      return outcome(key, `${name} står nu på listen.`, event)
    },
  }),

  page({
    path: `${LIST}/:key`,
    may: 'specialised.read',
    open: true,
    load: async (ask) => {
      const found = await one(ask)
      if (!found) return undefined
      const [months, cases, notes] = await Promise.all([
        parameterOn(ask.db, 'specialised.assessMonths', ask.today),
        casesOf(ask.db, found.id, { internal: false }),
        allNotes(ask.db),
      ])
      const note = found.key === 'platangaarden' ? notes.find(({ key }) => key === NOTE) : undefined
      return { one: found, months, note, cases: await progressesOf(ask, cases) }
    },
    view: EntryPage,
  }),

  form({
    path: `${LIST}/:key/vurder`,
    may: 'specialised.edit',
    load: one,
    input: z.object({
      ...said,
      assessedBy: text(160, 'Skriv, hvem der har vurderet, fx Socialstyrelsen. Ingen personnavne.'),
      targetGroup: optionalText(200),
      criteria: optionalText(2000),
      result: choice(keysOf(results), 'Vælg, hvad vurderingen sagde.'),
      followUp: flag(),
      note: optionalText(1000),
      sourceUrl: link(),
    }),
    view: AssessPage,
    submit: async (ask, { criteria, ...event }, found) => {
      mustHaveCome(event.day, ask.today)
      mustBeOn(found, ask.today)
      mustFollow(found, event.day)
      const lines = (criteria ?? '').split('\n').map((line) => line.trim())
      await addEvent(ask.db, {
        ...signedBy(ask),
        ...event,
        criteria: lines.filter(Boolean),
        specialisedId: found.id,
        kind: 'assessed',
      })
      return outcome(found.key, `Vurderingen er gemt: ${results[event.result]}.`, { ...event, criteria })
    },
  }),

  form({
    path: `${LIST}/:key/paa-listen`,
    may: 'specialised.edit',
    load: one,
    input: z.object(listing),
    view: ListAgainPage,
    submit: async (ask, event, found) => {
      mustHaveCome(event.day, ask.today)
      mustFollow(found, event.day)
      mustBeNewsOfListing(found, event.speciality, ask.today)
      await addEvent(ask.db, { ...signedBy(ask), ...event, specialisedId: found.id, kind: 'listed' })
      await tellTheRegister(ask.db, ask.today)
      return outcome(found.key, `${found.name} står på listen med specialet »${event.speciality}«.`, event)
    },
  }),

  form({
    path: `${LIST}/:key/af-listen`,
    may: 'specialised.edit',
    load: one,
    input: z.object({ ...said, note: text(1000, 'Skriv kort, hvorfor tilbuddet ikke længere står på listen.') }),
    view: LeavePage,
    submit: async (ask, event, found) => {
      mustHaveCome(event.day, ask.today)
      mustBeOn(found, ask.today)
      mustFollow(found, event.day)
      const cases = await progressesOf(ask, await casesOf(ask.db, found.id, { internal: false }))
      if (cases.some(({ progress }) => progress.open))
        throw new Refusal(
          undefined,
          'open case',
          `${found.name} har en åben task force-sag. Luk den først. Tilbuddet står stadig på listen.`,
        )
      await addEvent(ask.db, { ...signedBy(ask), ...event, specialisedId: found.id, kind: 'left' })
      await tellTheRegister(ask.db, ask.today)
      return outcome(found.key, `${found.name} står ikke længere på listen.`, event)
    },
  }),

  form({
    path: `${LIST}/:key/register`,
    may: 'specialised.edit',
    load: async (ask) => {
      const found = await one(ask)
      return found && { one: found, offers: await offersToLink(ask.db) }
    },
    input: z.object({
      source: said.source,
      offerId: z.coerce.number({ error: 'Vælg et tilbud.' }).int().positive({ error: 'Vælg et tilbud.' }),
    }),
    view: LinkPage,
    submit: async (ask, { offerId, source }, { one: found }) => {
      await mustBeInRegister(ask, offerId)
      await linkToRegister(ask.db, found.id, offerId)
      await addEvent(ask.db, { ...signedBy(ask), day: ask.today, source, specialisedId: found.id, kind: 'linked' })
      await tellTheRegister(ask.db, ask.today)
      return outcome(found.key, `${found.name} er knyttet til registret.`, { offerId, source })
    },
  }),
]
