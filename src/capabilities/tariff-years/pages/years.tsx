import { html } from 'hono/html'
import { Alert, type Column, Empty, type Page, Pager, Table } from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import { changeText, placeText } from '../figures.ts'
import { listAddress, TARIFF_PAGE } from '../listing.ts'
import type { Looked } from '../reading.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'
import { NameCell, TariffTabs } from './list.tsx'
import { CountLine, Narrow } from './narrow.tsx'

export type YearsLooked = Looked & { years: number[]; byYear: ReadonlyMap<number, ReadonlyMap<number, ListedTariff>> }

/** The same tariffs side by side, year by year. */
export function YearsPage({ years, byYear, ...looked }: YearsLooked): Page {
  const { listing, rows, counts } = looked
  const columns: Column<ListedTariff>[] = [
    { head: 'Tilbud og ydelse', rowHead: true, cell: (row) => [NameCell(row), otherYear(row, years, byYear)] },
    { head: 'Pr.', cell: ({ per }) => priceUnits[per] },
    ...years.map(
      (year): Column<ListedTariff> => ({ head: String(year), numeric: true, cell: (row) => yearCell(row, year, byYear) }),
    ),
  ]
  return {
    title: 'Takster år for år',
    lead: 'De samme takster side om side. Et tomt felt betyder, at taksten ikke er oplyst for det år, ikke at den er 0.',
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'År for år' }],
    wide: true,
    marks: rows.some(({ example }) => example) ? ['eksempeldata'] : [],
    ...(listAddress(listing) === '/takster' ? {} : { robots: 'noindex' as const }),
    body: (
      <>
        <Narrow {...looked} path="/takster/aar" />
        <TariffTabs listing={listing} at="/takster/aar" />
        <CountLine counts={counts} listing={listing} />
        {rows.length === 0 || years.length === 0 ? (
          <Empty title="Ingen takster med årstal passer" action={{ text: 'Se alle takster', href: '/takster' }} />
        ) : (
          <Table caption="Takster år for år" captionHidden columns={columns} rows={rows} wide stacks compact />
        )}
        <Pager
          page={listing.page}
          pages={Math.ceil(counts.tariffs / TARIFF_PAGE)}
          href={(page) => listAddress({ ...listing, page }, '/takster/aar')}
          label="Sider med takster"
        />
        {years.length > 0 && (
          <p>
            Hent som{' '}
            {(['xlsx', 'csv', 'json'] as const).map((ending, at) => (
              <>
                {['', ', ', ' eller '][at]}
                <a href={listAddress({ ...listing, page: 1 }, `/takster/aar.${ending}`)}>{names[ending]}</a>
              </>
            ))}
            .
          </p>
        )}
        <Alert kind="info">
          Procenten er ændringen fra året før efter takstens slægtskab: er den omdøbt, delt eller samlet, sammenlignes med det,
          den kom fra.
        </Alert>
      </>
    ),
  }
}

const names = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' }

/** What a tariff costs that is known in none of the years shown. */
const otherYear = (row: ListedTariff, years: readonly number[], byYear: YearsLooked['byYear']) =>
  years.some((year) => byYear.get(row.tariffId)?.has(year))
    ? ''
    : html`<span class="tariffs-service">${row.year ?? 'År ikke oplyst'}: ${kronerText(row.amountOre)}</span>`

const yearCell = (row: ListedTariff, year: number, byYear: YearsLooked['byYear']) => {
  const version = byYear.get(row.tariffId)?.get(year)
  if (!version)
    return html`<span class="quiet nothing"><span class="sr-only">ikke oplyst</span><span aria-hidden="true">–</span></span>`
  const change = changeText(version.change)
  return html`<a href="/takster/${version.id}">${kronerText(version.amountOre)}</a>${change ? html`<span class="tariffs-change">${change}</span>` : ''}${version.tariffId === row.tariffId ? '' : html`<span class="tariffs-change">hed ${serviceText(version) || placeText(version)}</span>`}`
}
