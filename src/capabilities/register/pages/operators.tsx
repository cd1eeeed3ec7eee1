import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Empty, LinkButton, type Page, Source, SummaryList, Table } from '../../../platform/ui/index.ts'
import { type Change, type Offer, type Operator, ownerships, statuses, statusOn } from '../../offers/index.ts'
import { ChangeList } from './offer-history.tsx'

type Listed = Operator & { offers: number }

export const OperatorsPage = (operators: Listed[], ask: Ask): Page => ({
  title: 'Driftsherrer',
  lead: 'Kommuner, regionen, selvejende institutioner og private, der driver tilbud.',
  crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Driftsherrer' }],
  marks: operators.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      {ask.may('offers.edit') && (
        <ButtonRow>
          <LinkButton href="/tilbud/drivere/ny" icon="plus">
            Opret en driftsherre
          </LinkButton>
        </ButtonRow>
      )}
      <Table
        caption="Driftsherrer"
        captionHidden
        rows={operators}
        columns={[
          { head: 'Navn', rowHead: true, cell: ({ id, name }) => <a href={`/tilbud/drivere/${id}`}>{name}</a> },
          {
            head: 'Ejerform',
            cell: ({ ownership, ownershipNote }) =>
              [ownership ? ownerships[ownership] : 'Ikke oplyst', ownershipNote].filter(Boolean).join('. '),
          },
          { head: 'CVR', cell: ({ cvr }) => cvr ?? 'Ikke oplyst' },
          { head: 'Tilbud', numeric: true, cell: ({ offers }) => offers },
        ]}
      />
    </>
  ),
})

type Read = { operator: Operator; offers: (Offer & { units: number })[]; changes: Change[] }

export const OperatorPage = ({ operator, offers, changes }: Read, ask: Ask): Page => {
  const mayEdit = ask.may('offers.edit', { partyId: operator.partyId })
  return {
    title: operator.name,
    lead: operator.ownership ? `${ownerships[operator.ownership]} driftsherre` : 'Ejerform ikke oplyst',
    crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Driftsherrer', href: '/tilbud/drivere' }, { text: operator.name }],
    marks: operator.example || offers.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        {mayEdit && (
          <ButtonRow>
            <LinkButton href={`/tilbud/drivere/${operator.id}/ret`} icon="edit">
              Ret oplysninger
            </LinkButton>
            <LinkButton href={`/tilbud/drivere/${operator.id}/nyt-tilbud`} icon="plus">
              Nyt tilbud
            </LinkButton>
          </ButtonRow>
        )}
        <h2>Tilbud</h2>
        {offers.length === 0 ? (
          <Empty title="Ingen tilbud endnu" level={3} />
        ) : (
          <Table
            caption="Driftsherrens tilbud"
            captionHidden
            rows={offers}
            columns={[
              { head: 'Tilbud', rowHead: true, cell: ({ id, name }) => <a href={`/tilbud/${id}`}>{name}</a> },
              { head: 'Status', cell: (offer) => statuses[statusOn(offer, ask.today)] },
              { head: 'Afdelinger', numeric: true, cell: ({ units }) => units },
            ]}
          />
        )}
        <h2>Om driftsherren</h2>
        <SummaryList
          items={[
            { term: 'CVR-nummer', value: operator.cvr ?? 'Ikke oplyst' },
            { term: 'P-nummer', value: operator.pNumber ?? 'Ikke oplyst' },
            { term: 'EAN-nummer', value: operator.ean ?? 'Ikke oplyst' },
            ...(operator.ownershipNote ? [{ term: 'Ejerform', value: operator.ownershipNote }] : []),
            ...(operator.website ? [{ term: 'Hjemmeside', value: <a href={operator.website}>{operator.website}</a> }] : []),
            ...(operator.mailbox && ask.actor.id !== undefined
              ? [{ term: 'Fælles postkasse', value: <a href={`mailto:${operator.mailbox}`}>{operator.mailbox}</a> }]
              : []),
            ...(operator.note ? [{ term: 'Bemærk', value: operator.note }] : []),
          ]}
        />
        <Source title={operator.source} {...(operator.sourceUrl ? { href: operator.sourceUrl } : {})} />
        <ChangeList changes={changes.filter(({ kind }) => kind !== 'created')} names={{}} named={ask.actor.id !== undefined} />
      </>
    ),
  }
}
