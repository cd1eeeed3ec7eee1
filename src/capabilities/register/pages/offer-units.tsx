import { Empty, Source, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayShort } from '../../../platform/values/day.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import {
  ageOf,
  ageText,
  evidences,
  isOn,
  type LineDetail,
  type PlaceCount,
  type Price,
  periodText,
  placeKinds,
  priceUnits,
  type UnitDetail,
} from '../../offers/index.ts'
import { isOldPrice, WHOLE } from '../figures.ts'
import type { OfferToRead } from '../offer-reading.ts'

type Props = { read: OfferToRead; mayEdit: boolean }

/** Each unit with its places and its prices; the name of a unit that is all there is of the offer is not told. */
export const Units = ({ read, mayEdit }: Props) => {
  const { units, offer } = read.detail
  if (units.length === 0)
    return (
      <Empty
        title="Ingen afdelinger"
        level={3}
        action={mayEdit ? { text: 'Opret den første', href: `/tilbud/${offer.id}/afdelinger/ny` } : undefined}
      >
        <p>Et tilbud uden afdelinger kan ikke findes i søgningen.</p>
      </Empty>
    )
  return (
    <>
      {units.map((unit) => (
        <section class="offers-section" id={`afdeling-${unit.id}`} aria-label={unit.name}>
          <UnitHead unit={unit} read={read} mayEdit={mayEdit} />
          <Lines unit={unit} read={read} mayEdit={mayEdit} />
          <Prices unit={unit} read={read} mayEdit={mayEdit} />
          {unit.note && <p>{unit.note}</p>}
          <SourceOf of={unit} read={read} />
        </section>
      ))}
    </>
  )
}

const SourceOf = ({ of, read: { judged } }: { of: UnitDetail; read: OfferToRead }) => {
  const { text, old } = ageOf(of, judged.day, judged.oldMonths)
  return (
    <Source
      title={of.source}
      place={`pr. ${text}${old ? ' (gamle tal)' : ''}`}
      {...(of.sourceUrl ? { href: of.sourceUrl } : {})}
    />
  )
}

const UnitHead = ({ unit, read, mayEdit }: Props & { unit: UnitDetail }) => {
  const at = `/tilbud/${unit.offerId}/afdelinger/${unit.id}`
  const place = read.municipalities.find(({ code }) => code === unit.municipalityCode)?.name
  const facts = [
    unit.address,
    place && `${place} Kommune`,
    unit.portalId && `nr. ${unit.portalId}`,
    unit.pNumber && `P-nummer ${unit.pNumber}`,
  ]
  return (
    <>
      <h3>
        {unit.name === WHOLE && read.detail.units.length === 1 ? 'Pladser' : unit.name}{' '}
        {unit.example && <Tag kind="warning">Eksempel</Tag>}
        {unit.closesOn && unit.closesOn <= read.judged.day && <Tag kind="warning">Lukket {dayShort(unit.closesOn)}</Tag>}
      </h3>
      {facts.some(Boolean) && <p class="quiet">{facts.filter(Boolean).join(' · ')}</p>}
      {mayEdit && (
        <p class="offers-deeds">
          <a href={`${at}/ret`}>Ret afdelingen</a> <a href={`${at}/pladser/ny`}>Ny pladslinje</a>{' '}
          <a href={`${at}/priser/ny`}>Ny pris</a>
        </p>
      )}
    </>
  )
}

const Lines = ({ unit, read, mayEdit }: Props & { unit: UnitDetail }) => {
  const { day } = read.judged
  const lines = unit.lines.filter(({ validUntil }) => validUntil === undefined || validUntil > day)
  const past = unit.lines.length - lines.length
  if (lines.length === 0)
    return <p>{past > 0 ? 'Alle pladser er sluttet. Se historien nederst.' : 'Der er ikke oplyst nogen pladser.'}</p>
  return (
    <Table
      caption={`Pladser i ${unit.name}`}
      captionHidden
      rows={lines}
      columns={[
        { head: 'Form', rowHead: true, cell: (line) => <Kind line={line} read={read} /> },
        { head: 'Retsgrundlag', cell: (line) => <Bases line={line} read={read} /> },
        { head: 'Målgrupper', cell: (line) => <Groups line={line} /> },
        {
          head: 'Godkendt',
          numeric: true,
          cell: (line) => <Figure count={countOf(line, day)} value={countOf(line, day)?.approved} read={read} />,
        },
        { head: 'I brug', numeric: true, cell: (line) => toldOr(countOf(line, day)?.inUse) },
        { head: 'Budgetteret belægning', numeric: true, cell: (line) => percent(countOf(line, day)?.budgetedOccupancy) },
        ...(mayEdit ? [{ head: 'Ret', cell: (line: LineDetail) => <LineDeeds unit={unit} line={line} /> }] : []),
      ]}
    />
  )
}

/** What holds on the day; before the line begins, what it begins with. */
const countOf = ({ counts, validFrom }: LineDetail, day: string): PlaceCount | undefined =>
  counts.find((count) => isOn(count, validFrom !== undefined && validFrom > day ? validFrom : day))

