import type { Ask, FormState } from '../../../platform/action.ts'
import { DayField, Form, Hidden, type Page, Radios, Select, SubmitRow, TextArea, TextField } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { LoadedNational } from '../actions/look.ts'
import { measures, type NationalOffer } from '../national.ts'
import { crumbs, NATIONAL } from './parts.tsx'

type Asked = Pick<Ask, 'today'>

const path = (text: string) => [...crumbs, { text: 'Landsdækkende', href: NATIONAL }, { text }]

const Said = ({ form: { values, errors }, today }: { form: FormState; today: string }) => (
  <>
    <TextField
      name="source"
      label="Kilde"
      hint="Dokument, side eller punkt."
      value={values['source']}
      error={errors['source']}
      maxlength={300}
      required
    />
    <DayField
      name="sourceDay"
      label="Kildens dato"
      value={values['sourceDay']}
      error={errors['sourceDay']}
      max={today}
      required
    />
    <TextField name="sourceUrl" label="Link til kilden" type="url" value={values['sourceUrl']} error={errors['sourceUrl']} />
  </>
)

/** Groups, and below each the offers known by name: 'secure' or 'secure/3'. */
const choicesOf = ({ groups, offers }: LoadedNational) =>
  groups.flatMap(({ key, label }) => [
    { value: key, text: label },
    ...offers
      .filter(({ groupKey, validUntil }) => groupKey === key && !validUntil)
      .map(({ id, name }) => ({ value: `${key}/${id}`, text: `– ${name}` })),
  ])

export const FigurePage = (loaded: LoadedNational, { today }: Asked, form: FormState): Page => {
  const { values, errors } = form
  return {
    title: 'Skriv et tal',
    lead: 'Står der et tal i forvejen, bliver det gamle stående i historien. 0 er et tal; ved du det ikke, så lad være med at skrive.',
    crumbs: path('Tal'),
    body: (
      <Form action={`${NATIONAL}/tal`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <Select
          name="of"
          label="Hvad gælder tallet?"
          empty="Vælg"
          value={values['of']}
          error={errors['of']}
          options={choicesOf(loaded)}
          required
        />
        <Radios
          name="measure"
          label="Hvad er talt?"
          value={values['measure'] ?? 'occupancy'}
          error={errors['measure']}
          options={Object.entries(measures).map(([value, text]) => ({ value, text }))}
          required
        />
        <TextField name="year" label="År" width="xs" inputmode="numeric" value={values['year']} error={errors['year']} required />
        <Select
          name="quarter"
          label="Kvartal"
          empty="Hele året"
          value={values['quarter']}
          error={errors['quarter']}
          options={[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), text: `${quarter}. kvartal` }))}
        />
        <TextField
          name="value"
          label="Tal"
          hint="Lad feltet være tomt for at trække et tal tilbage."
          width="xs"
          inputmode="decimal"
          value={values['value']}
          error={errors['value']}
        />
        <Said form={form} today={today} />
        <TextArea
          name="note"
          label="Bemærkning"
          hint="Skal udfyldes, når et tal rettes eller trækkes tilbage."
          rows={3}
          maxlength={500}
          value={values['note']}
          error={errors['note']}
        />
        <SubmitRow text="Gem tallet" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const ConclusionPage = (_: LoadedNational, { today }: Asked, form: FormState): Page => {
  const { values, errors } = form
  return {
    title: 'Årets konklusion om kapaciteten',
    lead: 'Finder de kommuner, der bruger tilbuddene, at kapaciteten passer til behovet?',
    crumbs: path('Konklusion'),
    body: (
      <Form action={`${NATIONAL}/konklusion`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <TextField
          name="year"
          label="År"
          width="xs"
          inputmode="numeric"
          value={values['year'] ?? today.slice(0, 4)}
          error={errors['year']}
          required
        />
        <TextArea
          name="text"
          label="Konklusion"
          rows={5}
          maxlength={2000}
          value={values['text']}
          error={errors['text']}
          required
        />
        <TextField
          name="decidedBy"
          label="Besluttet af"
          hint="Et organ, fx KKR Sjælland."
          value={values['decidedBy']}
          error={errors['decidedBy']}
          required
        />
        <DayField
          name="decidedOn"
          label="Besluttet den"
          value={values['decidedOn']}
          error={errors['decidedOn']}
          max={today}
          required
        />
        <Said form={form} today={today} />
        <SubmitRow text="Gem konklusionen" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const AddOfferPage = ({ groups }: LoadedNational, { today }: Asked, form: FormState): Page => {
  const { values, errors } = form
  const parents = new Set(groups.map(({ parent }) => parent))
  return {
    title: 'Skriv et tilbud på',
    lead: 'Et lands- eller landsdelsdækkende tilbud, som vi kan sætte navn på. Det kan ligge i en anden region.',
    crumbs: path('Nyt tilbud'),
    body: (
      <Form action={`${NATIONAL}/tilbud/nyt`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <Select
          name="groupKey"
          label="Gruppe"
          empty="Vælg"
          value={values['groupKey']}
          error={errors['groupKey']}
          options={groups.filter(({ key }) => !parents.has(key)).map(({ key, label }) => ({ value: key, text: label }))}
          required
        />
        <TextField name="name" label="Tilbuddets navn" value={values['name']} error={errors['name']} maxlength={160} required />
        <TextField name="region" label="Region" value={values['region']} error={errors['region']} maxlength={80} />
        <DayField name="validFrom" label="Hører til fra" value={values['validFrom']} error={errors['validFrom']} />
        <TextArea name="note" label="Bemærkning" rows={3} maxlength={500} value={values['note']} error={errors['note']} />
        <Said form={form} today={today} />
        <SubmitRow text="Skriv på" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const EndOfferPage = (offer: NationalOffer, { today }: Asked, { key, values, errors }: FormState): Page => ({
  title: `${offer.name} hører ikke længere til`,
  lead: `Skrevet på fra ${dayText(offer.validFrom)}. Tallene bliver stående.`,
  crumbs: path(offer.name),
  body: (
    <Form action={`${NATIONAL}/tilbud/${offer.id}/slut`} errors={errors}>
      <Hidden name="_key" value={key} />
      <DayField
        name="validUntil"
        label="Første dag, det ikke hører til"
        value={values['validUntil'] ?? today}
        error={errors['validUntil']}
        max={today}
        required
      />
      <SubmitRow text="Gem" danger secondary={{ text: 'Fortryd', href: NATIONAL }} />
    </Form>
  ),
})
