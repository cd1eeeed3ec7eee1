import { z } from 'zod'
import { type Action, form, page } from '../../../platform/action.ts'
import { numberFrom } from '../../../platform/sheet.ts'
import { slugOf } from '../../../platform/values/danish.ts'
import { choice, day, flag, optionalText, text } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { allParameters, rulesOn } from '../../rules/index.ts'
import { noteTopics } from '../note.ts'
import { NoteFormPage } from '../pages/note-form.tsx'
import { NotesPage } from '../pages/notes.tsx'
import { addNote, notesOn } from '../store/notes.ts'
import { deadlineRules } from '../store/rounds.ts'

const optionalYear = () =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() ? Number(value) : undefined),
    z.union([z.undefined(), z.int().min(1990).max(2100)], { error: 'Skriv et årstal, fx 2026.' }),
  )

const optionalNumber = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== 'string' || value.trim() === '') return undefined
      const number = numberFrom(value)
      return number === 'ambiguous' ? Number(value.replace(/\./g, '')) : (number ?? Number.NaN)
    },
    z.union([z.undefined(), z.number()], { error: 'Skriv et tal, fx 2,7.' }),
  )

const told = { validFrom: day('Skriv, fra hvilken dag det gælder.'), source: text(300, 'Skriv, hvor det står.') }

export const notes: Action[] = [
  page({
    path: '/takster/regler',
    may: 'tariffs.read',
    open: true,
    load: async ({ db, today }) => {
      const rules = rulesOn(await allParameters(db, { topic: 'tariffs' }), today)
      return {
        notes: await notesOn(db, today),
        shown: rules.flatMap(({ key, now }) => (key.startsWith('tariff.visibility.') && now ? [now] : [])),
        deadlines: await deadlineRules(db, today),
      }
    },
    view: NotesPage,
  }),

  form({
    path: '/takster/regler/ny',
    may: 'tariffs.publish',
    load: async ({ db, today }) => ({ notes: await notesOn(db, today) }),
    input: z.object({
      topic: choice(keysOf(noteTopics), 'Vælg, hvad det er.'),
      label: text(120, 'Skriv et navn, fx »Pladser i rammeaftalen«.'),
      year: optionalYear(),
      text: optionalText(2000),
      value: optionalNumber(),
      unit: optionalText(40),
      about: flag(),
      days: z.preprocess(
        (value) => (typeof value === 'string' && value.trim() ? Number(value) : undefined),
        z.union([z.undefined(), z.int().min(0).max(3660)], { error: 'Skriv et helt antal dage.' }),
      ),
      ...told,
    }),
    view: NoteFormPage,
    submit: async ({ db, actor, now }, { about, ...written }, { notes }) => {
      if (written.topic === 'instrument' && written.year === undefined)
        throw new Refusal('year', 'year missing', 'Skriv det år, beslutningen om takstinstrumentet gælder for.')
      if (written.topic !== 'instrument' && written.value === undefined && written.text === undefined)
        throw new Refusal('text', 'nothing said', 'Skriv et tal eller en tekst. Intet er gemt.')
      const same = notes.find((note) => note.topic === written.topic && note.label.toLowerCase() === written.label.toLowerCase())
      const key = written.topic === 'instrument' ? 'instrument' : (same?.key ?? slugOf(written.label))
      await addNote(db, {
        ...written,
        text: written.text ?? '',
        key,
        precise: !about,
        actorId: actor.id,
        actorName: actor.name,
        recordedAt: now,
      })
      return { subject: `tariff-note:${key}`, next: '/takster/regler', said: `»${written.label}« er gemt.`, detail: written }
    },
  }),
]
