import { RowReader } from '../../platform/incoming.ts'
import { type MappedRow, plainTitle } from '../../platform/mapping.ts'
import { CPR_SENTENCE, looksLikeCpr } from '../../platform/values/cpr.ts'
import { type Municipality, ownerships, type PriceUnit, placeKinds, priceUnits, statuses } from '../offers/index.ts'
import type { LegalBasis, Term } from '../terms/index.ts'
import { type FieldKey, naming } from './fields.ts'
import {
  asOfIn,
  basesIn,
  type Columns,
  cvrIn,
  eanIn,
  groupsIn,
  municipalityIn,
  oreIn,
  percentIn,
  pNumberIn,
  portalIn,
  wholeIn,
  wordIn,
} from './reading-cells.ts'
import type { OfferRow } from './row.ts'
import { agesFrom, type Book, kindWords, ownershipWords, perWords, statusWords } from './words.ts'
import * as written from './written.ts'

/** What the cells of a file are read against. */
export type Reader = {
  columns: Columns
  municipalities: readonly Municipality[]
  bases: Book<LegalBasis>
  groups: Book<Term>
  /** Said of the whole file. */
  usual: { per: PriceUnit | undefined; year: number | undefined }
}

const listOf = (words: Record<string, string>) => Object.values(words).join(', ')
const NUMBERS: ReadonlySet<string> = new Set<FieldKey>([
  'portalOffer',
  'portalUnit',
  'pNumber',
  'cvr',
  'ean',
  'offerKey',
  'unitKey',
  'lineKey',
])

/** How people write that they have nothing to tell. */
const NOTHING = /^(?:[-–—?.]|n\/a|ikke oplyst|ukendt|ikke relevant)$/i

/**
 * Reads one row.
 * @throws RowErrors with every cell of it that cannot be read
 */
export function offerRow(mapped: MappedRow, reader: Reader): OfferRow {
  const row = new RowReader(
    { ...mapped, cells: new Map([...mapped.cells].filter(([, cell]) => !NOTHING.test(cell.text))) },
    (key) => key,
  )
  mustHoldNoPerson(row, mapped)
  const read = { ...keysIn(row, reader), ...partsIn(row, reader), ...placesIn(row, reader), price: priceIn(row, reader) }
  if (naming.every((key) => row.cell(key).text === '' && row.cell(key).error === undefined))
    row.wrong('offer', 'Rækken siger ikke, hvilket tilbud den gælder. Skriv tilbuddets navn eller nummer.')
  mustFit(row, read.count, reader)
  row.mustBeRight()
  return { number: mapped.number, ...read }
}

/** Numbers of organisations may look like a person's; everything else that does is refused, also in columns that are not read. */
function mustHoldNoPerson(row: RowReader, { cells, others }: MappedRow): void {
  for (const [key, cell] of cells) if (!NUMBERS.has(key) && looksLikeCpr(cell.text)) row.wrong(key, CPR_SENTENCE)
  for (const { ref, text } of others) if (/\d{6}[- ]\d{4}/.test(text) && looksLikeCpr(text)) row.wrongAt(ref, CPR_SENTENCE)
}

const keysIn = (row: RowReader, { columns }: Reader) => ({
  lineKey: wholeIn(row, 'lineKey', [1, 999_999_999_999], columns),
  unitKey: wholeIn(row, 'unitKey', [1, 999_999_999_999], columns),
  offerKey: wholeIn(row, 'offerKey', [1, 999_999_999_999], columns),
})

const partsIn = (row: RowReader, reader: Reader) => ({
  operator: {
    name: row.parsed('operator', written.name),
    cvr: cvrIn(row),
    ean: eanIn(row),
    ownership: wordIn(row, 'ownership', ownershipWords, plainTitle, listOf(ownerships)),
  },
  offer: {
    name: row.parsed('offer', written.name),
    portalId: portalIn(row, 'portalOffer'),
    address: addressIn(row),
    website: websiteIn(row),
    mailbox: row.parsed('mailbox', written.mailbox),
    note: row.parsed('note', written.note),
  },
  municipalityCode: municipalityIn(row, reader.municipalities, reader.columns),
  status: wordIn(row, 'status', statusWords, plainTitle, listOf(statuses)),
  unit: { name: row.parsed('unit', written.name), portalId: portalIn(row, 'portalUnit'), pNumber: pNumberIn(row) },
  told: {
    ...asOfIn(row),
    source: row.parsed('source', written.source),
    sourceUrl: row.parsed('sourceUrl', written.link),
  },
})

