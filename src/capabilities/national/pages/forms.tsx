import type { Ask, FormState } from '../../../platform/action.ts'
import {
  choicesOf,
  DayField,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Radios,
  Select,
  SourceFields,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { LoadedNational } from '../actions/look.ts'
import { measures, type NationalOffer } from '../national.ts'
import { crumbs, NATIONAL } from './parts.tsx'

type Asked = Pick<Ask, 'today'>

const path = (text: string) => [...crumbs, { text: 'Landsdækkende', href: NATIONAL }, { text }]

/** Groups, and below each the offers known by name: 'secure' or 'secure/3'. */
const groupChoices = ({ groups, offers }: LoadedNational) =>
  groups.flatMap(({ key, label }) => [
    { value: key, text: label },
    ...offers
      .filter(({ groupKey, validUntil }) => groupKey === key && !validUntil)
      .map(({ id, name }) => ({ value: `${key}/${id}`, text: `– ${name}` })),
  ])

export const FigurePage = (loaded: LoadedNational, { today }: Asked, form: FormState): Page => {
  return {
    title: 'Skriv et tal',
    lead: 'Står der et tal i forvejen, bliver det gamle stående i historien. 0 er et tal; ved du det ikke, så lad være med at skrive.',
    crumbs: path('Tal'),
    body: (
      <Form action={`${NATIONAL}/tal`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Select {...fieldIn(form, 'of')} label="Hvad gælder tallet?" empty="Vælg" options={groupChoices(loaded)} required />
        <Radios {...fieldIn(form, 'measure', 'occupancy')} label="Hvad er talt?" options={choicesOf(measures)} required />
        <TextField {...fieldIn(form, 'year')} label="År" width="xs" inputmode="numeric" required />
        <Select
          {...fieldIn(form, 'quarter')}
          label="Kvartal"
          empty="Hele året"
          options={[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), text: `${quarter}. kvartal` }))}
        />
        <TextField
          {...fieldIn(form, 'value')}
          label="Tal"
          hint="Lad feltet være tomt for at trække et tal tilbage."
          width="xs"
          inputmode="decimal"
        />
        <SourceFields form={form} today={today} />
        <TextArea
          {...fieldIn(form, 'note')}
          label="Bemærkning"
          hint="Skal udfyldes, når et tal rettes eller trækkes tilbage."
          rows={3}
          maxlength={500}
        />
        <SubmitRow text="Gem tallet" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const ConclusionPage = (_: LoadedNational, { today }: Asked, form: FormState): Page => {
  return {
    title: 'Årets konklusion om kapaciteten',
    lead: 'Finder de kommuner, der bruger tilbuddene, at kapaciteten passer til behovet?',
    crumbs: path('Konklusion'),
    body: (
      <Form action={`${NATIONAL}/konklusion`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <TextField {...fieldIn(form, 'year', today.slice(0, 4))} label="År" width="xs" inputmode="numeric" required />
        <TextArea {...fieldIn(form, 'text')} label="Konklusion" rows={5} maxlength={2000} required />
        <TextField {...fieldIn(form, 'decidedBy')} label="Besluttet af" hint="Et organ, fx KKR Sjælland." required />
        <DayField {...fieldIn(form, 'decidedOn')} label="Besluttet den" max={today} required />
        <SourceFields form={form} today={today} />
        <SubmitRow text="Gem konklusionen" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const AddOfferPage = ({ groups }: LoadedNational, { today }: Asked, form: FormState): Page => {
  const parents = new Set(groups.map(({ parent }) => parent))
  return {
    title: 'Skriv et tilbud på',
    lead: 'Et lands- eller landsdelsdækkende tilbud, som vi kan sætte navn på. Det kan ligge i en anden region.',
    crumbs: path('Nyt tilbud'),
    body: (
      <Form action={`${NATIONAL}/tilbud/nyt`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Select
          {...fieldIn(form, 'groupKey')}
          label="Gruppe"
          empty="Vælg"
          options={groups.filter(({ key }) => !parents.has(key)).map(({ key, label }) => ({ value: key, text: label }))}
          required
        />
        <TextField {...fieldIn(form, 'name')} label="Tilbuddets navn" maxlength={160} required />
        <TextField {...fieldIn(form, 'region')} label="Region" maxlength={80} />
        <DayField {...fieldIn(form, 'validFrom')} label="Hører til fra" />
        <TextArea {...fieldIn(form, 'note')} label="Bemærkning" rows={3} maxlength={500} />
        <SourceFields form={form} today={today} />
        <SubmitRow text="Skriv på" secondary={{ text: 'Fortryd', href: NATIONAL }} />
      </Form>
    ),
  }
}

export const EndOfferPage = (offer: NationalOffer, { today }: Asked, form: FormState): Page => ({
  title: `${offer.name} hører ikke længere til`,
  lead: `Skrevet på fra ${dayText(offer.validFrom)}. Tallene bliver stående.`,
  crumbs: path(offer.name),
  body: (
    <Form action={`${NATIONAL}/tilbud/${offer.id}/slut`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <DayField {...fieldIn(form, 'validUntil', today)} label="Første dag, det ikke hører til" max={today} required />
      <SubmitRow text="Gem" danger secondary={{ text: 'Fortryd', href: NATIONAL }} />
    </Form>
  ),
})
