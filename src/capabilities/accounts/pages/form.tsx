import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  DayField,
  Details,
  Form,
  fieldIn,
  Hidden,
  type Page,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { rounded } from '../../../platform/values/exact.ts'
import { accountName, oreText } from '../../tariffs/index.ts'
import type { LineYear } from '../actions/own.ts'
import { operatorHref } from '../at.ts'
import { type Asked, asked, guidance, toldOf } from '../figures.ts'

const plain = (number: number | undefined) => (number === undefined ? undefined : String(number).replace('.', ','))

/** What the year's tariff was made from, in whole kroner and øre. */
const costsText = ({ calculated }: NonNullable<LineYear['calculated']>): string =>
  oreText(rounded(calculated.result.costs.total)).replace(/\.$/, '')

/** One year of a place line, or of one tariff of it. */
export function FormPage({ line, year, label, accounts, calculated }: LineYear, _: Ask<unknown, unknown>, form: FormState): Page {
  const before = accounts.find((one) => one.label === label)
  const told = before ? toldOf(before) : {}
  const back = operatorHref(line.operatorId ?? 0, year)
  const number = (key: Asked) => (
    <TextField
      {...fieldIn(form, key, plain(told[key]))}
      label={asked[key]}
      hint={guidance[key]}
      inputmode={key === 'days' ? 'numeric' : 'decimal'}
    />
  )
  return {
    title: before ? `Ret regnskabet for ${year}` : `Skriv regnskabet for ${year}`,
    lead: accountName({ of: line, label }),
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: 'Regnskaber', href: '/takster/regnskaber' },
      { text: `${line.operatorName ?? 'Driftsherre'} ${year}`, href: back },
      { text: before ? 'Ret' : 'Skriv' },
    ],
    body: (
      <Form
        action={`${back}/skriv/${line.placeLineId}${label === '' ? '' : `?takst=${encodeURIComponent(label)}`}`}
        errors={form.errors}
      >
        <Hidden name="_key" value={form.key} />
        <Hidden name="seen" value={form.values['seen'] ?? String(before?.id ?? '')} />
        {before && (
          <Alert kind="info">
            {`Det, der står nu, er version ${before.version} fra ${before.actorName}. Rettelsen bliver en ny version, og den gamle kan stadig ses.`}
          </Alert>
        )}
        <p>Det, I ikke skriver, står som ikke oplyst. Det er ikke det samme som 0.</p>
        <h2>Resultat</h2>
        <div class="accounts-fields">
          {number('revenue')}
          {number('costs')}
          {number('regulation')}
        </div>
        <h2>Hvad grænsen regnes af</h2>
        {calculated && (
          <p>
            <a href={`/takster/beregning/${calculated.id}`}>{`Beregningen for ${year}`}</a>
            {` regnede med omkostninger på ${costsText(calculated)}.`}
          </p>
        )}
        <div class="accounts-fields">
          {number('basis')}
          {number('budget')}
        </div>
        <h2>Hvordan pladserne blev brugt</h2>
        <div class="accounts-fields">
          {number('occupancy')}
          {number('days')}
        </div>
        <h2>Kilde</h2>
        <div class="accounts-fields">
          <TextField
            {...fieldIn(form, 'source', before?.source)}
            label="Kilde"
            hint="Hvor tallene står, fx Årsregnskab 2024, side 12."
            maxlength={300}
            required
          />
          <DayField {...fieldIn(form, 'sourceDay', before?.sourceDay)} label="Kildens dato" required />
        </div>
        {before && <TextArea {...fieldIn(form, 'reason')} label="Hvorfor rettes det?" maxlength={500} rows={2} required />}
        <Details summary="Kun én takst, og bemærkning" open={label !== '' || Boolean(before?.note)}>
          <TextField
            {...fieldIn(form, 'label', label)}
            label="Takst"
            hint="Kun når regnskabet er for én af flere takster på de samme pladser. Skriv takstens navn, som det står i takstoversigten."
            maxlength={120}
          />
          <TextArea {...fieldIn(form, 'note', before?.note)} label="Bemærkning, som alle kan se" maxlength={500} rows={3} />
        </Details>
        <SubmitRow text={before ? 'Gem rettelsen' : 'Gem regnskabet'} secondary={{ text: 'Fortryd', href: back }} />
      </Form>
    ),
  }
}
