import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Checkbox,
  choicesOf,
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
import { kinds, outcomes } from '../cases.ts'

const BOERNEHUS = '/tilbud/saerlige/boernehus'
type Asked = Pick<Ask, 'today'>

const crumbs = (text: string) => [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
  { text: 'Børnehus Sjælland', href: BOERNEHUS },
  { text },
]

const Rest = ({ form, today, hint }: { form: FormState; today: string; hint?: string }) => (
  <>
    <SourceFields form={form} today={today} />
    <TextArea {...fieldIn(form, 'note')} label="Bemærkning" hint={hint} rows={3} maxlength={500} />
  </>
)

export const FigurePage = (
  { municipalities }: { municipalities: readonly { code: number; name: string }[] },
  { today }: Asked,
  form: FormState,
): Page => {
  return {
    title: 'Skriv et tal om Børnehus Sjælland',
    lead: 'Skriv kun antal, aldrig noget om en sag. Tal for en enkelt kommune vises kun for sekretariatet.',
    crumbs: crumbs('Tal'),
    body: (
      <Form action={`${BOERNEHUS}/tal`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Radios {...fieldIn(form, 'kind')} label="Hvad er det?" options={choicesOf(kinds)} required />
        <TextField {...fieldIn(form, 'year')} label="År" width="xs" inputmode="numeric" required />
        <Select
          {...fieldIn(form, 'municipalityCode')}
          label="Kommune"
          empty="Hele regionen"
          options={municipalities.map(({ code, name }) => ({ value: String(code), text: name }))}
        />
        <TextField
          {...fieldIn(form, 'cases')}
          label="Antal sager"
          hint="0 er et svar. Lad feltet være tomt for at trække et tal tilbage."
          width="xs"
          inputmode="numeric"
        />
        <Checkbox
          name="derived"
          label="Tallet er regnet ud, det står ikke selv i kilden"
          checked={form.values['derived'] === 'ja'}
          error={form.errors['derived']}
        />
        <Rest form={form} today={today} hint="Skal udfyldes, når et tal rettes eller trækkes tilbage." />
        <SubmitRow text="Gem tallet" secondary={{ text: 'Fortryd', href: BOERNEHUS }} />
      </Form>
    ),
  }
}

export const TargetPage = (_: unknown, { today }: Asked, form: FormState): Page => {
  return {
    title: 'Mål for taksten i Børnehus Sjælland',
    lead: 'Skriv et mål for et år, eller om et mål er nået. Det, der stod før, bliver stående i historien.',
    crumbs: crumbs('Mål'),
    body: (
      <Form action={`${BOERNEHUS}/maal`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <TextField {...fieldIn(form, 'year')} label="År" width="xs" inputmode="numeric" required />
        <TextArea {...fieldIn(form, 'text')} label="Mål" rows={3} maxlength={500} required />
        <Radios {...fieldIn(form, 'outcome')} label="Er det nået?" options={choicesOf(outcomes)} required />
        <Rest form={form} today={today} />
        <SubmitRow text="Gem målet" secondary={{ text: 'Fortryd', href: BOERNEHUS }} />
      </Form>
    ),
  }
}
