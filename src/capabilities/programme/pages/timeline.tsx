import type { Ask } from '../../../platform/action.ts'
import { Empty } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { NOT_YET, type Reading } from '../reading.ts'
import { type Event, eventsIn, type Timeline, timelineOf } from '../timeline.ts'
import { planPage, Section } from './frame.tsx'
import { TimelinePicture } from './pictures/timeline.tsx'

/** Initiatives, phases and milestones, quarter by quarter. */
export function TimelinePage(reading: Reading, ask: Ask): Page {
  const timeline = timelineOf(reading.plan)
  const span = timeline && `${timeline.quarters[0]?.year}-${timeline.quarters.at(-1)?.year}`
  return planPage(reading, ask, {
    title: span ? `Tidslinje ${span}` : 'Tidslinje',
    lead: 'Hvad der er planlagt, hvad der er gennemført, og hvad der kommer, kvartal for kvartal.',
    crumbs: [{ text: 'Tidslinje' }],
    wide: true,
    body: timeline ? (
      <div class="plan-timeline">
        <Picture timeline={timeline} reading={reading} />
        <InWords timeline={timeline} reading={reading} />
        <Undated reading={reading} />
      </div>
    ) : (
      <Empty title={NOT_YET}>
        <p>Strategien, som tidslinjen bygger på, var ikke kendt endnu.</p>
      </Empty>
    ),
  })
}

const Picture = ({ timeline, reading }: { timeline: Timeline; reading: Reading }) => (
  <figure class="plan-figure plan-wide-figure">
    <section class="plan-scroll" aria-label="Tidslinjen som billede" tabindex={0}>
      <TimelinePicture timeline={timeline} today={reading.day} now={reading.later === undefined} />
    </section>
    <figcaption class="plan-legend">
      <span class="plan-legend-planned">Planlagt</span>
      <span class="plan-legend-phase">Fase</span>
      <span class="plan-legend-finished">Gennemført fase</span>
      <span class="plan-legend-m-done">Milepæl, gennemført</span>
      <span class="plan-legend-m-unsaid">Milepæl, dagen er gået uden melding</span>
      <span class="plan-legend-m-ahead">Milepæl, kommer</span>
    </figcaption>
  </figure>
)

const words = { done: 'gennemført', unsaid: 'ikke meldt gennemført', now: 'nu', ahead: 'kommer', running: 'begynder' } as const

const InWords = ({ timeline, reading }: { timeline: Timeline; reading: Reading }) => (
  <section class="plan-in-words" aria-labelledby="kvartaler">
    <h2 id="kvartaler">Kvartal for kvartal</h2>
    <ol class="plan-quarters">
      {timeline.quarters.map((quarter) => {
        const events = eventsIn(timeline, quarter)
        return (
          <li>
            <h3>
              {quarter.quarter}. kvartal {quarter.year}
            </h3>
            {events.length === 0 ? (
              <p class="quiet">Intet med en dato i dette kvartal.</p>
            ) : (
              <ul class="plan-events">
                {events.map((event) => (
                  <EventLine event={event} reading={reading} />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  </section>
)

const EventLine = ({ event: { item, initiative, when, phase }, reading }: { event: Event; reading: Reading }) => (
  <li>
    <a href={reading.keep(item.href)}>{item.title}</a>
    <span class="quiet">
      {initiative && ` ${initiative.title} · `}
      {!initiative && ' '}
      {[when, words[phase]].filter(Boolean).join(', ')}
    </span>
  </li>
)

/** What has no date cannot stand on a timeline, but is not forgotten. */
const Undated = ({ reading }: { reading: Reading }) => {
  const undated = reading.plan.items.filter(
    (item) =>
      (item.kind === 'phase' || item.kind === 'milestone') && !item.said('planned') && !item.said('actual') && !item.said('done'),
  )
  return undated.length === 0 ? null : (
    <Section id="uden-dato" title="Uden dato i kilderne">
      <ul class="plan-events">
        {undated.map((item) => (
          <li>
            <a href={reading.keep(item.href)}>{item.title}</a>
            <span class="quiet"> {[item.parent?.title, item.text('status')].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
