import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { codeSystemIn } from '../code-system.ts'
import { addUpload, comparisonOf, takeIn, uploads, uploadWith } from '../import-store.ts'
import { PreviewPage, UploadPage } from '../pages/code-system.tsx'

const LARGEST = 8 * 1024 * 1024

const uploadToRead = async ({ db, params }: Pick<Ask<{ id: string }>, 'db' | 'params'>) => {
  const upload = await uploadWith(db, idIn(params.id))
  return upload && { upload, comparison: await comparisonOf(db, upload) }
}

export type UploadToRead = NonNullable<Awaited<ReturnType<typeof uploadToRead>>>

export const codeSystemDeeds: Action[] = [
  form({
    path: '/begreber/kodesystem',
    may: 'terms.edit',
    maxBytes: LARGEST + 16 * 1024,
    load: async ({ db }) => ({ uploads: await uploads(db) }),
    input: z.object({ file: z.instanceof(File, { error: 'Vælg en fil.' }) }),
    view: UploadPage,
    submit: async ({ db, actor, now }, { file }) => {
      if (file.size === 0) throw new Refusal('file', 'empty', 'Vælg en fil. Den valgte er tom.')
      const system = codeSystemIn(await file.text())
      const id = await addUpload(db, system, { fileName: file.name.slice(0, 120), actorId: actor.id, actorName: actor.name, now })
      return {
        subject: `term_import:${id}`,
        next: `/begreber/kodesystem/${id}`,
        said: 'Filen er læst. Intet er ændret endnu: se den igennem først.',
      }
    },
  }),

  form({
    path: '/begreber/kodesystem/:id',
    may: 'terms.edit',
    load: uploadToRead,
    view: PreviewPage,
    submit: async ({ db, actor, now, today }, _, { upload }) => {
      if (upload.takenAt)
        throw new Refusal(undefined, 'taken already', 'Filen er allerede læst ind. Send den igen, hvis den skal læses på ny.')
      await takeIn(db, upload, { actorId: actor.id, actorName: actor.name, now }, today)
      return { subject: `term_import:${upload.id}`, next: '/begreber?vis=maalgrupper', said: `${upload.title} er læst ind.` }
    },
  }),
]
