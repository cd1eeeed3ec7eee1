import { maySomewhere } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { LinkButton, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Cycle, CycleList } from '../../cycles/index.ts'
import type { Item } from '../../plan/index.ts'
import { momentOf } from '../decision.ts'
import { notesOf, type Reading } from '../reading.ts'
import { homeOf } from '../timeline.ts'
import { Facts, factRows, OtherNames, Rows } from './facts.tsx'
import { EditBar, HistoryLink, Links, planPage, Section } from './frame.tsx'
import { PhaseRow, Times } from './phase.tsx'
import { Notes } from './source.tsx'

type InitiativeView = { item: Item; reading: Reading; cycles: Cycle[] }

/** One initiative: who answers for it, its phases and milestones, what it waits for and what it needs. */
export function InitiativePage({ item, reading, cycles }: InitiativeView, ask: Ask): Page {
  const home = homeOf(item)
  return planPage(reading, ask, {
    title: item.title,
    lead: item.text('summary'),
    marks: cycles.some(({ example }) => example) ? ['eksempeldata'] : [],
    crumbs: [...(home ? [{ text: home.title, href: reading.keep(home.href) }] : []), { text: item.key }],
    body: (
      <>
        <p>
          <Tag>Initiativ {item.key}</Tag> {item.flag('needsResources') && <Tag kind="warning">Kræver større ressourcer</Tag>}
        </p>
        <OtherNames item={item} />
        <EditBar item={item} ask={ask}>
          <LinkButton href={`/plan/ret/${item.key}/ny/fase`} icon="plus">
            Ny fase
          </LinkButton>
          <LinkButton href={`/plan/ret/${item.key}/ny/milepael`} icon="flag">
            Ny milepæl
          </LinkButton>
          <LinkButton href={`/plan/ret/${item.key}/kobling`} icon="link">
            Koblinger
          </LinkButton>
          <LinkButton href={`/plan/ret/${item.key}/ressourcer`}>Større ressourcer</LinkButton>
          {item.period('planned') && <LinkButton href={`/plan/ret/${item.key}/udsaet`}>Udsæt</LinkButton>}
        </EditBar>
        <Who item={item} reading={reading} />
        <When item={item} reading={reading} ask={ask} />
        <Section id="forloeb" title="Forbedringsforløb">
          <CycleList
            item={item}
            cycles={cycles}
            mayWrite={reading.day === ask.today && maySomewhere(ask.actor, 'cycles.write')}
          />
        </Section>
        <Needs item={item} reading={reading} />
        <Notes notes={notesOf(reading, item, ...item.children)} reading={reading} />
        <Section id="mere" title="Mere om initiativet">
          <Facts item={item} reading={reading} fields={more} />
          <HistoryLink item={item} reading={reading} />
        </Section>
      </>
    ),
  })
}

const more = ['summary', 'background', 'goal', 'scope', 'measure', 'mandate', 'document', 'question', 'quote', 'unknown'] as const

const Who = ({ item, reading }: { item: Item; reading: Reading }) => (
  <Section id="hvem" title="Hvem">
    <Rows
      rows={[
        ...factRows({ item, reading }, ['responsible', 'body', 'party', 'level'], ['responsible']),
        ...linkRows(item, reading),
      ]}
    />
  </Section>
)

const linkTerms = [
  ['carries', 'Fører ud i livet'],
  ['under', 'Hører under'],
  ['serves', 'Tjener formålet'],
  ['depends', 'Kan først begynde efter'],
] as const

function linkRows(item: Item, reading: Reading) {
  const rows = linkTerms.map(([kind, term]) => ({ term, items: item.to(kind) }))
  const waiting = { term: 'Andre venter på det', items: item.from('depends') }
  return [...rows, waiting]
    .filter(({ items }) => items.length > 0)
    .map(({ term, items }) => ({ term, value: <Links items={items} reading={reading} /> }))
}

const When = ({ item, reading, ask }: { item: Item; reading: Reading; ask: Ask }) => {
  const phases = item.parts('phase').map((phase) => momentOf(phase, reading.day))
  const milestones = item.parts('milestone').map((milestone) => momentOf(milestone, reading.day))
  return (
    <Section id="hvornaar" title="Hvornår">
      <Times item={item} reading={reading} />
      <Facts item={item} reading={reading} fields={['status', 'done']} />
      <h3>Faser</h3>
      {phases.length === 0 ? (
        <p>Kilderne nævner ingen faser.</p>
      ) : (
        <ol class="plan-phases">
          {phases.map((phase) => (
            <PhaseRow moment={phase} reading={reading} ask={ask} />
          ))}
        </ol>
      )}
      <h3>Milepæle</h3>
      {milestones.length === 0 ? (
        <p>Kilderne nævner ingen milepæle.</p>
      ) : (
        <ol class="plan-phases">
          {milestones.map((moment) => (
            <PhaseRow moment={moment} reading={reading} ask={ask} />
          ))}
        </ol>
      )}
    </Section>
  )
}

const Needs = ({ item, reading }: { item: Item; reading: Reading }) => (
  <Section id="ressourcer" title="Ressourcer og beslutning">
    <Rows rows={factRows({ item, reading }, ['resource', 'needsResources', 'decisionRoute'], ['resource', 'needsResources'])} />
    <p class="quiet">
      Kræver et initiativ et større træk på ressourcerne, skal det besluttes politisk.{' '}
      <a href={reading.keep('/plan/baggrund#T-flere-ressourcer')}>Se reglen</a>
    </p>
  </Section>
)
