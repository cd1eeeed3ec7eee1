import { ownParties } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import {
  ButtonRow,
  Card,
  CardGrid,
  Doors,
  Empty,
  Hero,
  LinkButton,
  Split,
  State,
  Stats,
  Tag,
  Timeline,
} from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayOf, dayShort } from '../../../platform/values/day.ts'
import type { Party } from '../../parties/index.ts'
import type { Item, Plan } from '../../plan/index.ts'
import { lastSaid, type Report, type Status, stateText } from '../../progress/index.ts'
import type { Ahead, Reach } from '../overview.ts'
import { ReachPicture } from './reach.tsx'

export type Front = {
  plan: Plan
  status: Status
  agreement: Item | undefined
  reach: Reach
  moved: Report[]
  ahead: Ahead[]
  laterAhead: number
  unsaid: number
}

export const FrontPage = (front: Front, ask: Pick<Ask, 'actor'>): Page => ({
  title: 'Rammeaftale Sjælland, trin for trin',
  hero: <Opening front={front} own={ownParty(front.status, ask)} />,
  marks: front.reach.example ? ['eksempeldata'] : [],
  feeds: [{ title: 'Ændringer i planen', href: '/plan/aendringer.atom' }],
  body: (
    <>
      <Split>
        <HowFar front={front} />
        <WhatNext front={front} />
      </Split>
      <Principles plan={front.plan} status={front.status} />
      <Purposes plan={front.plan} />
      <Moved front={front} />
    </>
  ),
})

/** The party somebody signed in reports for: the way to what he most likely came to do. */
const ownParty = ({ members }: Status, { actor }: Pick<Ask, 'actor'>): Party | undefined => {
  const own = ownParties(actor, 'status.report')
  return members.find(({ id }) => own.includes(id))
}

const and = new Intl.ListFormat('da')

/** '17 kommuner og Region Sjælland', by who is a member on the day. */
const whoText = (members: readonly Party[]): string => {
  const municipalities = members.filter(({ kind }) => kind === 'municipality').length
  return and.format([
    `${municipalities} kommuner`,
    ...members.filter(({ kind }) => kind !== 'municipality').map(({ name }) => name),
  ])
}

const Opening = ({ front: { plan, status, agreement, reach }, own }: { front: Front; own: Party | undefined }) => (
  <Hero
    eyebrow={agreement?.title}
    title="Det, vi er fælles om, og hvor langt vi er"
    lead={`${whoText(status.members)} samarbejder om tilbud til mennesker, der har brug for særlig støtte. Her står, hvad vi har aftalt, hvem der er nået hvor langt, og hvad der kommer nu.`}
  >
    <ButtonRow>
      {own ? (
        <LinkButton href={`/plan/parter/${own.slug}`} look="primary">
          Meld status for {own.name}
        </LinkButton>
      ) : (
        <LinkButton href="/plan/status" look="primary">
          Se, hvem der er hvor langt
        </LinkButton>
      )}
      <LinkButton href="/plan">Læs planen</LinkButton>
    </ButtonRow>
    <Stats
      items={[
        { figure: plan.of('principle').length, text: 'fælles principper', href: '/plan' },
        { figure: plan.of('area').length, text: 'indsatsområder', href: '/plan/indsatsomraader' },
        { figure: plan.of('initiative').length, text: 'initiativer', href: '/plan/initiativer' },
        { figure: `${reach.parties.reported} af ${reach.parties.of}`, text: 'parter har meldt status', href: '/plan/status' },
      ]}
    />
  </Hero>
)

const HowFar = ({ front: { reach, status } }: { front: Front }) => (
  <section>
    <h2>Så langt er vi</h2>
    {reach.fields.reported > 0 ? (
      <>
        <p>
          Hver af de {reach.parties.of} parter melder, hvor langt den er med hvert af de {status.areas.length} indsatsområder. Det
          er {reach.fields.of} felter i alt, og {reach.fields.reported} af {reach.fields.of} er meldt.
        </p>
        <ReachPicture reach={reach} />
      </>
    ) : (
      <Empty title={`0 af ${reach.parties.of} har meldt`} level={3} action={{ text: 'Se alle parter', href: '/plan/parter' }}>
        <p>Ingen part har meldt status endnu. At der ikke er meldt noget, siger ikke, at der ikke sker noget.</p>
      </Empty>
    )}
    <p>
      <a href="/plan/status">Se status for hver part</a>
    </p>
  </section>
)

