import type { Ask } from '../../../platform/action.ts'
import { Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item } from '../../plan/index.ts'
import { notesAmong, notesOf } from '../reading.ts'
import { AreaRow } from './area-row.tsx'
import { Facts, OtherFacts, OtherNames } from './facts.tsx'
import { EditBar, HistoryLink, Links, planPage, Section } from './frame.tsx'
import { FoldedNotes, Notes } from './source.tsx'
import type { Overview } from './tree.tsx'

type PrincipleView = Overview & { item: Item }

/** One principle with its action areas and how far the parties are with each. */
export function PrinciplePage({ item, reading, standings }: PrincipleView, ask: Ask): Page {
  const areas = item.parts('area')
  const notes = notesAmong(reading, areas)
  const initiatives = reading.plan.of('initiative').filter((initiative) => initiative.to('under').includes(item))
  return planPage(reading, ask, {
    title: item.title,
    lead: item.text('summary'),
    marks: areas.some(({ id }) => standings.get(id)?.example) ? ['eksempeldata'] : [],
    crumbs: [{ text: item.title }],
    body: (
      <>
        <p>
          <Tag>Princip {item.key}</Tag>
        </p>
        <OtherNames item={item} />
        <EditBar item={item} ask={ask} />
        <Section id="indsatsomraader" title="Indsatsområder">
          <FoldedNotes notes={notes.shared} reading={reading} />
          <div class="plan-areas">
            {areas.map((area) => (
              <AreaRow level={3} area={area} standing={standings.get(area.id)} notes={notes.own(area)} reading={reading} />
            ))}
          </div>
        </Section>
        {initiatives.length > 0 && (
          <Section id="initiativer" title="Initiativer under princippet">
            <Links items={initiatives} reading={reading} />
          </Section>
        )}
        <Notes notes={notesOf(reading, item)} reading={reading} />
        <Section id="mere" title="Mere om princippet">
          <Facts item={item} reading={reading} fields={['title', 'alias']} />
          <OtherFacts item={item} reading={reading} but={['title', 'alias']} />
          <Belongs item={item} reading={reading} />
          <HistoryLink item={item} reading={reading} />
        </Section>
      </>
    ),
  })
}

const Belongs = ({ item, reading }: Pick<PrincipleView, 'item' | 'reading'>) =>
  item.to('under').length === 0 ? null : (
    <div class="plan-waits">
      <strong>Hører til</strong>
      <Links items={item.to('under')} reading={reading} />
    </div>
  )
