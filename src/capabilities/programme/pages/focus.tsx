import type { Ask } from '../../../platform/action.ts'
import { Card, CardGrid, LinkButton, Table, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item } from '../../plan/index.ts'
import { sourceText } from '../../plan/index.ts'
import { newestAgreement } from '../decision.ts'
import { notesAmong, notesOf, type Reading } from '../reading.ts'
import { Facts, OtherNames, PartCard } from './facts.tsx'
import { EditBar, HistoryLink, Links, planPage, Section } from './frame.tsx'
import { FoldedNotes, Notes } from './source.tsx'

/** The focus areas now, and every one there was before. */
export function FocusListPage(reading: Reading, ask: Ask): Page {
  const { plan } = reading
  const newest = newestAgreement(plan)
  const current = newest?.parts('focus') ?? []
  const earlier = plan
    .of('agreement')
    .filter((agreement) => agreement !== newest && agreement.parts('focus').length > 0)
    .sort((a, b) => ((a.period('period')?.from ?? '') < (b.period('period')?.from ?? '') ? 1 : -1))
  const notes = notesAmong(reading, current)
  return planPage(reading, ask, {
    title: 'Fokusområder',
    lead: 'Det, rammeaftalen samler kræfterne om. De tidligere er gemt, så man kan se, hvad der sluttede, og hvad der gik videre.',
    crumbs: [{ text: 'Fokusområder' }],
    body: (
      <>
        <Section id="nu" title={newest ? newest.title : 'Nu'}>
          {current.length === 0 && <p>Ingen fokusområder var kendt endnu den dag.</p>}
          <FoldedNotes notes={notes.shared} reading={reading} />
          <CardGrid>
            {current.map((item, at) => (
              <Card
                title={item.title}
                href={reading.keep(item.href)}
                eyebrow={`Fokusområde ${at + 1}`}
                foot={countText(item.parts('subarea').length)}
              >
                <p>{item.text('summary')}</p>
                <OtherNames item={item} />
              </Card>
            ))}
          </CardGrid>
        </Section>
        {earlier.length > 0 && (
          <Section id="arkiv" title="De tidligere fokusområder">
            <FoldedNotes
              notes={notesOf(reading, ...earlier.flatMap((agreement) => agreement.parts('focus')))}
              reading={reading}
            />
            {earlier.map((agreement) => (
              <Archive agreement={agreement} reading={reading} />
            ))}
          </Section>
        )}
      </>
    ),
  })
}

const countText = (count: number): string => (count === 1 ? '1 delområde' : `${count} delområder`)

const Archive = ({ agreement, reading }: { agreement: Item; reading: Reading }) => (
  <div class="plan-archive" id={agreement.key}>
    {Table({
      caption: agreement.title,
      rows: agreement.parts('focus'),
      columns: [
        { head: 'Fokusområde', rowHead: true, cell: (item) => <a href={reading.keep(item.href)}>{item.title}</a> },
        { head: 'Periode', cell: (item) => item.period('period')?.text ?? '' },
        { head: 'Hvordan det gik', cell: (item) => item.text('status') ?? 'Fremgår ikke af kilderne' },
        {
          head: 'Gik videre i',
          cell: (item) => (item.to('continues').length > 0 ? <Links items={item.to('continues')} reading={reading} /> : '–'),
        },
        {
          head: 'Kilde',
          cell: (item) => <span class="quiet">{sourceText(item.said('title')?.sources ?? [], reading.sources)}</span>,
        },
      ],
    })}
  </div>
)

type FocusView = { item: Item; reading: Reading }

