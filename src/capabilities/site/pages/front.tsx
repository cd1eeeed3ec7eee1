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
import { type Matrix, type Moved, rowTally, stateText } from '../../progress/index.ts'
import type { Ahead, Reach } from '../overview.ts'
import { ReachPicture } from './reach.tsx'

type Front = {
  plan: Plan
  matrix: Matrix
  agreement: Item | undefined
  reach: Reach
  moved: Moved[]
  ahead: Ahead[]
  laterAhead: number
  unsaid: number
}

export const FrontPage = (front: Front, ask: Pick<Ask, 'actor'>): Page => ({
  title: 'Rammeaftale Sjælland, trin for trin',
  hero: <Opening front={front} own={ownParty(front.matrix, ask)} />,
  marks: front.reach.example ? ['eksempeldata'] : [],
  feeds: [{ title: 'Ændringer i planen', href: '/plan/aendringer.atom' }],
  body: (
    <>
      <LookUp />
      <Split>
        <HowFar front={front} />
        <WhatNext front={front} />
      </Split>
      <Principles plan={front.plan} matrix={front.matrix} />
      <Purposes plan={front.plan} />
      <MovedLately front={front} />
    </>
  ),
})

/** The party somebody signed in reports for: the way to what he most likely came to do. */
const ownParty = ({ columns }: Matrix, { actor }: Pick<Ask, 'actor'>): Party | undefined => {
  const own = ownParties(actor, 'status.report')
  return columns.find(({ party }) => own.includes(party.id))?.party
}

const and = new Intl.ListFormat('da')

/** '17 kommuner og Region Sjælland', by who is a member on the day. */
const whoText = ({ columns }: Matrix): string => {
  const members = columns.map(({ party }) => party)
  const municipalities = members.filter(({ kind }) => kind === 'municipality').length
  return and.format([
    `${municipalities} kommuner`,
    ...members.filter(({ kind }) => kind !== 'municipality').map(({ name }) => name),
  ])
}

const Opening = ({ front: { plan, matrix, agreement, reach }, own }: { front: Front; own: Party | undefined }) => (
  <Hero
    eyebrow={agreement?.title}
    title="Det, vi er fælles om, og hvor langt vi er"
    lead={`${whoText(matrix)} samarbejder om tilbud til mennesker, der har brug for særlig støtte. Her står, hvad vi har aftalt, hvem der er nået hvor langt, og hvad der kommer nu.`}
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

/** What most who are not of the collaboration come to find. */
const LookUp = () => (
  <nav class="look-up" aria-label="Slå op">
    <strong>Slå op:</strong> <a href="/tilbud">Find et tilbud</a> <a href="/ledige">Ledige pladser</a>{' '}
    <a href="/takster">Hvad en plads koster</a> <a href="/takster/stigninger">Takster, der er steget</a>
  </nav>
)

const HowFar = ({ front: { reach, matrix } }: { front: Front }) => (
  <section>
    <h2>Så langt er vi</h2>
    {reach.fields.reported > 0 ? (
      <>
        <p>
          Hver af de {reach.parties.of} parter melder, hvor langt den er med hvert af de {matrix.areas.length} indsatsområder. Det
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

const Principles = ({ plan, matrix }: { plan: Plan; matrix: Matrix }) => (
  <section>
    <h2>De fælles principper</h2>
    <Doors
      level={3}
      items={plan.of('principle').map((principle) => ({
        title: principle.title,
        href: principle.href,
        text: principle.text('summary') ?? '',
        foot: <Foot principle={principle} matrix={matrix} />,
      }))}
    />
  </section>
)

const Foot = ({ principle, matrix }: { principle: Item; matrix: Matrix }) => {
  const rows = matrix.areas.flatMap((area, row) => (area.principle.key === principle.key ? [rowTally(matrix, row)] : []))
  const sum = (figures: number[]) => figures.reduce((a, b) => a + b, 0)
  return (
    <>
      {rows.length === 1 ? '1 indsatsområde' : `${rows.length} indsatsområder`} · {sum(rows.map(({ reported }) => reported))} af{' '}
      {sum(rows.map(({ of }) => of))} felter meldt
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

const MovedLately = ({ front: { moved, matrix } }: { front: Front }) =>
  moved.length === 0 ? null : (
    <section>
      <h2>Senest meldt</h2>
      <ul class="site-moved">
        {moved.map((said) => (
          <MovedLine said={said} matrix={matrix} />
        ))}
      </ul>
      <p>
        <a href="/plan/aendringer.atom">Følg ændringerne i din nyhedslæser</a>
      </p>
    </section>
  )

const MovedLine = ({ said, matrix: { columns, areas } }: { said: Moved; matrix: Matrix }) => {
  const party = columns.find(({ party }) => party.id === said.partyId)?.party
  const area = areas.find(({ id }) => id === said.areaId)
  const day = dayOf(said.saidAt)
  if (!party || !area) return null
  return (
    <li>
      <p>
        <a href={`/plan/parter/${party.slug}#${area.key}`}>{party.name}</a>: {area.title}
      </p>
      <p class="site-moved-state">
        <State state={said.state}>{stateText(said.state)}</State> {said.example && <Tag kind="warning">eksempeldata</Tag>}{' '}
        <time class="quiet" datetime={day}>
          {dayShort(day)}
        </time>
      </p>
    </li>
  )
}
