import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Checkbox,
  DayField,
  Form,
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

const Day = ({ form: { values, errors }, today, label }: { form: FormState; today: string; label: string }) => (
  <DayField name="day" label={label} value={values['day'] ?? today} error={errors['day']} max={today} required />
)

const Said = ({ form: { values, errors } }: { form: FormState }) => (
  <TextField
    name="source"
    label="Kilde"
    hint="Hvor står det? Fx mødet og punktet."
    value={values['source']}
    error={errors['source']}
    maxlength={300}
    required
  />
)

const InRegister = ({
  form: { values, errors },
  offers,
  required,
}: {
  form: FormState
  offers: readonly Choice[]
  required?: true
}) => (
  <Select
    name="offerId"
    label="Tilbuddet i registret"
    hint="Et tilbud på listen findes også i søgningen, når det er knyttet til registret."
    empty={required ? 'Vælg' : 'Ikke i registret'}
    value={values['offerId']}
    error={errors['offerId']}
    options={offers.map(({ id, name, municipality }) => ({
      value: String(id),
      text: municipality ? `${name}, ${municipality}` : name,
    }))}
    required={required}
  />
)

const Speciality = ({ form: { values, errors }, now }: { form: FormState; now?: string | undefined }) => (
  <TextField
    name="speciality"
    label="Speciale"
    hint="Målgruppen i få ord, fx hjerneskade."
    value={values['speciality'] ?? now}
    error={errors['speciality']}
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
      <TextField
        name="name"
        label="Tilbuddets navn"
        value={form.values['name']}
        error={form.errors['name']}
        maxlength={160}
        required
      />
      <InRegister form={form} offers={offers} />
      <Speciality form={form} />
      <Day form={form} today={today} label="Besluttet" />
      <Said form={form} />
      <TextArea
        name="note"
        label="Bemærkning"
        rows={3}
        maxlength={1000}
        value={form.values['note']}
        error={form.errors['note']}
      />
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
  const { values, errors } = form
  return {
    ...page(one, `Vurdering af ${one.name}`, 'En vurdering ændrer ikke listen. Alle kan læse den, og den kan ikke slettes.'),
    body: (
      <Form action={`${LIST}/${one.key}/vurder`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <TextField
          name="assessedBy"
          label="Hvem har vurderet?"
          hint="En myndighed, et organ eller en funktion. Ingen personnavne."
          value={values['assessedBy']}
          error={errors['assessedBy']}
          maxlength={160}
          required
        />
        <Day form={form} today={today} label="Vurderet" />
        <TextField
          name="targetGroup"
          label="Målgruppe, der er vurderet"
          value={values['targetGroup']}
          error={errors['targetGroup']}
          maxlength={200}
        />
        <TextArea
          name="criteria"
          label="Hvad blev der lagt vægt på?"
          hint="Én ting på hver linje."
          rows={4}
          maxlength={2000}
          value={values['criteria']}
          error={errors['criteria']}
        />
        <Radios
          name="result"
          label="Hvad sagde vurderingen?"
          value={values['result']}
          error={errors['result']}
          options={Object.entries(results).map(([value, text]) => ({ value, text }))}
          required
        />
        <Checkbox name="followUp" label="Der skal følges op" checked={values['followUp'] === 'ja'} error={errors['followUp']} />
        <TextArea name="note" label="Bemærkning" rows={3} maxlength={1000} value={values['note']} error={errors['note']} />
        <Said form={form} />
        <TextField name="sourceUrl" label="Link til kilden" type="url" value={values['sourceUrl']} error={errors['sourceUrl']} />
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
        <TextArea
          name="note"
          label="Bemærkning"
          rows={3}
          maxlength={1000}
          value={form.values['note']}
          error={form.errors['note']}
        />
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
      <TextArea
        name="note"
        label="Hvorfor?"
        rows={3}
        maxlength={1000}
        value={form.values['note']}
        error={form.errors['note']}
        required
      />
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
