import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import { DayField, Form, fieldIn, Hidden, type Page, Radios, SubmitRow, TextArea, TextField } from '../../../platform/ui/index.ts'
import { outcomeKeys, outcomes } from '../case.ts'
import { CASES, toCases } from '../paths.ts'
import type { OneCase } from '../reading.ts'
import { nameOf, riseText } from '../words.ts'

const NO_CITIZENS = 'Skriv om priser og drift, aldrig om enkelte borgere.'

type Framed = {
  one: Pick<OneCase, 'of'>
  form: FormState
  slug: string
  title: string
  button: string
  lead?: string
  children?: Child
}

/** Every step is one short form at its own address. */
export const framed = ({ one: { of }, form, slug, title, button, lead, children }: Framed): Page => ({
  title,
  lead: lead ?? riseText(of),
  crumbs: [...toCases, { text: nameOf(of), href: `${CASES}/${of.id}` }, { text: title }],
  marks: of.example ? ['eksempeldata'] : [],
  body: (
    <Form action={`${CASES}/${of.id}/${slug}`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      {children}
      <SubmitRow text={button} secondary={{ text: 'Tilbage', href: `${CASES}/${of.id}` }} />
    </Form>
  ),
})

type WritingProps = {
  form: FormState
  label: string
  hint?: string
  rows?: number
  max: number
  value?: string
  optional?: boolean
}

export const Writing = ({ form, label, hint = NO_CITIZENS, rows = 6, max, value, optional }: WritingProps) => (
  <TextArea
    {...fieldIn(form, 'text', value)}
    label={label}
    hint={hint}
    rows={rows}
    maxlength={max}
    required={optional !== true}
  />
)

const When = ({ form, today }: { form: FormState; today: string }) => (
  <DayField {...fieldIn(form, 'day', today)} label="Dag" max={today} required />
)

export const AskPage = (one: OneCase, _ask: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'spoerg',
    title: 'Spørg driftsherren',
    button: one.of.mailbox ? 'Send spørgsmålet' : 'Skriv spørgsmålet ned',
    lead: one.of.mailbox
      ? `Der sendes en mail til ${one.of.mailbox} med et link, hvor stigningen kan forklares uden at logge ind.`
      : 'Driftsherren har ingen postkasse i Fælles. Spørgsmålet skrives ned her; skriv eller ring selv.',
    children: (
      <Writing form={form} label="Note til sagen" max={1000} rows={3} optional hint="Kan udelades. Den sendes ikke med." />
    ),
  })

export const ExplainPage = (one: OneCase, _ask: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'forklar',
    title: 'Forklar stigningen',
    button: 'Gem forklaringen',
    children: <Writing form={form} label="Hvorfor stiger taksten?" max={4000} rows={8} />,
  })

export const AssessPage = (one: OneCase, _ask: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'vurder',
    title: 'Vurdér stigningen',
    button: 'Gem vurderingen',
    children: (
      <>
        <Radios
          {...fieldIn(form, 'outcome')}
          label="Vurdering"
          options={outcomeKeys.map((value) => ({ value, text: outcomes[value] }))}
          required
        />
        <Writing form={form} label="Hvad bygger den på?" max={2000} />
      </>
    ),
  })

export const ReceivePage = (one: OneCase, { today }: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'modtaget',
    title: 'Kvittér for modtagelsen',
    button: 'Gem kvitteringen',
    children: <When form={form} today={today} />,
  })

export const FeedbackPage = (one: OneCase, { today }: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'tilbagemelding',
    title: 'Skriv tilbagemelding',
    button: 'Gem tilbagemeldingen',
    children: (
      <>
        <When form={form} today={today} />
        <Writing form={form} label="Tilbagemelding" max={4000} />
      </>
    ),
  })

export const DiscussPage = (one: OneCase, { today }: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'droeft',
    title: 'Skriv, at den er drøftet',
    button: 'Gem drøftelsen',
    children: (
      <>
        <TextField
          {...fieldIn(form, 'body', 'Styregruppen')}
          label="Hvem drøftede den?"
          hint="Et organ, fx »Styregruppen«."
          required
        />
        <When form={form} today={today} />
        <Writing form={form} label="Hvad kom der ud af det?" max={2000} optional />
      </>
    ),
  })

export const ClosePage = (one: OneCase, _ask: Ask, form: FormState): Page =>
  framed({
    one,
    form,
    slug: 'luk',
    title: 'Afslut sagen',
    button: 'Afslut sagen',
    children: <Writing form={form} label="Hvad endte den med?" max={2000} />,
  })
