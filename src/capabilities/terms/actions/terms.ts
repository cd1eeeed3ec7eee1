import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { slugOf } from '../../../platform/values/danish.ts'
import { choice, day, link, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { ApprovePage, TermFormPage } from '../pages/form.tsx'
import { TermPage } from '../pages/term.tsx'
import { TermsPage } from '../pages/terms.tsx'
import { addTerm, changeTerm, historyOf, legalBases, termsOf, termWith } from '../store.ts'
import { CONCEPT, mustBeApprovable, mustBeNewest, mustBeOurs, OWN } from '../term.ts'

async function termToRead({ db, params }: Pick<Ask<{ id: string }>, 'db' | 'params'>) {
  const term = await termWith(db, idIn(params.id))
  if (!term) return undefined
  const all = await termsOf(db)
  return {
    term,
    above: all.find(({ id }) => id === term.parentId),
    below: all.filter(({ parentId }) => parentId === term.id),
    history: await historyOf(db, `term:${term.id}`),
  }
}

export type TermToRead = NonNullable<Awaited<ReturnType<typeof termToRead>>>

const version = z.preprocess((value) => Number(value ?? 0), z.int().min(0))
const fields = {
  label: text(120, 'Skriv begrebet.'),
  definition: text(2000, 'Skriv, hvad det betyder.'),
  source: text(300, 'Skriv, hvor ordlyden kommer fra.'),
  sourceUrl: link(),
}

const termOutput = z.object({
  id: z.int(),
  uuid: z.uuid(),
  system: z.string(),
  code: z.string(),
  kind: z.string(),
  label: z.string(),
  definition: z.string().optional(),
  parentId: z.int().optional(),
  source: z.string(),
  validFrom: z.iso.date().optional(),
  validUntil: z.iso.date().optional(),
  approvedBy: z.string().optional(),
  approvedOn: z.iso.date().optional(),
})

export const termDeeds: Action[] = [
  page({
    path: '/begreber',
    may: 'terms.read',
    open: true,
    query: z.object({ vis: z.enum(['begreber', 'maalgrupper', 'retsgrundlag']).catch('begreber') }),
    load: async ({ db }) => ({ terms: await termsOf(db), bases: await legalBases(db) }),
    view: TermsPage,
    apiRead: {
      path: '/terms',
      summary: 'Every term: words the parties agree on, target groups, and imported code systems',
      output: z.object({ terms: z.array(termOutput) }),
      answer: ({ terms }) => ({
        terms: terms.map(
          ({
            id,
            uuid,
            system,
            code,
            kind,
            label,
            definition,
            parentId,
            source,
            validFrom,
            validUntil,
            approvedBy,
            approvedOn,
          }) => ({
            id,
            uuid,
            system,
            code,
            kind,
            label,
            definition,
            parentId,
            source,
            validFrom,
            validUntil,
            approvedBy,
            approvedOn,
          }),
        ),
      }),
    },
  }),

  form({
    path: '/begreber/nyt',
    may: 'terms.edit',
    load: async () => ({}),
    input: z.object({ ...fields, kind: choice(['concept', 'target_group'], 'Vælg, hvad det er.') }),
    view: TermFormPage,
    submit: async ({ db, actor, now }, { kind, ...written }) => {
      const system = kind === 'concept' ? CONCEPT : OWN
      const code = slugOf(written.label)
      const all = await termsOf(db)
      if (
        code === '' ||
        all.some(
          (term) => term.system === system && (term.code === code || term.label.toLowerCase() === written.label.toLowerCase()),
        )
      )
        throw new Refusal('label', 'taken', `»${written.label}« findes allerede. Ret det i stedet, eller brug et andet ord.`)
      const entry = { kind: 'added' as const, source: written.source, actorId: actor.id, actorName: actor.name, now }
      const id = await addTerm(db, { ...written, system, kind, code, position: all.length }, entry)
      return { subject: `term:${id}`, next: `/begreber/${id}`, said: 'Begrebet er gemt. Det er ikke godkendt endnu.' }
    },
  }),

  page({ path: '/begreber/:id', may: 'terms.read', open: true, load: termToRead, view: TermPage }),

  form({
    path: '/begreber/:id/ret',
    may: 'terms.edit',
    load: termToRead,
    input: z.object({ ...fields, version }),
    view: TermFormPage,
    submit: async ({ db, actor, now }, { version, ...written }, { term }) => {
      mustBeOurs(term)
      mustBeNewest(term, version)
      const reworded = written.label !== term.label || written.definition !== term.definition
      const unapproved = reworded
        ? { approvedBy: undefined, approvedOn: undefined, approvedAt: undefined, approverId: undefined }
        : {}
      const entry = { kind: 'corrected' as const, source: written.source, actorId: actor.id, actorName: actor.name, now }
      await changeTerm(db, term.id, { ...written, ...unapproved }, entry)
      const said =
        reworded && term.approvedBy ? 'Rettelsen er gemt. Ordlyden er ny, så begrebet skal godkendes igen.' : 'Rettelsen er gemt.'
      return { subject: `term:${term.id}`, next: `/begreber/${term.id}`, said }
    },
  }),

  form({
    path: '/begreber/:id/godkend',
    may: 'terms.edit',
    load: termToRead,
    input: z.object({
      version,
      approvedBy: text(160, 'Skriv, hvem der har godkendt det, fx »Styregruppen«.'),
      approvedOn: day(),
      source: text(300, 'Skriv, hvor det står, fx »Referat af 2. maj 2025«.'),
    }),
    view: ApprovePage,
    submit: async ({ db, actor, now, today }, { version, approvedBy, approvedOn, source }, { term }) => {
      mustBeNewest(term, version)
      mustBeApprovable(term, approvedOn, today)
      const entry = { kind: 'approved' as const, source, actorId: actor.id, actorName: actor.name, now }
      await changeTerm(db, term.id, { approvedBy, approvedOn, approvedAt: now, approverId: actor.id }, entry)
      return { subject: `term:${term.id}`, next: `/begreber/${term.id}`, said: 'Begrebet er godkendt.' }
    },
  }),
]
