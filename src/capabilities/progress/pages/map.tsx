import { asOfSentence, keepDay } from '../../../platform/as-of.ts'
import { Button, Empty, Form, Hidden, Select, Split, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, isDay } from '../../../platform/values/day.ts'
import { type Area, type Matrix, rowTally } from '../matrix.ts'
import { Marks, Sign } from './marks.tsx'
import { TileMap } from './tile-map.tsx'

type Asked = { query: { pr?: string | undefined; omraade?: string | undefined }; today: Day }

/** Where in the region an action area has come how far. */
export const MapPage = ({ matrix }: { matrix: Matrix }, ask: Asked): Page => {
  const at = Math.max(
    0,
    matrix.areas.findIndex(({ key }) => key === ask.query.omraade),
  )
  const area = matrix.areas[at]
  return {
    title: area ? `Kort: ${area.title}` : 'Kort',
    crumbs: [{ text: 'Planen', href: keepDay('/plan', ask) }, { text: 'Kort' }],
    lead: area ? leadOf(matrix, at) : undefined,
    asOf: asOfSentence(ask),
    marks: matrix.columns.some(({ standings }) => standings[at]?.example) ? ['eksempeldata'] : undefined,
    body: area ? <Picture matrix={matrix} at={at} area={area} ask={ask} /> : <NothingYet />,
  }
}

function leadOf(matrix: Matrix, at: number): string {
  const { reported, of } = rowTally(matrix, at)
  return `${reported} af ${of} har meldt. Kommunerne ligger omtrent som på landkortet; regionen står for sig.`
}

const NothingYet = () => (
  <Empty title="Ingen indsatsområder endnu">
    <p>De tretten indsatsområder blev kendt den 4. oktober 2024. Vælg en senere dag.</p>
  </Empty>
)

type Props = { matrix: Matrix; at: number; area: Area; ask: Asked }

const Picture = ({ matrix, at, area, ask }: Props) => (
  <>
    <Chooser matrix={matrix} area={area} ask={ask} />
    <Split>
      <figure class="map-figure">
        <TileMap
          title={`${area.key} ${area.title}: status hos de ${matrix.columns.length} parter`}
          parties={matrix.columns.map(({ party }) => party)}
          standingOf={(party) => matrix.columns.find((column) => column.party === party)?.standings[at]}
        />
      </figure>
      <PartyTable matrix={matrix} at={at} area={area} ask={ask} />
    </Split>
  </>
)

const Chooser = ({ matrix, area, ask }: Omit<Props, 'at'>) => (
  <Form action="/plan/kort" method="get" label="Vælg indsatsområde">
    {ask.query.pr && isDay(ask.query.pr) && <Hidden name="pr" value={ask.query.pr} />}
    <div class="map-chooser">
      <Select
        name="omraade"
        label="Indsatsområde"
        value={area.key}
        options={matrix.areas.map(({ key, title }) => ({ value: key, text: `${key} ${title}` }))}
      />
      <Button look="secondary">Vis på kortet</Button>
    </div>
  </Form>
)

const PartyTable = ({ matrix, at, area, ask }: Props) => (
  <Table
    caption={`${area.key} hos hver part`}
    compact
    rows={matrix.columns}
    columns={[
      {
        head: 'Part',
        rowHead: true,
        cell: ({ party }) => <a href={keepDay(`/plan/parter/${party.slug}/${area.key}`, ask)}>{party.name}</a>,
      },
      {
        head: 'Status',
        cell: ({ standings, before }) => (
          <div>
            <Sign state={standings[at]?.state} />
            <Marks standing={standings[at]} />
            {!standings[at]?.state && before?.standings[at]?.state && (
              <span class="quiet">
                {' '}
                {before.party.name}: <Sign state={before.standings[at]?.state} />
              </span>
            )}
          </div>
        ),
      },
    ]}
  />
)
