import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, type Column, Form, Hidden, LinkButton, type Page, SubmitRow, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { changeText, danish, isKnown, notReceivedText } from '../../tariffs/index.ts'
import type { SheetLooked } from '../actions/at.ts'
import { placeText } from '../figures.ts'
import { differs, type Inflow, inflowName, linesIn, takesIn } from '../inflow.ts'
import type { OccupancyInflow } from '../inflow-occupancy.ts'
import { sheetCrumbs } from './line-form.tsx'

const hrefOf = ({ standing }: SheetLooked) => `/takster/skema/${standing.year}/${standing.operatorId}`

/** May it be taken in, and is there anything to take? */
const isOpen = (one: Inflow): boolean => one.should !== undefined && one.should !== one.says && linesIn(one).some(takesIn)

/** What is by rule to be in these tariffs from earlier years' accounts: said shortly on the sheet. */
export const InflowsLine = ({ looked }: { looked: SheetLooked }) => {
  const { from, occupancies } = looked.inflows
  if (from.length === 0) return null
  const missing = from.filter(({ account }) => account === undefined).length
  const open = from.filter(isOpen).length + occupancies.filter(({ average }) => average !== undefined).length
  const parts = [
    open > 0
      ? `${numberText(open)} ${open === 1 ? 'ting kan' : 'ting kan'} tages ind fra regnskaberne.`
      : 'Alt, der er modtaget, er taget ind.',
    ...(missing > 0 ? [`${numberText(missing)} ${missing === 1 ? 'regnskab er' : 'regnskaber er'} ikke modtaget.`] : []),
  ]
  return (
    <>
      <h2>Regnskaber</h2>
      <p>
        {missing === from.length && open === 0 ? parts.slice(1).join(' ') : parts.join(' ')}{' '}
        <a href={`${hrefOf(looked)}/regnskaber`}>Se, hvad der går videre til {looked.standing.year}</a>
      </p>
    </>
  )
}

/** Beside each other: what by rule flows in, and what the lines say; and one press to take it in. */
export function InflowsPage(looked: SheetLooked, { today }: Ask, form: FormState): Page {
  const { standing, inflows, writable } = looked
  const { from, occupancies } = inflows
  const open = from.some(isOpen) || occupancies.some(({ average }) => average !== undefined)
  return {
    title: `Regnskaber, der går videre til ${standing.year}`,
    lead: 'Hvad der efter reglen skal ind fra tidligere år, ved siden af det, taksterne siger.',
    crumbs: sheetCrumbs(standing, 'Regnskaber'),
    wide: true,
    marks: standing.example ? ['eksempeldata'] : [],
    body: (
      <div class="tariffs-inflows">
        <Form action={`${hrefOf(looked)}/regnskaber`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <Hidden name="seen" value={form.values['seen'] ?? String(standing.revision)} />
          {from.length === 0 ? (
            <Alert kind="info">Der er ingen takster i skemaet, som et regnskab kan gå videre til.</Alert>
          ) : (
            <Table<Inflow> caption="Resultater fra tidligere år" rows={from} columns={columns(looked, today)} />
          )}
          {occupancies.length > 0 && (
            <Table<OccupancyInflow> caption="Belægning, hvor taksten ikke har en" rows={occupancies} columns={used(looked)} />
          )}
          {writable && open ? (
            <SubmitRow text="Tag det valgte ind" secondary={{ text: 'Til skemaet', href: hrefOf(looked) }} />
          ) : (
            <LinkButton href={hrefOf(looked)}>Til skemaet</LinkButton>
          )}
          <p class="quiet">
            Et resultat tages ind med sit regnskab, så hvert trin kan følges i beregningen. Er der flere takster på de samme
            pladser, deles beløbet efter deres omkostninger, så hele beløbet kommer med og intet kommer med to gange.
          </p>
        </Form>
      </div>
    ),
  }
}

const Choose = ({ name, label, checked }: { name: string; label: string; checked: boolean }) => (
  <div class="form-group-checkbox tariffs-take">
    <input class="form-checkbox" type="checkbox" id={name} name={name} value="ja" checked={checked || undefined} />
    <label class="form-label" for={name}>
      Tag ind<span class="sr-only">{`: ${label}`}</span>
    </label>
  </div>
)

const columns = (looked: SheetLooked, today: string): Column<Inflow>[] => [
  { head: 'Takst', rowHead: true, cell: (one) => inflowName(one) },
  {
    head: 'Regnskab',
    cell: ({ account, fromYear, flow }) =>
      account ? (
        <>
          <a href={`/takster/regnskaber/${account.id}`}>{`Regnskab ${fromYear}`}</a>
          {flow && !isKnown(flow) && <span class="tariffs-service">{flow.why}</span>}
        </>
      ) : (
        <>
          <strong>{notReceivedText(fromYear, today)}</strong>{' '}
          <a href={`/takster/regnskaber/driver/${looked.standing.operatorId}/${fromYear}`}>Skriv det</a>
        </>
      ),
  },
  { head: 'Efter reglen', numeric: true, cell: ({ should }) => (should === undefined ? 'kendes ikke' : changeText(should)) },
  {
    head: 'Taksten siger',
    numeric: true,
    cell: ({ says, tariffs }) => `${changeText(says)}${tariffs.length > 1 ? ` i ${tariffs.length} takster` : ''}`,
  },
  { head: 'Tag ind', cell: (one) => <TakeCell one={one} looked={looked} /> },
]

const TakeCell = ({ one, looked }: { one: Inflow; looked: SheetLooked }) => {
  if (one.should === undefined) return null
  if (one.should === one.says) return <Tag kind="success">Stemmer</Tag>
  if (!linesIn(one).some(takesIn)) return <span class="quiet">Kun prisen er oplyst, så der er intet at regne det ind i.</span>
  if (!looked.writable) return <Tag kind="warning">Stemmer ikke</Tag>
  return <Choose name={one.key} label={`${one.fromYear}, ${inflowName(one)}`} checked={differs(one, 0)} />
}

const used = ({ writable }: SheetLooked): Column<OccupancyInflow>[] => [
  { head: 'Takst', rowHead: true, cell: ({ line }) => placeText(line) },
  {
    head: 'Regnskaberne',
    cell: ({ years }) =>
      years
        .map(
          ({ year, percent }) => `${year}: ${percent === undefined ? 'ikke modtaget' : `${percent.replace('.', ',')} procent`}`,
        )
        .join(', '),
  },
  {
    head: 'Efter reglen',
    numeric: true,
    cell: ({ average }) => (average === undefined ? 'kendes ikke' : `${danish(average, 0, 4)} procent`),
  },
  {
    head: 'Tag ind',
    cell: ({ key, line, average }) =>
      average !== undefined && writable ? <Choose name={key} label={`belægning, ${placeText(line)}`} checked /> : '',
  },
]
