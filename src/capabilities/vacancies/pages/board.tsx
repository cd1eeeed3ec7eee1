import { maySomewhere } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { Button, ButtonRow, Empty, Form, LinkButton, Pager, Select, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { freshnessOf, type Freshness as State } from '../../offers/index.ts'
import type { Limits } from '../freshness.ts'
import { freeText, type Line, shortNameOf } from '../line.ts'
import type { Choice, Sums } from '../store/board.ts'
import { Freshness } from './freshness.tsx'

export const BOARD_SIZE = 60

type Board = {
  lines: Line[]
  sums: Sums
  municipalities: Choice[]
  groups: Choice[]
  limits: Limits
  groupId: number | undefined
  municipalityCode: number | undefined
  page: number
}

const sections = [
  { state: 'fresh', title: 'Bekræftet for nylig' },
  { state: 'ageing', title: 'Ved at blive gamle' },
  { state: 'stale', title: 'Forældede: ring, før I regner med dem' },
] as const satisfies { state: State; title: string }[]

export const BoardPage = (board: Board, ask: Ask): Page => ({
  title: 'Ledige pladser',
  lead: 'Det, tilbuddene selv har meldt. De nyeste svar står øverst, og gamle svar synker til bunds.',
  marks: board.sums.example ? ['eksempeldata'] : [],
  body: (
    <>
      <Told sums={board.sums} limits={board.limits} />
      <Chooser board={board} />
      {maySomewhere(ask.actor, 'vacancies.confirm') && (
        <ButtonRow>
          <LinkButton href="/ledige/mine" look="primary">
            Bekræft eller ret jeres egne
          </LinkButton>
        </ButtonRow>
      )}
      {board.lines.length === 0 ? <Nothing board={board} /> : <Sections board={board} ask={ask} />}
      <p>
        <a href="/tilbud/kapacitet">Se pladser, belægning og ledige pladser lagt sammen</a>
      </p>
    </>
  ),
})

const places = (count: number) => (count === 1 ? '1 ledig plads' : `${numberText(count)} ledige pladser`)

const Told = ({ sums, limits }: { sums: Sums; limits: Limits }) => (
  <p class="vacancies-told">
    <strong>{places(sums.freshPlaces)}</strong> er bekræftet inden for {limits.freshDays} dage. {numberText(sums.told)} af{' '}
    {numberText(sums.lines)} pladslinjer har meldt{sums.nil > 0 && `, heraf ${numberText(sums.nil)} med 0 ledige`}.
  </p>
)

const options = (all: readonly Choice[]) =>
  all.map(({ id, label, count }) => ({ value: String(id), text: `${label} (${numberText(count)})` }))

const Chooser = ({ board: { municipalities, groups, groupId, municipalityCode } }: { board: Board }) => (
  <Form action="/ledige" method="get" label="Vælg målgruppe og kommune">
    <div class="vacancies-chooser">
      <Select name="maalgruppe" label="Målgruppe" value={groupId?.toString()} empty="Alle" options={options(groups)} />
      <Select
        name="kommune"
        label="Kommune"
        value={municipalityCode?.toString()}
        empty="Alle"
        options={options(municipalities)}
      />
      <Button look="secondary">Vis</Button>
    </div>
  </Form>
)

const Nothing = ({ board: { sums, groupId, municipalityCode } }: { board: Board }) => {
  const chosen = groupId !== undefined || municipalityCode !== undefined
  return (
    <Empty
      title={chosen ? 'Ingen ledige pladser her' : 'Ingen ledige pladser er meldt'}
      {...(chosen && { action: { text: 'Se alle ledige pladser', href: '/ledige' } })}
    >
      {sums.told} af {sums.lines} pladslinjer har meldt. Der kan være pladser, ingen har meldt: ring til tilbuddet.
    </Empty>
  )
}

const pageHref = ({ groupId, municipalityCode }: Board, page: number) => {
  const query = new URLSearchParams()
  if (groupId !== undefined) query.set('maalgruppe', String(groupId))
  if (municipalityCode !== undefined) query.set('kommune', String(municipalityCode))
  if (page > 1) query.set('side', String(page))
  return `/ledige${query.size > 0 ? `?${query}` : ''}`
}

const Sections = ({ board, ask: { today } }: { board: Board; ask: Ask }) => {
  const { sums, limits } = board
  const count = { fresh: sums.freshLines, ageing: sums.ageingLines, stale: sums.staleLines }
  const all = count.fresh + count.ageing + count.stale
  return (
    <>
      {sections.map(({ state, title }) => {
        const lines = board.lines.filter(
          ({ statement }) => statement && freshnessOf(statement.day, { day: today, ...limits }) === state,
        )
        if (lines.length === 0) return null
        return (
          <section class={`vacancies-${state}`}>
            <h2>
              {title} <span class="vacancies-count">({numberText(count[state])})</span>
            </h2>
            <FreeTable title={title} lines={lines} today={today} limits={limits} />
          </section>
        )
      })}
      <Pager page={board.page} pages={Math.ceil(all / BOARD_SIZE)} href={(page) => pageHref(board, page)} />
    </>
  )
}

type Shown = { title: string; lines: readonly Line[]; today: string; limits: Limits }

const FreeTable = ({ title, lines, today, limits }: Shown) => (
  <Table<Line>
    caption={title}
    captionHidden
    rows={lines}
    columns={[
      {
        head: 'Tilbud',
        rowHead: true,
        cell: (line) => (
          <div>
            <a href={`/ledige/tilbud/${line.offerId}`}>{line.offerName}</a>
            <br />
            <span class="quiet">{shortNameOf(line)}</span>
          </div>
        ),
      },
      { head: 'Ledige', cell: ({ statement }) => (statement ? freeText(statement, today) : '') },
      { head: 'Målgruppe', cell: ({ groups, groupText }) => groups.join(', ') || groupText || 'Ikke oplyst' },
      { head: 'Kommune', cell: ({ municipality }) => municipality ?? 'Ikke oplyst' },
      { head: 'Hvor sikkert', cell: ({ statement }) => <Freshness statement={statement} today={today} limits={limits} /> },
    ]}
  />
)
