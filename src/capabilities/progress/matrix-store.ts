import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import { addDays, type Day } from '../../platform/values/day.ts'
import { allParties, existsOn, type Party } from '../parties/index.ts'
import { parameterOn } from '../rules/index.ts'
import type { Area, Matrix, Standing } from './matrix.ts'
import type { State } from './status.ts'
import { endOf } from './store.ts'

/** The whole matrix as it was known at the end of a day, in the four small questions it takes. */
export async function matrixOn(sql: Sql, day: Day): Promise<Matrix> {
  const [areas, parties, staleDays] = await Promise.all([
    areasOn(sql, day),
    allParties(sql),
    parameterOn(sql, 'report.staleDays', day),
  ])
  const members = parties.filter((party) => party.member && existsOn(party, day))
  const before = new Map(
    members
      .flatMap(({ id }) => parties.find(({ successorId }) => successorId === id) ?? [])
      .map((party) => [party.successorId, party]),
  )
  const asked: Party[] = [...members, ...before.values()]
  const standings = await standingsOn(sql, day, {
    parties: asked.map(({ id }) => id),
    areas: areas.map(({ id }) => id),
    staleDays,
  })
  const of = (party: Party) => standings[asked.indexOf(party)] ?? []
  return {
    areas,
    columns: members.map((party) => {
      const old = before.get(party.id)
      return { party, standings: of(party), ...(old && { before: { party: old, standings: of(old) } }) }
    }),
  }
}

/** The action areas known on a day, in the order of their principles: as planOn has them, without the rest of the plan. */
export const areasOn = (sql: Sql, day: Day): Promise<Area[]> => once(sql, `areas ${day}`, () => readAreas(sql, day))

async function readAreas(sql: Sql, day: Day): Promise<Area[]> {
  const title = (item: 'a' | 'p') => sql`
    (select value #>> '{}' from plan_fact
     where item_id = ${sql(`${item}.id`)} and field = 'title' and valid_from <= ${day} and (valid_until is null or valid_until > ${day})
     order by valid_from desc, id desc limit 1)`
  const rows = await sql<{ id: number; key: string; title: string; pKey: string; pSlug: string; pTitle: string }[]>`
    select * from (
      select a.id, a.key, ${title('a')} as title, p.key as p_key, p.slug as p_slug, coalesce(${title('p')}, p.key) as p_title,
        row_number() over (order by p.position, p.id, a.position, a.id) as place
      from plan_item a join plan_item p on p.id = a.parent_id
      where a.kind = 'area'
    ) x where title is not null order by place`
  return rows.map(({ id, key, title, pKey, pSlug, pTitle }) => ({
    id,
    key,
    title,
    principle: { key: pKey, slug: pSlug, title: pTitle },
  }))
}

type Asked = { parties: number[]; areas: number[]; staleDays: number }

/**
 * For each party, what it has said of each area: one probe into the covering index for each cell, and one short text for each
 * party, since twenty thousand rows would take longer to carry than to find.
 */
async function standingsOn(sql: Sql, day: Day, { parties, areas, staleDays }: Asked): Promise<Standing[][]> {
  if (areas.length === 0) return parties.map(() => [])
  const end = endOf(sql, day)
  const aged = endOf(sql, addDays(day, -staleDays - 1))
  const rows = await sql<{ cells: string }[]>`
    select (
      select string_agg(coalesce(r.code, ''), ',' order by a.place)
      from unnest(${areas}::bigint[]) with ordinality a(id, place)
      left join lateral (
        select s.state || ' ' || case when s.approved_at < ${end} then 'a' else '' end
          || case when s.recorded_at >= ${aged} or (s.approved_at >= ${aged} and s.approved_at < ${end}) or s.id in (
            select report_id from status_confirmation where at >= ${aged} and at < ${end}) then '' else 's' end
          || case when s.example then 'e' else '' end as code
        from status_report s
        where s.party_id = p.id and s.area_id = a.id and s.published_at < ${end} and not s.late
        order by s.published_at desc, s.id desc limit 1
      ) r on true
    ) as cells
    from unnest(${parties}::bigint[]) with ordinality p(id, place) order by place`
  return rows.map(({ cells }) => cells.split(',').map(standingOf))
}

const known = new Map<string, Standing>()

/** There are few different cells, so each is read once: state, then a(pproved), s(tale), e(xample). */
function standingOf(code: string): Standing {
  const before = known.get(code)
  if (before) return before
  const [state = '', marks = ''] = code.split(' ')
  const standing = {
    state: state === '' ? undefined : (state as State),
    approved: marks.includes('a'),
    stale: marks.includes('s'),
    example: marks.includes('e'),
  }
  known.set(code, standing)
  return standing
}
