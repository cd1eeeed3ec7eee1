import type { Child } from 'hono/jsx'
import { Details, Source, State, Tag, Timeline } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import {
  type Colour,
  colours,
  type Fact,
  nameOf,
  type Outcome,
  outcomes,
  type State as StateKey,
  stateTexts,
  type Written,
} from '../fact.ts'
import type { ReadFact } from '../reading.ts'

/** How a decision stands, by the signs the house has for states. */
const signs: Record<StateKey, string> = {
  coming: 'planned',
  in_force: 'running',
  changed: 'running',
  overdue: 'blocked',
  over: 'not_relevant',
  remitted: 'paused',
  annulled: 'none',
}

const colourSigns: Record<Colour, string> = { green: 'daily_use', yellow: 'paused', red: 'blocked' }

export const Standing = ({ fact }: { fact: Fact }) =>
  fact.withdrawn ? <Tag>Trukket tilbage</Tag> : <State state={signs[fact.state]}>{stateTexts[fact.state]}</State>

export const FactName = ({ row }: { row: Pick<Written, 'kind' | 'colour'> }) =>
  row.colour ? (
    <span>
      Risikofarve <State state={colourSigns[row.colour]}>{colours[row.colour]}</State>
    </span>
  ) : (
    <span>{nameOf(row)}</span>
  )

/** 'fra 1. marts 2026 til og med 31. august 2026'; an injunction has a deadline. */
export function periodText({ kind, validFrom, lastDay }: Pick<Written, 'kind' | 'validFrom' | 'lastDay'>): string {
  if (lastDay === undefined) return `fra ${dayText(validFrom)}`
  return kind === 'injunction' ? `frist ${dayText(lastDay)}` : `fra ${dayText(validFrom)} til og med ${dayText(lastDay)}`
}

/** Where a row is published, or that it is not. */
export const Published = ({ row }: { row: Written }) =>
  row.publishedUrl ? (
    <a href={row.publishedUrl}>
      Offentliggjort<span class="sr-only"> af {row.authority}</span>
    </a>
  ) : (
    <span class="quiet">Ikke offentliggjort</span>
  )

const outcomeText = ({ kind, authority }: Outcome): string => `${outcomes[kind]} af ${authority}`

type CardProps = {
  fact: ReadFact
  /** Shown with names of those who wrote. */
  named: boolean
  mayWrite: boolean
  level?: 3 | 4
}

/** One decision with everything that may be seen of it. */
export const FactCard = ({ fact, named, mayWrite, level = 3 }: CardProps) => {
  const Heading = `h${level}` as 'h3'
  return (
    <article class={fact.state === 'annulled' || fact.withdrawn ? 'supervision-fact supervision-fallen' : 'supervision-fact'}>
      <Heading class="supervision-name">
        <FactName row={fact} /> <Standing fact={fact} />
      </Heading>
      <p class="supervision-told">
        {fact.authority}, {dayText(fact.day)}. {holdsText(fact)}
      </p>
      {fact.text && <p>{fact.text}</p>}
      {fact.outcomes.length > 0 && <Since since={fact.outcomes} mayWrite={mayWrite} />}
      {!fact.open && (
        <p>
          <Tag kind="warning">Ikke for alle</Tag>{' '}
          <span class="quiet">
            {fact.publishedUrl
              ? 'Vises ikke længere offentligt.'
              : 'Myndigheden har ikke offentliggjort den. Giv den ikke videre.'}
          </span>
        </p>
      )}
      <Source title={fact.source} {...(fact.publishedUrl !== undefined && { href: fact.publishedUrl })} />
      {fact.earlier.length > 0 && <Earlier fact={fact} named={named} />}
      {mayWrite && !fact.withdrawn && <Deeds fact={fact} />}
    </article>
  )
}

/** A decision that holds from its own day, and no last day, says no more than that day. */
const holdsText = (fact: Fact): string => {
  if (fact.lastDay === undefined && fact.validFrom === fact.day) return ''
  return fact.kind === 'injunction' && fact.lastDay ? `Frist ${dayText(fact.lastDay)}.` : `Gælder ${periodText(fact)}.`
}

const Since = ({ since, mayWrite }: { since: readonly Outcome[]; mayWrite: boolean }) => (
  <Timeline
    items={since.map((one) => ({
      title: outcomeText(one),
      day: one.day,
      body: (
        <>
          {one.text && <p>{one.text}</p>}
          <p>
            <Published row={one} />
            {mayWrite && (
              <>
                {' · '}
                <a href={`/tilsyn/udfald/${one.rootId ?? one.id}/ret`}>Ret</a>
              </>
            )}
          </p>
        </>
      ),
    }))}
  />
)

const Earlier = ({ fact, named }: { fact: Fact; named: boolean }) => (
  <Details summary={fact.withdrawn ? 'Hvorfor den er trukket tilbage' : 'Sådan stod der før'}>
    <ul>
      {[fact, ...fact.earlier].map((row, at, all) => (
        <li>
          <strong>{dayText(row.recordedOn)}</strong>
          {named && ` af ${row.actorName}`}: {nameOf(row)}, afgjort {dayText(row.day)}, {periodText(row)}
          {row.text && `. »${row.text}«`}. {at < all.length - 1 ? `Rettet: ${row.reason}` : 'Skrevet første gang.'}
        </li>
      ))}
    </ul>
  </Details>
)

const Deeds = ({ fact }: { fact: Fact }) => (
  <p class="supervision-deeds">
    <a href={`/tilsyn/afgoerelser/${fact.root}/siden`}>
      Hvad er der sket siden?<span class="sr-only"> ({nameOf(fact)})</span>
    </a>
    <a href={`/tilsyn/afgoerelser/${fact.root}/ret`}>
      Ret<span class="sr-only"> {nameOf(fact)}</span>
    </a>
  </p>
)

/** Nothing written is not nothing decided. */
export const NotEverything = (): Child => (
  <p class="quiet">
    At der intet står, betyder ikke, at der intet er afgjort. Se også <a href="https://tilbudsportalen.dk">Tilbudsportalen</a>.
  </p>
)
