import type { Child } from 'hono/jsx'
import type { Ask } from '../../../platform/action.ts'
import { asOfSentence } from '../../../platform/as-of.ts'
import { ButtonRow, Details, LinkButton, type Page, Source, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayText } from '../../../platform/values/day.ts'
import {
  ageOf,
  answerTexts,
  type OfferDetail,
  ownerships,
  statuses,
  statusOn,
  TYPE_NOTE,
  type Usage,
} from '../../offers/index.ts'
import type { OfferToRead } from '../offer-reading.ts'
import { History } from './offer-history.tsx'
import { Units } from './offer-units.tsx'

type Asked = Ask<{ id: string }, { pr?: string | undefined }>

export function OfferPage(read: OfferToRead, ask: Asked): Page {
  const { detail, judged, sections } = read
  const { offer, operator } = detail
  const status = statusOn(offer, judged.day)
  return {
    title: offer.name,
    lead: leadOf(read),
    crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: offer.name }],
    asOf: asOfSentence(ask),
    marks: holdsExample(detail) || sections.some(({ one, loaded }) => one.example(loaded)) ? ['eksempeldata'] : [],
    wide: true,
    body: (
      <>
        <p class="offers-tags">
          <Tag kind={status === 'running' ? 'success' : 'warning'}>{statuses[status]}</Tag>{' '}
          {operator?.ownership && <Tag>{ownerships[operator.ownership]}</Tag>}{' '}
          {read.agreement.answer === 'yes' && <Tag kind="success">Med i aftalen</Tag>}
        </p>
        <Deeds read={read} ask={ask} />
        {shown(read, ask, 'first')}
        <h2>Afdelinger og pladser</h2>
        <Units read={read} mayEdit={mayEdit(read, ask)} />
        {shown(read, ask, 'after')}
        <h2>Om tilbuddet</h2>
        <Facts read={read} named={ask.actor.id !== undefined} />
        <h2>Hvem bruger tilbuddet</h2>
        <UsedBy read={read} ask={ask} />
        <h2>Historie</h2>
        <History read={read} named={ask.actor.id !== undefined} />
      </>
    ),
  }
}

const shown = ({ sections, detail }: OfferToRead, ask: Ask, place: 'first' | 'after'): Child =>
  sections.filter(({ one }) => one.place === place).map(({ one, loaded }) => one.view(loaded, ask, detail))

const mayEdit = ({ detail }: OfferToRead, ask: Ask): boolean => ask.may('offers.edit', { partyId: detail.operator?.partyId })

const holdsExample = ({ offer, units }: OfferDetail): boolean =>
  offer.example ||
  units.some(
    (unit) =>
      unit.example ||
      unit.prices.some(({ example }) => example) ||
      unit.lines.some((line) => line.example || line.counts.some(({ example }) => example)),
  )

const municipalityName = ({ municipalities }: OfferToRead, code: number | undefined) =>
  municipalities.find((one) => one.code === code)?.name

function leadOf(read: OfferToRead): string {
  const { offer, operator, units } = read.detail
  const place = municipalityName(read, offer.municipalityCode)
  return [
    operator?.name ?? 'Driftsherre ikke oplyst',
    place ? `${place} Kommune` : 'kommune ikke oplyst',
    units.length === 1 ? '1 afdeling' : `${units.length} afdelinger`,
  ].join(' · ')
}

/** One thing first; the rarer ones are folded away. */
const Deeds = ({ read, ask }: { read: OfferToRead; ask: Asked }) => {
  if (!mayEdit(read, ask) || ask.query.pr) return null
  const at = `/tilbud/${read.detail.offer.id}`
  return (
    <>
      <ButtonRow>
        {statusOn(read.detail.offer, read.judged.day) !== 'closed' && (
          <LinkButton href={`/ledige/tilbud/${read.detail.offer.id}/bekraeft`} look="primary" icon="check">
            Bekræft ledige pladser
          </LinkButton>
        )}
        <LinkButton href={`${at}/ret`} icon="edit">
          Ret oplysninger
        </LinkButton>
        <LinkButton href={`${at}/afdelinger/ny`} icon="plus">
          Ny afdeling
        </LinkButton>
      </ButtonRow>
      <Details summary="Tilbuddet skifter navn, flytter, lukker, deles eller samles">
        <ul>
          <li>
            <a href={`${at}/omdoeb`}>Skift navn</a>
          </li>
          <li>
            <a href={`${at}/flyt`}>Flyt til en ny adresse</a>
          </li>
          <li>
            <a href={`${at}/luk`}>Luk tilbuddet</a>
          </li>
          <li>
            <a href={`${at}/del`}>Del: nogle af pladserne bliver et nyt tilbud</a>
          </li>
          <li>
            <a href={`${at}/saml`}>Saml: afdelingerne går over til et andet tilbud</a>
          </li>
        </ul>
      </Details>
    </>
  )
}

