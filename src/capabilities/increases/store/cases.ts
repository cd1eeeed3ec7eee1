import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type Exact, fraction, fromFraction, zero } from '../../../platform/values/exact.ts'
import type { Case, Step } from '../case.ts'
import type { Judged } from '../found.ts'
import { partText } from '../words.ts'
import { risen } from './risen.ts'

type Row = Omit<Case, 'steps' | 'from' | 'to' | 'percent' | 'limit'> & {
  fromOre: string
  toOre: string
  percent: string
  limitPercent: string
}

const rows = (sql: Sql, where: ReturnType<Sql>) => sql<Row[]>`
  select c.id, c.uuid, c.version_id, v.calculation_id, c.offer_id, c.operator_id, d.party_id as operator_party_id, c.party_id, p.name as party, c.operator_name, c.offer_name, c.what,
    c.groups, c.ownership, c.kind, c.per, c.effective_on, c.from_ore, c.to_ore, c.percent, c.baseline, c.limit_percent, c.limit_source,
    c.limit_confirmed, c.source, coalesce(o.mailbox, d.mailbox) as mailbox, c.found_on, c.actor_name, c.example, c.recorded_at
  from increase_case c left join party p on p.id = c.party_id left join operator d on d.id = c.operator_id
  left join offer o on o.id = c.offer_id left join tariff_version v on v.id = c.version_id
  where ${where} order by c.found_on desc, c.id desc`

const number = (text: string): Exact => fromFraction(text) ?? zero

async function withSteps(sql: Sql, found: readonly Row[]): Promise<Case[]> {
  const ids = found.map(({ id }) => id)
  const steps = await sql<Step[]>`
    select id, case_id, kind, day, text, outcome, deadline, body, outbox_id, actor_name, example, recorded_at
    from increase_step where case_id = any(${ids}) order by id`
  const of = new Map<number, Step[]>(ids.map((id) => [id, []]))
  for (const step of steps) of.get(step.caseId)?.push(step)
  return found.map(({ fromOre, toOre, percent, limitPercent, ...rest }) => ({
    ...rest,
    from: number(fromOre),
    to: number(toOre),
    percent: number(percent),
    limit: number(limitPercent),
    steps: of.get(rest.id) ?? [],
  }))
}

/** Every case, the newest first. */
export const allCases = async (sql: Sql): Promise<Case[]> => withSteps(sql, await rows(sql, sql`true`))

export const caseWith = async (sql: Sql, id: number): Promise<Case | undefined> =>
  (await withSteps(sql, await rows(sql, sql`c.id = ${id}`)))[0]

type By = { actorId: number | undefined; actorName: string; now: Date; day: Day }

export type NewCase = Omit<
  Case,
  'id' | 'uuid' | 'calculationId' | 'operatorPartyId' | 'party' | 'mailbox' | 'foundOn' | 'actorName' | 'recordedAt' | 'steps'
>

/** Opens a case. undefined: the tariff has one already. */
export async function openCase(sql: Sql, { from, to, percent, limit, ...one }: NewCase, by: By): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    insert into increase_case ${sql({
      ...one,
      versionId: one.versionId ?? null,
      offerId: one.offerId ?? null,
      operatorId: one.operatorId ?? null,
      partyId: one.partyId ?? null,
      ownership: one.ownership ?? null,
      kind: one.kind ?? null,
      fromOre: fraction(from),
      toOre: fraction(to),
      percent: fraction(percent),
      limitPercent: fraction(limit),
      foundOn: by.day,
      actorId: by.actorId ?? null,
      actorName: by.actorName,
      recordedAt: by.now,
    })} on conflict (version_id) do nothing returning id`
  return row?.id
}

/** Opens a case for each published tariff that rose more than its limit and has none; gives how many. Again changes nothing. */
export async function findIncreases(sql: Sql, by: By): Promise<number> {
  const over = (await risen(sql)).filter((one) => one.exceeds)
  const had = await sql<{ versionId: number }[]>`select version_id from increase_case where version_id is not null`
  const known = new Set(had.map(({ versionId }) => versionId))
  const parties = await partiesByCode(sql)
  let found = 0
  for (const one of over.filter(({ row }) => !known.has(row.id))) {
    if ((await openCase(sql, caseOf(one, parties.get(one.row.municipalityCode ?? 0)), by)) !== undefined) found += 1
  }
  return found
}

async function partiesByCode(sql: Sql): Promise<Map<number, number>> {
  const found = await sql<
    { id: number; code: number }[]
  >`select id, code from party where kind = 'municipality' and code is not null`
  return new Map(found.map(({ id, code }) => [code, id]))
}

function caseOf({ row, decides, rules }: Judged, partyId: number | undefined): NewCase {
  const { baseline, limit } = rules
  if ('unknown' in decides || !limit || !baseline) throw new Error(`tariff ${row.id} has not been judged`)
  return {
    versionId: row.id,
    offerId: row.offerId,
    operatorId: row.operatorId,
    partyId,
    operatorName: row.operatorName,
    offerName: row.offerName,
    what: partText(row),
    groups: row.groups,
    ownership: row.ownership,
    kind: row.kind,
    per: row.per,
    effectiveOn: row.validFrom,
    ...decides,
    baseline,
    limit: limit.percent,
    limitSource: limit.source,
    limitConfirmed: limit.confirmed,
    source: row.source,
    example: row.example,
  }
}

export type NewStep = Pick<Step, 'caseId' | 'kind' | 'day' | 'text'> &
  Partial<Pick<Step, 'outcome' | 'deadline' | 'body' | 'outboxId'>> & {
    actorId: number | undefined
    actorName: string
    example: boolean
    recordedAt: Date
  }

export const addStep = (sql: Sql, step: NewStep) => sql`
  insert into increase_step ${sql({
    ...step,
    outcome: step.outcome ?? null,
    deadline: step.deadline ?? null,
    body: step.body ?? null,
    outboxId: step.outboxId ?? null,
    actorId: step.actorId ?? null,
  })}`