/** 'Lindevej 3' and '4690' and 'Haslev', from one cell or three. */
function addressIn(row: RowReader): string | undefined {
  const street = row.parsed('address', written.street)
  const place = [row.parsed('postalCode', written.postalCode), row.parsed('city', written.city)].filter(Boolean).join(' ')
  if (place === '' || street?.includes(place)) return street
  return [street, place].filter(Boolean).join(', ')
}

/** 'www.lindegaarden.dk' is an address too. */
function websiteIn(row: RowReader): string | undefined {
  const address = row.text('website')
  if (address === undefined) return undefined
  const whole = /^https?:/i.test(address)
    ? address
    : /^(www\.)?[\wæøå-]+(\.[\wæøå-]+)+(\/\S*)?$/i.test(address)
      ? `https://${address}`
      : address
  const result = written.link.safeParse(whole)
  return result.success ? result.data : row.wrong('website', result.error.issues[0]?.message ?? 'Adressen kan ikke læses.')
}

function placesIn(row: RowReader, reader: Reader) {
  const ages = agesIn(row, reader)
  return {
    line: {
      label: row.parsed('label', written.label),
      kind: wordIn(row, 'kind', kindWords, plainTitle, listOf(placeKinds)),
      ageFrom: ages.ageFrom,
      ageTo: ages.ageTo,
    },
    ages: ages.written,
    bases: basesIn(row, reader.bases),
    groups: groupsIn(row, reader.groups),
    count: {
      approved: wholeIn(row, 'approved', [0, 100_000], reader.columns),
      inUse: wholeIn(row, 'inUse', [0, 100_000], reader.columns),
      budgetedOccupancy: percentIn(row, 'budgetedOccupancy', reader.columns),
    },
  }
}

/** In one cell, or in two; the words are kept, since the register may know them though they are no simple interval. */
function agesIn(row: RowReader, { columns }: Reader) {
  const bounds = { ageFrom: wholeIn(row, 'ageFrom', [0, 120], columns), ageTo: wholeIn(row, 'ageTo', [0, 120], columns) }
  if (bounds.ageFrom !== undefined && bounds.ageTo !== undefined && bounds.ageFrom > bounds.ageTo)
    row.wrong('ageTo', `Den højeste alder kan ikke være under ${bounds.ageFrom} år.`)
  const written = row.text('ages')
  const read = written === undefined ? undefined : agesFrom(written)
  if (read?.ageFrom !== undefined && read.ageTo !== undefined && read.ageFrom > read.ageTo)
    row.wrong('ages', 'Den højeste alder kan ikke være under den laveste.')
  return { ageFrom: bounds.ageFrom ?? read?.ageFrom, ageTo: bounds.ageTo ?? read?.ageTo, written }
}

const priceIn = (row: RowReader, { columns, usual }: Reader): OfferRow['price'] => ({
  amountOre: oreIn(row, 'price', columns),
  highestOre: oreIn(row, 'priceTo', columns),
  per: wordIn(row, 'pricePer', perWords, plainTitle, listOf(priceUnits)),
  year: wholeIn(row, 'priceYear', [1990, 2100], columns),
  usualPer: usual.per,
  usualYear: usual.year,
})

/** No more can be used, or free, than there are. */
function mustFit(row: RowReader, { approved, inUse }: OfferRow['count'], { columns }: Reader): void {
  const free = wholeIn(row, 'free', [0, 100_000], columns)
  if (approved === undefined) return
  if (inUse !== undefined && inUse > approved)
    row.wrong('inUse', `Der kan ikke være ${inUse} pladser i brug, når ${approved} er godkendt. Ret et af tallene.`)
  if (free !== undefined && free > approved)
    row.wrong('free', `Der kan ikke være ${free} ledige af ${approved} godkendte pladser. Ret et af tallene.`)
}
