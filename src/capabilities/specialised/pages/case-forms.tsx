import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
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
import { dayText } from '../../../platform/values/day.ts'
import type { Party } from '../../parties/index.ts'
import type { Running } from '../actions/progress.ts'
import type { Specialised } from '../listing.ts'
import type { Task } from '../task-force.ts'
import { CASES, toCases } from './parts.tsx'

type Asked = Pick<Ask, 'today'>
type ToRaise = { listed: Specialised[]; parties: readonly Party[]; chosen: string | undefined }

const PUBLIC = 'Alle kan læse det. Skriv intet om enkelte borgere.'

export const RaisePage = ({ listed, parties, chosen }: ToRaise, { today }: Asked, form: FormState): Page => ({
  title: 'Rejs en task force-sag',
  lead: 'Når et af de mest specialiserede tilbud får problemer med driften. Sagen kan læses af alle; interne noter kan skrives bagefter.',
  crumbs: [...toCases, { text: 'Ny sag' }],
  body: (
    <Form action={`${CASES}/ny`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Select
        {...fieldIn(form, 'key', chosen)}
        label="Tilbud"
        empty="Vælg"
        options={listed.map((one) => ({ value: one.key, text: one.name }))}
        required
      />
      <TextArea {...fieldIn(form, 'reason')} label="Hvad er problemet?" hint={PUBLIC} rows={4} maxlength={2000} required />
      <TextField
        {...fieldIn(form, 'raisedBy')}
        label="Hvem rejste det?"
        hint="En funktion, fx »Leder af tilbuddet«. Ingen personnavne."
        maxlength={160}
        required
      />
      <Select
        {...fieldIn(form, 'partyId')}
        label="På vegne af"
        empty="Ingen part"
        options={parties.map(({ id, name }) => ({ value: String(id), text: name }))}
      />
      <DayField {...fieldIn(form, 'raisedOn', today)} label="Rejst" max={today} required />
      <DayField {...fieldIn(form, 'dueOn')} label="Skal være løst senest" />
      <TextField
        {...fieldIn(form, 'source')}
        label="Kilde"
        hint="Hvor står det? Fx et brev eller et møde."
        maxlength={300}
        required
      />
      <SubmitRow text="Rejs sagen" secondary={{ text: 'Fortryd', href: CASES }} />
    </Form>
  ),
})

type StepForm = { running: Running; title: string; lead: string; to: string; submit: string; danger?: boolean }

/** A step's form: the fields differ, the frame is the same. */
const stepPage = ({ running: { of }, title, lead, to, submit, danger }: StepForm, form: FormState, fields: Child): Page => ({
  title: `${title}: ${of.name}`,
  lead,
  crumbs: [...toCases, { text: of.name, href: `${CASES}/${of.id}` }, { text: title }],
  marks: of.example ? ['eksempeldata'] : [],
  body: (
    <Form action={`${CASES}/${of.id}/${to}`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      {fields}
      <SubmitRow text={submit} danger={danger} secondary={{ text: 'Fortryd', href: `${CASES}/${of.id}` }} />
    </Form>
  ),
})

type FieldProps = { form: FormState; label: string; hint?: string; max?: number }

const Words = ({ form, label, hint = PUBLIC, max = 1000 }: FieldProps) => (
  <TextArea {...fieldIn(form, 'text')} label={label} hint={hint} rows={4} maxlength={max} required />
)

const When = ({ form, label, today }: FieldProps & { today: string }) => (
  <DayField {...fieldIn(form, 'day', today)} label={label} max={today} required />
)

const Due = ({ form, label }: FieldProps) => <DayField {...fieldIn(form, 'dueOn')} label={label} required />

const Who = ({ form, label }: FieldProps) => (
  <TextField
    {...fieldIn(form, 'responsible')}
    label={label}
    hint="En funktion eller en organisation. Ingen personnavne."
    maxlength={160}
    required
  />
)

export const ConvenePage = (running: Running, { today }: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Indkald task force',
      lead: 'Hvem samler folk, og hvem er med?',
      to: 'indkald',
      submit: 'Gem indkaldelsen',
    },
    form,
    <>
      <Who form={form} label="Hvem indkalder?" />
      <Words form={form} label="Hvem er indkaldt, og hvornår mødes de?" />
      <When form={form} label="Indkaldt" today={today} />
    </>,
  )

export const ActionPage = (running: Running, { today }: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Aftal en handling',
      lead: 'Hvad skal gøres, af hvem og hvornår?',
      to: 'handlinger/ny',
      submit: 'Gem handlingen',
    },
    form,
    <>
      <Words form={form} label="Hvad skal gøres?" max={500} />
      <Who form={form} label="Ansvarlig" />
      <Due form={form} label="Frist" />
      <When form={form} label="Aftalt" today={today} />
    </>,
  )

type OnTask = Running & { task: Task }

export const MovePage = (running: OnTask, { today }: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Flyt en frist',
      lead: `${running.task.step.text}. Fristen er ${dayText(running.task.dueOn)}; den bliver stående i sagens gang.`,
      to: `handlinger/${running.task.step.id}/frist`,
      submit: 'Gem den nye frist',
    },
    form,
    <>
      <Due form={form} label="Ny frist" />
      <Words form={form} label="Hvorfor?" max={500} />
      <When form={form} label="Besluttet" today={today} />
    </>,
  )

export const SettlePage = (running: OnTask, { today }: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Afslut en handling',
      lead: running.task.step.text,
      to: `handlinger/${running.task.step.id}/afslut`,
      submit: 'Gem',
    },
    form,
    <>
      <Radios
        {...fieldIn(form, 'kind')}
        label="Hvordan endte den?"
        options={[
          { value: 'done', text: 'Udført' },
          { value: 'dropped', text: 'Opgivet' },
        ]}
        required
      />
      <Words form={form} label="Hvad kom der ud af det?" max={500} />
      <When form={form} label="Afsluttet" today={today} />
    </>,
  )

export const NotePage = (running: Running, _: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Intern note',
      lead: 'Kun sekretariatet kan læse noten. Den kan ikke slettes.',
      to: 'note',
      submit: 'Gem noten',
    },
    form,
    <Words form={form} label="Note" hint="Skriv intet om enkelte borgere." max={2000} />,
  )

export const ClosePage = (running: Running, { today }: Asked, form: FormState): Page =>
  stepPage(
    {
      running,
      title: 'Luk sagen',
      lead: 'Når sagen er lukket, kan der ikke aftales mere i den. Den kan genåbnes.',
      to: 'luk',
      submit: 'Luk sagen',
    },
    form,
    <>
      <Words form={form} label="Hvad endte sagen med?" max={2000} />
      <When form={form} label="Lukket" today={today} />
    </>,
  )

export const ReopenPage = (running: Running, { today }: Asked, form: FormState): Page =>
  stepPage(
    { running, title: 'Genåbn sagen', lead: 'Konklusionen bliver stående i sagens gang.', to: 'genaabn', submit: 'Genåbn sagen' },
    form,
    <>
      <Words form={form} label="Hvorfor?" />
      <When form={form} label="Genåbnet" today={today} />
    </>,
  )
