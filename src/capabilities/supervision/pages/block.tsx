import { Alert, LinkButton, Table, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { isCurrent, nameOf } from '../fact.ts'
import type { Read, ReadFact } from '../reading.ts'
import { FactName, NotEverything, Published, periodText, Standing } from './parts.tsx'

/** What whoever thinks of a place must see before the places. */
const PRESSING = ['intensified', 'injunction', 'ended', 'risk']

const pressing = ({ facts }: Read): ReadFact[] =>
  facts.filter((fact) => isCurrent(fact) && PRESSING.includes(fact.kind) && fact.colour !== 'green')

export const isPressing = (read: Read): boolean => pressing(read).length > 0

/** On top of an offer's page: what is in force and matters for a placement. */
export const SupervisionAlert = ({ read, offerId }: { read: Read; offerId: number }) => (
  <Alert kind="warning" title="Fra socialtilsynet">
    <ul>
      {pressing(read).map((fact) => (
        <li>
          <strong>{nameOf(fact)}</strong>, {periodText(fact)} ({fact.authority}, {dayText(fact.day)})
        </li>
      ))}
    </ul>
    <a href={`/tilsyn/tilbud/${offerId}`}>Læs afgørelserne og deres historie</a>
  </Alert>
)

/** On an offer's page: the decisions in force; the rest is a click away. */
export const SupervisionBlock = ({ read, offerId, mayWrite }: { read: Read; offerId: number; mayWrite: boolean }) => {
  const current = read.facts.filter(isCurrent)
  return (
    <>
      {current.length === 0 ? <p>Her er ikke skrevet nogen afgørelse, der gælder.</p> : <CurrentTable facts={current} />}
      <NotEverything />
      <p>
        <a href={`/tilsyn/tilbud/${offerId}`}>Afgørelser og historie</a>
      </p>
      {mayWrite && <LinkButton href={`/tilsyn/tilbud/${offerId}/ny`}>Skriv en afgørelse</LinkButton>}
    </>
  )
}

const CurrentTable = ({ facts }: { facts: readonly ReadFact[] }) => (
  <Table<ReadFact>
    caption="Afgørelser fra socialtilsynet, der gælder"
    captionHidden
    compact
    rows={facts}
    columns={[
      { head: 'Afgørelse', rowHead: true, cell: (fact) => <FactName row={fact} /> },
      { head: 'Gælder', cell: periodText },
      {
        head: 'Hvordan den står',
        cell: (fact) => (
          <span>
            <Standing fact={fact} /> {!fact.open && <Tag kind="warning">Ikke for alle</Tag>}
          </span>
        ),
      },
      { head: 'Myndighed', cell: ({ authority, day }) => `${authority}, ${dayText(day)}` },
      { head: 'Kilde', cell: (fact) => <Published row={fact} /> },
    ]}
  />
)
