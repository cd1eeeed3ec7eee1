import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Checkbox,
  choicesOf,
  DayField,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Radios,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { results, type Specialised, standingOn } from '../listing.ts'
import { LIST, toList } from './parts.tsx'

type Choice = { id: number; name: string; municipality: string | undefined }
type Asked = Pick<Ask, 'today'>

const Day = ({ form, today, label }: { form: FormState; today: string; label: string }) => (
  <DayField {...fieldIn(form, 'day', today)} label={label} max={today} required />
)

const Said = ({ form }: { form: FormState }) => (
  <TextField {...fieldIn(form, 'source')} label="Kilde" hint="Hvor står det? Fx mødet og punktet." maxlength={300} required />
)

const InRegister = ({ form, offers, required }: { form: FormState; offers: readonly Choice[]; required?: true }) => (
  <Select
    {...fieldIn(form, 'offerId')}
    label="Tilbuddet i registret"
    hint="Et tilbud på listen findes også i søgningen, når det er knyttet til registret."
    empty={required ? 'Vælg' : 'Ikke i registret'}
    options={offers.map(({ id, name, municipality }) => ({
      value: String(id),
      text: municipality ? `${name}, ${municipality}` : name,
    }))}
    required={required}
  />
)

const Speciality = ({ form, now }: { form: FormState; now?: string | undefined }) => (
  <TextField
    {...fieldIn(form, 'speciality', now)}
    label="Speciale"
    hint="Målgruppen i få ord, fx hjerneskade."
    maxlength={120}
    required
  />
)

export const AddPage = ({ offers }: { offers: Choice[] }, { today }: Asked, form: FormState): Page => ({
  title: 'Sæt et tilbud på listen',
  lead: 'Listen ændres ved en beslutning. Skriv, hvor den står.',
  crumbs: [...toList, { text: 'Nyt' }],
  body: (
    <Form action={`${LIST}/ny`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField {...fieldIn(form, 'name')} label="Tilbuddets navn" maxlength={160} required />
      <InRegister form={form} offers={offers} />
      <Speciality form={form} />
      <Day form={form} today={today} label="Besluttet" />
      <Said form={form} />
      <TextArea {...fieldIn(form, 'note')} label="Bemærkning" rows={3} maxlength={1000} />
      <SubmitRow text="Sæt på listen" secondary={{ text: 'Fortryd', href: LIST }} />
    </Form>
  ),
})

const page = (one: Specialised, title: string, lead: string): Pick<Page, 'title' | 'lead' | 'crumbs'> => ({
  title,
  lead,
  crumbs: [...toList, { text: one.name, href: `${LIST}/${one.key}` }, { text: title }],
})

export const AssessPage = (one: Specialised, { today }: Asked, form: FormState): Page => {
  return {
    ...page(one, `Vurdering af ${one.name}`, 'En vurdering ændrer ikke listen. Alle kan læse den, og den kan ikke slettes.'),
    body: (
      <Form action={`${LIST}/${one.key}/vurder`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <TextField
          {...fieldIn(form, 'assessedBy')}
          label="Hvem har vurderet?"
          hint="En myndighed, et organ eller en funktion. Ingen personnavne."
          maxlength={160}
          required
        />
        <Day form={form} today={today} label="Vurderet" />
        <TextField {...fieldIn(form, 'targetGroup')} label="Målgruppe, der er vurderet" maxlength={200} />
        <TextArea
          {...fieldIn(form, 'criteria')}
          label="Hvad blev der lagt vægt på?"
          hint="Én ting på hver linje."
          rows={4}
          maxlength={2000}
        />
        <Radios {...fieldIn(form, 'result')} label="Hvad sagde vurderingen?" options={choicesOf(results)} required />
        <Checkbox
          name="followUp"
          label="Der skal følges op"
          checked={form.values['followUp'] === 'ja'}
          error={form.errors['followUp']}
        />
        <TextArea {...fieldIn(form, 'note')} label="Bemærkning" rows={3} maxlength={1000} />
        <Said form={form} />
        <TextField {...fieldIn(form, 'sourceUrl')} label="Link til kilden" type="url" />
        <SubmitRow text="Gem vurderingen" secondary={{ text: 'Fortryd', href: `${LIST}/${one.key}` }} />
      </Form>
    ),
  }
}

export const ListAgainPage = (one: Specialised, { today }: Asked, form: FormState): Page => {
  const { on, listed } = standingOn(one, today)
  const title = on ? `Ret specialet for ${one.name}` : `Sæt ${one.name} på listen igen`
  return {
    ...page(one, title, 'Det gamle bliver stående i historien.'),
    body: (
      <Form action={`${LIST}/${one.key}/paa-listen`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Speciality form={form} now={listed?.speciality} />
        <Day form={form} today={today} label="Besluttet" />
        <Said form={form} />
        <TextArea {...fieldIn(form, 'note')} label="Bemærkning" rows={3} maxlength={1000} />
        <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: `${LIST}/${one.key}` }} />
      </Form>
    ),
  }
}

export const LeavePage = (one: Specialised, { today }: Asked, form: FormState): Page => ({
  ...page(one, `Tag ${one.name} af listen`, 'Tilbuddet bliver stående i historien. Det kan sættes på listen igen.'),
  body: (
    <Form action={`${LIST}/${one.key}/af-listen`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Day form={form} today={today} label="Besluttet" />
      <TextArea {...fieldIn(form, 'note')} label="Hvorfor?" rows={3} maxlength={1000} required />
      <Said form={form} />
      <SubmitRow text="Tag af listen" danger secondary={{ text: 'Fortryd', href: `${LIST}/${one.key}` }} />
    </Form>
  ),
})

type ToLink = { one: Specialised; offers: Choice[] }

export const LinkPage = ({ one, offers }: ToLink, _: Asked, form: FormState): Page => ({
  ...page(
    one,
    `Knyt ${one.name} til registret`,
    'Så viser tilbuddets side, at det er blandt de mest specialiserede, og søgningen finder det.',
  ),
  body: (
    <Form action={`${LIST}/${one.key}/register`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <InRegister form={form} offers={offers} required />
      <Said form={form} />
      <SubmitRow text="Knyt til registret" secondary={{ text: 'Fortryd', href: `${LIST}/${one.key}` }} />
    </Form>
  ),
})
