import type { Child } from 'hono/jsx'
import { Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Lack } from '../line.ts'
import { gapTexts, type PlanGap } from '../plan-gaps.ts'
import type { Missing } from '../reading.ts'

/** What the secretariat follows up: per party, and in the plan itself. */
export const MissingPage = ({ parties, gaps }: { parties: Missing[]; gaps: PlanGap[] }): Page => ({
  title: 'Det mangler',
  crumbs: [{ text: 'Kontoret', href: '/kontor' }, { text: 'Det mangler' }],
  lead: leadOf(parties),
  marks: parties.some(({ example }) => example) ? ['eksempeldata'] : undefined,
  body: (
    <>
      <Table
        caption="Hos parterne"
        rows={parties}
        columns={[
          { head: 'Part', rowHead: true, cell: ({ party }) => <a href={`/plan/parter/${party.slug}`}>{party.name}</a> },
          { head: 'Ikke meldt', cell: (row) => keysOf(row, 'never') },
          { head: 'Bør bekræftes', cell: (row) => keysOf(row, 'stale') },
          { head: 'Ikke godkendt', cell: (row) => keysOf(row, 'unapproved', 'waiting') },
        ]}
      />
      <Table
        caption="I planen"
        rows={gaps}
        empty="Alle initiativer har en ansvarlig og datoer."
        columns={[
          { head: 'Initiativ', rowHead: true, cell: ({ item }) => <a href={item.href}>{item.title}</a> },
          { head: 'Mangler', cell: ({ missing }) => missing.map((what) => gapTexts[what]).join(', ') },
        ]}
      />
    </>
  ),
})

function leadOf(parties: readonly Missing[]): string {
  const silent = parties.filter(({ lacks }) => lacks.some(({ kind }) => kind === 'never')).length
  return `${silent} af ${parties.length} parter har områder, de ikke har meldt. Herunder står også det, der er over tid eller ikke er godkendt.`
}

const keysOf = ({ party, lacks }: Missing, ...kinds: Lack['kind'][]): Child => {
  const these = lacks.filter(({ kind }) => kinds.includes(kind))
  return these.length === 0
    ? 'Intet'
    : these.map(({ area }, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/plan/parter/${party.slug}#${area.key}`}>{area.key}</a>
        </>
      ))
}