const WhatNext = ({ front: { ahead, laterAhead, unsaid } }: { front: Front }) => (
  <section>
    <h2>Det sker nu og snart</h2>
    {ahead.length > 0 ? (
      <Timeline items={ahead.map(momentOf)} />
    ) : (
      <Empty title="Ingen datoer forude" level={3} action={{ text: 'Se tidslinjen', href: '/plan/tidslinje' }}>
        <p>Planen har ingen datoer, der ikke er passeret.</p>
      </Empty>
    )}
    <p>
      {laterAhead > 0 && `Og ${laterAhead} mere. `}
      <a href="/plan/tidslinje">Se hele tidslinjen</a> · <a href="/plan/beslutninger">Se beslutningerne</a>
    </p>
    {unsaid > 0 && (
      <p class="quiet">
        {unsaid === 1 ? '1 dato er passeret' : `${unsaid} datoer er passeret`}, uden at planen siger, om det skete.
      </p>
    )}
  </section>
)

const momentOf = ({ title, of, href, when, day, begun }: Ahead) => ({
  day,
  phase: begun ? ('now' as const) : ('ahead' as const),
  ...(when ? { when } : {}),
  title: <a href={href}>{title}</a>,
  ...(of ? { body: <p class="quiet">{of}</p> } : {}),
})

const Principles = ({ plan, status }: { plan: Plan; status: Status }) => (
  <section>
    <h2>De fælles principper</h2>
    <Doors
      level={3}
      items={plan.of('principle').map((principle) => ({
        title: principle.title,
        href: principle.href,
        text: principle.text('summary') ?? '',
        foot: <Foot principle={principle} status={status} />,
      }))}
    />
  </section>
)

const Foot = ({ principle, status: { areas, members, reports } }: { principle: Item; status: Status }) => {
  const own = new Set(areas.filter(({ principle: { key } }) => key === principle.key).map(({ id }) => id))
  const reported = reports.filter(({ areaId }) => own.has(areaId)).length
  return (
    <>
      {own.size === 1 ? '1 indsatsområde' : `${own.size} indsatsområder`} · {reported} af {own.size * members.length} felter meldt
    </>
  )
}

const Purposes = ({ plan }: { plan: Plan }) => (
  <section>
    <h2>Det vil vi opnå</h2>
    <CardGrid>
      {plan.of('purpose').map((purpose) => (
        <Card title={purpose.title} href={purpose.href}>
          <p>{purpose.text('summary')}</p>
        </Card>
      ))}
    </CardGrid>
  </section>
)

const Moved = ({ front: { moved, status } }: { front: Front }) =>
  moved.length === 0 ? null : (
    <section>
      <h2>Senest meldt</h2>
      <ul class="site-moved">
        {moved.map((report) => (
          <MovedLine report={report} status={status} />
        ))}
      </ul>
      <p>
        <a href="/plan/aendringer.atom">Følg ændringerne i din nyhedslæser</a>
      </p>
    </section>
  )

const MovedLine = ({ report, status: { members, areas } }: { report: Report; status: Status }) => {
  const party = members.find(({ id }) => id === report.partyId)
  const area = areas.find(({ id }) => id === report.areaId)
  const day = dayOf(lastSaid(report))
  if (!party || !area) return null
  return (
    <li>
      <p>
        <a href={`/plan/parter/${party.slug}#${area.key}`}>{party.name}</a>: {area.title}
      </p>
      <p class="site-moved-state">
        <State state={report.state}>{stateText(report.state)}</State> {report.example && <Tag kind="warning">eksempeldata</Tag>}{' '}
        <time class="quiet" datetime={day}>
          {dayShort(day)}
        </time>
      </p>
    </li>
  )
}
