import { Table } from '../../../platform/ui/index.ts'
import { dayOf, dayShort } from '../../../platform/values/day.ts'
import { type HeldRole, type Origin, roleName } from '../role.ts'

const origins: Record<Origin, string> = {
  given: 'Givet her',
  'identity provider': 'Fra arbejdsloginet',
  demo: 'Demoperson',
}

type RoleTableProps = { roles: readonly HeldRole[]; caption: string; endHref?: (role: HeldRole) => string }

/** Roles held now and before, from when to when; with `endHref` each can be ended where the browser gave it. */
export const RoleTable = ({ roles, caption, endHref }: RoleTableProps) => (
  <Table
    caption={caption}
    captionHidden
    columns={[
      { head: 'Rolle', cell: roleName, rowHead: true },
      { head: 'Fra', cell: ({ grantedAt }) => dayShort(dayOf(grantedAt)) },
      { head: 'Til', cell: ({ endedAt }) => (endedAt ? dayShort(dayOf(endedAt)) : 'Gælder nu') },
      { head: 'Hvorfra', cell: ({ origin, grantedBy }) => (grantedBy ? `${origins[origin]} af ${grantedBy}` : origins[origin]) },
      ...(endHref ? [{ head: 'Gør noget', cell: (held: HeldRole) => <EndLink held={held} href={endHref(held)} /> }] : []),
    ]}
    rows={roles}
    empty="Ingen roller endnu."
  />
)

const EndLink = ({ held, href }: { held: HeldRole; href: string }) => {
  if (held.endedAt) return <>Afsluttet</>
  if (held.origin === 'identity provider') return <>Afsluttes i arbejdsloginet</>
  return (
    <a href={href}>
      Afslut<span class="sr-only"> rollen {roleName(held)}</span>
    </a>
  )
}
