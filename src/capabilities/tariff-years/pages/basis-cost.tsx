import type { Ask, FormState } from '../../../platform/action.ts'
import {
  ButtonRow,
  Checkbox,
  type Column,
  choicesOf,
  Empty,
  LinkButton,
  type Page,
  Radios,
  Select,
  Table,
  TextField,
} from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { type CostLine, costKinds, coverages, type LineWorth, parts, quantityText } from '../../tariffs/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { type CostForm, costForms, formNames, kindsOf } from '../cost-input.ts'
import { basisCrumbs, fieldsOf, kronerField, lineName, PartForm, plainOf } from './basis-parts.tsx'

type Row = { cost: CostLine; nr: number; worth: LineWorth | undefined }

const addTexts: Record<CostForm, string> = {
  amount: 'Tilføj et beløb',
  asset: 'Tilføj en anskaffelse',
  pension: 'Tilføj tjenestemandspension',
  rate: 'Tilføj en procent af andre',
  idle: 'Tilføj tomgang',
}

/** The cost lines, each with what it comes to, and a way to add one in each form. */
export const CostsSection = ({ looked }: { looked: BasisLooked }) => {
  const { basis, worth, writable, href } = looked
  const rows = basis.costs.map((cost, at): Row => ({ cost, nr: at + 1, worth: worth[at] }))
  return (
    <>
      <h2>Omkostninger, kr. om året</h2>
      {rows.length === 0 ? (
        <Empty title="Ingen omkostninger endnu" level={3}>
          <p>Tilføj den første linje. Indtægter skrives positivt og trækkes fra.</p>
        </Empty>
      ) : (
        <Table caption="Omkostningslinjer" captionHidden compact columns={columns(looked)} rows={rows} />
      )}
      {writable && (
        <ButtonRow>
          {Object.entries(costForms).map(([slug, form]) => (
            <LinkButton href={`${href}/omkostning/ny/${slug}`} look={form === 'amount' ? 'secondary' : 'tertiary'}>
              {addTexts[form]}
            </LinkButton>
          ))}
        </ButtonRow>
      )}
    </>
  )
}

const columns = ({ writable, href }: BasisLooked): Column<Row>[] => [
  { head: 'Hvad', rowHead: true, cell: ({ cost }) => cost.label },
  { head: 'Til', cell: ({ cost }) => costKinds[cost.kind] },
  { head: 'Del', cell: ({ cost }) => parts[cost.part] },
  { head: 'Sådan', cell: ({ cost }) => howText(cost) },
  { head: 'Giver', numeric: true, cell: ({ cost, worth }) => <Worth cost={cost} worth={worth} /> },
  ...(writable
    ? [
        {
          head: 'Ret',
          cell: ({ nr, cost }: Row) => (
            <>
              <a href={`${href}/omkostning/${nr}`}>
                Ret<span class="sr-only"> {cost.label}</span>
              </a>{' '}
              ·{' '}
              <a href={`${href}/omkostning/${nr}/fjern`}>
                Fjern<span class="sr-only"> {cost.label}</span>
              </a>
            </>
          ),
        },
      ]
    : []),
]

const Worth = ({ cost, worth }: Pick<Row, 'cost' | 'worth'>) => {
  if (worth?.ore === undefined) return <span class="quiet">{worth?.why ?? 'kan ikke regnes'}</span>
  return <>{`${cost.kind === 'income' ? '−' : ''}${quantityText(worth.ore, 'øre')}`}</>
}

function howText(cost: CostLine): string {
  if (cost.form === 'asset')
    return `${kronerText(cost.acquisitionOre)} i ${cost.boughtYear} over ${cost.lifeYears} år${cost.scrapOre > 0 ? `, scrapværdi ${kronerText(cost.scrapOre)}` : ''}`
  if (cost.form === 'pension') return coverages[cost.coverage]
  if (cost.form === 'rate') return cost.percent === undefined ? 'Procent efter reglen' : `${plainOf(cost.percent)} procent`
  if (cost.form === 'idle') return `${kronerText(cost.totalOre)} over ${cost.years === undefined ? 'reglens' : cost.years} år`
  return cost.level === 'last year' ? 'Beløb i sidste års priser, løftet med PL' : 'Beløb'
}

type Found = { looked: BasisLooked; at: number; form: CostForm; cost: CostLine | undefined }

const slugOf = (form: CostForm): string => Object.entries(costForms).find(([, of]) => of === form)?.[0] ?? ''

/** What stands in a line now, by the fields of its form. */
function valuesOf(cost: CostLine | undefined): Record<string, string | undefined> {
  if (!cost) return {}
  const { kind, part, label, source } = cost
  const money = Object.entries(cost).flatMap(([name, value]) =>
    typeof value === 'number' && name.endsWith('Ore') ? [[name, kronerField(value)] as const] : [],
  )
  const others = Object.entries(cost).flatMap(([name, value]) =>
    (typeof value === 'number' || typeof value === 'string') && !name.endsWith('Ore') ? [[name, plainOf(value)] as const] : [],
  )
  return { ...Object.fromEntries(others), ...Object.fromEntries(money), kind, part, label, source }
}

