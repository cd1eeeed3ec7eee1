import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Limits } from '../freshness.ts'
import { foundLines, type Wish } from './board.ts'

/** Places added up. Beside every sum: of how many lines it is known. */
export type Capacity = {
  groupId: number | undefined
  group: string | undefined
  municipalityCode: number | undefined
  municipality: string | undefined
  lines: number
  approved: number
  approvedTold: number
  inUse: number
  inUseTold: number
  free: number
  freeTold: number
  freeFresh: number
  example: boolean
}

type Split = 'municipality' | 'group' | 'both' | 'all'

/** Lines in use today, added up by municipality, by target group, or both. A line for several groups counts in each. */
export async function capacityBy(
  sql: Sql,
  split: Split,
  wish: Wish,
  { today, limits }: { today: Day; limits: Limits },
): Promise<Capacity[]> {
  const groups = split === 'group' || split === 'both'
  const places = split === 'municipality' || split === 'both'
  const rows = await sql<Capacity[]>`
    with part as (
      select ${groups ? sql`g.term_id` : sql`null::bigint`} as term, ${places ? sql`f.municipality_code` : sql`null::int`} as place,
        count(*)::int as lines, coalesce(sum(f.places_approved), 0)::int as approved, count(f.places_approved)::int as approved_told,
        coalesce(sum(f.places_in_use), 0)::int as in_use, count(f.places_in_use)::int as in_use_told,
        coalesce(sum(f.free_places), 0)::int as free, count(f.free_places)::int as free_told,
        coalesce(sum(f.free_places) filter (where ${today}::date - f.confirmed_on <= ${limits.freshDays}), 0)::int as free_fresh,
        coalesce(bool_or(f.example or f.free_example), false) as example
      from (select * from ${foundLines(sql, wish)} and f.status = 'running') f
      ${groups ? sql`left join place_group g on g.place_line_id = f.line_id` : sql``}
      group by 1, 2 having count(*) > 0
    )
    select part.*, t.id as group_id, t.label as group, m.code as municipality_code, m.name as municipality
    from part left join term t on t.id = part.term left join municipality m on m.code = part.place`
  return rows.sort((a, b) => order(a.group, b.group) || order(a.municipality, b.municipality))
}

const collator = new Intl.Collator('da')

/** What is not told comes last. */
const order = (a: string | undefined, b: string | undefined): number =>
  a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : collator.compare(a, b)

/** A change of capacity as it was announced. Danish: kapacitetsændring. */
export type CapacityChange = {
  id: number
  offerId: number
  offerName: string
  bases: string[]
  what: string
  placesBefore: number | undefined
  placesAfter: number | undefined
  effectiveOn: Day | undefined
  decidedBy: string | undefined
  announcedOn: Day
  source: string
  sourceUrl: string | undefined
  example: boolean
}

/** Every change that was announced, of all offers or of one as was known on a day, the newest first; the bases by their codes. */
export const capacityChanges = (sql: Sql, of?: { offerId: number; day: Day }): Promise<CapacityChange[]> => sql<CapacityChange[]>`
  select h.id, h.offer_id, o.name as offer_name, h.what, h.places_before, h.places_after, h.effective_on, h.decided_by,
    h.announced_on, h.source, h.source_url, h.example,
    array(select b.code from legal_basis b where b.key = any(h.bases) order by b.position) as bases
  from capacity_change h join offer o on o.id = h.offer_id
  ${of ? sql`where h.offer_id = ${of.offerId} and h.announced_on <= ${of.day}` : sql``}
  order by h.announced_on desc, h.id desc limit 200`

export type NewChange = Omit<CapacityChange, 'id' | 'offerName' | 'bases' | 'example' | 'sourceUrl'> & {
  bases?: string[]
  sourceUrl?: string | undefined
  origin?: string
  actorId: number | undefined
  actorName: string
  recordedAt: Date
}

export const announce = (sql: Sql, change: NewChange) => sql`
  insert into capacity_change ${sql({
    ...change,
    bases: change.bases ?? [],
    origin: change.origin ?? null,
    sourceUrl: change.sourceUrl ?? null,
    placesBefore: change.placesBefore ?? null,
    placesAfter: change.placesAfter ?? null,
    effectiveOn: change.effectiveOn ?? null,
    decidedBy: change.decidedBy ?? null,
    actorId: change.actorId ?? null,
  })} on conflict (origin) do nothing`
