import type { FormState } from '../action.ts'
import { Alert, FileField, Form, Hidden, Progress, SubmitRow, Table } from '../ui/index.ts'
import { numberText } from '../values/danish.ts'
import { type Draft, isMoving } from './draft.ts'
import type { CellError } from './faults.ts'

type UploadProps = { form: FormState; action: string; label: string; hint: string; text: string; maxMegabytes?: number }

/** The way in: one file, checked before anything is saved. */
export const UploadForm = ({ form, action, label, hint, text, maxMegabytes = 25 }: UploadProps) => (
  <Form action={action} errors={form.errors} files>
    <Hidden name="_key" value={form.key} />
    <FileField
      name="file"
      label={label}
      hint={`${hint} Excel (.xlsx) eller CSV, højst ${maxMegabytes} MB.`}
      accept=".xlsx,.csv"
      error={form.errors['file']}
    />
    <SubmitRow text={text} />
  </Form>
)

/** '1 række', '1.250 rækker'. */
export const rowsText = (count: number): string => `${numberText(count)} ${count === 1 ? 'række' : 'rækker'}`

/** How far the program is; the page goes on by itself, or by its link. */
export const UnderWay = ({ draft, href }: { draft: Pick<Draft, 'state' | 'value' | 'total'>; href: string }) => (
  <>
    <Progress
      value={draft.value}
      of={Math.max(draft.total, 1)}
      text={draft.state === 'waiting' ? 'rækker er læst' : 'rækker er gemt'}
      poll={`${href}/fremdrift`}
    />
    <p>
      Siden går selv videre. Sker der ikke noget, så <a href={href}>se, hvor langt det er</a>.
    </p>
  </>
)

/** What the page asks while it waits. */
export const progressOf = (draft: Pick<Draft, 'state' | 'value' | 'total'> | undefined, href: string) => ({
  value: draft?.value ?? 0,
  of: Math.max(draft?.total ?? 0, 1),
  text: draft?.state === 'writing' ? 'rækker er gemt' : 'rækker er læst',
  ...(draft && isMoving(draft) ? {} : { href }),
})

export const Refused = ({ fileName, refusal }: Pick<Draft, 'fileName' | 'refusal'>) => (
  <Alert kind="error" title={fileName}>
    <p>{refusal}</p>
    <p>Intet er gemt.</p>
  </Alert>
)

export const wrongText = (wrong: number): string =>
  wrong === 1 ? 'Der er fejl i 1 celle' : `Der er fejl i ${numberText(wrong)} celler`

/** Cell by cell what is wrong, the first of it. */
export const Wrong = ({ errors, wrong }: { errors: readonly CellError[]; wrong: number }) => (
  <Table<CellError>
    caption={
      wrong > errors.length ? `De første ${numberText(errors.length)} fejl af ${numberText(wrong)}` : 'Fejl, celle for celle'
    }
    columns={[
      { head: 'Celle', cell: ({ ref }) => ref, rowHead: true },
      ...(errors.some(({ sheet }) => sheet !== '') ? [{ head: 'Ark', cell: ({ sheet }: CellError) => sheet }] : []),
      { head: 'Hvad er galt?', cell: ({ text }) => text },
    ]}
    rows={errors}
  />
)

/** '3 nye, 1 ændret': what is none is said too. */
export const countText = (count: number, one: string, many: string): string => `${numberText(count)} ${count === 1 ? one : many}`
