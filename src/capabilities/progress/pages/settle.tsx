import type { FormState } from '../../../platform/action.ts'
import { Empty, Form, fieldIn, Hidden, Radios, SubmitRow } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Party } from '../../parties/index.ts'
import type { Area } from '../matrix.ts'
import type { Cell } from '../reading.ts'
import type { Report } from '../status.ts'
import { Sign } from './marks.tsx'
import { Marks, ReportText } from './report.tsx'

/** The pages behind the buttons: what is confirmed or approved is read before it is settled. */

type Asked = { url: URL }
type Open = { area: Area; report: Report }
type Many = { party: Party; open: Open[] }

const crumbsOf = (party: Party, text: string) => [
  { text: 'Parter', href: '/plan/parter' },
  { text: party.name, href: `/plan/parter/${party.slug}` },
  { text },
]

const OpenReport = ({ area, report }: Open) => (
  <article class="st-line">
    <h2 class="h4">
      <span class="mx-key">{area.key}</span> {area.title}
    </h2>
    <p class="st-signs">
      <Sign state={report.state} />
      <Marks report={report} />
    </p>
    <ReportText report={report} />
  </article>
)

type Deed = { title: string; lead: string; button: string; nothing: string }

const confirming: Deed = {
  title: 'Stadig korrekt?',
  lead: 'Læs det igennem. Når du trykker, står der på hver melding, at den er bekræftet i dag.',
  button: 'Ja, stadig korrekt',
  nothing: 'Der er ikke noget at bekræfte lige nu.',
}

const approving: Deed = {
  title: 'Godkend meldinger',
  lead: 'Læs det igennem. Når du godkender, står parten bag meldingerne, og alle kan se dem.',
  button: 'Godkend',
  nothing: 'Der er ikke noget, der venter på godkendelse.',
}

const one =
  (deed: Deed, reportOf: (cell: Cell) => Report | undefined) =>
  ({ cell }: { cell: Cell }, ask: Asked, form: FormState): Page => {
    const report = reportOf(cell)
    const { area, party } = cell
    return manyPage(deed, { party, open: report ? [{ area, report }] : [] }, ask, form, 'report')
  }

function manyPage(deed: Deed, { party, open }: Many, ask: Asked, form: FormState, name: string): Page {
  const back = `/plan/parter/${party.slug}`
  return {
    title: deed.title,
    lead: open.length > 0 ? deed.lead : undefined,
    crumbs: crumbsOf(party, deed.title),
    robots: 'noindex',
    marks: open.some(({ report }) => report.example) ? ['eksempeldata'] : undefined,
    body: (
      <Form action={ask.url.pathname} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Hidden name={name} value={open.map(({ report }) => report.id).join(',')} />
        {open.length === 0 ? (
          <Empty title="Intet at gøre" action={{ text: `Tilbage til ${party.name}`, href: back }}>
            <p>{deed.nothing}</p>
          </Empty>
        ) : (
          <>
            {open.map((each) => (
              <OpenReport {...each} />
            ))}
            <SubmitRow
              text={open.length > 1 ? `${deed.button} (${open.length})` : deed.button}
              secondary={{ text: 'Fortryd', href: back }}
            />
          </>
        )}
      </Form>
    ),
  }
}

export const ConfirmPage = one(confirming, ({ shown }) => shown)
export const ApprovePage = one(approving, ({ shown, waiting }) => waiting ?? (shown?.approvedAt ? undefined : shown))
export const ConfirmAllPage = (many: Many, ask: Asked, form: FormState): Page => manyPage(confirming, many, ask, form, 'reports')
export const ApproveAllPage = (many: Many, ask: Asked, form: FormState): Page => manyPage(approving, many, ask, form, 'reports')

export const PolicyPage = (
  { party, approveFirst }: { party: Party; approveFirst: boolean },
  ask: Asked,
  form: FormState,
): Page => ({
  title: 'Hvornår skal jeres meldinger vises?',
  crumbs: crumbsOf(party, 'Hvornår meldinger vises'),
  robots: 'noindex',
  body: (
    <Form action={ask.url.pathname} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Radios
        {...fieldIn(form, 'show', approveFirst ? 'approved' : 'once')}
        label="Når en indberetter har meldt status"
        options={[
          {
            value: 'once',
            text: 'Vis den med det samme',
            hint: 'Den er mærket »ikke godkendt«, indtil en godkender har godkendt den.',
          },
          {
            value: 'approved',
            text: 'Godkend først',
            hint: 'Ingen andre end jer selv og sekretariatet ser den, før en godkender har godkendt den.',
          },
        ]}
      />
      <p class="form-hint st-after">Det gælder fra næste melding. Det, der allerede venter, venter til det er godkendt.</p>
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: `/plan/parter/${party.slug}` }} />
    </Form>
  ),
})
