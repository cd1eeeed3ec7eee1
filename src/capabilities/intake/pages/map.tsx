import type { Ask, FormState } from '../../../platform/action.ts'
import { ColumnChoices, TitlesElsewhere, titlesText } from '../../../platform/mapping.ts'
import {
  Alert,
  choicesOf,
  DayField,
  Details,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Select,
  SubmitRow,
  TextField,
} from '../../../platform/ui/index.ts'
import { priceUnits } from '../../offers/index.ts'
import type { Draft, Plan } from '../draft.ts'
import { fields } from '../fields.ts'
import { crumbs } from './send.tsx'

type Loaded = { draft: Draft; plan: Plan }

export const MapPage = ({ draft, plan }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page => ({
  title: 'Hvad er kolonnerne?',
  lead: 'Se forslagene igennem, og ret dem, der er forkerte. Svaret huskes til næste fil. Intet er gemt endnu.',
  crumbs: crumbs({ text: 'Læs ind', href: '/tilbud/indlaes' }, { text: draft.fileName }),
  robots: 'noindex',
  wide: true,
  body: (
    <Form action={`/tilbud/indlaes/${draft.id}/kolonner`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      {plan.trouble && (
        <Alert kind="error">
          <p>{plan.trouble}</p>
        </Alert>
      )}
      <p>{titlesText(plan)}</p>
      <ColumnChoices survey={plan} fields={fields} form={form} />
      <WholeFile plan={plan} form={form} />
      <SubmitRow text="Læs filen" />
      <Details summary="Står overskrifterne et andet sted?" open={plan.trouble !== undefined || undefined}>
        <TitlesElsewhere survey={plan} form={form} />
      </Details>
    </Form>
  ),
})

const WholeFile = ({ plan: { fixed }, form }: { plan: Plan; form: FormState }) => (
  <fieldset class="intake-whole">
    <legend class="h3">Gælder hele filen, hvor rækken ikke selv siger det</legend>
    <div class="intake-fields">
      <DayField {...fieldIn(form, 'asOf', fixed.asOf)} label="Oplysningerne er fra" />
      <TextField {...fieldIn(form, 'source', fixed.source)} label="Kilde" />
      <Select {...fieldIn(form, 'per', fixed.per)} label="Priser er pr." options={choicesOf(priceUnits)} />
      <TextField {...fieldIn(form, 'year', fixed.year)} label="Prisernes år" width="xs" inputmode="numeric" />
    </div>
  </fieldset>
)
