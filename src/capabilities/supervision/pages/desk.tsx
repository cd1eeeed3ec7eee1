import type { Ask } from '../../../platform/action.ts'
import { Button, Empty, Form, type Page, Table, TextField } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Desk } from '../actions/read.ts'
import { type Fact, nameOf } from '../fact.ts'
import type { OfferNamed } from '../store/facts.ts'
import { Standing } from './parts.tsx'

/** What somebody of a socialtilsyn comes to do: write a decision, and say what became of those that run out. */
export const DeskPage = (
  { waiting, newest, found, soonDays }: Desk,
  { query }: Ask<unknown, { q?: string | undefined }>,
): Page => ({
  title: 'Tilsynets opgaver',
  lead: 'Skriv en afgørelse, og skriv, hvad der blev af dem, hvis frist nærmer sig eller er udløbet.',
  crumbs: [{ text: 'Tilsyn', href: '/tilsyn' }, { text: 'Opgaver' }],
  body: (
    <>
      <h2>Skriv en afgørelse</h2>
      <Form action="/tilsyn/opgaver" method="get" label="Find tilbuddet">
        <div class="supervision-chooser">
          <TextField name="q" label="Tilbuddets navn" value={query.q} type="search" />
          <Button>Find</Button>
        </div>
      </Form>
      {query.q && <Found found={found} text={query.q} />}
      <h2>Skriv, hvad der blev af dem</h2>
      {waiting.length === 0 ? (
        <p>Ingen frist er udløbet, og intet skærpet tilsyn eller påbud udløber inden for {soonDays} dage.</p>
      ) : (
        <FactRows caption="Udløber snart eller er udløbet" facts={waiting} />
      )}
      <h2>Sidst skrevet</h2>
      {newest.length === 0 ? <p>Intet endnu.</p> : <FactRows caption="Sidst skrevet" facts={newest} />}
    </>
  ),
})

const Found = ({ found, text }: { found: readonly OfferNamed[]; text: string }) =>
  found.length === 0 ? (
    <Empty title={`Intet tilbud hedder noget med »${text}«`} level={3}>
      Søg på en del af navnet. Er tilbuddet ikke i Fælles, skal sekretariatet først oprette det.
    </Empty>
  ) : (
    <ul>
      {found.map(({ id, name, municipality, operator }) => (
        <li>
          <a href={`/tilsyn/tilbud/${id}/ny`}>{name}</a>{' '}
          <span class="quiet">{[municipality, operator].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  )

const FactRows = ({ caption, facts }: { caption: string; facts: readonly Fact[] }) => (
  <Table<Fact>
    caption={caption}
    captionHidden
    compact
    rows={facts}
    columns={[
      {
        head: 'Tilbud',
        rowHead: true,
        cell: ({ offerId, offerName }) => <a href={`/tilsyn/tilbud/${offerId}`}>{offerName}</a>,
      },
      { head: 'Afgørelse', cell: (fact) => `${nameOf(fact)}, ${dayText(fact.day)}` },
      { head: 'Sidste dag eller frist', cell: ({ lastDay }) => (lastDay ? dayText(lastDay) : '') },
      { head: 'Hvordan den står', cell: (fact) => <Standing fact={fact} /> },
      {
        head: 'Skriv',
        cell: (fact) => (
          <a href={`/tilsyn/afgoerelser/${fact.root}/siden`}>
            Hvad skete der?
            <span class="sr-only">
              {' '}
              ({nameOf(fact)}, {fact.offerName})
            </span>
          </a>
        ),
      },
    ]}
  />
)