const toldOr = (value: number | undefined) => (value === undefined ? 'Ikke oplyst' : numberText(value))
const percent = (value: number | undefined) => (value === undefined ? 'Ikke oplyst' : `${numberText(value)} %`)

const Figure = ({
  count,
  value,
  read: { judged },
}: {
  count: PlaceCount | undefined
  value: number | undefined
  read: OfferToRead
}) => {
  if (!count || value === undefined) return <>Ikke oplyst</>
  const { text, old } = ageOf(count, judged.day, judged.oldMonths)
  return (
    <div>
      {numberText(value)}
      {old && <span class="offers-as-of">gammelt tal, {text}</span>}
    </div>
  )
}

const Kind = ({ line, read: { judged } }: { line: LineDetail; read: OfferToRead }) => {
  const others = line.counts.filter((count) => count !== countOf(line, judged.day) && count.approved !== undefined)
  return (
    <div>
      {[line.kind ? placeKinds[line.kind] : 'Form ikke oplyst', line.label].filter(Boolean).join(', ')}
      {(line.validFrom !== undefined && line.validFrom > judged.day) || line.validUntil !== undefined ? (
        <span class="offers-as-of">{periodText(line)}</span>
      ) : null}
      {others.map((count) => (
        <span class="offers-as-of">
          {count.approved} {count.approved === 1 ? 'plads' : 'pladser'} {periodText(count)}
        </span>
      ))}
    </div>
  )
}

const Bases = ({ line, read: { bases } }: { line: LineDetail; read: OfferToRead }) => {
  const known = line.bases.flatMap((key) => bases.find((basis) => basis.key === key) ?? [])
  return (
    <div>
      {known.length === 0 && 'Ikke oplyst'}
      {known.map(({ code, title, validUntil, successorKey }) => (
        <span class="offers-basis">
          <strong>{code}</strong> {title}
          {validUntil && (
            <span class="offers-as-of">
              {`ophævet ${dayShort(validUntil)}`}
              {successorKey && `, nu ${bases.find(({ key }) => key === successorKey)?.code ?? successorKey}`}
            </span>
          )}
        </span>
      ))}
      {line.basisEvidence !== 'stated' && known.length > 0 && (
        <span class="offers-as-of">{evidences[line.basisEvidence].toLowerCase()}</span>
      )}
      {line.basisText && line.basisEvidence !== 'stated' && <span class="offers-as-of">{`kilden siger: ${line.basisText}`}</span>}
    </div>
  )
}

const Groups = ({ line }: { line: LineDetail }) => {
  const age = ageText(line)
  return (
    <div>
      {line.groups.length === 0 && !line.groupText && 'Ikke oplyst'}
      {line.groups.map((group) => (
        <span class="offers-group">
          {group.label}
          {ageText(group) && ` (${ageText(group)})`}
        </span>
      ))}
      {age && <span class="offers-group">{age}</span>}
      {!age && line.ageText && <span class="offers-group">{line.ageText}</span>}
      {line.groupText && <span class="offers-as-of">{`kilden siger: ${line.groupText}`}</span>}
    </div>
  )
}

const LineDeeds = ({ unit, line }: { unit: UnitDetail; line: LineDetail }) => {
  const at = `/tilbud/${unit.offerId}/pladser/${line.id}`
  return (
    <div class="offers-line-deeds">
      <a href={`${at}/antal`}>Nyt antal</a>
      <br />
      <a href={`${at}/ret`}>Ret linjen</a>
      <br />
      <a href={`${at}/slut`}>Slut</a>
    </div>
  )
}

const Prices = ({ unit, read: { judged }, mayEdit }: Props & { unit: UnitDetail }) => {
  if (unit.prices.length === 0) return null
  const lineOf = (price: Price) => {
    const line = unit.lines.find(({ id }) => id === price.placeLineId)
    return line?.kind ? placeKinds[line.kind] : line ? 'Form ikke oplyst' : 'Hele afdelingen'
  }
  return (
    <Table
      caption={`Priser i ${unit.name}`}
      compact
      rows={unit.prices}
      columns={[
        { head: 'Gælder', rowHead: true, cell: (price) => [lineOf(price), price.label].filter(Boolean).join(', ') },
        { head: 'Pris', numeric: true, cell: ({ amountOre, per }) => `${kronerText(amountOre)} pr. ${priceUnits[per]}` },
        {
          head: 'År',
          cell: ({ year, example }) => (
            <div>
              {year ?? 'Uden år'}
              {isOldPrice(year, judged.day, judged.oldMonths) && <span class="offers-as-of">gammelt tal</span>}
              {example && <span class="offers-as-of">eksempel</span>}
            </div>
          ),
        },
        { head: 'Kilde', cell: ({ source, sourceUrl }) => (sourceUrl ? <a href={sourceUrl}>{source}</a> : source) },
        ...(mayEdit
          ? [{ head: 'Ret', cell: ({ id }: Price) => <a href={`/tilbud/${unit.offerId}/priser/${id}/ret`}>Ret prisen</a> }]
          : []),
      ]}
    />
  )
}
