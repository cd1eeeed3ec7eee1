import type { Ask } from '../../../platform/action.ts'
import { asOfSentence } from '../../../platform/as-of.ts'
import { ButtonRow, Empty, LinkButton, type Page } from '../../../platform/ui/index.ts'
import type { OfferToRead } from '../actions/read.ts'
import { isCurrent } from '../fact.ts'
import type { ReadFact } from '../reading.ts'
import { FactCard, NotEverything } from './parts.tsx'

type Asked = Ask<{ id: string }, { pr?: string | undefined }>

export const OfferSupervisionPage = ({ offer, read }: OfferToRead, ask: Asked): Page => {
  const mayWrite = ask.may('supervision.write') && !ask.query.pr
  const current = read.facts.filter(isCurrent)
  const past = read.facts.filter((fact) => !isCurrent(fact))
  return {
    title: `Tilsyn: ${offer.name}`,
    lead: 'Hvad socialtilsynet har afgjort, og hvad der siden er sket med afgørelserne.',
    crumbs: [{ text: 'Tilsyn', href: '/tilsyn' }, { text: offer.name, href: `/tilbud/${offer.id}` }, { text: 'Tilsyn' }],
    asOf: asOfSentence(ask),
    marks: offer.example || read.facts.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        {mayWrite && (
          <ButtonRow>
            <LinkButton href={`/tilsyn/tilbud/${offer.id}/ny`} look="primary" icon="plus">
              Skriv en afgørelse
            </LinkButton>
          </ButtonRow>
        )}
        {read.facts.length === 0 && (
          <Empty title="Her er ikke skrevet nogen afgørelse" action={{ text: 'Se tilbuddet', href: `/tilbud/${offer.id}` }} />
        )}
        <Facts title="Gælder" facts={current} named={ask.actor.id !== undefined} mayWrite={mayWrite} />
        <Facts title="Gælder ikke længere" facts={past} named={ask.actor.id !== undefined} mayWrite={mayWrite} />
        <NotEverything />
        <p>
          <a href={`/tilbud/${offer.id}`}>Se tilbuddet</a>
        </p>
      </>
    ),
  }
}

type Shown = { title: string; facts: readonly ReadFact[]; named: boolean; mayWrite: boolean }

const Facts = ({ title, facts, named, mayWrite }: Shown) =>
  facts.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      {facts.map((fact) => (
        <FactCard fact={fact} named={named} mayWrite={mayWrite} />
      ))}
    </section>
  )
