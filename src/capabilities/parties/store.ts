import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Body, Party } from './party.ts'

/** The members of the agreement on a day, in Danish order, municipalities before the region. */
export const membersOn = (sql: Sql, day: Day): Promise<readonly Party[]> =>
  once(
    sql,
    `members ${day}`,
    async () => sql<Party[]>`
  select id, key, slug, name, long_name, short, kind, code, member, valid_from, valid_until, successor_id, tile_col, tile_row
  from party
  where member and coalesce(valid_from, '-infinity') <= ${day}::date and ${day}::date < coalesce(valid_until, 'infinity')
  order by kind <> 'municipality', name collate danish`,
  )

/** Every party there is or was. */
export const allParties = (sql: Sql): Promise<readonly Party[]> =>
  once(
    sql,
    'parties',
    async () => sql<Party[]>`
  select id, key, slug, name, long_name, short, kind, code, member, valid_from, valid_until, successor_id, tile_col, tile_row
  from party order by member desc, kind <> 'municipality', name collate danish`,
  )

export async function partyWithSlug(sql: Sql, slug: string): Promise<Party | undefined> {
  const [party] = await sql<Party[]>`
    select id, key, slug, name, long_name, short, kind, code, member, valid_from, valid_until, successor_id, tile_col, tile_row
    from party where slug = ${slug}`
  return party
}

export const allBodies = (sql: Sql): Promise<Body[]> => sql<Body[]>`
  select key, name, kind, aliases, parent_current, parent_proposed, note, status, sources from body order by name collate danish`
