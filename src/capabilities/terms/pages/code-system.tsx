import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Details,
  ErrorSummary,
  FileField,
  Form,
  Hidden,
  type Page,
  SubmitRow,
  SummaryList,
  Table,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { instantText } from '../../../platform/values/day.ts'
import type { UploadToRead } from '../actions/code-systems.ts'
import { isTargetGroup } from '../code-system.ts'
import type { Upload } from '../import-store.ts'

const crumb = { text: 'Læs et kodesystem ind', href: '/begreber/kodesystem' }

export const UploadPage = ({ uploads }: { uploads: Upload[] }, _ask: Ask<object>, form: FormState): Page => ({
  title: 'Læs et kodesystem ind',
  lead: 'Fx KL’s FFB, som giver målgrupperne deres rigtige navne og koder. Du ser først, hvad der bliver nyt, ændret og væk.',
  crumbs: [{ text: 'Begreber', href: '/begreber' }, { text: 'Læs et kodesystem ind' }],
  body: (
    <>
      <Form action="/begreber/kodesystem" errors={form.errors} files>
        <Hidden name="_key" value={form.key} />
        <FileField
          name="file"
          label="Fil"
          hint="Et FHIR CodeSystem i JSON, højst 8 MB"
          accept=".json,application/json"
          error={form.errors['file']}
          required
        />
        <SubmitRow text="Se filen igennem" secondary={{ text: 'Fortryd', href: '/begreber' }} />
      </Form>
      {uploads.length > 0 && (
        <Table
          caption="Sendt før"
          rows={uploads}
          columns={[
            { head: 'Kodesystem', rowHead: true, cell: ({ id, title }) => <a href={`/begreber/kodesystem/${id}`}>{title}</a> },
            { head: 'Version', cell: ({ systemVersion }) => systemVersion ?? 'Ikke oplyst' },
            { head: 'Sendt', cell: ({ uploadedAt, actorName }) => `${instantText(uploadedAt)} af ${actorName}` },
            { head: 'Læst ind', cell: ({ takenAt }) => (takenAt ? instantText(takenAt) : 'Nej') },
          ]}
        />
      )}
    </>
  ),
})

export function PreviewPage({ upload, comparison }: UploadToRead, _ask: Ask<object>, form: FormState): Page {
  const { added, changed, returned, gone, same } = comparison
  const groups = upload.concepts.filter((concept) => isTargetGroup(concept, upload.concepts)).length
  const nothing = added.length + changed.length + returned.length + gone.length === 0
  return {
    title: upload.title,
    lead: upload.takenAt
      ? `Læst ind ${instantText(upload.takenAt)}.`
      : 'Se, hvad der sker, før du læser det ind. Intet er ændret endnu.',
    crumbs: [{ text: 'Begreber', href: '/begreber' }, crumb, { text: upload.title }],
    body: (
      <>
        <SummaryList
          items={[
            { term: 'Fil', value: upload.fileName },
            { term: 'Navn (url)', value: <code>{upload.system}</code> },
            { term: 'Version', value: upload.systemVersion ?? 'Ikke oplyst' },
            { term: 'Begreber i filen', value: `${numberText(upload.concepts.length)}, heraf ${numberText(groups)} målgrupper` },
            { term: 'Nye', value: numberText(added.length) },
            { term: 'Ændrede', value: numberText(changed.length + returned.length) },
            { term: 'Væk', value: numberText(gone.length) },
            { term: 'Uændrede', value: numberText(same) },
          ]}
        />
        {gone.length > 0 && (
          <Alert kind="warning">
            Det, der er væk, ophører i dag. Tilbud, der bruger det, beholder det, til de bliver rettet.
          </Alert>
        )}
        {changed.length + returned.length > 0 && (
          <Table
            caption="Ændrede"
            compact
            rows={[...changed, ...returned]}
            columns={[
              { head: 'Kode', rowHead: true, cell: ({ concept }) => concept.code },
              { head: 'Nu', cell: ({ term }) => (term.validUntil ? `${term.label} (ophørt)` : term.label) },
              { head: 'I filen', cell: ({ concept }) => concept.display },
            ]}
          />
        )}
        {gone.length > 0 && <List title={`Væk (${numberText(gone.length)})`} items={gone.map(({ label }) => label)} />}
        {added.length > 0 && <List title={`Nye (${numberText(added.length)})`} items={added.map(({ display }) => display)} />}
        {upload.takenAt && <ErrorSummary errors={form.errors} />}
        {!upload.takenAt && (
          <Form action={`/begreber/kodesystem/${upload.id}`} errors={form.errors}>
            <Hidden name="_key" value={form.key} />
            <SubmitRow
              text={nothing ? 'Notér, at intet er ændret' : 'Læs ind'}
              secondary={{ text: 'Fortryd', href: '/begreber/kodesystem' }}
            />
          </Form>
        )}
      </>
    ),
  }
}

const List = ({ title, items }: { title: string; items: readonly string[] }) => (
  <Details summary={title}>
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  </Details>
)
