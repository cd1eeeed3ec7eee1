import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { facetBits, type reasons } from '../facets.ts'
import type { Finding } from '../finding.ts'
import { changes } from './changes.ts'

/** What a finding is judged by besides what is asked: the day, the rules in force, and what lies near. */
export type Judged = {
  day: Day
  freshDays: number
  ageingDays: number
  usedByOthers: number
  /** Codes of the municipalities that lie near enough, nearest first; undefined: distance is not asked for. */
  near: readonly number[] | undefined
}

const BY_USAGE = 65536
/** The small things that stand in the row as they are: who runs it, kinds, status, and whether it is among the most specialised. */
export const SHARED = 0b1_1111_1111_1111 + facetBits.specialised

const maskOf = <Key extends string>(bits: Record<Key, number>, keys: readonly Key[]): number =>
  keys.reduce((mask, key) => mask | bits[key], 0)

const agreementBits = { yes: 1, no: 2, unknown: 4 } as const

export const agreementOf = (sql: Sql, { usedByOthers }: Judged) => sql`
  case when facets & ${BY_USAGE} = 0 then (facets >> 13) & 7
    when used_by_others is null then 4 when used_by_others >= ${usedByOthers} then 1 else 2 end`

/** 0: free places confirmed lately, 1: a while ago, 2: full as confirmed lately, 3: not known any more. */
export const rankOf = (sql: Sql, { day, freshDays, ageingDays }: Judged) => sql`
  case when confirmed_on is null or confirmed_on < ${day}::date - ${ageingDays}::int then 3
    when coalesce(free_places, 0) = 0 then 2
    when confirmed_on >= ${day}::date - ${freshDays}::int then 0 else 1 end`

/** A piece of a query. */
export type Piece = PendingQuery<Row[]>

type Condition = { reason: keyof typeof reasons; holds: Piece }

/** One condition for each thing that is asked for, the quickest to judge first. */
export function conditions(sql: Sql, finding: Finding, judged: Judged): Condition[] {
  const { owner, kind, status, specialised } = facetBits
  const all: [keyof typeof reasons, boolean, () => Piece][] = [
    ['kinds', finding.kinds.length > 0, () => sql`facets & ${maskOf(kind, finding.kinds)} <> 0`],
    ['owners', finding.owners.length > 0, () => sql`facets & ${maskOf(owner, finding.owners)} <> 0`],
    ['specialised', finding.specialised, () => sql`facets & ${specialised} <> 0`],
    ['statuses', true, () => sql`facets & ${maskOf(status, finding.statuses)} <> 0`],
    ['free', finding.free, () => sql`free_places > 0`],
    ['price', finding.priceFrom !== undefined, () => sql`price_max_ore >= ${(finding.priceFrom ?? 0) * 100}::bigint`],
    ['price', finding.priceTo !== undefined, () => sql`price_min_ore <= ${(finding.priceTo ?? 0) * 100}::bigint`],
    ['municipalities', finding.municipalities.length > 0, () => sql`municipality_code = any(${finding.municipalities})`],
    ['near', judged.near !== undefined, () => sql`municipality_code = any(${(judged.near ?? []) as number[]})`],
    ['age', finding.age !== undefined, () => sql`ages @> ${finding.age ?? 0}::int`],
    [
      'agreement',
      finding.agreement.length > 0,
      () => sql`(${agreementOf(sql, judged)}) & ${maskOf(agreementBits, finding.agreement)} <> 0`,
    ],
    [
      'bases',
      finding.bases.length > 0,
      () => oneOf(sql, sql`bases_set in (select id from search_set where members && ${finding.bases}::text[])`),
    ],
    ['changed', finding.changedSince !== undefined, () => oneOf(sql, changedSince(sql, finding.changedSince, judged))],
    ['groups', finding.groups.length > 0, () => oneOf(sql, sql`groups_set in (${groupSets(sql, finding.groups, finding.age)})`)],
  ]
  return all.flatMap(([reason, asked, holds]) => (asked ? [{ reason, holds: holds() }] : []))
}

const changedSince = (sql: Sql, instant: Date | undefined, { day, freshDays, ageingDays }: Judged): Piece => sql`
  unit_id in (
    select unit_id from (${changes(sql, { today: day, freshDays, ageingDays })}) changed where at >= ${instant ?? null}::timestamptz)`

/** Said so that the planner keeps the few sets in a hash and never makes a join of them, which it does badly for a text it does not know. */
const oneOf = (sql: Sql, among: Piece): Piece => sql`(${among}) is true`

/** The sets that hold one of the groups, at the age when one is asked for: '3@[18,31)' is group 3 from 18 to 30 years. */
export const groupSets = (sql: Sql, groups: readonly number[], age?: number): Piece => sql`
  select id from search_set, unnest(members) as member
  where split_part(member, '@', 1) = any(${groups.map(String)}::text[]) ${fits(sql, age)}`

/** Is a member of a set of target groups for the age? One of legal bases has none, and is met when the planner looks there first. */
export const fits = (sql: Sql, age: number | undefined): Piece =>
  age === undefined ? sql`` : sql`and nullif(split_part(member, '@', 2), '')::int4range @> ${age}::int`
