import type { Ask, FormState } from '../../../platform/action.ts'
import { Form, Hidden, type Page, Radios, Select, SubmitRow, TextField } from '../../../platform/ui/index.ts'
import type { Authority } from '../fact.ts'
import { categories, figures, type Population, sizeKeys, sizes } from '../tariff.ts'
import { fieldOf, residentsField } from '../tariff-input.ts'

type Loaded = { authorities: readonly Authority[] }

const BACK = '/tilsyn/takster'

const crumbs = (here: string) => [{ text: 'Tilsyn', href: '/tilsyn' }, { text: 'Hvad tilsyn koster', href: BACK }, { text: here }]

const options = (texts: Record<string, string>) => Object.entries(texts).map(([value, text]) => ({ value, text }))

type Fields = Pick<FormState, 'values' | 'errors'>

const NumberField = ({
  values,
  errors,
  name,
  label,
  hint,
  suffix,
}: Fields & { name: string; label: string; hint?: string; suffix?: string }) => (
  <TextField
    name={name}
    label={label}
    hint={hint}
    suffix={suffix}
    width="s"
    inputmode="decimal"
    value={values[name]}
    error={errors[name]}
  />
)

const Whose = ({ values, errors, authorities }: Fields & Loaded) => (
  <>
    <Select
      name="authorityKey"
      label="Socialtilsyn"
      value={values['authorityKey'] ?? 'oest'}
      error={errors['authorityKey']}
      options={authorities.map(({ key, name }) => ({ value: key, text: name }))}
      required
    />
    <TextField name="year" label="År" width="xs" inputmode="numeric" value={values['year']} error={errors['year']} required />
  </>
)

const Sources = ({ values, errors }: Fields) => (
  <>
    <TextField name="source" label="Hvor står det?" value={values['source']} error={errors['source']} required />
    <TextField name="sourceUrl" label="Link" type="url" value={values['sourceUrl']} error={errors['sourceUrl']} />
  </>
)

const Why = ({ values, errors }: Fields) => (
  <>
    <TextField
      name="reservation"
      label="Forbehold"
      hint="Fx »Med forbehold for genberegning«. Kan udelades."
      value={values['reservation']}
      error={errors['reservation']}
    />
    <TextField
      name="reason"
      label="Hvorfor rettes det?"
      hint="Kun når der allerede står noget for det år."
      value={values['reason']}
      error={errors['reason']}
    />
  </>
)

export const TariffFormPage = ({ authorities }: Loaded, _: Ask, { key, values, errors }: FormState): Page => ({
  title: 'Takster for et år',
  lead: 'Skriv én slags takst ad gangen: beløb efter størrelse, ændringen i procent, eller begge dele. Tomme felter er ikke oplyst.',
  crumbs: crumbs('Takster for et år'),
  body: (
    <Form action="/tilsyn/takster/ny" errors={errors}>
      <Hidden name="_key" value={key} />
      <Whose values={values} errors={errors} authorities={authorities} />
      <Radios
        name="category"
        label="Takst for"
        value={values['category']}
        error={errors['category']}
        options={options(categories)}
        required
      />
      {sizeKeys.map((size) => (
        <NumberField values={values} errors={errors} name={fieldOf(size)} label={sizes[size]} suffix="kr." />
      ))}
      <NumberField values={values} errors={errors} name="changePct" label="Ændring fra året før" hint="Fx -29,5" suffix="%" />
      <Sources values={values} errors={errors} />
      <Why values={values} errors={errors} />
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: BACK }} />
    </Form>
  ),
})

export const FigureFormPage = ({ authorities }: Loaded, _: Ask, { key, values, errors }: FormState): Page => ({
  title: 'Et nøgletal for tilsynet',
  lead: 'En andel skrives i procent. Den fælles finansiering skrives i tusind kroner, som kilden gør.',
  crumbs: crumbs('Nøgletal'),
  body: (
    <Form action="/tilsyn/takster/noegletal" errors={errors}>
      <Hidden name="_key" value={key} />
      <Whose values={values} errors={errors} authorities={authorities} />
      <Radios name="key" label="Nøgletal" value={values['key']} error={errors['key']} options={options(figures)} required />
      <TextField
        name="value"
        label="Tallet"
        hint="Procent eller tusind kroner"
        width="s"
        inputmode="decimal"
        value={values['value']}
        error={errors['value']}
        required
      />
      <NumberField values={values} errors={errors} name="before" label="Tallet året før" hint="Kan udelades." />
      <NumberField
        values={values}
        errors={errors}
        name="statedPct"
        label="Ændringen, som kilden siger den"
        hint="Fælles regner den efter."
        suffix="%"
      />
      <Sources values={values} errors={errors} />
      <Why values={values} errors={errors} />
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: BACK }} />
    </Form>
  ),
})

type Places = { year: number; places: readonly { code: number; name: string }[]; populations: readonly Population[] }

export const PopulationFormPage = ({ year, places, populations }: Places, _: Ask, { key, values, errors }: FormState): Page => {
  const before = (code: number) => populations.find((one) => one.code === code)
  const shown = (code: number) => values[residentsField(code)] ?? before(code)?.residents.toString()
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
        <Form action={`/tilsyn/takster/befolkning?aar=${year}`} errors={errors}>
          <Hidden name="_key" value={key} />
          <div class="supervision-grid">
            {places.map(({ code, name }) => (
              <TextField
                name={residentsField(code)}
                label={name}
                width="s"
                inputmode="numeric"
                value={shown(code)}
                error={errors[residentsField(code)]}
              />
            ))}
          </div>
          <Sources
            values={{
              source: first?.example ? '' : (first?.source ?? ''),
              sourceUrl: first?.example ? '' : (first?.sourceUrl ?? ''),
              ...values,
            }}
            errors={errors}
          />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: `${BACK}#finansiering` }} />
        </Form>
      </>
    ),
  }
}
