import type { Ask } from '../../../platform/action.ts'
import { Card, CardGrid, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Item } from '../../plan/index.ts'
import type { AreaFigure } from '../figures.ts'
import { notesOf, type Reading, silence } from '../reading.ts'
import type { Standing } from '../standing.ts'
import { programmeText } from './area-row.tsx'
import { Fact, OtherFacts, Rows } from './facts.tsx'
import { EditBar, HistoryLink, Links, planPage, Section } from './frame.tsx'
import { Notes } from './source.tsx'
import { StandingList, Strip } from './standing.tsx'

type AreaView = { item: Item; reading: Reading; standing: Standing; figure: AreaFigure | undefined }

/** One action area: what it is, where it stands in the plan, how far the parties are, and who carries it out. */
export function AreaPage({ item, reading, standing, figure }: AreaView, ask: Ask): Page {
  const { parent } = item
  return planPage(reading, ask, {
    title: item.title,
    lead: item.text('summary'),
    marks: standing.example || figure?.example ? ['eksempeldata'] : [],
    crumbs: [...(parent ? [{ text: parent.title, href: reading.keep(parent.href) }] : []), { text: item.key }],
    body: (
      <>
        <p>
          <Tag>Indsatsområde {item.key}</Tag> {item.flag('obligatory') && <Tag kind="accent">Obligatorisk</Tag>}
        </p>
        <EditBar item={item} ask={ask} />
        <ThreeFacts item={item} reading={reading} />
        <Standings item={item} reading={reading} standing={standing} />
        {figure && <Counted figure={figure} reading={reading} />}
        <Initiatives item={item} reading={reading} />
        <Notes notes={notesOf(reading, item)} reading={reading} />
        <Section id="oplysninger" title="Mere om indsatsområdet">
          <OtherFacts item={item} reading={reading} but={[...shownAbove]} />
          <Purposes item={item} reading={reading} />
          <HistoryLink item={item} reading={reading} />
        </Section>
      </>
    ),
  })
}

const shownAbove = ['title', 'startTerm', 'programmeYear', 'programmeNumber', 'shownActive2025'] as const

const ThreeFacts = ({ item, reading }: { item: Item; reading: Reading }) => (
  <section class="plan-facts" aria-label="Hvor indsatsområdet står i planen">
    <div>
      <h2>Planlagt start</h2>
      <Fact field="startTerm" item={item} reading={reading} />
    </div>
    <div>
      <h2>Program</h2>
      <Programme item={item} reading={reading} />
    </div>
    <div>
      <h2>Vist som i gang i november 2025</h2>
      <Fact field="shownActive2025" item={item} reading={reading} />
    </div>
  </section>
)

const Programme = ({ item, reading }: { item: Item; reading: Reading }) => {
  const year = item.number('programmeYear')
  if (year === undefined) return <span class="quiet">{silence(reading, item, 'programmeYear')}</span>
  return (
    <>
      <span>
        <a href={reading.keep(`/plan/aar/${year}`)}>{programmeText(item)}</a>
      </span>
      <details class="details plan-before">
        <summary class="details-summary">Kilder</summary>
        <div class="details-text">
          <Rows
            rows={[
              { term: 'År', value: <Fact field="programmeYear" item={item} reading={reading} /> },
              { term: 'Nummer', value: <Fact field="programmeNumber" item={item} reading={reading} /> },
            ]}
          />
        </div>
      </details>
    </>
  )
}

const Counted = ({ figure: { text, href, link, example }, reading }: { figure: AreaFigure; reading: Reading }) => (
  <Section id="tal" title="Tal fra Fælles">
    <p>
      {text} {example && <Tag kind="warning">eksempeldata</Tag>}
    </p>
    <p class="source">Talt i Fælles pr. {dayText(reading.day)}</p>
    <p>
      <a href={href}>{link}</a>
    </p>
  </Section>
)

const Standings = ({ item, reading, standing }: Omit<AreaView, 'figure'>) => (
  <Section id="status" title="Så langt er parterne">
    <Strip standing={standing} />
    <StandingList standing={standing} areaKey={item.key} reading={reading} />
    <p>
      <a href={reading.keep(`/plan/kort?omraade=${item.key}`)}>Se det på kortet</a> ·{' '}
      <a href={reading.keep('/plan/status')}>Alle områder</a>
    </p>
  </Section>
)

const Initiatives = ({ item, reading }: { item: Item; reading: Reading }) => {
  const initiatives = [...new Set([...item.parts('initiative'), ...item.from('carries')])]
  return (
    <Section id="initiativer" title="Initiativer">
      {initiatives.length === 0 ? (
        <p>Kilderne nævner ingen initiativer, der fører indsatsområdet ud i livet.</p>
      ) : (
        <CardGrid columns={2}>
          {initiatives.map((initiative) => (
            <Card
              title={initiative.title}
              href={reading.keep(initiative.href)}
              eyebrow={`Initiativ ${initiative.key}`}
              foot={initiative.period('planned')?.text}
            >
              <p>{initiative.text('summary')}</p>
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  )
}

const Purposes = ({ item, reading }: { item: Item; reading: Reading }) => {
  const purposes = item.to('serves')
  return purposes.length === 0 ? null : (
    <>
      <h3>Formål, området tjener</h3>
      <Links items={purposes} reading={reading} />
    </>
  )
}
