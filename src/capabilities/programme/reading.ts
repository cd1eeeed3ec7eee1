import type { z } from 'zod'
import type { Ask } from '../../platform/action.ts'
import { type asOfQuery, asOfSentence, keepDay, readingDay } from '../../platform/as-of.ts'
import type { Day } from '../../platform/values/day.ts'
import { allBodies, allParties } from '../parties/index.ts'
import type { Fact, Item, Linkable, Note, Plan, PlanField } from '../plan/index.ts'
import { allNotes, allSources, bookOf, knownFrom, planOn, type SourceBook } from '../plan/index.ts'

/** The question every page of the plan is asked with: anybody, perhaps as of a day. */
export type PlanAsk<P = unknown> = Ask<P, z.output<typeof asOfQuery>>

/** The plan as it is read: of which day, with the documents and notes that were there then. */
export type Reading = {
  day: Day
  /** The plan of the day, and today's when the day is past: what became known later. */
  plan: Plan
  later: Plan | undefined
  sources: SourceBook
  notes: Note[]
  /** Names of bodies and parties by key. */
  names: ReadonlyMap<string, string>
  asOf: string | undefined
  /** A link that keeps the reader on the same day. */
  keep(href: string): string
}

/** An item as the secretariat edits it: as it is today, with all that was ever said of it. */
export type Editable = { item: Item; facts: Fact[]; reading: Reading }

/** A link of an item that a person can take away again. */
export type Connection = { id: number; kind: Linkable; to: Item }

export async function readingOf(ask: PlanAsk): Promise<Reading> {
  const { db, today } = ask
  const day = readingDay(ask)
  const [plan, later, sources, notes, names] = await Promise.all([
    planOn(db, day),
    day < today ? planOn(db, today) : undefined,
    allSources(db),
    allNotes(db),
    namesOfBodies(db),
  ])
  const book = bookOf(sources)
  return { day, plan, later, sources: book, notes: notesOn(notes, book, day), names, asOf: asOfSentence(ask), keep: keeping(ask) }
}

/** A note speaks of several documents, so it is not there before the last of them. */
const notesOn = (notes: readonly Note[], book: SourceBook, day: Day): Note[] =>
  notes.filter(({ says }) => (knownFrom(says, book) ?? day) <= day)

/** Names of bodies and parties by the key a fact names them with. */
async function namesOfBodies(db: Ask['db']): Promise<ReadonlyMap<string, string>> {
  const [bodies, parties] = await Promise.all([allBodies(db), allParties(db)])
  return new Map([
    ...parties.map(({ key, longName }) => [key, longName] as const),
    ...bodies.map(({ key, name }) => [key, name] as const),
  ])
}

const keeping =
  (ask: PlanAsk) =>
  (href: string): string => {
    const [path = '', place] = href.split('#')
    return place === undefined ? keepDay(path, ask) : `${keepDay(path, ask)}#${place}`
  }

export const notesOf = ({ notes }: Reading, ...items: Item[]): Note[] =>
  notes.filter((note) => items.some(({ key }) => note.items.includes(key)))

/** Notes that name several of the items shown together are told once, above them; the others stand with the one they name. */
export function notesAmong({ notes }: Reading, items: readonly Item[]): { shared: Note[]; own(item: Item): Note[] } {
  const named = (note: Note) => items.filter(({ key }) => note.items.includes(key)).length
  return {
    shared: notes.filter((note) => named(note) > 1),
    own: ({ key }) => notes.filter((note) => note.items.includes(key) && named(note) === 1),
  }
}

/** Why nothing stands here: it was not known yet on the day, or the sources do not say. */
export const silence = ({ later }: Pick<Reading, 'later'>, { key }: Pick<Item, 'key'>, field: PlanField): string =>
  later?.withKey(key)?.said(field) ? NOT_YET : 'Fremgår ikke af kilderne'

export const NOT_YET = 'Ikke kendt endnu den dag'
