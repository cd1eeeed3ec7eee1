import type { FormState } from '../../../platform/action.ts'
import { FileField, Form, Hidden, SubmitRow } from '../../../platform/ui/index.ts'

/** The way in: one file, checked before anything is saved. */
export const UploadForm = ({ form, label, text }: { form: FormState; label: string; text: string }) => (
  <Form action="/regneark" errors={form.errors} files>
    <Hidden name="_key" value={form.key} />
    <FileField
      name="file"
      label={label}
      hint="Et regneark, du har hentet her og rettet i. Excel (.xlsx) eller CSV, højst 25 MB."
      accept=".xlsx,.csv"
      error={form.errors['file']}
    />
    <SubmitRow text={text} />
  </Form>
)
