import type { Ask, FormState } from '../../platform/action.ts'
import {
  ButtonRow,
  Empty,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  SummaryList,
  Table,
  TextField,
} from '../../platform/ui/index.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText, instantText } from '../../platform/values/day.ts'
import { Legend } from '../progress/index.ts'
import { holdsExample, type Standing, silent, tally } from './standing.ts'
import { standingMatrix } from './standing-matrix.ts'
import type { Snapshot } from './store.ts'

export const marks = (...standings: Standing[]) => (standings.some(holdsExample) ? ['eksempeldata'] : [])
export const plan = { text: 'Planen', href: '/plan' }
export const reports = { text: 'Statusrapporter', href: '/plan/rapporter' }

export const ReportsPage = (snapshots: Snapshot[], ask: Ask): Page => ({
  title: 'Statusrapporter',
  lead: 'En rapport klar til styregruppen: hvem der er hvor langt, hvad der har flyttet sig, og hvem der mangler at melde.',
  crumbs: [plan, { text: 'Statusrapporter' }],
  marks: snapshots.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      <ButtonRow>
        <LinkButton href="/plan/rapporter/nu" look="primary">
          Læs status i dag
        </LinkButton>
        {ask.may('snapshots.freeze') && <LinkButton href="/plan/rapporter/frys">Frys status</LinkButton>}
        {snapshots.length > 0 && <LinkButton href="/plan/rapporter/sammenlign">Sammenlign</LinkButton>}
      </ButtonRow>
      <h2>Frosne billeder</h2>
      {snapshots.length === 0 ? (
        <Empty title="Ingen billeder endnu" level={3}>
          Sekretariatet fryser status med faste mellemrum. Et frosset billede kan ikke ændres og kan sammenlignes med det næste.
        </Empty>
      ) : (
        <Table
          caption="Frosne billeder af status"
          captionHidden
          rows={snapshots}
          columns={[
            {
              head: 'Navn',
              rowHead: true,
              cell: ({ slug, title, example }) => (
                <>
                  <a href={`/plan/status/${slug}`}>{title}</a>
                  {example && ' (eksempeldata)'}
                </>
              ),
            },
            { head: 'Status pr.', cell: ({ day }) => dayText(day) },
            { head: 'Frosset', cell: ({ frozenAt }) => instantText(frozenAt) },
            {
              head: 'Rapport',
              cell: ({ slug, title }) => (
                <>
                  <a href={`/plan/rapporter/${slug}`}>
                    Læs<span class="sr-only"> {title}</span>
                  </a>{' '}
                  ·{' '}
                  <a href={`/plan/rapporter/${slug}/rapport.pdf`}>
                    PDF<span class="sr-only"> {title}</span>
                  </a>{' '}
                  ·{' '}
                  <a href={`/plan/rapporter/${slug}/rapport.docx`}>
                    Word<span class="sr-only"> {title}</span>
                  </a>
                </>
              ),
            },
          ]}
        />
      )}
    </>
  ),
})

export const FreezePage = ({ standing }: { standing: Standing }, _ask: Ask, form: FormState): Page => {
  const { missing, of } = tally(standing)
  return {
    title: 'Frys status',
    lead: holdsExample(standing)
      ? 'Et frosset billede kan ikke ændres. Dette indeholder eksempeldata og forsvinder, når de fjernes.'
      : 'Et frosset billede kan aldrig ændres. Det bruges til at vise styregruppen, hvad der har flyttet sig.',
    crumbs: [plan, reports, { text: 'Frys status' }],
    marks: marks(standing),
    body: (
      <>
        <SummaryList
          items={[
            { term: 'Dag', value: dayText(standing.day) },
            { term: 'Felter med status', value: `${numberText(of - missing)} af ${numberText(of)}` },
            {
              term: 'Har slet ikke meldt',
              value:
                silent(standing)
                  .map(({ name }) => name)
                  .join(', ') || 'Alle har meldt',
            },
          ]}
        />
        <Form action="/plan/rapporter/frys" errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <TextField {...fieldIn(form, 'title')} label="Navn" hint="Fx »1. halvår 2026«" required />
          <SubmitRow text="Frys billedet" secondary={{ text: 'Fortryd', href: '/plan/rapporter' }} />
        </Form>
      </>
    ),
  }
}

export const SnapshotPage = ({
  slug,
  title,
  day,
  frozenAt,
  actorName,
  sha256,
  content,
}: Snapshot & { content: Standing }): Page => ({
  title,
  lead: `Status, som den stod ${dayText(day)}. Billedet er frosset og kan ikke ændres.`,
  crumbs: [plan, reports, { text: title }],
  marks: marks(content),
  wide: true,
  body: (
    <>
      <ButtonRow>
        <LinkButton href={`/plan/rapporter/${slug}`} look="primary">
          Læs rapporten
        </LinkButton>
        <LinkButton href={`/plan/rapporter/${slug}/rapport.pdf`}>PDF</LinkButton>
        <LinkButton href={`/plan/rapporter/${slug}/rapport.docx`}>Word</LinkButton>
        <LinkButton href={`/plan/rapporter/sammenlign?fra=${slug}&til=nu`}>Sammenlign med i dag</LinkButton>
      </ButtonRow>
      {pictureOf(content)}
      <SummaryList
        items={[
          { term: 'Frosset', value: `${instantText(frozenAt)} af ${actorName}` },
          { term: 'Kontrolsum (SHA-256)', value: <code class="sha">{sha256}</code> },
        ]}
      />
    </>
  ),
})

export const pictureOf = (standing: Standing, before?: Standing) => {
  const { states, missing } = tally(standing)
  return (
    <>
      <Legend counts={new Map([...states, ['none', missing]])} />
      {standingMatrix(standing, before)}
    </>
  )
}
