import { z } from 'zod'
import { type Action, form, page } from '../../../platform/action.ts'
import { choice, flag, optionalDay, optionalText, text } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { audiences, forms, inAgreementTexts, mustEndAfterBeginning } from '../legal-basis.ts'
import { BasisFormPage, BasisPage } from '../pages/legal-basis.tsx'
import { changeBasis, historyOf, legalBases, legalBasisWith } from '../store.ts'
import { mustBeNewest } from '../term.ts'

const basisToRead = async ({ db, params }: { db: Parameters<typeof legalBases>[0]; params: { key: string } }) => {
  const basis = await legalBasisWith(db, params.key)
  return basis && { basis, all: await legalBases(db), history: await historyOf(db, `legal_basis:${basis.key}`) }
}

export type BasisToRead = NonNullable<Awaited<ReturnType<typeof basisToRead>>>

export const basisDeeds: Action[] = [
  page({
    path: '/begreber/retsgrundlag/:key',
    may: 'terms.read',
    open: true,
    load: basisToRead,
    view: BasisPage,
    apiRead: {
      path: '/legal-bases/:key',
      summary: 'One legal basis with its period and successor',
      output: z.object({
        key: z.string(),
        code: z.string(),
        act: z.string(),
        section: z.string(),
        title: z.string(),
        audience: z.string(),
        form: z.string(),
        inAgreement: z.string(),
        validFrom: z.iso.date().optional(),
        validUntil: z.iso.date().optional(),
        successorKey: z.string().optional(),
        source: z.string(),
        confirmed: z.boolean(),
      }),
      answer: ({ basis: { agreementNote: _, note: __, version: ___, ...basis } }) => basis,
    },
  }),

  form({
    path: '/begreber/retsgrundlag/:key/ret',
    may: 'terms.edit',
    load: basisToRead,
    input: z.object({
      version: z.preprocess((value) => Number(value ?? 0), z.int().min(0)),
      title: text(200, 'Skriv en titel.'),
      audience: choice(keysOf(audiences)),
      form: choice(keysOf(forms)),
      inAgreement: choice(keysOf(inAgreementTexts)),
      agreementNote: optionalText(500),
      validFrom: optionalDay(),
      validUntil: optionalDay(),
      successorKey: optionalText(40),
      confirmed: flag(),
      note: optionalText(500),
      source: text(400, 'Skriv, hvor det står.'),
    }),
    view: BasisFormPage,
    submit: async ({ db, actor, now }, { version, ...written }, { basis, all }) => {
      mustBeNewest(basis, version)
      mustEndAfterBeginning(written)
      if (
        written.successorKey !== undefined &&
        (written.successorKey === basis.key || !all.some(({ key }) => key === written.successorKey))
      )
        throw new Refusal('successorKey', 'no successor', 'Vælg den paragraf, der gælder i stedet, på listen.')
      const entry = { kind: 'corrected' as const, source: written.source, actorId: actor.id, actorName: actor.name, now }
      await changeBasis(db, basis.key, written, entry)
      return { subject: `legal_basis:${basis.key}`, next: `/begreber/retsgrundlag/${basis.key}`, said: 'Rettelsen er gemt.' }
    },
  }),
]
