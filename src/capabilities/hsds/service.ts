import { dayText } from '../../platform/values/day.ts'
import { ageText, evidences } from '../offers/index.ts'
import type { Attribute, Service, ServiceBasic } from './answer.ts'
import { capacityOf, lineName } from './capacity.ts'
import { caveatsOf, sourceText } from './caveat.ts'
import { serviceAtLocationOf, serviceName } from './location.ts'
import { organizationBasicOf, programOf } from './organization.ts'
import { costOf } from './price.ts'
import type { Judged, LineRow, ServiceRow } from './row.ts'
import { type Book, type Link, said } from './taxonomy.ts'
import { statusOf, webAddress } from './words.ts'

type Span = { ageFrom?: number | undefined; ageTo?: number | undefined }

/** A target group's own ages go before those of the line. */
const spansOf = (line: LineRow): Span[] =>
  line.groups.length === 0
    ? [line]
    : line.groups.map((group) => ({ ageFrom: group.ageFrom ?? line.ageFrom, ageTo: group.ageTo ?? line.ageTo }))

/** The widest bound of them all; undefined as soon as one of them has none, since then nobody knows. */
function bound(spans: readonly Span[], of: (span: Span) => number | undefined, widest: (...all: number[]) => number) {
  const told = spans.flatMap((span) => of(span) ?? [])
  return spans.length === 0 || told.length < spans.length ? undefined : widest(...told)
}

/** Lowest and highest age a service is for, whole years, both included. */
export function agesOf(lines: readonly LineRow[]): { minimum_age?: number; maximum_age?: number } {
  const spans = lines.flatMap(spansOf)
  const from = bound(spans, ({ ageFrom }) => ageFrom, Math.min)
  const to = bound(spans, ({ ageTo }) => ageTo, Math.max)
  return { ...(from === undefined ? {} : { minimum_age: from }), ...(to === undefined ? {} : { maximum_age: to }) }
}

const groupAges = (line: LineRow, group: LineRow['groups'][number]): string | undefined =>
  ageText({ ageFrom: group.ageFrom ?? line.ageFrom, ageTo: group.ageTo ?? line.ageTo })

function eligibilityOf({ lines }: ServiceRow, book: Book): string | undefined {
  const groups = lines.flatMap((line) =>
    line.groups.flatMap((group) => {
      const name = book.group.get(group.termId)?.name
      const ages = groupAges(line, group)
      return name ? [ages ? `${name} (${ages})` : name] : []
    }),
  )
  const texts = lines.flatMap(({ groupText }) => (groupText ? [`Kilden siger: ${groupText}.`] : []))
  const sentences = [...(groups.length > 0 ? [`${[...new Set(groups)].join(', ')}.`] : []), ...new Set(texts)]
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

/** What is going to happen to it. */
function alertOf({ opensOn, closesOn }: ServiceRow, { today }: Judged): string | undefined {
  if (closesOn !== undefined && closesOn > today) return `Lukker ${dayText(closesOn)}.`
  return opensOn !== undefined && opensOn > today ? `Åbner ${dayText(opensOn)}.` : undefined
}

const placesText = (line: LineRow): string =>
  `${lineName(line)}: ${line.approved === undefined ? 'pladstallet er ikke oplyst' : `${line.approved} godkendte pladser`}.`

const descriptionOf = (row: ServiceRow, judged: Judged): string =>
  [
    row.statusNote,
    row.offerNote,
    row.unitNote,
    ...row.lines.map(placesText),
    ...notTold(row).map((name) => `Ledige pladser er ikke oplyst for ${name}.`),
    sourceText(row, judged),
  ]
    .filter((one) => one !== undefined)
    .join(' ')

/** Place lines of which nobody has said whether anything is free. */
const notTold = ({ lines, status }: ServiceRow): string[] =>
  status === 'closed' ? [] : lines.filter((line) => !line.said).map(lineName)

export function serviceBasicOf(row: ServiceRow, book: Book, judged: Judged): ServiceBasic {
  const { operator } = row
  const eligibility = eligibilityOf(row, book)
  const alert = alertOf(row, judged)
  return {
    id: row.uuid,
    ...(operator ? { organization_id: operator.uuid } : {}),
    program_id: row.offerUuid,
    name: serviceName(row),
    description: descriptionOf(row, judged),
    url: webAddress(row.website) ?? `${judged.baseUrl}/tilbud/${row.offerId}`,
    status: statusOf(row.status),
    ...(alert ? { alert } : {}),
    ...(eligibility ? { eligibility_description: eligibility } : {}),
    ...agesOf(row.lines),
    ...(row.asOfDay ? { assured_date: row.asOfDay } : {}),
    last_modified: row.modifiedAt.toISOString(),
    ...(operator ? { organization: organizationBasicOf(operator, judged) } : {}),
    program: programOf(row, operator?.uuid),
  }
}

/** A unit of an offer with all that hangs on it. Danish: afdeling. */
export const serviceOf = (row: ServiceRow, book: Book, judged: Judged): Service => ({
  ...serviceBasicOf(row, book, judged),
  capacities: row.status === 'closed' ? [] : row.lines.flatMap((line) => capacityOf(line, row.uuid, book, judged) ?? []),
  cost_options: row.prices.map((price) => costOf(price, row.uuid, book, judged)),
  service_at_locations: [serviceAtLocationOf(row, book)],
  attributes: attributesOf(row, book, judged),
})

/** Each thing is said once, however many place lines it holds for. */
function attributesOf(row: ServiceRow, book: Book, judged: Judged): Attribute[] {
  const link: Link = { id: row.uuid, entity: 'service' }
  const all = [
    ...row.lines.flatMap((line) => lineAttributes(line, link, book)),
    ...said.ownership(book, link, row.operator?.ownership),
    ...said.municipality(book, link, row.municipalityCode),
    ...said.number(
      book,
      link,
      'approved',
      sumOf(row.lines, ({ approved }) => approved),
    ),
    ...said.number(
      book,
      link,
      'inUse',
      sumOf(row.lines, ({ inUse }) => inUse),
    ),
    ...notTold(row).flatMap((name) => said.caveat(book, link, 'none', name)),
    ...caveatsOf(book, link, row, judged),
  ]
  return [...new Map(all.map((attribute) => [attribute.id, attribute])).values()]
}

const lineAttributes = (line: LineRow, link: Link, book: Book): Attribute[] => [
  ...line.bases.flatMap((key) => said.basis(book, link, key, line.evidence === 'stated' ? undefined : evidences[line.evidence])),
  ...said.kind(book, link, line.kind),
  ...line.groups.flatMap((group) => said.group(book, link, group.termId, groupAges(line, group))),
]

/** The sum of what every line tells; undefined when one of them does not, since then nobody knows it. */
function sumOf(lines: readonly LineRow[], of: (line: LineRow) => number | undefined): number | undefined {
  const told = lines.flatMap((line) => of(line) ?? [])
  return lines.length === 0 || told.length < lines.length ? undefined : told.reduce((sum, one) => sum + one, 0)
}
