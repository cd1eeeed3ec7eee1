import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Checkbox,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  TextField,
} from '../../../platform/ui/index.ts'
import { kronerWritten } from '../../../platform/values/kroner.ts'
import type { Correctable } from '../actions/correct.ts'
import { amountText, placeText } from '../figures.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'
import { CorrectNumbers, Why } from './correct-numbers.tsx'

/** The address that asks for the price alone. */
export const priceHref = ({ id }: Pick<ListedTariff, 'id'>): string => `/takster/${id}/ret?kun=pris`

type Asked = Pick<Ask<{ id: string }, Readonly<Record<string, string>>>, 'query'>

export function CorrectPage(found: Correctable, ask: Asked, form: FormState): Page {
  const { version, calculation } = found
  const name = [placeText(version), serviceText(version)].filter(Boolean).join(': ')
  const byPrice = !calculation || ask.query['kun'] === 'pris' || form.values['what'] === 'price'
  return {
    title: byPrice && calculation ? 'Ret kun prisen' : 'Ret en offentliggjort takst',
    lead: `${name}, nu ${amountText(version)}.`,
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: `Takst ${version.id}`, href: `/takster/${version.id}` },
      { text: 'Ret' },
    ],
    marks: version.example ? ['eksempeldata'] : [],
    body: (
      <>
        {!version.current && (
          <Alert kind="warning" title="Taksten er rettet siden">
            Denne version gælder ikke mere, så den kan ikke rettes.{' '}
            <a href={`/takster/${version.id}`}>Find den gældende version</a>, og ret den.
          </Alert>
        )}
        <p>
          Den offentliggjorte version bliver stående på sin adresse. Rettelsen bliver en ny version, og begrundelsen kan ses af
          alle.
        </p>
        {byPrice || !calculation ? (
          <PriceForm version={version} form={form} calculated={calculation !== undefined} />
        ) : (
          <>
            <CorrectNumbers found={found} calculation={calculation} written={writtenIn(ask, form)} form={form} />
            <h2>Kendes tallene bag ikke?</h2>
            <p>Så kan prisen rettes alene, eller taksten trækkes tilbage.</p>
            <LinkButton href={priceHref(version)}>Ret kun prisen, eller træk taksten tilbage</LinkButton>
          </>
        )}
      </>
    ),
  }
}

/** What was sent and refused is shown again; else what the address says. */
const writtenIn = ({ query }: Asked, { values }: FormState) => (Object.keys(values).length > 0 ? values : query)

type PriceProps = { version: ListedTariff; form: FormState; calculated: boolean }

const PriceForm = ({ version, form, calculated }: PriceProps) => (
  <>
    {calculated && (
      <Alert kind="warning" title="Så kendes beregningen ikke længere">
        Retter du kun prisen, står taksten derefter som »Beregningsgrundlag ikke modtaget«, og ingen kan følge, hvordan den er
        blevet til. Er det et af tallene bag, der er forkert, så{' '}
        <a href={`/takster/${version.id}/ret`}>ret tallene bag taksten</a>.
      </Alert>
    )}
    <Form action={`/takster/${version.id}/ret`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Hidden name="what" value="price" />
      <TextField
        {...fieldIn(form, 'amount', kronerWritten(version.amountOre))}
        label="Den rigtige takst, kr."
        inputmode="decimal"
      />
      <TextField
        {...fieldIn(form, 'temporary', kronerWritten(version.temporaryOre))}
        label="Heraf midlertidig regulering, kr."
        inputmode="decimal"
      />
      <Checkbox name="withdrawn" label="Træk taksten helt tilbage" checked={form.values['withdrawn'] === 'ja'} />
      <Why form={form} />
      <SubmitRow
        text={calculated ? 'Offentliggør prisen uden beregning' : 'Offentliggør rettelsen'}
        secondary={{ text: 'Fortryd', href: `/takster/${version.id}` }}
      />
    </Form>
  </>
)
