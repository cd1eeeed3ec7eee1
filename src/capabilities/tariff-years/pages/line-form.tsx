import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Checkbox,
  choicesOf,
  DayField,
  Details,
  Form,
  Hidden,
  type Page,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { kronerWritten } from '../../../platform/values/kroner.ts'
import { placeKinds, priceUnits } from '../../offers/index.ts'
import { costKindKeys, costKinds } from '../../tariffs/index.ts'
import { isWholeYear, type PlacedLine } from '../line.ts'
import type { Predecessors } from '../predecessor.ts'
import type { Place } from '../store/lines.ts'
import type { Standing } from '../store/rounds.ts'
import { fieldOf } from './note-form.tsx'
import { WasFields, wasValues } from './was.tsx'

export const sheetCrumbs = ({ year, operatorId, operatorName }: Standing, text?: string) => [
  { text: 'Takster', href: '/takster' },
  ...(text
    ? [{ text: `${operatorName} ${year}`, href: `/takster/skema/${year}/${operatorId}` }, { text }]
    : [{ text: `${operatorName} ${year}` }]),
]

/** A unit as a whole, and each of its place lines. */
const placeChoices = (places: readonly Place[]) =>
  places.flatMap(({ unitId, unitName, offerName, lines }) => [
    ...lines.map(({ id, label, kind }) => ({
      value: `${unitId}-${id}`,
      text: [offerName, unitName, label, kind && placeKinds[kind]].filter(Boolean).join(', '),
    })),
    { value: `${unitId}`, text: `${offerName}, ${unitName} (hele afdelingen)` },
  ])

const plain = (number: number | undefined) => (number === undefined ? undefined : String(number).replace('.', ','))

const valuesOf = (line: PlacedLine | undefined, predecessors: Predecessors): Record<string, string | undefined> =>
  line === undefined
    ? {}
    : {
        place: line.placeLineId === undefined ? `${line.unitId}` : `${line.unitId}-${line.placeLineId}`,
        service: line.service,
        level: line.level,
        per: line.per,
        places: plain(line.places),
        occupancy: line.occupancy === undefined ? undefined : plain(Math.round(line.occupancy * 1_000_000) / 10_000),
        days: plain(line.days),
        amount: kronerWritten(line.amountOre),
        net: kronerWritten(line.netOre),
        regulation: kronerWritten(line.regulationOre),
        validFrom: line.validFrom,
        validUntil: line.validUntil,
        ...wasValues(line, predecessors),
        note: line.note,
        explanation: line.explanation,
        ...Object.fromEntries(costKindKeys.map((kind) => [`cost-${kind}`, kronerWritten(line.costs[kind])])),
      }

type Looked = { standing: Standing; places: readonly Place[]; line: PlacedLine | undefined; predecessors: Predecessors }

