import { html } from 'hono/html'
import { Alert, type Column, Empty, type Page, Pager, type Sorting, Table, Tabs } from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { ownerships, priceUnits } from '../../offers/index.ts'
import {
  asOfText,
  changeText,
  daysText,
  placeText,
  seenPlacesText,
  seenShareText,
  temporaryText,
  validText,
  yearText,
} from '../figures.ts'
import { type Listing, listAddress, TARIFF_PAGE, type TariffSort, tariffSorts } from '../listing.ts'
import type { Looked } from '../reading.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'
import { CountLine, Narrow } from './narrow.tsx'

const tabs = [
  { text: 'Liste', path: '/takster' },
  { text: 'År for år', path: '/takster/aar' },
  { text: 'Målgrupper', path: '/takster/maalgrupper' },
  { text: 'Fordeling', path: '/takster/fordeling' },
] as const
export type TariffTab = (typeof tabs)[number]['path']

export const TariffTabs = ({ listing, at }: { listing: Listing; at: TariffTab }) => (
  <Tabs
    label="Vis takster som"
    items={tabs.map(({ text, path }) => ({ text, href: listAddress({ ...listing, page: 1 }, path), current: path === at }))}
  />
)

/** What to know before two prices are held up against each other. */
export const Comparing = () => (
  <Alert kind="info" title="Sådan kan priser sammenlignes">
    <ul>
      <li>
        Private takster indeholder indirekte moms, som kommunen får igen. Offentlige takster er uden. Derfor sammenlignes private
        <strong> uden moms</strong> med offentlige, som de er.
      </li>
      <li>Kun takster pr. samme enhed og for samme år kan sammenlignes. Se altid antal dage: et år er ikke 365 dage hos alle.</li>
      <li>Det, der regulerer et tidligere år, er midlertidigt. Det vises for sig.</li>
      <li>»Beregningsgrundlag ikke modtaget« betyder, at kun prisen kendes, med kilde og alder.</li>
      <li>
        »Vises ikke« står, hvor kun prisen er offentlig: når der er få pladser, eller det er bestemt for driftsherren.{' '}
        <a href="/takster/synlighed">Hvad alle kan se</a>
      </li>
    </ul>
  </Alert>
)

export function ListPage(looked: Looked): Page {
  const { listing, rows, counts } = looked
  return {
    title: 'Takster',
    lead: 'Hvad en plads koster i Rammeaftale Sjælland, og om vi ved hvorfor.',
    crumbs: [{ text: 'Takster' }],
    wide: true,
    marks: rows.some(({ example }) => example) ? ['eksempeldata'] : [],
    ...(listAddress(listing) === '/takster' ? {} : { robots: 'noindex' as const }),
    body: (
      <>
        <Narrow {...looked} path="/takster" />
        <TariffTabs listing={listing} at="/takster" />
        <CountLine counts={counts} listing={listing} />
        {rows.length === 0 ? (
          <Empty title="Ingen takster passer" level={2} action={{ text: 'Se alle takster', href: '/takster' }}>
            <p>Vælg et andet år, eller fjern et filter.</p>
          </Empty>
        ) : (
          TariffTable(looked)
        )}
        <Pager
          page={listing.page}
          pages={Math.ceil(counts.tariffs / TARIFF_PAGE)}
          href={(page) => listAddress({ ...listing, page })}
          label="Sider med takster"
        />
        <Files listing={listing} count={counts.tariffs} />
        <Comparing />
        <p>
          <a href="/takster/regler">Nøgletal, regler for afregning og hvad der vises af en beregning</a>
        </p>
      </>
    ),
  }
}

const Files = ({ listing, count }: { listing: Listing; count: number }) => {
  const file = (ending: string) => listAddress({ ...listing, page: 1 }, `/takster/liste.${ending}`)
  return count === 0 ? null : (
    <p>
      Hent det, der er vist, med alle sider: <a href={file('xlsx')}>Excel</a>, <a href={file('csv')}>CSV</a> eller{' '}
      <a href={file('json')}>JSON</a>.
    </p>
  )
}

