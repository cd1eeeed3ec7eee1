import { html } from 'hono/html'
import type { Ask } from '../../../platform/action.ts'
import { Alert, type Column, Empty, type Page, Table } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import { type Grouped, NO_GROUP } from '../grouping.ts'
import { type Listing, listAddress } from '../listing.ts'
import type { Choices } from '../reading.ts'
import type { Counts } from '../store/list.ts'
import { Comparing, TariffTabs } from './list.tsx'
import { CountLine, Narrow } from './narrow.tsx'

export type GroupsLooked = {
  listing: Listing
  counts: Counts
  choices: Choices
  codes: ReadonlyMap<string, string>
  groups: Grouped[]
  fewest: number
}

const NOTHING = html`<span class="nothing"></span>`
const tooFew = (fewest: number) => html`<span class="quiet">færre end ${fewest}</span>`

const spreadColumns = (fewest: number): Column<Pick<Grouped, 'count' | 'spread'>>[] => [
  { head: 'Antal', numeric: true, cell: ({ count, spread }) => (spread ? numberText(count) : tooFew(fewest)) },
  { head: 'Laveste', numeric: true, cell: ({ spread }) => (spread ? kronerText(spread.least) : NOTHING) },
  { head: 'Nedre kvartil', numeric: true, cell: ({ spread }) => (spread ? kronerText(spread.lower) : NOTHING) },
  {
    head: 'Median',
    numeric: true,
    cell: ({ spread }) => (spread ? html`<strong>${kronerText(spread.median)}</strong>` : NOTHING),
  },
  { head: 'Øvre kvartil', numeric: true, cell: ({ spread }) => (spread ? kronerText(spread.upper) : NOTHING) },
  { head: 'Højeste', numeric: true, cell: ({ spread }) => (spread ? kronerText(spread.most) : NOTHING) },
]

/** How comparable prices lie, target group by target group. */
export function GroupsPage(looked: GroupsLooked, { today }: Ask): Page {
  const { listing, groups, fewest, counts } = looked
  return {
    title: 'Takster efter målgruppe',
    lead: 'Median og kvartiler af sammenlignelige priser: private uden moms, tillægsydelser ikke med.',
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Målgrupper' }],
    wide: true,
    marks: counts.examples > 0 ? ['eksempeldata'] : [],
    ...(listAddress(listing) === '/takster' ? {} : { robots: 'noindex' as const }),
    body: (
      <>
        <Narrow {...looked} path="/takster/maalgrupper" />
        <TariffTabs listing={listing} at="/takster/maalgrupper" />
        <CountLine counts={counts} listing={listing} />
        <MixedYears listing={listing} />
        {groups.length === 0 ? (
          <Empty title="Ingen takster passer" action={{ text: 'Se alle målgrupper', href: '/takster/maalgrupper' }} />
        ) : (
          <Table
            caption="Sammenlignelige priser efter målgruppe"
            captionHidden
            columns={[
              { head: 'Målgruppe', rowHead: true, cell: (row) => groupCell(row, listing) },
              { head: 'Pr.', cell: ({ per }) => priceUnits[per] },
              ...spreadColumns(fewest),
            ]}
            rows={groups}
          />
        )}
        <p class="quiet">
          En takst med flere målgrupper tæller med i hver af dem. Grupper med færre end {fewest} takster vises ikke, så ingen
          enkelt driftsherre kan regnes ud. Median: halvdelen er billigere. Kvartiler: en fjerdedel er billigere end den nedre og
          dyrere end den øvre. {reckonedText(today)}
        </p>
        <Comparing />
      </>
    ),
  }
}

/** Whence a figure over many tariffs, and of which day. */
export const reckonedText = (today: Day): string =>
  `Regnet ${dayText(today)} af de offentliggjorte takster; hver takst har sin egen kilde.`

const groupCell = ({ group }: Grouped, listing: Listing) =>
  group === NO_GROUP ? group : html`<a href="${listAddress({ ...listing, group, page: 1 })}">${group}</a>`

export const MixedYears = ({ listing }: { listing: Listing }) =>
  listing.year === 'newest' ? (
    <Alert kind="warning">
      Priserne er fra forskellige år, fordi der ikke er valgt et år. Vælg et år for at sammenligne på lige fod.
    </Alert>
  ) : null

export { spreadColumns }
