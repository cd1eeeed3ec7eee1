import type { Ask, FormState } from '../../../platform/action.ts'
import {
  choicesOf,
  DayField,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Select,
  SubmitRow,
  TextField,
} from '../../../platform/ui/index.ts'
import { ownerships, placeKinds, priceUnits } from '../../offers/index.ts'
import type { Party } from '../../parties/index.ts'
import { CASES, toCases } from '../paths.ts'

/** A price somebody has met that is not among the published tariffs. */
export const MetPage = ({ parties }: { parties: Party[] }, { today }: Ask, form: FormState): Page => {
  const field = (name: string, now?: string) => ({ ...fieldIn(form, name, now), required: true })
  const only = parties.length === 1 ? String(parties[0]?.id) : undefined
  return {
    title: 'Meld en pris uden for registret',
    lead: 'Når I har mødt en prisstigning, der ikke står i takstoversigten. Fælles regner stigningen og finder grænsen.',
    crumbs: [...toCases, { text: 'Meld en pris' }],
    body: (
      <Form action={`${CASES}/ny`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Select
          {...field('partyId', only)}
          label="Kommune"
          empty="Vælg"
          options={parties.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <TextField {...field('offerName')} label="Tilbud" maxlength={160} />
        <TextField {...field('operatorName')} label="Driftsherre" maxlength={160} hint="En organisation, ikke en person." />
        <Select {...field('ownership')} label="Ejerform" empty="Vælg" options={choicesOf(ownerships)} />
        <Select {...field('kind')} label="Slags pladser" empty="Vælg" options={choicesOf(placeKinds)} />
        <Select {...field('per')} label="Prisen er pr." empty="Vælg" options={choicesOf(priceUnits)} />
        <TextField {...field('from')} label="Pris før, i kroner" hint="Fx 1.234,50" inputmode="decimal" />
        <TextField {...field('to')} label="Pris nu, i kroner" hint="Fx 1.345,00" inputmode="decimal" />
        <DayField {...field('effectiveOn', today)} label="Den nye pris gælder fra" />
        <TextField
          {...field('source')}
          label="Hvor har I mødt prisen?"
          maxlength={300}
          hint="Fx et tilbud på en plads. Ingen borgere."
        />
        <SubmitRow text="Meld prisen" secondary={{ text: 'Tilbage', href: CASES }} />
      </Form>
    ),
  }
}
