import { maySomewhere } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { type Column, Empty, LinkButton, type Page, Table, Tabs, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import {
  accountName,
  changeText,
  isKnown,
  isShown,
  notReceivedText,
  oreText,
  resultText,
  type YearOfLine,
} from '../../tariffs/index.ts'
import { operatorHref } from '../at.ts'

type Loaded = { year: number; years: number[]; rows: YearOfLine[] }

export const crumbs = (text?: string) => [
  { text: 'Takster', href: '/takster' },
  ...(text ? [{ text: 'Regnskaber', href: '/takster/regnskaber' }, { text }] : [{ text: 'Regnskaber' }]),
]

/** What flows where: each account of a year, its result, and which later tariff takes it. */
export function ListPage({ year, years, rows }: Loaded, ask: Ask<unknown, unknown>): Page {
  const received = rows.filter(({ account }) => account !== undefined).length
  const toYear = rows.find((row) => row.toYear !== undefined)?.toYear
  return {
    title: `Regnskaber for ${year}`,
    lead: toYear
      ? `Hvad året gav, og hvad der efter reglen går videre til taksten for ${toYear}.`
      : 'Hvad året gav, og hvad der efter reglen går videre til en senere takst.',
    crumbs: crumbs(),
    wide: true,
    marks: rows.some(({ account }) => account?.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <Tabs
          label="Regnskabsår"
          items={years.map((one) => ({ text: String(one), href: `/takster/regnskaber?aar=${one}`, current: one === year }))}
        />
        {maySomewhere(ask.actor, 'accounts.write') && (
          <p>
            <LinkButton href={`/takster/regnskaber/skriv?aar=${year}`} look="primary">
              Skriv regnskaber
            </LinkButton>
          </p>
        )}
        {rows.length === 0 ? (
          <Empty title={`Ingen regnskaber for ${year}`} level={2}>
            <p>{notReceivedText(year, ask.today)} Der er heller ingen beregning for året, som et regnskab skulle følge.</p>
          </Empty>
        ) : (
          <>
            <p>{`${numberText(received)} af ${numberText(rows.length)} regnskaber er modtaget. Et år uden regnskab er ikke det samme som 0.`}</p>
            <Sums rows={rows} toYear={toYear} />
            <h2>Sted for sted</h2>
            <Table<YearOfLine> caption={`Regnskaber for ${year}`} captionHidden rows={rows} columns={columns(ask)} />
          </>
        )}
      </>
    ),
  }
}

type Sum = { name: string; ore: bigint; count: number }

/** Every krone of the results that may be seen: where it goes. */
function sumsOf(rows: readonly YearOfLine[], toYear: number | undefined): Sum[] {
  const known = rows.flatMap((row) => (isShown(row) && row.flow && isKnown(row.flow) ? [row.flow.carried] : []))
  const sum = (name: string, ores: readonly bigint[]) => {
    const some = ores.filter((ore) => ore !== 0n)
    return { name, ore: some.reduce((all, ore) => all + ore, 0n), count: some.length }
  }
  const into = toYear === undefined ? 'en senere takst' : `taksterne for ${toYear}`
  const positive = (ore: bigint) => (ore > 0n ? ore : 0n)
  return [
    sum(
      `Overskud, der sænker ${into}`,
      known.map(({ regulation }) => positive(-regulation)),
    ),
    sum(
      `Underskud, der hæver ${into}`,
      known.map(({ regulation }) => positive(regulation)),
    ),
    sum(
      'Overskud, der er sat til side',
      known.map(({ kept }) => positive(kept)),
    ),
    sum(
      'Underskud, driftsherren selv bærer',
      known.map(({ kept }) => positive(-kept)),
    ),
  ]
}

const Sums = ({ rows, toYear }: { rows: readonly YearOfLine[]; toYear: number | undefined }) => {
  const hidden = rows.filter((row) => row.account && !isShown(row)).length
  return (
    <>
      <h2>Hvad der går hvorhen</h2>
      <Table<Sum>
        caption="Hvad der går hvorhen"
        captionHidden
        compact
        rows={sumsOf(rows, toYear)}
        columns={[
          { head: 'Hvad', rowHead: true, cell: ({ name }) => name },
          { head: 'Regnskaber', numeric: true, cell: ({ count }) => numberText(count) },
          { head: 'Beløb', numeric: true, cell: ({ ore }) => oreText(ore) },
        ]}
      />
      {hidden > 0 && (
        <p class="quiet">{`${numberText(hidden)} ${hidden === 1 ? 'regnskab vises' : 'regnskaber vises'} ikke og er ikke talt med i beløbene.`}</p>
      )}
    </>
  )
}

const columns = ({ may, today }: Ask<unknown, unknown>): Column<YearOfLine>[] => [
  {
    head: 'Tilbud',
    rowHead: true,
    cell: (row) => (
      <>
        {row.account ? <a href={`/takster/regnskaber/${row.account.id}`}>{accountName(row)}</a> : accountName(row)}
        <span class="accounts-operator">{row.of.operatorName ?? 'Driftsherre ikke oplyst'}</span>
        {row.account?.example && <Tag kind="warning">Eksempel</Tag>}
      </>
    ),
  },
  { head: 'Resultat', numeric: true, cell: (row) => <Result row={row} today={today} /> },
  {
    head: 'Går videre',
    numeric: true,
    cell: (row) => {
      const carried = shownCarried(row)
      if (!carried) return NONE
      return carried.regulation === 0n ? 'intet' : `${changeText(carried.regulation)} til ${carried.toYear}`
    },
  },
  {
    head: 'Bliver',
    numeric: true,
    cell: (row) => {
      const carried = shownCarried(row)
      if (!carried) return NONE
      return carried.kept === 0n ? 'intet' : changeText(carried.kept)
    },
  },
  { head: 'Den senere takst', cell: (row) => <Taking row={row} /> },
  ...(maySome(may)
    ? [
        {
          head: 'Skriv',
          cell: ({ of, year }: YearOfLine) =>
            of.operatorId !== undefined && may('accounts.write', { partyId: of.partyId }) ? (
              <a href={operatorHref(of.operatorId, year)}>
                Skriv<span class="sr-only">{` regnskab for ${of.offerName}`}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]
    : []),
]

const NONE = '–'

const maySome = (may: Ask['may']): boolean => may('accounts.write')

const shownCarried = (row: YearOfLine) => (row.flow && isShown(row) && isKnown(row.flow) ? row.flow.carried : undefined)

export const Result = ({ row, today }: { row: YearOfLine; today: string }) => {
  if (!row.account) return <strong>{notReceivedText(row.year, today)}</strong>
  if (!isShown(row)) return <span class="quiet">modtaget, vises ikke</span>
  const carried = shownCarried(row)
  return carried ? <span>{resultText(carried)}</span> : <span class="quiet">kendes ikke</span>
}

export const Taking = ({ row: { taken, flow, seen } }: { row: Pick<YearOfLine, 'taken' | 'flow' | 'seen'> }) => {
  if (!taken || !flow || seen.level === 'price' || !isKnown(flow) || taken.state === 'nothing')
    return <span aria-hidden="true">–</span>
  const { toYear } = flow.carried
  if (taken.state === 'waiting') return <>{`${toYear} er ikke beregnet endnu`}</>
  const link =
    taken.ids[0] === undefined ? `${toYear}` : <a href={`/takster/beregning/${taken.ids[0]}`}>{`Taksten for ${toYear}`}</a>
  if (taken.state === 'taken') return <>{link} har taget det ind</>
  return (
    <>
      <Tag kind="warning">{taken.state === 'missing' ? 'Mangler' : 'Andet beløb'}</Tag> {link}
      {taken.state === 'missing' ? ' har ikke taget det ind' : ` har taget ${changeText(taken.ore)} ind`}
    </>
  )
}
