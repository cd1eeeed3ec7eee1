import { Table, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { ownerships } from '../../offers/index.ts'
import { isClosed } from '../case.ts'
import type { RisenRow } from '../found.ts'
import { baselineKeys, baselines, type Increase } from '../increase.ts'
import type { Rise } from '../reading.ts'
import { partText, percentText, priceText } from '../words.ts'

/** What has risen, from what to what, by every way to measure, and what is done about it. */
export const RiseTable = ({ rises }: { rises: Rise[] }) => (
  <Table<Rise>
    caption="Stigninger over grænsen"
    captionHidden
    rows={rises}
    columns={[
      {
        head: 'Takst',
        rowHead: true,
        cell: ({ judged: { row } }) => <TariffName row={row} />,
      },
      {
        head: 'Driftsherre',
        cell: ({ judged: { row } }) => (
          <>
            {row.operatorName || 'Ikke oplyst'}
            <br />
            <span class="quiet">{row.ownership ? ownerships[row.ownership] : 'Ejerform ikke oplyst'}</span>
          </>
        ),
      },
      { head: 'Gælder fra', cell: ({ judged }) => dayText(judged.row.validFrom) },
      { head: 'Før og nu', cell: ({ judged }) => <FromTo judged={judged} /> },
      { head: 'Stigning', cell: ({ judged }) => <Measures judged={judged} /> },
      { head: 'Indberetning', cell: ({ found }) => <CaseState found={found} /> },
    ]}
  />
)

export const TariffName = ({ row }: { row: RisenRow }) => (
  <>
    <a href={`/takster/${row.id}`}>{row.offerName}</a>
    <br />
    <span class="quiet">{partText(row)}</span>
  </>
)

export const FromTo = ({ judged: { row, decides } }: Pick<Rise, 'judged'>) => {
  if ('unknown' in decides) return <>Ikke oplyst</>
  return (
    <>
      {priceText(decides.from, row.per)}
      <br />
      {priceText(decides.to, row.per)}
    </>
  )
}

export const measureText = (increase: Increase, limit: Parameters<typeof percentText>[1]): string =>
  'unknown' in increase ? increase.unknown : percentText(increase.percent, limit)

/** All three ways to measure; the one that decides comes first, with its limit. */
const Measures = ({ judged: { increases, decides, rules } }: Pick<Rise, 'judged'>) => (
  <>
    <strong>{measureText(decides, rules.limit?.percent)}</strong> {rules.baseline && `mod ${baselines[rules.baseline]}`}
    {rules.limit && (
      <>
        <br />
        <span class="quiet">
          Grænse {percentText(rules.limit.percent)}
          {rules.limit.confirmed ? '' : ', ikke bekræftet'}. Kilde: {rules.limit.source}
        </span>
      </>
    )}
    {baselineKeys
      .filter((key) => key !== rules.baseline)
      .map((key) => (
        <>
          <br />
          <span class="quiet">
            Mod {baselines[key]}: {measureText(increases[key], undefined)}
          </span>
        </>
      ))}
  </>
)

export const CaseState = ({ found }: Pick<Rise, 'found'>) => {
  if (!found) return <Tag>ikke begyndt</Tag>
  return <Tag kind={isClosed(found) ? 'success' : 'info'}>{isClosed(found) ? 'afsluttet' : 'i gang'}</Tag>
}
