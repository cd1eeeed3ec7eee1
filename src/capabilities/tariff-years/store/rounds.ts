import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Ownership } from '../../offers/index.ts'
import { type DeadlineRule, type SheetState, type Step, stateOf } from '../round.ts'

export type { DeadlineRule } from '../round.ts'

export const addDeadlineRule = (sql: Sql, rule: DeadlineRule) =>
  sql`insert into tariff_deadline_rule ${sql(rule)} on conflict (ownership, valid_from) do nothing`

/** The rule in force for each ownership. */
export const deadlineRules = (sql: Sql, day: Day): Promise<DeadlineRule[]> => sql<DeadlineRule[]>`
  select distinct on (ownership) ownership, month, day, valid_from, source, confirmed from tariff_deadline_rule
  where valid_from <= greatest(${day}::date, (select min(valid_from) from tariff_deadline_rule)) order by ownership, valid_from desc`

export type Round = { year: number; openedOn: Day; note: string; actorName: string; example: boolean }
export type RoundDeadline = { ownership: Ownership; day: Day; source: string; actorName: string; recordedAt: Date }

export const rounds = (sql: Sql): Promise<Round[]> =>
  sql<Round[]>`select year, opened_on, note, actor_name, example from tariff_round order by year desc`

export async function roundOf(sql: Sql, year: number): Promise<Round | undefined> {
  const [round] = await sql<Round[]>`select year, opened_on, note, actor_name, example from tariff_round where year = ${year}`
  return round
}

type Signed = { actorId: number | undefined; actorName: string; recordedAt: Date }

export async function openRound(
  sql: Sql,
  { year, openedOn, note, example = false }: { year: number; openedOn: Day; note: string; example?: boolean },
  deadlines: readonly Pick<RoundDeadline, 'ownership' | 'day' | 'source'>[],
  signed: Signed,
): Promise<void> {
  const by = { ...signed, actorId: signed.actorId ?? null }
  await sql`insert into tariff_round ${sql({ year, openedOn, note, example, ...by })}`
  await setDeadlines(sql, year, deadlines, signed)
}

export async function setDeadlines(
  sql: Sql,
  year: number,
  deadlines: readonly Pick<RoundDeadline, 'ownership' | 'day' | 'source'>[],
  signed: Signed,
): Promise<void> {
  const by = { ...signed, actorId: signed.actorId ?? null }
  if (deadlines.length > 0) await sql`insert into tariff_round_deadline ${sql(deadlines.map((one) => ({ ...one, year, ...by })))}`
}

export const deadlinesOf = (sql: Sql, year: number): Promise<RoundDeadline[]> => sql<RoundDeadline[]>`
  select distinct on (ownership) ownership, day, source, actor_name, recorded_at from tariff_round_deadline
  where year = ${year} order by ownership, id desc`

/** How an operator stands in a round. */
export type Standing = {
  year: number
  operatorId: number
  operatorName: string
  partyId: number | undefined
  ownership: Ownership | undefined
  mailbox: string | undefined
  deadline: Day | undefined
  sheetId: number | undefined
  revision: number
  lines: number
  state: SheetState
  lastStepId: number | undefined
  lastStepOn: Day | undefined
  lastActor: string | undefined
  handedInOn: Day | undefined
  lastReminded: Day | undefined
  example: boolean
}

type Row = Omit<Standing, 'state'> & { lastStep: Step | undefined }

/** Operators that run something, or have a sheet of that year, with how each stands. */
export async function standings(
  sql: Sql,
  year: number,
  only: { operatorId?: number | undefined; partyIds?: readonly number[] } = {},
): Promise<Standing[]> {
  const rows = await sql<Row[]>`
    select ${year}::int as year, d.id as operator_id, d.name as operator_name, d.party_id, d.ownership, d.mailbox, due.day as deadline,
      s.id as sheet_id, coalesce(s.revision, 0) as revision, coalesce(s.example, false) as example,
      (select count(*) from tariff_sheet_line l where l.sheet_id = s.id)::int as lines, last.step as last_step, last.id as last_step_id,
      last.day as last_step_on, last.actor_name as last_actor,
      (select min(h.day) from tariff_sheet_step h where h.sheet_id = s.id and h.step = 'handed_in') as handed_in_on,
      (select max(r.day) from tariff_reminder r where r.year = ${year} and r.operator_id = d.id) as last_reminded
    from operator d
    left join tariff_sheet s on s.operator_id = d.id and s.year = ${year}
    left join lateral (select * from tariff_sheet_step t where t.sheet_id = s.id order by t.id desc limit 1) last on true
    left join lateral (select day from tariff_round_deadline w where w.year = ${year} and w.ownership = d.ownership order by w.id desc limit 1) due on true
    where (s.id is not null or exists (select from offer o where o.operator_id = d.id and o.status <> 'closed'))
      ${only.operatorId === undefined ? sql`` : sql`and d.id = ${only.operatorId}`}
      ${only.partyIds === undefined ? sql`` : sql`and d.party_id = any(${only.partyIds as number[]})`}
    order by d.name collate danish`
  return rows.map(({ lastStep, ...row }) => ({ ...row, state: stateOf(lastStep) }))
}

export async function standingOf(sql: Sql, year: number, operatorId: number): Promise<Standing | undefined> {
  const [standing] = await standings(sql, year, { operatorId })
  return standing
}

export type StepRow = {
  id: number
  step: Step
  day: Day
  note: string | undefined
  lines: number | undefined
  actorName: string
  recordedAt: Date
}

export const stepsOf = (sql: Sql, sheetId: number): Promise<StepRow[]> => sql<StepRow[]>`
  select id, step, day, note, lines, actor_name, recorded_at from tariff_sheet_step where sheet_id = ${sheetId} order by id`

/** The operator's sheet of the year, begun now when there is none. */
export async function sheetFor(
  sql: Sql,
  { year, operatorId }: Pick<Standing, 'year' | 'operatorId'>,
  by: StepBy,
): Promise<number> {
  const [made] = await sql<{ id: number }[]>`
    insert into tariff_sheet ${sql({ year, operatorId, recordedAt: by.now, example: by.example ?? false })} on conflict do nothing returning id`
  if (made) {
    await addStep(sql, made.id, { step: 'begun' }, by)
    return made.id
  }
  const [there] = await sql<{ id: number }[]>`select id from tariff_sheet where year = ${year} and operator_id = ${operatorId}`
  return there?.id ?? 0
}

export type StepBy = { actorId: number | undefined; actorName: string; role: string; today: Day; now: Date; example?: boolean }

export const addStep = (
  sql: Sql,
  sheetId: number,
  { step, note, lines }: { step: Step; note?: string | undefined; lines?: number },
  { actorId, actorName, role, today, now, example }: StepBy,
) =>
  sql`insert into tariff_sheet_step ${sql({
    sheetId,
    step,
    note: note ?? null,
    lines: lines ?? null,
    day: today,
    actorId: actorId ?? null,
    actorName,
    actorRole: role,
    example: example ?? false,
    recordedAt: now,
  })}`

export const noteReminder = (
  sql: Sql,
  reminder: { year: number; operatorId: number; day: Day; outboxId: number; recordedAt: Date },
) => sql`insert into tariff_reminder ${sql(reminder)}`

/** Whose an operator is, also when it runs nothing any more. */
export async function partyOfOperator(sql: Sql, operatorId: number): Promise<{ partyId: number | undefined } | undefined> {
  const [operator] = await sql<{ partyId: number | undefined }[]>`select party_id from operator where id = ${operatorId}`
  return operator
}
