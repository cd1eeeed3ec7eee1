import type { Ask } from '../../../platform/action.ts'
import { Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item } from '../../plan/index.ts'
import { sourceText } from '../../plan/index.ts'
import type { Reading } from '../reading.ts'
import { homeOf } from '../timeline.ts'
import { threeFacts } from './area-row.tsx'
import { planPage } from './frame.tsx'
import { standingText } from './standing.tsx'
import type { Overview } from './tree.tsx'

/** The action areas in one table. */
export function AreasPage({ reading, standings }: Overview, ask: Ask): Page {
  const [start, programme, shown] = [0, 1, 2].map((at) => (area: Item) => threeFacts(area, reading)[at]?.text ?? '')
  return planPage(reading, ask, {
    title: 'Indsatsområder',
    lead: 'Det, parterne har aftalt at gøre på samme måde.',
    crumbs: [{ text: 'Indsatsområder' }],
    marks: [...standings.values()].some(({ example }) => example) ? ['eksempeldata'] : [],
    wide: true,
    body: Table({
      caption: 'Alle indsatsområder',
      captionHidden: true,
      rows: reading.plan.areas,
      empty: 'Ingen indsatsområder var kendt endnu den dag.',
      columns: [
        { head: 'Indsatsområde', rowHead: true, cell: (area) => <a href={reading.keep(area.href)}>{area.title}</a> },
        { head: 'Nøgle', cell: ({ key }) => key },
        { head: 'Princip', cell: ({ parent }) => parent?.title ?? '' },
        { head: 'Planlagt start', cell: (area) => start?.(area) ?? '' },
        { head: 'Program', cell: (area) => programme?.(area) ?? '' },
        { head: 'Vist i gang nov. 2025', cell: (area) => shown?.(area) ?? '' },
        {
          head: 'Status',
          cell: ({ id }) => {
            const standing = standings.get(id)
            return standing ? standingText(standing) : ''
          },
        },
      ],
    }),
  })
}

/** Every initiative: where it belongs, when, and who answers for it. */
export function InitiativesPage(reading: Reading, ask: Ask): Page {
  const { plan, names } = reading
  return planPage(reading, ask, {
    title: 'Initiativer',
    lead: 'Det arbejde, der fører planen ud i livet.',
    crumbs: [{ text: 'Initiativer' }],
    wide: true,
    body: Table({
      caption: 'Alle initiativer',
      captionHidden: true,
      rows: plan.of('initiative'),
      empty: 'Ingen initiativer var kendt endnu den dag.',
      columns: [
        {
          head: 'Initiativ',
          rowHead: true,
          cell: (item) => (
            <>
              <a href={reading.keep(item.href)}>{item.title}</a> <span class="plan-key">{item.key}</span>
            </>
          ),
        },
        { head: 'Hører til', cell: (item) => <Home item={item} reading={reading} /> },
        { head: 'Planlagt', cell: (item) => item.period('planned')?.text ?? 'Fremgår ikke af kilderne' },
        {
          head: 'Ansvarlig',
          cell: (item) =>
            item
              .texts('responsible')
              .map((key) => names.get(key) ?? key)
              .join(', ') || 'Fremgår ikke af kilderne',
        },
        { head: 'Faser', numeric: true, cell: (item) => item.parts('phase').length },
        {
          head: 'Kilde',
          cell: (item) => <span class="quiet">{sourceText(item.said('title')?.sources ?? [], reading.sources)}</span>,
        },
      ],
    }),
  })
}

const Home = ({ item, reading }: { item: Item; reading: Reading }) => {
  const home = homeOf(item)
  return home ? <a href={reading.keep(home.href)}>{home.title}</a> : null
}
