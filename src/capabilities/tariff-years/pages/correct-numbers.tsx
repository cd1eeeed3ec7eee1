import type { FormState } from '../../../platform/action.ts'
import { Alert, ErrorSummary, Form, fieldIn, Hidden, SubmitRow, Table, TextArea, TextField } from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import {
  type Calculated,
  type Calculation,
  type CalculationInput,
  type Change,
  Compared,
  changedFields,
  changesOf,
  rulesOf,
  type Tried,
  type TryField,
  TryFields,
  trial,
  tried,
  waterfall,
} from '../../tariffs/index.ts'
import type { Correctable } from '../actions/correct.ts'
import { type Made, numbersBehind, priceOf } from '../correcting.ts'
import { placeText } from '../figures.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'

type Props = { found: Correctable; calculation: Calculation; written: Tried; form: FormState }

/** The numbers behind a tariff: change them, see what they come to, and only then publish. */
export const CorrectNumbers = ({ found, calculation, written, form }: Props) => {
  const { version, shared } = found
  const { input, rules } = calculation
  const fields = numbersBehind(calculation)
  const changes = changesOf(input, fields, written)
  const made: { input?: CalculationInput } = {}
  const outcome = trial(() => (made.input = tried(input, fields, written)), rules)
  const ready = changes.length > 0 && 'calculated' in outcome && made.input !== undefined
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {'sentence' in outcome && (
        <Alert kind="error" title="Det kan ikke regnes">
          {outcome.sentence}
        </Alert>
      )}
      {ready && made.input && 'calculated' in outcome && (
        <Preview {...{ found, calculation, written, form, fields, changes }} calculated={outcome.calculated} input={made.input} />
      )}
      <h2>{ready ? 'Ret flere tal' : 'Tallene bag taksten'}</h2>
      <p>
        Ret det, der er forkert, og se, hvad taksten bliver. Intet er gemt, før du offentliggør. Der regnes efter de samme regler
        som første gang.{shared.length > 1 && ` ${shared.length} takster har samme beregning og rettes sammen.`}
      </p>
      <Form action={`/takster/${version.id}/ret`} method="get" label="Ret tallene bag taksten">
        <TryFields input={input} fields={fields} written={written} wrong={'sentence' in outcome ? outcome : undefined} />
        <SubmitRow text="Se, hvad taksten bliver" secondary={{ text: 'Fortryd', href: `/takster/${version.id}` }} />
      </Form>
    </>
  )
}

type PreviewProps = Props & {
  fields: readonly TryField[]
  changes: readonly Change[]
  calculated: Calculated
  input: CalculationInput
}

/** Old and new, what moved it, and the button that publishes. */
const Preview = ({ found, calculation, written, form, changes, fields, calculated, input }: PreviewProps) => {
  const before = calculation.calculated.result
  const fall = waterfall(before, calculated.result, rulesOf(calculation.rules))
  return (
    <>
      <h2>Sådan bliver taksten</h2>
      <Compared
        before={before}
        after={calculated.result}
        changes={changes}
        fall={fall}
        names={{ from: 'Offentliggjort', to: 'Rettet' }}
      />
      {found.shared.length > 1 && (
        <Tariffs found={found} before={before} made={{ result: calculated.result, input, rules: calculation.rules }} />
      )}
      <Form action={`/takster/${found.version.id}/ret`}>
        <Hidden name="_key" value={form.key} />
        <Hidden name="what" value="numbers" />
        {sentOn(fields, written).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Why form={form} />
        <SubmitRow text="Offentliggør rettelsen" />
      </Form>
    </>
  )
}

/** What is sent when it is published: what was changed, the lines that are new, and those left out. */
function sentOn(fields: readonly TryField[], written: Tried): [string, string][] {
  const changed = new Set(changedFields(fields, written).map(({ name }) => name))
  return Object.entries(written).filter(([name, value]) => value !== '' && (changed.has(name) || /^(ny-|fjern-)/.test(name)))
}

type TariffRow = { tariff: ListedTariff; now: number | undefined }
type TariffsProps = Pick<PreviewProps, 'found'> & { before: Calculated['result']; made: Made }

const Tariffs = ({ found, before, made }: TariffsProps) => (
  <Table<TariffRow>
    caption="Takster, der rettes"
    compact
    rows={found.shared.map((tariff) => ({ tariff, now: priceIfAny(tariff, before, made) }))}
    columns={[
      { head: 'Takst', rowHead: true, cell: ({ tariff }) => [placeText(tariff), serviceText(tariff)].filter(Boolean).join(': ') },
      { head: 'Før', numeric: true, cell: ({ tariff }) => kronerText(tariff.amountOre) },
      {
        head: 'Nu',
        numeric: true,
        cell: ({ now }) => (now === undefined ? 'kan ikke regnes' : <strong>{kronerText(now)}</strong>),
      },
    ]}
  />
)

function priceIfAny(...[version, before, after]: Parameters<typeof priceOf>): number | undefined {
  try {
    return priceOf(version, before, after).amountOre
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Why it is corrected, and who says so. */
export const Why = ({ form }: { form: FormState }) => (
  <>
    <TextArea {...fieldIn(form, 'reason')} label="Hvorfor rettes den?" maxlength={500} rows={3} required />
    <TextField {...fieldIn(form, 'source')} label="Kilde" hint="Fx »Driftsherren, mail 3. marts 2026«" required maxlength={300} />
  </>
)
