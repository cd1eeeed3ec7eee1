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
import { kinds, outcomes } from '../cases.ts'

const BOERNEHUS = '/tilbud/saerlige/boernehus'
type Asked = Pick<Ask, 'today'>

const crumbs = (text: string) => [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
  { text: 'Børnehus Sjælland', href: BOERNEHUS },
  { text },
]

const choices = (record: Record<string, string>) => Object.entries(record).map(([value, text]) => ({ value, text }))

const Rest = ({ form: { values, errors }, today, hint }: { form: FormState; today: string; hint?: string }) => (
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
    <TextArea name="note" label="Bemærkning" hint={hint} rows={3} maxlength={500} value={values['note']} error={errors['note']} />
  </>
)

export const FigurePage = (
  { municipalities }: { municipalities: readonly { code: number; name: string }[] },
  { today }: Asked,
  form: FormState,
): Page => {
  const { values, errors } = form
  return {
    title: 'Skriv et tal om Børnehus Sjælland',
    lead: 'Skriv kun antal, aldrig noget om en sag. Tal for en enkelt kommune vises kun for sekretariatet.',
    crumbs: crumbs('Tal'),
    body: (
      <Form action={`${BOERNEHUS}/tal`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <Radios
          name="kind"
          label="Hvad er det?"
          value={values['kind']}
          error={errors['kind']}
          options={choices(kinds)}
          required
        />
        <TextField name="year" label="År" width="xs" inputmode="numeric" value={values['year']} error={errors['year']} required />
        <Select
          name="municipalityCode"
          label="Kommune"
          empty="Hele regionen"
          value={values['municipalityCode']}
          error={errors['municipalityCode']}
          options={municipalities.map(({ code, name }) => ({ value: String(code), text: name }))}
        />
        <TextField
          name="cases"
          label="Antal sager"
          hint="0 er et svar. Lad feltet være tomt for at trække et tal tilbage."
          width="xs"
          inputmode="numeric"
          value={values['cases']}
          error={errors['cases']}
        />
        <Checkbox
          name="derived"
          label="Tallet er regnet ud, det står ikke selv i kilden"
          checked={values['derived'] === 'ja'}
          error={errors['derived']}
        />
        <Rest form={form} today={today} hint="Skal udfyldes, når et tal rettes eller trækkes tilbage." />
        <SubmitRow text="Gem tallet" secondary={{ text: 'Fortryd', href: BOERNEHUS }} />
      </Form>
    ),
  }
}

export const TargetPage = (_: unknown, { today }: Asked, form: FormState): Page => {
  const { values, errors } = form
  return {
    title: 'Mål for taksten i Børnehus Sjælland',
    lead: 'Skriv et mål for et år, eller om et mål er nået. Det, der stod før, bliver stående i historien.',
    crumbs: crumbs('Mål'),
    body: (
      <Form action={`${BOERNEHUS}/maal`} errors={errors}>
        <Hidden name="_key" value={form.key} />
        <TextField name="year" label="År" width="xs" inputmode="numeric" value={values['year']} error={errors['year']} required />
        <TextArea name="text" label="Mål" rows={3} maxlength={500} value={values['text']} error={errors['text']} required />
        <Radios
          name="outcome"
          label="Er det nået?"
          value={values['outcome']}
          error={errors['outcome']}
          options={choices(outcomes)}
          required
        />
        <Rest form={form} today={today} />
        <SubmitRow text="Gem målet" secondary={{ text: 'Fortryd', href: BOERNEHUS }} />
      </Form>
    ),
  }
}
