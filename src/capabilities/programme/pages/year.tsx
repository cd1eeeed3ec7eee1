import type { Ask } from '../../../platform/action.ts'
import { Empty, Table, Tabs } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item, Note } from '../../plan/index.ts'
import { overlap } from '../../plan/index.ts'
import { NOT_YET, notesAmong, type Reading } from '../reading.ts'
import { type Quarter, quartersOf } from '../timeline.ts'
import { threeFacts } from './area-row.tsx'
import { OtherFacts } from './facts.tsx'
import { Key, Links, planPage, Section } from './frame.tsx'
import { Notes } from './source.tsx'
import { reportedText } from './standing.tsx'
import type { Overview } from './tree.tsx'

type YearView = Overview & { year: number }

/** The board of a programme year: its numbers, its quarters, and what has moved into it or out of it. */
export function YearPage({ reading, standings, year }: YearView, ask: Ask): Page {
  const { plan } = reading
  const areas = plan.areas.filter((area) => area.number('programmeYear') === year)
  const passage = passageOf(reading, year)
  return planPage(reading, ask, {
    title: `Programmet ${year}`,
    lead: passage?.text('summary'),
    crumbs: [{ text: `Programmet ${year}` }],
    wide: true,
    marks: areas.some(({ id }) => standings.get(id)?.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <Years reading={reading} year={year} />
        {areas.length === 0 ? (
          <NotYet reading={reading} />
        ) : (
          <Board areas={areas} year={year} reading={reading} standings={standings} />
        )}
        <Moved year={year} reading={reading} />
        <Notes notes={notesFor(areas, passage, reading)} reading={reading} />
        {passage && (
          <Section id="om" title="Om programmet">
            <OtherFacts item={passage} reading={reading} but={['title']} />
          </Section>
        )}
      </>
    ),
  })
}

const NotYet = ({ reading }: { reading: Reading }) => (
  <Empty title={NOT_YET}>
    <p>{reading.later ? 'Programmet blev først kendt senere.' : 'Ingen indsatsområder står i programmet for det år.'}</p>
  </Empty>
)

const passageOf = ({ plan }: Reading, year: number): Item | undefined =>
  plan
    .of('passage')
    .find(
      (item) =>
        item.parent?.kind === 'strategy' && item.period('planned')?.from === `${year}-01-01` && item.slug.includes('program'),
    )

const Years = ({ reading, year }: { reading: Reading; year: number }) => {
  const years = [...new Set(reading.plan.areas.flatMap((area) => area.number('programmeYear') ?? []))].sort()
  return (
    <Tabs
      label="År"
      items={years.map((one) => ({ text: `${one}`, href: reading.keep(`/plan/aar/${one}`), current: one === year }))}
    />
  )
}

type Slot = { number: number; area: Item; again: number | undefined }

/** One row for each number in the programme; an area with two numbers stands at both. */
const slotsOf = (areas: readonly Item[]): Slot[] =>
  areas
    .flatMap((area) => {
      const numbers = area.all('programmeNumber').flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
      const first = Math.min(...numbers)
      return numbers.map((number) => ({ number, area, again: number === first ? undefined : first }))
    })
    .sort((a, b) => a.number - b.number)

const Board = ({ areas, year, reading, standings }: Overview & { areas: readonly Item[]; year: number }) => {
  const quarters = quartersOf({ from: `${year}-01-01`, until: `${year + 1}-01-01` })
  const [start, , shown] = [0, 1, 2].map((at) => (area: Item) => threeFacts(area, reading)[at]?.text ?? '')
  return Table({
    caption: `Indsatsområderne i ${year}, efter nummer i programmet`,
    rows: slotsOf(areas),
    columns: [
      {
        head: 'Indsatsområde',
        rowHead: true,
        cell: ({ number, area, again }) => (
          <div class="plan-slot">
            <span class="plan-number">{number}</span>
            <div>
              <a href={reading.keep(area.href)}>{area.title}</a> <Key item={area} />
              <span class="plan-remark-plain">
                {again === undefined ? area.parent?.title : `Samme tekst som nummer ${again}`}
              </span>
            </div>
          </div>
        ),
      },
      ...quarters.map((quarter) => ({
        head: `${quarter.quarter}. kvartal`,
        cell: ({ area, again }: Slot) =>
          again === undefined ? <InQuarter area={area} quarter={quarter} reading={reading} /> : '',
      })),
      { head: 'Planlagt start', cell: ({ area }) => start?.(area) ?? '' },
      { head: 'Vist i gang nov. 2025', cell: ({ area }) => shown?.(area) ?? '' },
      { head: 'Status', cell: ({ area }) => reportedText(standings.get(area.id)) },
    ],
  })
}

/** Is the area planned in the quarter, and what of its initiatives falls in it? */
const InQuarter = ({ area, quarter, reading }: { area: Item; quarter: Quarter; reading: Reading }) => {
  const planned = area.period('planned')
  const parts = [...area.parts('initiative'), ...area.from('carries')]
    .filter((item, at, all) => all.indexOf(item) === at)
    .flatMap((initiative) => initiative.children)
    .filter((item) => dayOf(item) !== undefined && within(dayOf(item), quarter))
  return (
    <div class={planned && overlap(planned, quarter) ? 'plan-on' : 'plan-off'}>
      {planned && overlap(planned, quarter) && <span class="plan-on-word">Planlagt</span>}
      {parts.map((item) => (
        <a href={reading.keep(item.href)}>{item.title}</a>
      ))}
    </div>
  )
}

const dayOf = (item: Item): string | undefined => item.text('done') ?? item.period('actual')?.from ?? item.period('planned')?.from

const within = (day: string | undefined, { from, until }: Quarter): boolean => day !== undefined && day >= from && day < until

/** The year the fact »vist som igangværende i november 2025« speaks of. */
const SHOWN = 2025

/** Areas of a later programme that were shown as running already, and areas of the year's own that were not. */
const Moved = ({ year, reading }: { year: number; reading: Reading }) => {
  const { areas } = reading.plan
  const early = areas.filter(
    (area) =>
      area.flag('shownActive2025') &&
      area.number('programmeYear') !== SHOWN &&
      [SHOWN, area.number('programmeYear')].includes(year),
  )
  const silent = areas.filter(
    (area) => area.flag('shownActive2025') === false && area.number('programmeYear') === SHOWN && year === SHOWN,
  )
  return early.length + silent.length === 0 ? null : (
    <Section id="rykket" title="Det viste sig anderledes i november 2025">
      {early.length > 0 && <p>Rykket frem: hører til et senere program, men blev vist som arbejde i {SHOWN}.</p>}
      <Links items={early} reading={reading} />
      {silent.length > 0 && (
        <p>Står i programmet for {year}, men blev ikke nævnt. Det beviser ikke, at arbejdet er gået i stå.</p>
      )}
      <Links items={silent} reading={reading} />
    </Section>
  )
}

/** What the sources disagree about for the whole programme; a single area's own notes stand on its page. */
function notesFor(areas: readonly Item[], passage: Item | undefined, reading: Reading): Note[] {
  const { shared } = notesAmong(reading, areas)
  return reading.notes.filter((note) => (passage && note.items.includes(passage.key)) || shared.includes(note))
}
