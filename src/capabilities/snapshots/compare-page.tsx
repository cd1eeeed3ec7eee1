import type { Ask } from '../../platform/action.ts'
import { Empty, Form, type Page, Select, State, SubmitRow, Table } from '../../platform/ui/index.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText } from '../../platform/values/day.ts'
import type { Move } from './move.ts'
import { marks, pictureOf, plan, reports } from './pages.tsx'
import { type Standing, stateText } from './standing.ts'
import type { Snapshot } from './store.ts'

type Named = { title: string; content: Standing; snapshot?: Snapshot }
type Compared = { snapshots: Snapshot[]; from: Named; to: Named; moves: Move[] }

const slugOf = ({ snapshot }: Named) => snapshot?.slug ?? 'nu'

const shownAs = ({ title, content, snapshot }: Named) =>
  snapshot ? `»${title}« (${dayText(content.day)})` : `i dag (${dayText(content.day)})`

export const ComparePage = (compared: Compared, ask: Ask): Page => {
  const { snapshots, from, to } = compared
  const isSame = slugOf(from) === slugOf(to)
  return {
    title: 'Sammenlign to billeder',
    lead: isSame
      ? 'Vælg to billeder, og se, hvad der har ændret sig.'
      : `Fra ${shownAs(from)} til ${shownAs(to)}, felt for felt.`,
    crumbs: [plan, reports, { text: 'Sammenlign' }],
    marks: isSame ? [] : marks(from.content, to.content),
    wide: true,
    body: (
      <>
        <Chooser {...compared} action={ask.url.pathname} />
        {isSame ? <SamePicture some={snapshots.length > 0} /> : <Differences {...compared} />}
      </>
    ),
  }
}

const Chooser = ({ snapshots, from, to, action }: Compared & { action: string }) => {
  const options = [...snapshots.map(({ slug, title }) => ({ value: slug, text: title })), { value: 'nu', text: 'I dag' }]
  return (
    <div class="compare">
      <Form action={action} method="get" label="Vælg to billeder">
        <Select name="fra" label="Fra" value={slugOf(from)} options={options} />
        <Select name="til" label="Til" value={slugOf(to)} options={options} />
        <SubmitRow text="Sammenlign" />
      </Form>
    </div>
  )
}

const SamePicture = ({ some }: { some: boolean }) =>
  some ? (
    <Empty title="Det er det samme billede to gange">Vælg et andet under »Fra« eller »Til«.</Empty>
  ) : (
    <Empty title="Der er intet at sammenligne endnu">Når sekretariatet har frosset et billede, kan det vælges her.</Empty>
  )

const Differences = ({ from, to, moves }: Compared) => (
  <>
    <h2>{moves.length === 1 ? '1 felt har ændret sig' : `${numberText(moves.length)} felter har ændret sig`}</h2>
    {moves.length === 0 ? <p>De to billeder viser det samme i alle felter.</p> : <Moves from={from} to={to} moves={moves} />}
    <h2>Alle felter</h2>
    <p>Et felt, der har ændret sig, viser også, hvad det var før.</p>
    {pictureOf(to.content, from.content)}
  </>
)

const Moves = ({ from, to, moves }: Pick<Compared, 'from' | 'to' | 'moves'>) => {
  const names = new Map([...from.content.parties, ...to.content.parties].map(({ key, name }) => [key, name]))
  const areas = new Map([...from.content.areas, ...to.content.areas].map(({ key, title }) => [key, title]))
  const cell = (state: Move['from']) => <State state={state ?? 'none'}>{stateText(state)}</State>
  return (
    <Table
      caption="Ændrede felter"
      captionHidden
      rows={moves}
      columns={[
        { head: 'Indsatsområde', rowHead: true, cell: ({ area }) => `${area} ${areas.get(area) ?? ''}` },
        { head: 'Part', cell: ({ party }) => names.get(party) ?? party },
        { head: 'Før', cell: (move) => cell(move.from) },
        { head: 'Efter', cell: (move) => cell(move.to) },
        { head: 'Bemærkning', cell: ({ note }) => note ?? '' },
      ]}
    />
  )
}
