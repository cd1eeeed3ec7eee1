import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  SummaryList,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import { CASES, MAILBOX, toCases } from '../paths.ts'
import type { CaseToSend } from '../reading.ts'
import type { ReportMailbox } from '../store/mailbox.ts'
import { draftReport, NO_MAILBOX, nameOf } from '../words.ts'
import { framed, Writing } from './steps.tsx'

/** The drafted report, to where it goes, and what goes with it: read, mended and sent. */
export const SendPage = (one: CaseToSend, ask: Ask, form: FormState): Page => {
  if (!one.mailbox) return NowhereToSend(one, ask, form)
  return framed({
    one,
    form,
    slug: 'send',
    title: 'Send til Socialtilsyn Øst',
    button: 'Send indberetningen',
    lead: 'Fælles har skrevet et udkast. Læs det, og ret det, før du sender.',
    children: (
      <>
        <SummaryList
          items={[
            { term: 'Sendes til', value: `Socialtilsyn Øst, ${one.mailbox.mailbox}` },
            { term: 'Bilag', value: <Enclosed one={one} /> },
          ]}
        />
        <Writing form={form} label="Indberetning" max={8000} rows={18} value={draftReport(one.of, ask.site)} />
      </>
    ),
  })
}

const NowhereToSend = ({ of }: CaseToSend, { may }: Ask, { errors }: FormState): Page => ({
  title: 'Send til Socialtilsyn Øst',
  lead: 'Indberetningen kan ikke sendes endnu.',
  crumbs: [...toCases, { text: nameOf(of), href: `${CASES}/${of.id}` }, { text: 'Send til Socialtilsyn Øst' }],
  marks: of.example ? ['eksempeldata'] : [],
  body: (
    <>
      <Alert kind="warning" title="Postkassen mangler">
        {errors[''] ?? NO_MAILBOX}
      </Alert>
      {may('increases.supervise') && (
        <LinkButton href={MAILBOX} look="primary">
          Skriv postkassen
        </LinkButton>
      )}
      <p>
        <a href={`${CASES}/${of.id}/indberetning.pdf`}>Læs udkastet som PDF</a>
      </p>
    </>
  ),
})

/** Every file with a link, as far as the reader may see it himself. */
const Enclosed = ({ one: { of, sheet } }: { one: CaseToSend }) => (
  <>
    <ul>
      <li>
        <a href={`${CASES}/${of.id}/indberetning.pdf`}>Indberetningen som PDF</a>, lavet af teksten herunder
      </li>
      {sheet ? (
        <>
          <li>
            <a href={`/takster/beregning/${of.calculationId}/ark.pdf`}>Takstarket som PDF</a>
          </li>
          <li>
            {sheet.level === 'price' ? (
              'Takstarket som regneark'
            ) : (
              <a href={`/takster/beregning/${of.calculationId}/ark.xlsx`}>Takstarket som regneark, der regner</a>
            )}
          </li>
        </>
      ) : (
        <li>
          <a href={`${CASES}/${of.id}/grundlag.pdf`}>En side om, at beregningsgrundlaget ikke er modtaget</a>
        </li>
      )}
    </ul>
    {sheet && sheet.level !== 'full' && (
      <p class="quiet">Socialtilsyn Øst får hele beregningen. I ser mindre af den: {sheet.why}</p>
    )}
  </>
)

/** Where reports go; written by those who take them, or by the secretariat. */
export const MailboxPage = ({ mailbox }: { mailbox: ReportMailbox | undefined }, _ask: Ask, form: FormState): Page => ({
  title: 'Postkasse til indberetninger',
  lead: mailbox
    ? `Indberetninger sendes nu til ${mailbox.mailbox}. Skrevet ${dayText(dayOf(mailbox.recordedAt))} af ${mailbox.actorName}. Kilde: ${mailbox.source}.`
    : 'Der er ikke skrevet nogen postkasse endnu, så ingen indberetning kan sendes.',
  crumbs: [...toCases, { text: 'Postkasse' }],
  body: (
    <Form action={MAILBOX} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField
        {...fieldIn(form, 'mailbox', mailbox?.mailbox)}
        label="Socialtilsyn Østs mailadresse"
        hint="Et takstark er ikke for alle. Skriv en postkasse, som tilsynet har sagt god for, aldrig en persons."
        type="email"
        required
      />
      <TextField
        {...fieldIn(form, 'source')}
        label="Hvor står det?"
        maxlength={300}
        hint="Fx »Mail fra Socialtilsyn Øst 3. marts 2026«."
        required
      />
      <SubmitRow text="Gem postkassen" secondary={{ text: 'Tilbage', href: CASES }} />
    </Form>
  ),
})