const leads: Record<CostForm, string> = {
  amount: 'Et beløb, som det står i budgettet. Indtægter skrives positivt og trækkes fra.',
  asset:
    'Noget, der er købt én gang og bruges i flere år. Som afskrivning giver det årets del af prisen, som forrentning renten af den bogførte værdi.',
  pension: 'Præmie til andre, eller pensionsgivende løn, som ingen anden dækker.',
  rate: 'En procent af de andre omkostninger i samme del; hvilke, siger reglen.',
  idle: 'Omkostninger ved åbning eller lukning, som taksten bærer over nogle år.',
}

export function CostPage({ looked, at, form: how, cost }: Found, _: Ask, form: FormState): Page {
  const of = fieldsOf(form, valuesOf(cost))
  return {
    title: cost ? 'Ret en omkostning' : addTexts[how],
    lead: leads[how],
    crumbs: basisCrumbs(looked, cost ? 'Ret' : formNames[how]),
    body: (
      <PartForm
        looked={looked}
        tail={cost ? `/omkostning/${at + 1}` : `/omkostning/ny/${slugOf(how)}`}
        form={form}
        text="Gem omkostningen"
      >
        <TextField {...of('label', 'Hvad er det?')} required maxlength={200} />
        {kindsOf[how].length > 1 && (
          <Select
            {...of('kind', 'Til')}
            options={kindsOf[how].map((value) => ({ value, text: costKinds[value] }))}
            empty="Vælg"
            required
          />
        )}
        <Radios {...partOf(of('part', 'Hvilken del af taksten?'))} options={choicesOf(parts)} required />
        <Numbers how={how} of={of} cost={cost} form={form} looked={looked} />
        <TextField {...of('source', 'Kilde')} hint="Fx Budget 2027, konto 5.30" maxlength={300} />
      </PartForm>
    ),
  }
}

type Of = ReturnType<typeof fieldsOf>

const partOf = (field: ReturnType<Of>) => ({ ...field, value: field.value ?? 'basis' })

type NumbersProps = { how: CostForm; of: Of; cost: CostLine | undefined; form: FormState; looked: BasisLooked }

const Numbers = ({ how, of, cost, form }: NumbersProps) => {
  const money = (name: string, label: string, hint?: string) => (
    <TextField {...of(name, label)} hint={hint} suffix="kr." width="m" inputmode="decimal" />
  )
  if (how === 'asset')
    return (
      <div class="tariffs-fields">
        {money('acquisitionOre', 'Anskaffelse')}
        {money('scrapOre', 'Scrapværdi', 'Tomt: intet værd til sidst')}
        <TextField {...of('boughtYear', 'Anskaffet år')} width="xs" inputmode="numeric" />
        <TextField {...of('lifeYears', 'Levetid')} suffix="år" width="xs" inputmode="numeric" />
      </div>
    )
  if (how === 'pension')
    return (
      <>
        <Radios {...of('coverage', 'Hvordan er pensionen afdækket?')} options={choicesOf(coverages)} required />
        <div class="tariffs-fields">
          {money('premiumOre', 'Præmie', 'Det, der betales til andre')}
          {money('payOre', 'Pensionsgivende løn', 'Når den ikke er fuldt afdækket')}
          <TextField
            {...of('coveredPercent', 'Afdækket')}
            hint="Kun ved delvis afdækning"
            suffix="procent"
            width="s"
            inputmode="decimal"
          />
        </div>
      </>
    )
  if (how === 'rate')
    return <TextField {...of('percent', 'Procent')} hint="Tomt: reglens sats" suffix="procent" width="s" inputmode="decimal" />
  if (how === 'idle')
    return (
      <>
        <div class="tariffs-fields">
          {money('totalOre', 'Tomgang i alt')}
          <TextField {...of('years', 'Bæres over')} hint="Tomt: efter reglen" suffix="år" width="xs" inputmode="numeric" />
        </div>
        <p class="quiet">
          Skal brugerkommunerne bære tomgangen uden for taksten, så <a href="/takster/deling">del beløbet mellem dem</a>.
        </p>
      </>
    )
  const lifted = cost?.form === 'amount' && cost.level === 'last year'
  return (
    <>
      {money('amountOre', 'Beløb om året')}
      <Checkbox
        name="lastYear"
        label="Beløbet er i sidste års priser og løftes med årets PL"
        checked={form.values['label'] === undefined ? lifted : form.values['lastYear'] !== undefined}
      />
    </>
  )
}

export const RemoveCostPage = ({ looked, at, cost }: Found, _: Ask, form: FormState): Page => ({
  title: 'Fjern en omkostning',
  lead: `»${cost?.label ?? ''}« i ${lineName(looked)}.`,
  crumbs: basisCrumbs(looked, 'Fjern'),
  body: (
    <PartForm
      looked={looked}
      tail={`/omkostning/${at + 1}/fjern`}
      form={form}
      danger={{ text: 'Fjern omkostningen', keep: 'Behold den' }}
    />
  ),
})