/** One focus area: its sub-areas and their initiatives, what it was called before, and where it came from and went. */
export function FocusPage({ item, reading }: FocusView, ask: Ask): Page {
  return planPage(reading, ask, {
    title: item.title,
    lead: item.text('summary'),
    crumbs: [{ text: 'Fokusområder', href: reading.keep('/plan/fokusomraader') }, { text: item.key }],
    body: (
      <>
        <p>
          <Tag>Fokusområde {item.key}</Tag> {item.period('period') && <Tag>{item.period('period')?.text}</Tag>}
        </p>
        <EditBar item={item} ask={ask}>
          <LinkButton href={`/plan/ret/${item.key}/ny/initiativ`} icon="plus">
            Nyt initiativ
          </LinkButton>
        </EditBar>
        <Facts item={item} reading={reading} fields={['title', 'alias']} />
        <Ways item={item} reading={reading} />
        <Subareas item={item} reading={reading} ask={ask} />
        <Direct item={item} reading={reading} />
        <Ideas item={item} reading={reading} />
        <Notes notes={notesOf(reading, item, ...item.parts('subarea'))} reading={reading} />
        <Section id="mere" title="Mere om fokusområdet">
          <Facts item={item} reading={reading} fields={more} />
          <HistoryLink item={item} reading={reading} />
        </Section>
      </>
    ),
  })
}

const more = [
  'summary',
  'background',
  'goal',
  'scope',
  'period',
  'part',
  'status',
  'body',
  'responsible',
  'party',
  'measure',
  'deliverable',
  'question',
  'quote',
  'document',
  'unknown',
] as const

const Ways = ({ item, reading }: FocusView) => {
  const ways = [
    ['Kommer fra', item.from('continues')],
    ['Gik videre i', item.to('continues')],
    ['Principper under fokusområdet', item.from('under').filter(({ kind }) => kind === 'principle')],
    ['Formål, det tjener', item.to('serves')],
  ] as const
  return (
    <>
      {ways
        .filter(([, items]) => items.length > 0)
        .map(([head, items]) => (
          <div class="plan-waits">
            <strong>{head}</strong>
            <Links items={items} reading={reading} />
          </div>
        ))}
    </>
  )
}

const Subareas = ({ item, reading, ask }: FocusView & { ask: Ask }) => {
  const subareas = item.parts('subarea')
  return subareas.length === 0 ? null : (
    <Section id="delomraader" title="Delområder">
      {subareas.map((sub) => (
        <PartCard
          item={sub}
          reading={reading}
          top={sub.period('planned') && <p class="quiet">Planlagt {sub.period('planned')?.text}</p>}
        >
          <SubareaLinks sub={sub} reading={reading} ask={ask} />
        </PartCard>
      ))}
    </Section>
  )
}

const SubareaLinks = ({ sub, reading, ask }: { sub: Item; reading: Reading; ask: Ask }) => {
  const initiatives = sub.parts('initiative')
  const under = sub.to('under')
  return (
    <>
      {initiatives.length > 0 && (
        <div class="plan-waits">
          <strong>Initiativ</strong>
          <Links items={initiatives} reading={reading} />
        </div>
      )}
      {under.length > 0 && (
        <div class="plan-waits">
          <strong>Hører også under</strong>
          <Links items={under} reading={reading} />
        </div>
      )}
      {ask.may('plan.edit') && (
        <p class="plan-deeds d-print-none">
          <a href={`/plan/ret/${sub.key}`}>Ret</a>
          <a href={`/plan/ret/${sub.key}/ny/initiativ`}>Nyt initiativ</a>
        </p>
      )}
    </>
  )
}

/** Initiatives that stand under the focus area itself. */
const Direct = ({ item, reading }: FocusView) => {
  const under = [...item.parts('initiative'), ...item.from('under').filter(({ kind }) => kind === 'initiative')]
  const listed = new Set(item.parts('subarea').flatMap((sub) => sub.parts('initiative')))
  const initiatives = [...new Set(under)].filter((initiative) => !listed.has(initiative))
  return initiatives.length === 0 ? null : (
    <Section id="initiativer" title="Initiativer under fokusområdet">
      <Links items={initiatives} reading={reading} />
    </Section>
  )
}

/** What was proposed on the way here, and the texts that belong to it. */
const Ideas = ({ item, reading }: FocusView) => {
  const ideas = [...item.parts('idea'), ...item.parts('passage')]
  return ideas.length === 0 ? null : (
    <Section id="ideer" title="Idéer og udfordringer, som blev nævnt">
      <div class="plan-ideas">
        {ideas.map((idea) => (
          <PartCard item={idea} reading={reading} top={idea.text('status') && <p class="quiet">{idea.text('status')}</p>} />
        ))}
      </div>
    </Section>
  )
}
