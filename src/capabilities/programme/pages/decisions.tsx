import type { Ask } from '../../../platform/action.ts'
import { LinkButton, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayText } from '../../../platform/values/day.ts'
import { sourceText } from '../../plan/index.ts'
import { type Decisions, decisionsOf, type Moment, newestAgreement } from '../decision.ts'
import { notesOf, type Reading } from '../reading.ts'
import { Links, planPage, Section } from './frame.tsx'
import { PhaseTag } from './phase.tsx'
import { DecisionPath } from './pictures/decision-path.tsx'
import { FoldedNotes } from './source.tsx'

/** The decisions that made the plan, what is told and due under it, and how earlier agreements came about. */
export function DecisionsPage(reading: Reading, ask: Ask): Page {
  const decisions = decisionsOf(reading.plan)
  const newest = newestAgreement(reading.plan)
  return planPage(reading, ask, {
    title: 'Beslutninger',
    lead: 'Hvem der besluttede hvad, hvornår, og hvad de gav videre til den næste.',
    crumbs: [{ text: 'Beslutninger' }],
    wide: true,
    body: (
      <>
        <Notes decisions={decisions} reading={reading} />
        <Section id="vejen" title={newest ? `Vejen til ${newest.title}` : 'Vejen til aftalen'}>
          {decisions.path.length === 0 ? (
            <p>Ingen beslutninger var kendt endnu den dag.</p>
          ) : (
            <PathAndTable moments={decisions.path} reading={reading} ask={ask} />
          )}
        </Section>
        <More id="frister" title="Orienteringer og frister" moments={decisions.deadlines} reading={reading} ask={ask} />
        <More
          id="tidligere"
          title="Før: vejen til de tidligere aftaler"
          moments={decisions.earlier}
          reading={reading}
          ask={ask}
        />
        {newest && ask.may('plan.edit') && (
          <LinkButton href={`/plan/ret/${newest.key}/ny/milepael`} icon="plus">
            Ny beslutning eller frist
          </LinkButton>
        )}
      </>
    ),
  })
}

const Notes = ({ decisions: { path, deadlines, earlier }, reading }: { decisions: Decisions; reading: Reading }) => (
  <FoldedNotes notes={notesOf(reading, ...[...path, ...deadlines, ...earlier].map(({ item }) => item))} reading={reading} />
)

type Of = { moments: readonly Moment[]; reading: Reading; ask: Ask }

const PathAndTable = ({ moments, reading, ask }: Of) => (
  <>
    <figure class="plan-figure">
      <DecisionPath
        title="Vejen til aftalen, beslutning for beslutning"
        steps={moments.map((moment) => ({ moment, bodies: bodiesOf(moment, reading) }))}
      />
      <figcaption class="plan-legend">
        <span class="plan-legend-done">Gennemført</span>
        <span class="plan-legend-unsaid">Dagen er gået; kilderne viser ikke, om det skete</span>
        <span class="plan-legend-ahead">Kommer</span>
      </figcaption>
    </figure>
    <Decided caption="Beslutningerne i en tabel" moments={moments} reading={reading} ask={ask} />
  </>
)

const and = new Intl.ListFormat('da')

const bodiesOf = ({ item }: Moment, { names }: Reading): string =>
  and.format(item.texts('body').map((key) => names.get(key) ?? key))

const whenOf = ({ when, day }: Moment): string => when || (day ? dayText(day) : 'Fremgår ikke af kilderne')

const Decided = ({ caption, moments, reading, ask }: Of & { caption: string }) =>
  Table({
    caption,
    rows: moments,
    columns: [
      {
        head: 'Hvad',
        rowHead: true,
        cell: ({ item }) => <span id={item.key}>{item.title}</span>,
      },
      { head: 'Hvornår', cell: whenOf },
      { head: 'Organ', cell: (moment) => bodiesOf(moment, reading) || 'Fremgår ikke af kilderne' },
      { head: 'Leverance', cell: ({ item }) => item.text('deliverable') ?? '' },
      {
        head: 'Førte til',
        cell: ({ item }) => (item.to('result').length > 0 ? <Links items={item.to('result')} reading={reading} /> : ''),
      },
      { head: 'Står som', cell: (moment) => <PhaseTag moment={moment} /> },
      { head: 'Kilde', cell: (moment) => <Ground moment={moment} reading={reading} ask={ask} /> },
    ],
  })

/** The source, what the sources do not say, and what the secretariat can do. */
const Ground = ({ moment: { item }, reading, ask }: { moment: Moment; reading: Reading; ask: Ask }) => (
  <div class="plan-ground">
    <span class="quiet">{sourceText(item.said('title')?.sources ?? [], reading.sources)}</span>
    {item.texts('unknown').map((text) => (
      <p class="quiet">{text}</p>
    ))}
    <p>
      <a href={reading.keep(`/plan/historik/${item.key}`)}>
        Historik<span class="sr-only"> for {item.title}</span>
      </a>
    </p>
    {ask.may('plan.edit') && (
      <span class="plan-deeds d-print-none">
        <a href={`/plan/ret/${item.key}`}>Ret</a>
        {!item.said('done') && <a href={`/plan/ret/${item.key}/gennemfoert`}>Meld gennemført</a>}
        {!item.said('done') && item.said('planned') && <a href={`/plan/ret/${item.key}/udsaet`}>Udsæt</a>}
      </span>
    )}
  </div>
)

const More = ({ id, title, ...of }: Of & { id: string; title: string }) =>
  of.moments.length === 0 ? null : (
    <Section id={id} title={title}>
      <Decided caption={title} {...of} />
    </Section>
  )
