import type { PropsWithChildren } from 'hono/jsx'
import type { FormState } from '../action.ts'
import { Alert, FileField, Form, Hidden, type Page, Progress, SubmitRow, Table } from '../ui/index.ts'
import { numberText } from '../values/danish.ts'
import { type Draft, isMoving } from './draft.ts'
import type { CellError } from './faults.ts'
import { addressOf, type Way } from './way.ts'

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

/** The files somebody has sent and not finished. */
export const OwnDrafts = ({ way, drafts }: { way: Way; drafts: readonly Pick<Draft, 'id' | 'fileName'>[] }) =>
  drafts.length === 0 ? null : (
    <>
      <h2>Regneark, du er i gang med</h2>
      <ul>
        {drafts.map(({ id, fileName }) => (
          <li>
            <a href={addressOf(way, id)}>{fileName}</a>
          </li>
        ))}
      </ul>
    </>
  )

/** '1 række', '1.250 rækker'. */
export const rowsText = (count: number): string => `${numberText(count)} ${count === 1 ? 'række' : 'rækker'}`

type Moving = Pick<Draft, 'id' | 'state' | 'value' | 'total'>

/** The page of a file that is being read, or written. */
export const moving = (way: Way, draft: Moving): Pick<Page, 'title' | 'lead' | 'body'> =>
  draft.state === 'writing'
    ? {
        title: `${way.words.the} bliver gemt`,
        lead: 'Det hele bliver gemt på én gang. Du kan godt lukke siden imens.',
        body: <UnderWay draft={draft} href={addressOf(way, draft.id)} />,
      }
    : {
        title: `${way.words.the} bliver læst`,
        lead: 'Intet er gemt endnu. Du ser om lidt, hvad der er nyt.',
        body: <UnderWay draft={draft} href={addressOf(way, draft.id)} />,
      }

/** How far the program is; the page goes on by itself, or by its link. */
const UnderWay = ({ draft, href }: { draft: Moving; href: string }) => (
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

/** '1 ny, 2 ændrede, 0 uændrede'. */
export const changesText = (counts: { new: number; changed: number; same: number }): string =>
  [
    countText(counts.new, 'ny', 'nye'),
    countText(counts.changed, 'ændret', 'ændrede'),
    countText(counts.same, 'uændret', 'uændrede'),
  ].join(', ')

/** '1 række er ny eller ændret', '2 takster er nye eller ændrede': `what` holds the number too. */
export const newsTitle = (what: string, count: number): string =>
  `${what} ${count === 1 ? 'er ny eller ændret' : 'er nye eller ændrede'}`

/** Said on top of a preview that was made anew because somebody wrote meanwhile. */
export const CheckedAgain = ({ way: { words }, draft }: { way: Way; draft: Pick<Draft, 'checkedAgain'> }) =>
  draft.checkedAgain ? (
    <Alert kind="warning" title="Nogen har skrevet imens">
      <p>
        Noget, som {words.the.toLowerCase()} bygger på, er ændret på siden. Derfor er intet gemt, og listen herunder er lavet
        igen.
      </p>
    </Alert>
  ) : null

type ConfirmProps = PropsWithChildren<{ way: Way; draft: Pick<Draft, 'id'>; form: FormState; text: string }>

/** Yes or no to what was read. No is sent as `svar` with the value `nej`. */
export const ConfirmForm = ({ way, draft, form, text, children }: ConfirmProps) => (
  <Form action={addressOf(way, draft.id)} errors={form.errors}>
    <Hidden name="_key" value={form.key} />
    <SubmitRow text={text} secondary={{ text: 'Gem ikke', name: 'svar', value: 'nej' }}>
      {children}
    </SubmitRow>
  </Form>
)
