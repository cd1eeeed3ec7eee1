import type { Ask } from '../../../platform/action.ts'
import { Empty, type Page, Table } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { type PriceUnit, priceUnits } from '../../offers/index.ts'
import type { sidesOf } from '../grouping.ts'
import { listAddress } from '../listing.ts'
import type { Bin, Spread } from '../spread.ts'
import { type GroupsLooked, MixedYears, reckonedText, spreadColumns } from './groups.tsx'
import { Comparing, TariffTabs } from './list.tsx'
import { CountLine, Narrow } from './narrow.tsx'

export type SpreadLooked = Omit<GroupsLooked, 'groups'> & {
  per: PriceUnit
  units: { per: PriceUnit; count: number }[]
  bins: Bin[]
  spread: Spread | undefined
  sides: ReturnType<typeof sidesOf>
}

/** A picture of how the prices of one unit lie, with the same numbers in a table beside. */
export function SpreadPage(looked: SpreadLooked, { today }: Ask): Page {
  const { listing, counts, per, units, spread, bins, sides, fewest } = looked
  return {
    title: 'Fordeling af takster',
    lead: `Hvor mange takster ligger hvor? Sammenlignelige priser pr. ${priceUnits[per]}: private uden moms, tillægsydelser ikke med.`,
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Fordeling' }],
    wide: true,
    marks: counts.examples > 0 ? ['eksempeldata'] : [],
    ...(listAddress(listing) === '/takster' ? {} : { robots: 'noindex' as const }),
    body: (
      <>
        <Narrow {...looked} path="/takster/fordeling" />
        <TariffTabs listing={listing} at="/takster/fordeling" />
        <CountLine counts={counts} listing={listing} />
        {units.length > 1 && (
          <p>
            Takst pr.{' '}
            {units.map((unit, at) => (
              <>
                {at > 0 && ' · '}
                {unit.per === per ? (
                  <strong>{`${priceUnits[unit.per]} (${numberText(unit.count)})`}</strong>
                ) : (
                  <a href={listAddress({ ...listing, per: unit.per, page: 1 }, '/takster/fordeling')}>
                    {`${priceUnits[unit.per]} (${numberText(unit.count)})`}
                  </a>
                )}
              </>
            ))}
          </p>
        )}
        <MixedYears listing={listing} />
        {spread ? (
          <>
            <Picture bins={bins} spread={spread} per={per} />
            <div class="tariffs-two">
              <Table
                caption="Antal takster i hvert spænd"
                columns={[
                  { head: 'Fra og med', rowHead: true, cell: ({ from }) => kronerText(from) },
                  { head: 'Til', cell: ({ to }) => kronerText(to) },
                  { head: 'Antal', numeric: true, cell: ({ count }) => numberText(count) },
                ]}
                rows={bins}
                wide
                compact
              />
              <Table
                caption="Offentlige og private"
                columns={[{ head: 'Ejerform', rowHead: true, cell: ({ text }) => text }, ...spreadColumns(fewest)]}
                rows={sides}
                compact
              />
            </div>
          </>
        ) : (
          <Empty title={`Færre end ${fewest} takster passer`} action={{ text: 'Se alle takster', href: '/takster/fordeling' }}>
            <p>Så få takster viser ikke en fordeling, og den enkelte driftsherre kunne regnes ud.</p>
          </Empty>
        )}
        <p class="quiet">{reckonedText(today)}</p>
        <Comparing />
      </>
    ),
  }
}

const WIDE = 640
const HIGH = 300
const [LEFT, BOTTOM, TOP] = [40, 56, 24]

/** Bars for how many, a band for the middle half, a line at the median. */
const Picture = ({ bins, spread, per }: { bins: readonly Bin[]; spread: Spread; per: PriceUnit }) => {
  const from = bins[0]?.from ?? 0
  const to = bins.at(-1)?.to ?? 1
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const x = (ore: number) => Math.round(LEFT + ((ore - from) / (to - from)) * (WIDE - LEFT - 16))
  const y = (count: number) => Math.round(HIGH - BOTTOM - (count / most) * (HIGH - BOTTOM - TOP))
  const floor = y(0)
  const every = Math.ceil(bins.length / 6)
  return (
    <figure class="tariffs-figure">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} class="tariffs-picture" role="img" aria-labelledby="fordeling-titel fordeling-tekst">
        <title id="fordeling-titel">{`Takster pr. ${priceUnits[per]}`}</title>
        <desc id="fordeling-tekst">
          {`${numberText(spread.count)} takster fra ${kronerText(spread.least)} til ${kronerText(spread.most)}. Halvdelen ligger mellem ${kronerText(spread.lower)} og ${kronerText(spread.upper)}, medianen er ${kronerText(spread.median)}.`}
        </desc>
        <rect
          class="tariffs-middle"
          x={x(spread.lower)}
          y={TOP}
          width={Math.max(2, x(spread.upper) - x(spread.lower))}
          height={floor - TOP}
        />
        {bins.map((bin) => (
          <rect
            class="tariffs-bar"
            x={x(bin.from) + 1}
            y={y(bin.count)}
            width={Math.max(2, x(bin.to) - x(bin.from) - 2)}
            height={floor - y(bin.count)}
          />
        ))}
        <line class="tariffs-floor" x1={LEFT} x2={WIDE - 16} y1={floor} y2={floor} />
        <line class="tariffs-median" x1={x(spread.median)} x2={x(spread.median)} y1={TOP - 8} y2={floor} />
        {[0, most].map((count) => (
          <text class="tariffs-tick" x={LEFT - 8} y={y(count) + 5} text-anchor="end">
            {numberText(count)}
          </text>
        ))}
        {bins
          .filter((_, at) => at % every === 0)
          .map((bin) => (
            <text class="tariffs-tick" x={x(bin.from)} y={floor + 28} text-anchor="middle">
              {numberText(bin.from / 100)}
            </text>
          ))}
        <text class="tariffs-tick" x={(WIDE + LEFT) / 2} y={HIGH - 8} text-anchor="middle">
          {`kr. pr. ${priceUnits[per]}`}
        </text>
      </svg>
      <figcaption>
        <span>
          <span class="tariffs-key tariffs-key-median" /> Median {kronerText(spread.median)}
        </span>
        <span>
          <span class="tariffs-key tariffs-key-middle" /> Den midterste halvdel: {kronerText(spread.lower)} til{' '}
          {kronerText(spread.upper)}
        </span>
      </figcaption>
    </figure>
  )
}