export function LineFormPage({ standing, places, line, predecessors }: Looked, _: Ask, form: FormState): Page {
  const was = valuesOf(line, predecessors)
  const of = (name: string, label: string) => {
    const field = fieldOf(form)(name, label)
    return { ...field, value: field.value ?? was[name] }
  }
  const path = `/takster/skema/${standing.year}/${standing.operatorId}`
  const action = line ? `${path}/linje/${line.id}` : `${path}/linje/ny`
  return {
    title: line ? 'Ret en takst i skemaet' : 'Skriv en takst i skemaet',
    lead: line?.basis ? undefined : 'Skriv omkostningerne, så taksten kan beregnes. Kendes kun prisen, så skriv den.',
    crumbs: sheetCrumbs(standing, line ? 'Ret' : 'Ny'),
    body: (
      <Form action={action} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Hidden name="seen" value={form.values['seen'] ?? String(standing.revision)} />
        <Select {...of('place', 'Hvor gælder taksten?')} options={placeChoices(places)} empty="Vælg" required />
        <div class="tariffs-fields">
          <TextField {...of('service', 'Ydelse')} hint="Fx Døgntakst" />
          <TextField {...of('level', 'Niveau')} hint="Fx Niveau 2" />
          <Select {...of('per', 'Takst pr.')} options={choicesOf(priceUnits)} empty="Vælg" required />
        </div>
        <Checkbox
          name="addOn"
          label="Tillægsydelse: betales ved siden af en anden takst"
          checked={form.values['addOn'] === undefined ? line?.addOn : form.values['addOn'] !== ''}
        />
        {line?.basis ? (
          <Based path={path} line={line} />
        ) : (
          <Flat of={of} basisAt={line && `${path}/linje/${line.id}/beregning`} />
        )}
        <h2>Takst</h2>
        <div class="tariffs-fields">
          <TextField {...of('amount', 'Takst, kr.')} hint="Tomt: beregnes" inputmode="decimal" />
          <TextField {...of('net', 'Uden moms, kr.')} hint="Kun private, hvis I kender den" inputmode="decimal" />
        </div>
        <Details
          summary="Navn før, periode og bemærkninger"
          open={Boolean(
            ['wasListed', 'was', 'note', 'explanation'].some((name) => was[name]) ||
              ['was', 'validFrom', 'validUntil'].some((name) => form.errors[name]) ||
              (line && !isWholeYear(line, standing.year)),
          )}
        >
          <WasFields of={of} predecessors={predecessors} />
          <DayField {...of('validFrom', 'Gælder fra')} />
          <DayField {...of('validUntil', 'Gælder ikke fra')} />
          <p class="quiet">
            Ændres taksten i årets løb, så skriv den to gange med hver sin periode. Skriv omkostninger og pladser, som gjaldt de
            hele året.
          </p>
          <TextArea
            {...of('explanation', 'Forklaring til advarsler')}
            hint="Til sekretariatet. Er belægningen sat, står den også i beregningen, som alle kan se."
            maxlength={500}
            rows={3}
          />
          <TextArea {...of('note', 'Bemærkning, som alle kan se')} maxlength={500} rows={3} />
        </Details>
        <SubmitRow text="Gem taksten" secondary={{ text: 'Fortryd', href: path }} />
      </Form>
    ),
  }
}

type Of = (name: string, label: string) => ReturnType<ReturnType<typeof fieldOf>>

/** Costs, places, occupancy and the rest are told in the basis, and not twice. */
const Based = ({ path, line }: { path: string; line: PlacedLine }) => (
  <Alert kind="info">
    Taksten har et fuldt beregningsgrundlag. Omkostninger, pladser, belægning, regulering og niveauer rettes{' '}
    <a href={`${path}/linje/${line.id}/beregning`}>i grundlaget</a>.
  </Alert>
)

const Flat = ({ of, basisAt }: { of: Of; basisAt: string | undefined }) => (
  <>
    <div class="tariffs-fields">
      <TextField {...of('places', 'Pladser')} inputmode="decimal" />
      <TextField {...of('occupancy', 'Belægning, procent')} inputmode="decimal" />
      <TextField {...of('days', 'Dage om året')} hint="Tomt: efter reglen" inputmode="numeric" />
    </div>
    <h2>Omkostninger, kr. om året</h2>
    <p>
      Har taksten niveauer, basis og ydelse, afskrivning eller timer, så skriv den i et{' '}
      {basisAt ? <a href={basisAt}>fuldt beregningsgrundlag</a> : 'fuldt beregningsgrundlag, når den er gemt'}.
    </p>
    <div class="tariffs-fields">
      {costKindKeys.map((kind) => (
        <TextField
          {...of(`cost-${kind}`, costKinds[kind])}
          hint={kind === 'income' ? 'Skrives positivt og trækkes fra' : undefined}
          inputmode="decimal"
        />
      ))}
      <TextField
        {...of('regulation', 'Regulering fra tidligere år')}
        hint="Underskud positivt, overskud negativt"
        inputmode="decimal"
      />
    </div>
  </>
)