const Facts = ({ read, named }: { read: OfferToRead; named: boolean }) => {
  const { offer, operator } = read.detail
  const { judged, agreement } = read
  const { text, old } = ageOf(offer, judged.day, judged.oldMonths)
  return (
    <>
      <SummaryList
        items={[
          {
            term: 'Driftsherre',
            value: operator ? <a href={`/tilbud/drivere/${operator.id}`}>{operator.name}</a> : 'Ikke oplyst',
          },
          { term: 'Adresse', value: offer.address ?? 'Ikke oplyst' },
          { term: 'Kommune', value: municipalityName(read, offer.municipalityCode) ?? 'Ikke oplyst' },
          ...(offer.website ? [{ term: 'Hjemmeside', value: <a href={offer.website}>{offer.website}</a> }] : []),
          ...(offer.mailbox && named
            ? [{ term: 'Fælles postkasse', value: <a href={`mailto:${offer.mailbox}`}>{offer.mailbox}</a> }]
            : []),
          { term: 'Nummer på Tilbudsportalen', value: offer.portalId ?? 'Ikke oplyst' },
          ...(offer.statusNote ? [{ term: 'Om status', value: offer.statusNote }] : []),
          ...(offer.opensOn ? [{ term: 'Åbnede', value: dayText(offer.opensOn) }] : []),
          ...(offer.closesOn ? [{ term: 'Lukket fra', value: dayText(offer.closesOn) }] : []),
          {
            term: 'Med i rammeaftalen',
            value: (
              <>
                <strong>{answerTexts[agreement.answer]}.</strong> {agreement.why}
                {agreement.source && <span class="quiet"> Kilde: {agreement.source}</span>}
              </>
            ),
          },
          { term: 'Tilbudstype', value: `${offer.offerType ?? 'Ikke oplyst'}. ${TYPE_NOTE}` },
          ...(offer.note ? [{ term: 'Bemærk', value: offer.note }] : []),
        ]}
      />
      <Source
        title={offer.source}
        place={`pr. ${text}${old ? ' (gammel oplysning)' : ''}`}
        {...(offer.sourceUrl ? { href: offer.sourceUrl } : {})}
      />
    </>
  )
}

const UsedBy = ({ read, ask }: { read: OfferToRead; ask: Asked }) => {
  const { usage, offer } = read.detail
  return (
    <>
      {usage.length === 0 ? (
        <p>Det er ikke oplyst, hvilke kommuner der bruger tilbuddet.</p>
      ) : (
        <Table
          caption="Kommuner, der bruger tilbuddet"
          captionHidden
          rows={usage}
          columns={[
            { head: 'År', cell: ({ year }: Usage) => year },
            {
              head: 'Kommune',
              rowHead: true,
              cell: ({ municipalityCode }: Usage) => municipalityName(read, municipalityCode) ?? municipalityCode,
            },
            { head: 'Bruger tilbuddet', cell: ({ used }: Usage) => (used ? 'Ja' : 'Nej') },
            {
              head: 'Pladser',
              numeric: true,
              cell: ({ places }: Usage) => (places === undefined ? 'Ikke oplyst' : numberText(places)),
            },
            { head: 'Kilde', cell: ({ source }: Usage) => source },
          ]}
        />
      )}
      {mayEdit(read, ask) && !ask.query.pr && (
        <ButtonRow>
          <LinkButton href={`/tilbud/${offer.id}/brug`}>Skriv, hvem der bruger det</LinkButton>
        </ButtonRow>
      )}
    </>
  )
}
