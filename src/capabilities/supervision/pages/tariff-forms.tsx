import type { Ask, FormState } from '../../../platform/action.ts'
import {
  choicesOf,
  type Filled,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Radios,
  Select,
  SubmitRow,
  TextField,
} from '../../../platform/ui/index.ts'
import type { Authority } from '../fact.ts'
import { categories, figures, type Population, sizeKeys, sizes } from '../tariff.ts'
import { fieldOf, residentsField } from '../tariff-input.ts'

type Loaded = { authorities: readonly Authority[] }

const BACK = '/tilsyn/takster'

const crumbs = (here: string) => [{ text: 'Tilsyn', href: '/tilsyn' }, { text: 'Hvad tilsyn koster', href: BACK }, { text: here }]

type Fields = { form: Filled }

const NumberField = ({
  form,
  name,
  label,
  hint,
  suffix,
}: Fields & { name: string; label: string; hint?: string; suffix?: string }) => (
  <TextField {...fieldIn(form, name)} label={label} hint={hint} suffix={suffix} width="s" inputmode="decimal" />
)

const Whose = ({ form, authorities }: Fields & Loaded) => (
  <>
    <Select
      {...fieldIn(form, 'authorityKey', 'oest')}
      label="Socialtilsyn"
      options={authorities.map(({ key, name }) => ({ value: key, text: name }))}
      required
    />
    <TextField {...fieldIn(form, 'year')} label="År" width="xs" inputmode="numeric" required />
  </>
)

const Sources = ({ form, now }: Fields & { now?: { source: string; sourceUrl?: string | undefined } | undefined }) => (
  <>
    <TextField {...fieldIn(form, 'source', now?.source)} label="Hvor står det?" required />
    <TextField {...fieldIn(form, 'sourceUrl', now?.sourceUrl)} label="Link" type="url" />
  </>
)

const Why = ({ form }: Fields) => (
  <>
    <TextField {...fieldIn(form, 'reservation')} label="Forbehold" hint="Fx »Med forbehold for genberegning«. Kan udelades." />
    <TextField {...fieldIn(form, 'reason')} label="Hvorfor rettes det?" hint="Kun når der allerede står noget for det år." />
  </>
)

export const TariffFormPage = ({ authorities }: Loaded, _: Ask, form: FormState): Page => ({
  title: 'Takster for et år',
  lead: 'Skriv én slags takst ad gangen: beløb efter størrelse, ændringen i procent, eller begge dele. Tomme felter er ikke oplyst.',
  crumbs: crumbs('Takster for et år'),
  body: (
    <Form action="/tilsyn/takster/ny" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Whose form={form} authorities={authorities} />
      <Radios {...fieldIn(form, 'category')} label="Takst for" options={choicesOf(categories)} required />
      {sizeKeys.map((size) => (
        <NumberField form={form} name={fieldOf(size)} label={sizes[size]} suffix="kr." />
      ))}
      <NumberField form={form} name="changePct" label="Ændring fra året før" hint="Fx -29,5" suffix="%" />
      <Sources form={form} />
      <Why form={form} />
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: BACK }} />
    </Form>
  ),
})

export const FigureFormPage = ({ authorities }: Loaded, _: Ask, form: FormState): Page => ({
  title: 'Et nøgletal for tilsynet',
  lead: 'En andel skrives i procent. Den fælles finansiering skrives i tusind kroner, som kilden gør.',
  crumbs: crumbs('Nøgletal'),
  body: (
    <Form action="/tilsyn/takster/noegletal" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Whose form={form} authorities={authorities} />
      <Radios {...fieldIn(form, 'key')} label="Nøgletal" options={choicesOf(figures)} required />
      <TextField
        {...fieldIn(form, 'value')}
        label="Tallet"
        hint="Procent eller tusind kroner"
        width="s"
        inputmode="decimal"
        required
      />
      <NumberField form={form} name="before" label="Tallet året før" hint="Kan udelades." />
      <NumberField
        form={form}
        name="statedPct"
        label="Ændringen, som kilden siger den"
        hint="Fælles regner den efter."
        suffix="%"
      />
      <Sources form={form} />
      <Why form={form} />
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: BACK }} />
    </Form>
  ),
})

type Places = { year: number; places: readonly { code: number; name: string }[]; populations: readonly Population[] }

export const PopulationFormPage = ({ year, places, populations }: Places, _: Ask, form: FormState): Page => {
  const before = (code: number) => populations.find((one) => one.code === code)
  const [first] = populations
  return {
    title: `0-17-årige i ${year}`,
    lead: 'Den fælles finansiering deles efter dem. En kommune uden tal er ikke med i delingen.',
    crumbs: crumbs('Befolkningstal'),
    marks: populations.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        <p>
          Andet år: <a href={`${BACK}/befolkning?aar=${year - 1}`}>{year - 1}</a> ·{' '}
          <a href={`${BACK}/befolkning?aar=${year + 1}`}>{year + 1}</a>
        </p>
        <Form action={`/tilsyn/takster/befolkning?aar=${year}`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <div class="supervision-grid">
            {places.map(({ code, name }) => (
              <TextField
                {...fieldIn(form, residentsField(code), before(code)?.residents)}
                label={name}
                width="s"
                inputmode="numeric"
              />
            ))}
          </div>
          <Sources form={form} now={first?.example ? undefined : first} />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: `${BACK}#finansiering` }} />
        </Form>
      </>
    ),
  }
}
