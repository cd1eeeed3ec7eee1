import { asOfSentence, keepDay, readingDay } from '../../../platform/as-of.ts'
import { Button, DayField, Empty, Form, Hidden, Tabs } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type Matrix, partyTally, stateCounts, withPrinciple } from '../matrix.ts'
import { stateText } from '../status.ts'
import { Legend } from './legend.tsx'
import { matrixTable } from './matrix-table.ts'

type Asked = { query: { pr?: string | undefined; princip?: string | undefined }; today: Day }

export const MatrixPage = ({ matrix: whole }: { matrix: Matrix }, ask: Asked): Page => {
  const matrix = withPrinciple(whole, ask.query.princip)
  return {
    title: 'Status for alle parter',
    wide: true,
    crumbs: [{ text: 'Planen', href: keepDay('/plan', ask) }, { text: 'Status' }],
    lead: leadOf(whole),
    asOf: asOfSentence(ask),
    marks: hasExamples(whole) ? ['eksempeldata'] : undefined,
    body: (
      <>
        <Filter matrix={whole} ask={ask} />
        {matrix.areas.length === 0 ? <NothingYet /> : <Picture matrix={matrix} ask={ask} />}
      </>
    ),
  }
}

function leadOf(matrix: Matrix): string {
  const { reported, of } = partyTally(matrix)
  const cells = matrix.areas.length * of
  const said = cells - (stateCounts(matrix).get('none') ?? 0)
  if (matrix.areas.length === 0) return 'Der var ingen indsatsområder at melde status på den dag.'
  if (reported === 0) return `0 af ${of} har meldt. Når en part melder status, kan alle se det her.`
  return `${reported} af ${of} har meldt. Ud for hvert indsatsområde står, hvor langt parten er; ${said} af ${cells} felter er udfyldt.`
}

const hasExamples = ({ columns }: Matrix): boolean => columns.some(({ standings }) => standings.some(({ example }) => example))

const Filter = ({ matrix, ask }: { matrix: Matrix; ask: Asked }) => {
  const principles = [...new Map(matrix.areas.map(({ principle }) => [principle.slug, principle])).values()]
  const chosen = principles.find(({ slug }) => slug === ask.query.princip)?.slug
  return (
    <div class="mx-tools">
      <Tabs
        label="Princip"
        items={[
          { text: 'Alle principper', href: keepDay('/plan/status', ask), current: chosen === undefined },
          ...principles.map(({ slug, title }) => ({
            text: title,
            href: keepDay(`/plan/status?princip=${slug}`, ask),
            current: slug === chosen,
          })),
        ]}
      />
      <AsOf chosen={chosen} ask={ask} />
    </div>
  )
}

const AsOf = ({ chosen, ask }: { chosen: string | undefined; ask: Asked }) => (
  <Form action="/plan/status" method="get" label="Vis status fra en anden dag">
    {chosen && <Hidden name="princip" value={chosen} />}
    <DayField name="pr" label="Som den så ud den" value={readingDay(ask)} max={ask.today} />
    <Button look="secondary">Vis</Button>
  </Form>
)

const NothingYet = () => (
  <Empty title="Ingen indsatsområder endnu">
    <p>De tretten indsatsområder blev kendt den 4. oktober 2024. Vælg en senere dag.</p>
  </Empty>
)

const Picture = ({ matrix, ask }: { matrix: Matrix; ask: Asked }) => (
  <>
    <Legend counts={stateCounts(matrix)} tellsStale />
    {tableOf(matrix, ask)}
  </>
)

function tableOf(matrix: Matrix, ask: Asked) {
  const { areas, columns } = matrix
  const parties = columns.map(({ party }) => `/plan/parter/${party.slug}`)
  const end = keepDay('', ask)
  return matrixTable({
    caption: 'Status for hvert indsatsområde hos hver part',
    sums: 'Har meldt',
    rows: areas.map(({ key, title, principle }) => ({
      key,
      title,
      href: keepDay(`/plan/indsatsomraader/${key}`, ask),
      group: principle.title,
    })),
    columns: columns.map(({ party }, at) => ({ name: party.name, short: party.short, href: `${parties[at]}${end}` })),
    hrefOf: (row, column) => `${parties[column]}/${areas[row]?.key}${end}`,
    cellOf: (row, column) => cellOf(matrix, row, column),
  })
}

function cellOf({ columns }: Matrix, row: number, column: number) {
  const { standings, before } = columns[column] ?? { standings: [] }
  const standing = standings[row]
  const old = before?.standings[row]?.state
  if (!standing?.state) return { state: undefined, beside: besideOf(before?.party.name, old) }
  return { state: standing.state, unapproved: !standing.approved, stale: standing.stale }
}

const besideOf = (name: string | undefined, state: Parameters<typeof stateText>[0]) =>
  name && state ? { state, text: `${name} meldte sidst »${stateText(state)}«` } : undefined
