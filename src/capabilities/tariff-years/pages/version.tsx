import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, type Column, LinkButton, type Page, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { type Day, instantText } from '../../../platform/values/day.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { ownerships, priceUnits } from '../../offers/index.ts'
import {
  amountText,
  asOfText,
  changeText,
  daysText,
  placeText,
  seenPlacesText,
  seenShareText,
  shareText,
  temporaryText,
  validText,
  yearText,
} from '../figures.ts'
import { type ListedTariff, serviceText, tariffBases } from '../tariff.ts'
import { beforeText, Lineage, type RelatedTariff } from './related.tsx'

export type VersionLooked = {
  version: ListedTariff
  versions: ListedTariff[]
  before: ListedTariff[]
  lineage: RelatedTariff[]
  codes: ReadonlyMap<string, string>
}

/** One version at its own address, for ever. */
export function VersionPage({ version, versions, before, lineage, codes }: VersionLooked, ask: Ask): Page {
  const service = serviceText(version)
  const later = version.current ? undefined : versions.find(({ correctsId }) => correctsId === version.id)
  return {
    title: `${placeText(version)}${service ? `: ${service}` : ''}`,
    lead: leadOf(version),
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: `Takst ${version.id}` }],
    marks: version.example ? ['eksempeldata'] : [],
    body: (
      <>
        {later && (
          <Alert kind="warning" title="Taksten er rettet siden">
            Den gældende version er <a href={`/takster/${later.id}`}>{amountText(later)}</a>. Grund: {later.reason}
          </Alert>
        )}
        {version.withdrawn && <Alert kind="warning">Taksten er trukket tilbage. {version.reason}</Alert>}
        <Basis version={version} />
        <SummaryList items={facts(version, before, codes)} />
        <h2>Alle versioner</h2>
        <Table
          caption="Alle versioner af taksten"
          captionHidden
          columns={versionColumns(version.id, ask.today)}
          rows={versions}
        />
        <Lineage of={version} lineage={lineage} />
        <p class="source">
          Kilde: {version.sourceUrl ? <a href={version.sourceUrl}>{version.source}</a> : version.source}, pr. {asOfText(version)}.
          Lagt ind {instantText(version.publishedAt)} af {version.actorName}.
        </p>
        <p>
          <a href={`/tilbud/${version.offerId}`}>Se tilbuddet</a> · <a href={`/takster/${version.id}/data.json`}>Hent som JSON</a>
        </p>
        {version.current && ask.may('tariffs.publish') && (
          <ButtonRow>
            <LinkButton href={`/takster/${version.id}/ret`}>Ret taksten</LinkButton>
            <LinkButton href={`/takster/${version.id}/slaegtskab`}>Fortæl slægtskab</LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  }
}

const leadOf = ({ year, change, ...version }: ListedTariff): string => {
  const moved = changeText(change)
  return `${amountText(version)}${year ? ` i ${year}` : ''}${moved ? `, ${moved} fra året før` : ''}`
}

const orNone = (text: string) => text || 'ikke oplyst'

const facts = (version: ListedTariff, before: readonly ListedTariff[], codes: ReadonlyMap<string, string>) => [
  { term: 'Takst', value: <strong>{amountText(version)}</strong> },
  ...(version.temporaryOre === undefined
    ? []
    : [{ term: 'Heraf midlertidig regulering', value: temporaryText(version.temporaryOre) }]),
  ...(version.netOre === undefined ? [] : [{ term: 'Uden indirekte moms', value: netText(version) }]),
  { term: 'Året før', value: beforeText(version, before) },
  { term: 'Gælder', value: validText(version) },
  { term: 'År', value: yearText(version.year) },
  { term: 'Driftsherre', value: orNone(version.operatorName) },
  { term: 'Ejerform', value: version.ownership ? ownerships[version.ownership] : 'ikke oplyst' },
  { term: 'Kommune', value: version.municipality ?? 'ikke oplyst' },
  { term: 'Retsgrundlag', value: orNone(version.bases.map((key) => codes.get(key) ?? key).join('; ')) },
  { term: 'Målgruppe', value: orNone(version.groups.join(', ')) },
  { term: 'Pladser', value: seenPlacesText(version) },
  { term: 'Belægning i taksten', value: seenShareText(version) },
  { term: 'Dage om året', value: daysText(version.days) },
  { term: 'Version', value: `${version.version}${version.reason ? `. Rettet: ${version.reason}` : ''}` },
  ...(version.visibility === 'price' ? [{ term: 'Vises', value: <PriceOnly operatorId={version.operatorId} /> }] : []),
  ...(version.note ? [{ term: 'Bemærkning', value: version.note }] : []),
]

const PriceOnly = ({ operatorId }: Pick<ListedTariff, 'operatorId'>) => (
  <>
    Kun prisen.{' '}
    <a href={operatorId === undefined ? '/takster/synlighed' : `/takster/synlighed?driftsherre=${operatorId}`}>
      Hvad alle kan se, og hvem der bestemmer det
    </a>
  </>
)

const netText = ({ netOre = 0, netTold, vatShare }: ListedTariff): string =>
  netTold || vatShare === undefined
    ? `${kronerText(netOre)}, oplyst af driftsherren`
    : `${kronerText(netOre)}, regnet med ${shareText(vatShare)} indirekte moms`

const Basis = ({ version }: { version: ListedTariff }) =>
  version.basis === 'not_received' ? (
    <p>
      {tariffBases.not_received}. Vi kender kun prisen, fra {version.source}, pr. {asOfText(version)}.
    </p>
  ) : (
    <p>
      <LinkButton look="primary" href={`/takster/beregning/${version.calculationId}`}>
        Se, hvordan taksten er regnet ud
      </LinkButton>
    </p>
  )

const versionColumns = (id: number, today: Day): Column<ListedTariff>[] => [
  {
    head: 'Gælder',
    rowHead: true,
    cell: (row) => (row.id === id ? <strong>{validText(row)}</strong> : <a href={`/takster/${row.id}`}>{validText(row)}</a>),
  },
  { head: 'Takst', numeric: true, cell: ({ amountOre, per }) => `${kronerText(amountOre)} pr. ${priceUnits[per]}` },
  { head: 'Ændring fra året før', numeric: true, cell: ({ change }) => changeText(change) ?? '–' },
  { head: 'Version', numeric: true, cell: ({ version }) => String(version) },
  {
    head: 'Status',
    cell: (row) =>
      row.withdrawn ? (
        <Tag kind="warning">Trukket tilbage</Tag>
      ) : row.current ? (
        <Standing {...row} today={today} />
      ) : (
        <Tag>Rettet siden</Tag>
      ),
  },
]

/** Of a version that nothing corrects: whether its period is now. */
const Standing = ({ validFrom, validUntil, today }: Pick<ListedTariff, 'validFrom' | 'validUntil'> & { today: Day }) => {
  if (validFrom === undefined) return <Tag>Perioden er ikke oplyst</Tag>
  if (validFrom > today) return <Tag kind="info">Begynder senere</Tag>
  if (validUntil !== undefined && validUntil <= today) return <Tag>Udløbet</Tag>
  return <Tag kind="success">Gælder i dag</Tag>
}
