import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, type Column, Empty, LinkButton, type Page, Table, Tabs } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { changeText, isKnown, type OperatorWithLines, oreText, type YearOfLine } from '../../tariffs/index.ts'
import { type OwnYears, operatorHref } from '../at.ts'
import { crumbs, Result, Taking } from './list.tsx'

type Operators = { year: number; years: number[]; operators: OperatorWithLines[] }

/** Whose accounts somebody may write, and how many of a year are received. */
export const OperatorsPage = ({ year, years, operators }: Operators): Page => ({
  title: `Skriv regnskaber for ${year}`,
  lead: 'Vælg driftsherren. Et regnskab skrives for hver slags pladser, eller sendes som et regneark.',
  crumbs: crumbs('Skriv'),
  body: (
    <>
      <Tabs
        label="Regnskabsår"
        items={years.map((one) => ({ text: String(one), href: `/takster/regnskaber/skriv?aar=${one}`, current: one === year }))}
      />
      {operators.length === 0 ? (
        <Empty title="Der er ingen pladser at skrive regnskab for" level={2}>
          <p>I er ikke knyttet til en driftsherre med pladser i Fælles. Spørg sekretariatet.</p>
        </Empty>
      ) : (
        <Table<OperatorWithLines>
          caption={`Regnskaber for ${year}`}
          captionHidden
          rows={operators}
          columns={[
            { head: 'Driftsherre', rowHead: true, cell: ({ id, name }) => <a href={operatorHref(id, year)}>{name}</a> },
            {
              head: 'Modtaget',
              cell: ({ lines, received }) =>
                `${numberText(received)} af ${numberText(lines)} ${lines === 1 ? 'slags pladser' : 'slags pladser'}`,
            },
          ]}
        />
      )}
    </>
  ),
})

/** An operator's accounts of a year: what is received, and what is not. */
export const OwnPage = ({ operator, year, rows }: OwnYears, { today }: Ask): Page => {
  const received = rows.filter(({ account }) => account !== undefined).length
  const href = operatorHref(operator.id, year)
  const last = Number(today.slice(0, 4)) - 1
  return {
    title: `Regnskaber for ${year}: ${operator.name}`,
    lead:
      received === rows.length && rows.length > 0
        ? 'Alle regnskaber er modtaget.'
        : `${numberText(received)} af ${numberText(rows.length)} regnskaber er modtaget.`,
    crumbs: crumbs(operator.name),
    wide: true,
    marks: rows.some(({ account }) => account?.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <Tabs
          label="Regnskabsår"
          items={[last, last - 1, last - 2, last - 3].map((one) => ({
            text: String(one),
            href: operatorHref(operator.id, one),
            current: one === year,
          }))}
        />
        {rows.length === 0 ? (
          <Empty title="Driftsherren har ingen pladser i Fælles" level={2}>
            <p>Et regnskab hører til en slags pladser. Skriv pladserne i registeret først.</p>
          </Empty>
        ) : (
          <>
            <ButtonRow>
              <LinkButton href={`${href}/regneark`} look="primary">
                Send et regneark
              </LinkButton>
              <LinkButton href={`${href}/skabelon.xlsx`} look="tertiary">
                Hent skabelonen
              </LinkButton>
            </ButtonRow>
            <Table<YearOfLine>
              caption={`Regnskaber for ${year}`}
              captionHidden
              compact
              rows={rows}
              columns={columns(today, href)}
            />
          </>
        )}
      </>
    ),
  }
}

const nameOf = ({ of, label }: YearOfLine) => [of.offerName, of.unitName, of.lineLabel, label].filter(Boolean).join(', ')

const columns = (today: string, href: string): Column<YearOfLine>[] => [
  {
    head: 'Pladser',
    rowHead: true,
    cell: (row) => (row.account ? <a href={`/takster/regnskaber/${row.account.id}`}>{nameOf(row)}</a> : nameOf(row)),
  },
  { head: 'Indtægt', numeric: true, cell: ({ account }) => money(account?.revenueOre) },
  { head: 'Omkostninger', numeric: true, cell: ({ account }) => money(account?.costsOre) },
  { head: 'Resultat', numeric: true, cell: (row) => <Result row={row} today={today} /> },
  {
    head: 'Går videre',
    numeric: true,
    cell: ({ flow }) =>
      flow && isKnown(flow) && flow.carried.regulation !== 0n
        ? `${changeText(flow.carried.regulation)} til ${flow.carried.toYear}`
        : '–',
  },
  { head: 'Den senere takst', cell: (row) => <Taking row={row} /> },
  {
    head: 'Skriv',
    cell: (row) => (
      <a href={`${href}/skriv/${row.of.placeLineId}${row.label === '' ? '' : `?takst=${encodeURIComponent(row.label)}`}`}>
        {row.account ? 'Ret' : 'Skriv'}
        <span class="sr-only">{` regnskab for ${nameOf(row)}`}</span>
      </a>
    ),
  },
]

const money = (ore: number | undefined) => (ore === undefined ? '–' : oreText(BigInt(ore)))