const sortingOf = (listing: Listing): Sorting => ({
  by: listing.sort,
  direction: listing.down ? 'descending' : 'ascending',
  href: (by, direction) => listAddress({ ...listing, sort: by as TariffSort, down: direction === 'descending', page: 1 }),
})

const NONE = html`<span class="quiet nothing">–</span>`
const EXAMPLE = html` <span class="label label-warning">Eksempel</span>`
const NO_BASIS = html`<span class="label">Kun pris</span>`
const HAS_BASIS = html`<span class="label label-success">Beregnet</span>`

/** The cell that names a tariff and leads to it. */
export const NameCell = (row: ListedTariff) =>
  html`<a href="/takster/${row.id}">${placeText(row)}</a>${serviceText(row) ? html`<span class="tariffs-service">${serviceText(row)}</span>` : ''}${row.addOn ? html` <span class="label label-info">Tillæg</span>` : ''}${row.example ? EXAMPLE : ''}`

const columns = (codes: ReadonlyMap<string, string>): Column<ListedTariff>[] => [
  { head: 'Tilbud og ydelse', rowHead: true, sort: 'offer', cell: NameCell },
  {
    head: 'Takst',
    numeric: true,
    sort: 'amount',
    cell: ({ amountOre, per }) =>
      html`<strong>${kronerText(amountOre)}</strong> <span class="quiet">pr. ${priceUnits[per]}</span>`,
  },
  {
    head: 'Heraf midlertidig',
    numeric: true,
    cell: ({ temporaryOre }) => (temporaryOre === undefined ? NONE : temporaryText(temporaryOre)),
  },
  {
    head: 'Året før',
    numeric: true,
    sort: 'before',
    cell: ({ beforeOre }) => (beforeOre === undefined ? NONE : kronerText(beforeOre)),
  },
  { head: 'Ændring', numeric: true, sort: 'change', cell: ({ change }) => changeText(change) ?? NONE },
  {
    head: 'Uden moms (privat)',
    numeric: true,
    sort: 'net',
    cell: ({ netOre }) => (netOre === undefined ? NONE : kronerText(netOre)),
  },
  { head: tariffSorts.year.text, numeric: true, sort: 'year', cell: ({ year }) => yearText(year) },
  {
    head: 'Driftsherre',
    sort: 'operator',
    cell: ({ operatorName, ownership }) =>
      html`${operatorName || 'ikke oplyst'}${ownership ? html` <span class="quiet">(${ownerships[ownership].toLowerCase()})</span>` : ''}`,
  },
  {
    head: 'Retsgrundlag',
    cell: ({ bases }) => (bases.length === 0 ? NONE : bases.map((key) => codes.get(key) ?? key).join('; ')),
  },
  { head: 'Målgruppe', cell: ({ groups }) => (groups.length === 0 ? NONE : groups.join(', ')) },
  { head: 'Pladser', numeric: true, sort: 'places', cell: seenPlacesText },
  { head: 'Belægning', numeric: true, cell: seenShareText },
  { head: 'Dage', numeric: true, cell: ({ days }) => daysText(days) },
  { head: 'Gælder', cell: validText },
  { head: 'Version', numeric: true, cell: ({ version }) => String(version) },
  {
    head: 'Beregning og kilde',
    cell: (row) =>
      html`${row.basis === 'calculated' ? HAS_BASIS : NO_BASIS} <span class="quiet">${row.source}, pr. ${asOfText(row)}</span>`,
  },
]

const TariffTable = ({ listing, rows, codes }: Looked) =>
  html`<div class="tariffs-table tariffs-list">${Table({ caption: 'Takster', captionHidden: true, columns: columns(codes), rows, sorting: sortingOf(listing), wide: true, stacks: true, compact: true })}<p class="tariffs-rest">Her vises det vigtigste. Tryk på en takst for at se resten: pladser, belægning, dage, året før, retsgrundlag og periode.</p></div>`
