import type { Ask, FormState } from '../../../platform/action.ts'
import {
  FileField,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  Select,
  SubmitRow,
  TextField,
} from '../../../platform/ui/index.ts'
import { byDanish } from '../../../platform/values/danish.ts'
import { type Municipality, type SchoolOffer, schoolYearOf, schoolYearText } from '../usage.ts'

const SCHOOLING = '/tilbud/saerlige/specialundervisning'
type Loaded = { offers: SchoolOffer[]; municipalities: Municipality[]; asked: number | undefined }
type Asked = Pick<Ask, 'today'>

const crumbs = (text: string) => [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
  { text: 'Specialundervisning', href: SCHOOLING },
  { text },
]

type FieldProps = { form: FormState; asked: number | undefined; today: string }

const Year = ({ form, asked, today }: FieldProps) => {
  const now = schoolYearOf(today)
  const years = Array.from({ length: 6 }, (_, back) => now - back)
  const all = asked !== undefined && !years.includes(asked) ? [...years, asked] : years
  return (
    <Select
      {...fieldIn(form, 'year', String(asked ?? now))}
      label="Skoleår"
      options={all.map((year) => ({ value: String(year), text: schoolYearText(year) }))}
      required
    />
  )
}

const Source = ({ form }: { form: FormState }) => (
  <TextField
    {...fieldIn(form, 'source')}
    label="Kilde"
    hint="Fx kommunernes indberetning og dens dato."
    maxlength={300}
    required
  />
)

export const UsagePage = ({ offers, municipalities, asked }: Loaded, { today }: Asked, form: FormState): Page => ({
  title: 'Skriv et elevtal',
  lead: 'Antal elever fra en kommune på et tilbud. Alle andre end sekretariatet ser små tal som et interval.',
  crumbs: crumbs('Et tal'),
  body: (
    <Form action={`${SCHOOLING}/tal`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Select
        {...fieldIn(form, 'offerId')}
        label="Tilbud"
        hint="Mangler et tilbud, så giv det retsgrundlaget FSL § 20, stk. 2 i registret først."
        empty="Vælg"
        options={offers.map(({ id, name }) => ({ value: String(id), text: name }))}
        required
      />
      <Select
        {...fieldIn(form, 'municipalityCode')}
        label="Kommune"
        empty="Vælg"
        options={[...municipalities]
          .sort(byDanish(({ name }) => name))
          .map(({ code, name }) => ({ value: String(code), text: name }))}
        required
      />
      <Year form={form} asked={asked} today={today} />
      <TextField
        {...fieldIn(form, 'pupils')}
        label="Elever"
        hint="0 er et svar. Lad feltet være tomt for at trække et tal tilbage."
        width="xs"
        inputmode="numeric"
      />
      <Source form={form} />
      <SubmitRow text="Gem tallet" secondary={{ text: 'Fortryd', href: SCHOOLING }} />
    </Form>
  ),
})

export const ImportPage = ({ asked }: Loaded, { today }: Asked, form: FormState): Page => {
  const year = asked ?? schoolYearOf(today)
  return {
    title: 'Læs elevtal ind',
    lead: 'Hent skabelonen, udfyld den, og læs den ind igen. Er der fejl i en eneste celle, bliver intet gemt.',
    crumbs: crumbs('Læs ind'),
    body: (
      <>
        <h2>1. Hent skabelonen</h2>
        <p>Den har en række for hvert tilbud og en kolonne for hver kommune. Det, der står i forvejen, er med.</p>
        <LinkButton href={`${SCHOOLING}/skabelon.xlsx?aar=${year}`} icon="download">
          {`Hent skabelonen for ${schoolYearText(year)}`}
        </LinkButton>
        <h2>2. Læs den ind</h2>
        <Form action={`${SCHOOLING}/indlaes`} errors={form.errors} files>
          <Hidden name="_key" value={form.key} />
          <Year form={form} asked={asked} today={today} />
          <FileField
            name="file"
            label="Den udfyldte skabelon"
            hint="Excel (.xlsx) eller CSV, højst 2 MB."
            accept=".xlsx,.csv"
            error={form.errors['file']}
            required
          />
          <Source form={form} />
          <SubmitRow text="Læs ind" secondary={{ text: 'Fortryd', href: SCHOOLING }} />
        </Form>
      </>
    ),
  }
}
