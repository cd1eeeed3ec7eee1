import type { Child } from 'hono/jsx'
import type { Ask } from '../../../platform/action.ts'
import { Alert, Empty, type Page, Table } from '../../../platform/ui/index.ts'
import {
  ageOf,
  answerTexts,
  type Found,
  freshnesses,
  freshnessOf,
  type JudgedOn,
  type OfferDetail,
  ownerships,
  placeKinds,
  statuses,
} from '../../offers/index.ts'
import { agesText, placesText, priceText, unitNameOf } from '../figures.ts'
import { confirmedText, vacantText } from '../vacancy-text.ts'

type Compared = { offers: OfferDetail[]; units: Found[]; judged: JudgedOn; left: number }

type Line = { head: string; of: (offer: OfferDetail, units: Found[]) => Child }

/** Side by side, thing by thing: what differs stands on one line. */
export const ComparePage = ({ offers, units, judged, left }: Compared, _ask: Ask): Page => ({
  title: 'Sammenlign tilbud',
  lead:
    offers.length > 0
      ? 'Det samme om hvert tilbud, linje for linje. Tallene kan være fra forskellige år: se nederst.'
      : undefined,
  crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Sammenlign' }],
  wide: true,
  robots: 'noindex',
  marks: units.some(({ example }) => example) ? ['eksempeldata'] : [],
  body:
    offers.length < 2 ? (
      <Empty
        title={offers.length === 0 ? 'Der er ikke valgt noget' : 'Der er kun valgt ét tilbud'}
        action={{ text: 'Vælg tilbud', href: '/tilbud' }}
      >
        <p>Sæt kryds ved to til fire tilbud på listen, og tryk »Sammenlign de valgte«.</p>
      </Empty>
    ) : (
      <>
        {left > 0 && <Alert kind="info">{`Der kan sammenlignes fire ad gangen, så ${left} er ikke med.`}</Alert>}
        <Table
          caption="Tilbud side om side"
          captionHidden
          wide
          rows={linesOf(judged)}
          columns={[
            { head: 'Tilbud', rowHead: true, cell: ({ head }) => head },
            ...offers.map((offer) => ({
              head: offer.offer.name,
              cell: ({ of }: Line) =>
                of(
                  offer,
                  units.filter(({ offerId }) => offerId === offer.offer.id),
                ),
            })),
          ]}
        />
      </>
    ),
})

/** The unit, and which of its places when it has more than one kind. */
function nameOf(row: Found, all: readonly Found[]): string | undefined {
  const several = all.filter(({ unitId }) => unitId === row.unitId).length > 1
  const kinds = several ? row.kinds.map((kind) => placeKinds[kind].toLowerCase()).join(', ') : ''
  return [unitNameOf(row), kinds, several ? row.label : ''].filter(Boolean).join(', ') || undefined
}

/** One value a result; told once when all say the same. */
const each = (units: readonly Found[], of: (unit: Found) => string | undefined): Child => {
  const values = units.map((unit) => ({ name: nameOf(unit, units), text: of(unit) ?? 'Ikke oplyst' }))
  if (new Set(values.map(({ text }) => text)).size <= 1) return values[0]?.text ?? 'Ikke oplyst'
  return (
    <ul class="offers-units">
      {values.map(({ name, text }) => (
        <li>
          {name && <span class="quiet">{name}: </span>}
          {text}
        </li>
      ))}
    </ul>
  )
}

const joined = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(', ') : undefined)
const all = (units: readonly Found[], of: (unit: Found) => readonly string[]) =>
  joined([...new Set(units.flatMap(of))]) ?? 'Ikke oplyst'

/** 'Ingen ledige pladser, bekræftet 17. nov. 2026 (frisk)' */
const vacancyOf = (unit: Found, judged: JudgedOn): string => {
  if (unit.status === 'closed') return 'Lukket'
  const confirmed = confirmedText(unit)
  const fresh = freshnesses[freshnessOf(unit.confirmedOn, judged)].toLowerCase()
  return `${vacantText(unit, judged.day)}${confirmed ? `, ${confirmed} (${fresh})` : ''}`
}

const linesOf = (judged: JudgedOn): Line[] => [
  { head: 'Mere om tilbuddet', of: ({ offer }) => <a href={`/tilbud/${offer.id}`}>Åbn {offer.name}</a> },
  { head: 'Status', of: (_, units) => each(units, ({ status }) => statuses[status]) },
  {
    head: 'Driftsherre',
    of: ({ operator }) =>
      operator
        ? `${operator.name}${operator.ownership ? ` (${ownerships[operator.ownership].toLowerCase()})` : ''}`
        : 'Ikke oplyst',
  },
  { head: 'Kommune', of: (_, units) => all(units, ({ municipality }) => (municipality ? [municipality] : [])) },
  { head: 'Målgrupper', of: (_, units) => all(units, ({ groups }) => groups) },
  { head: 'Alder', of: (_, units) => each(units, ({ ages }) => agesText(ages)) },
  { head: 'Retsgrundlag', of: (_, units) => all(units, ({ bases }) => bases) },
  { head: 'Form', of: (_, units) => all(units, ({ kinds }) => kinds.map((kind) => placeKinds[kind])) },
  { head: 'Pladser', of: (_, units) => each(units, placesText) },
  {
    head: 'Ledige pladser',
    of: (_, units) => each(units, (unit) => vacancyOf(unit, judged)),
  },
  { head: 'Pris', of: (_, units) => each(units, priceText) },
  { head: 'Med i rammeaftalen', of: (_, units) => each(units, ({ agreement }) => answerTexts[agreement]) },
  { head: 'Blandt de mest specialiserede', of: (_, units) => (units.some(({ specialised }) => specialised) ? 'Ja' : 'Nej') },
  {
    head: 'Oplyst pr.',
    of: (_, units) =>
      each(units, (unit) => {
        const { text, old } = ageOf(unit, judged.day, judged.oldMonths)
        return old ? `${text} (gamle tal)` : text
      }),
  },
]
