import type { Ask, FormState } from '../../platform/action.ts'
import { Alert, Empty, ErrorSummary, Form, Hidden, SubmitRow, Table } from '../../platform/ui/index.ts'
import type { Page } from '../../platform/ui/page.ts'
import { numberText } from '../../platform/values/danish.ts'
import { instantText } from '../../platform/values/day.ts'
import type { Count, Removal } from './store.ts'

type Loaded = { going: Count[]; staying: Count[]; removal: Removal | undefined; trial: boolean }

const title = 'Eksempeldata'

export const ExamplesPage = ({ going, staying, removal, trial }: Loaded, _: Ask, form: FormState): Page => ({
  title,
  lead:
    going.length > 0
      ? 'Prøveudgaven har opfundne indberetninger, så man kan se, hvordan det virker. Her kan de fjernes, alle på én gang.'
      : undefined,
  marks: going.length > 0 ? ['eksempeldata'] : [],
  body:
    going.length > 0 ? (
      <Removing going={going} staying={staying} form={form} />
    ) : (
      <Nothing removal={removal} trial={trial} form={form} />
    ),
})

const Removing = ({ going, staying, form }: { going: Count[]; staying: Count[]; form: FormState }) => (
  <>
    <Counts caption="Det bliver fjernet" counts={going} />
    <Counts caption="Det bliver stående" counts={staying} />
    <p>
      Planen, parterne, personerne, reglerne og hændelsesloggen bliver også stående. I hændelsesloggen kommer til at stå, hvem der
      fjernede hvad.
    </p>
    <Alert kind="warning">Eksempeldata kan ikke hentes tilbage her. De kommer heller ikke igen, når Fælles startes på ny.</Alert>
    <Form action="/kontor/eksempeldata" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <SubmitRow text="Fjern alle eksempeldata" secondary={{ text: 'Behold dem', href: '/kontor' }} danger />
    </Form>
  </>
)

const Counts = ({ caption, counts }: { caption: string; counts: Count[] }) => (
  <div class="trial-counts">
    <Table
      caption={caption}
      compact
      rows={counts}
      columns={[
        { head: 'Hvad', rowHead: true, cell: ({ label }) => label.charAt(0).toUpperCase() + label.slice(1) },
        { head: 'Antal', numeric: true, cell: ({ count }) => numberText(count) },
      ]}
    />
  </div>
)

const Nothing = ({ removal, trial, form }: { removal: Removal | undefined; trial: boolean; form: FormState }) => (
  <>
    <ErrorSummary errors={form.errors} />
    <Empty title="Her er ingen eksempeldata" action={{ text: 'Se hændelserne', href: '/kontor/haendelser' }}>
      <p>
        {removal
          ? `${removal.actorName} fjernede dem ${instantText(removal.at)}. Alt, hvad der står nu, er den rigtige plan og det, I selv har skrevet.`
          : trial
            ? 'Fælles er startet uden dem. Alt, hvad der står, er den rigtige plan og det, I selv har skrevet.'
            : 'Denne udgave har aldrig haft nogen.'}
      </p>
    </Empty>
  </>
)
