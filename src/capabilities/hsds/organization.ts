import { ownerships } from '../offers/index.ts'
import type { Organization, OrganizationBasic, Program, Service } from './answer.ts'
import { caveatsOf, sourceText } from './caveat.ts'
import { namedId } from './identity.ts'
import { locationOf, serviceName } from './location.ts'
import type { Judged, OperatorRow, ServiceRow } from './row.ts'
import { type Book, type Link, said } from './taxonomy.ts'
import { statusOf, webAddress } from './words.ts'

/** Who runs services. Danish: driftsherre. */
export function organizationBasicOf(operator: OperatorRow, judged: Judged): OrganizationBasic {
  const { uuid, name, ownership, ownershipNote, note } = operator
  const website = webAddress(operator.website)
  return {
    id: uuid,
    name,
    description: [
      ownership ? `${ownerships[ownership]} driftsherre.` : 'Det er ikke oplyst, hvem der ejer driftsherren.',
      ownershipNote,
      note,
      sourceText(operator, judged),
    ]
      .filter((one) => one !== undefined)
      .join(' '),
    ...(website ? { website } : {}),
    ...(ownership ? { legal_status: ownerships[ownership] } : {}),
  }
}

const schemes = [
  ['cvr', 'DK-CVR', 'CVR-nummer'],
  ['pNumber', 'DK-P', 'P-nummer'],
  ['ean', 'GLN', 'EAN-nummer'],
] as const

/** An operator with its services: `full` says how each of them is shown. */
export function organizationOf(
  operator: OperatorRow,
  services: readonly ServiceRow[],
  book: Book,
  judged: Judged,
  full?: (row: ServiceRow) => Service,
): Organization {
  const link: Link = { id: operator.uuid, entity: 'organization' }
  const short = (row: ServiceRow) => ({ id: row.uuid, name: serviceName(row), status: statusOf(row.status) })
  const programs = new Map(services.map((row) => [row.offerUuid, programOf(row, operator.uuid)]))
  return {
    ...organizationBasicOf(operator, judged),
    organization_identifiers: schemes.flatMap(([field, scheme, type]) => {
      const identifier = operator[field]
      const id = namedId(`${operator.uuid}:${scheme}`)
      return identifier
        ? [{ id, organization_id: operator.uuid, identifier_scheme: scheme, identifier_type: type, identifier }]
        : []
    }),
    programs: [...programs.values()],
    locations: services.map((row) => locationOf(row, book)),
    attributes: [...said.ownership(book, link, operator.ownership), ...caveatsOf(book, link, operator, judged)],
    services: services.map(full ?? short),
  }
}

/** The offer whose parts the services are. Danish: tilbud. */
export const programOf = (
  { offerUuid, offerName, offerNote }: Pick<ServiceRow, 'offerUuid' | 'offerName' | 'offerNote'>,
  organizationId: string | undefined,
): Program => ({
  id: offerUuid,
  ...(organizationId ? { organization_id: organizationId } : {}),
  name: offerName,
  description: offerNote ?? `Tilbuddet ${offerName} med alle dets afdelinger.`,
})
