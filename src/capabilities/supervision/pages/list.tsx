import type { Ask } from '../../../platform/action.ts'
import { asOfSentence } from '../../../platform/as-of.ts'
import {
  Button,
  ButtonRow,
  choicesOf,
  Empty,
  Form,
  Hidden,
  LinkButton,
  type Page,
  Pager,
  Select,
  Table,
  Tag,
} from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Listed } from '../actions/read.ts'
import { decisions } from '../fact.ts'
import type { ReadFact } from '../reading.ts'
import { FactName, NotEverything, Published, periodText, Standing } from './parts.tsx'

type Query = { pr?: string | undefined; art?: string | undefined; vis?: string | undefined }

const addressOf = ({ art, vis, pr }: Query, path = '/tilsyn', side?: number): string => {
  const given = { art, vis, pr, side: side && side > 1 ? String(side) : undefined }
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])),
  )
  return params.size > 0 ? `${path}?${params}` : path
}

export const ListPage = (listed: Listed, ask: Ask<unknown, Query>): Page => {
  const { shown, facts, page, pages, current, offers, months } = listed
  return {
    title: 'Tilsyn',
    lead: 'Hvad socialtilsynet har afgjort om tilbuddene: godkendelser, vilkår, skærpet tilsyn og påbud, med link til det, myndigheden selv har offentliggjort.',
    crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Tilsyn' }],
    asOf: asOfSentence(ask),
    marks: shown.some(({ example }) => example) ? ['eksempeldata'] : [],
    wide: true,
    body: (
      <>
        <ButtonRow>
          {ask.may('supervision.write') && (
            <LinkButton href="/tilsyn/opgaver" look="primary">
              Skriv en afgørelse
            </LinkButton>
          )}
          <LinkButton href="/tilsyn/takster">Hvad tilsyn koster</LinkButton>
        </ButtonRow>
        <p class="supervision-sum">
          <strong>{current === 1 ? '1 afgørelse gælder' : `${current} afgørelser gælder`}</strong> ved{' '}
          {offers === 1 ? '1 tilbud' : `${offers} tilbud`}.
        </p>
        <Chooser query={ask.query} />
        {facts.length === 0 ? <Nothing query={ask.query} /> : <FactTable facts={shown} />}
        <Pager page={page} pages={pages} href={(side) => addressOf(ask.query, '/tilsyn', side)} />
        <ButtonRow>
          <LinkButton href={addressOf(ask.query, '/tilsyn/afgoerelser.xlsx')} icon="download">
            Hent som regneark
          </LinkButton>
          <LinkButton href={addressOf(ask.query, '/tilsyn/afgoerelser.csv')} look="tertiary">
            Hent som CSV
          </LinkButton>
        </ButtonRow>
        <NotEverything />
        <p class="quiet">
          En afgørelse, der ikke gælder mere, vises for alle i {months} måneder. Tilsyn med plejefamilier står her aldrig.
        </p>
      </>
    ),
  }
}

const Chooser = ({ query }: { query: Query }) => (
  <Form action="/tilsyn" method="get" label="Vælg afgørelser">
    {query.pr && <Hidden name="pr" value={query.pr} />}
    <div class="supervision-chooser">
      <Select name="art" label="Afgørelse" value={query.art} empty="Alle slags" options={choicesOf(decisions)} />
      <Select
        name="vis"
        label="Vis"
        value={query.vis}
        empty="Det, der gælder"
        options={[{ value: 'alt', text: 'Også det, der ikke gælder længere' }]}
      />
      <Button look="secondary">Vis</Button>
    </div>
  </Form>
)

const Nothing = ({ query }: { query: Query }) =>
  query.art || !query.vis ? (
    <Empty title="Ingen afgørelser at vise" action={{ text: 'Vis alt, der er skrevet', href: '/tilsyn?vis=alt' }} />
  ) : (
    <Empty title="Ingen afgørelser er skrevet endnu" />
  )

const FactTable = ({ facts }: { facts: readonly ReadFact[] }) => (
  <Table<ReadFact>
    caption="Afgørelser, de nyeste først"
    captionHidden
    rows={facts}
    columns={[
      { head: 'Afgjort', cell: ({ day }) => dayText(day) },
      {
        head: 'Tilbud',
        rowHead: true,
        cell: ({ offerId, offerName, municipality }) => (
          <span>
            <a href={`/tilsyn/tilbud/${offerId}`}>{offerName}</a>
            {municipality && <span class="quiet"> {municipality}</span>}
          </span>
        ),
      },
      { head: 'Afgørelse', cell: (fact) => <FactName row={fact} /> },
      { head: 'Gælder', cell: periodText },
      {
        head: 'Hvordan den står',
        cell: (fact) => (
          <span>
            <Standing fact={fact} /> {!fact.open && <Tag kind="warning">Ikke for alle</Tag>}
          </span>
        ),
      },
      { head: 'Myndighed', cell: ({ authority }) => authority },
      { head: 'Kilde', cell: (fact) => <Published row={fact} /> },
    ]}
  />
)
