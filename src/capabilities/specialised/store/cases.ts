import type { Sql } from '../../../platform/db.ts'
import type { Case, Step } from '../task-force.ts'

type Row = Omit<Case, 'steps'>

const columns = (sql: Sql) => sql`
  c.id, c.specialised_id, s.key, s.name, s.offer_id, c.raised_on, c.raised_by, p.name as party, c.reason, c.due_on, c.source,
  c.actor_name, c.example, c.recorded_at`
const tables = (sql: Sql) => sql`
  task_force_case c join specialised_offer s on s.id = c.specialised_id left join party p on p.id = c.party_id`

/** `internal`: also what only the secretariat may read. */
type Reach = { internal: boolean }

async function withSteps(sql: Sql, rows: readonly Row[], { internal }: Reach): Promise<Case[]> {
  const steps = await sql<Step[]>`
    select id, case_id, kind, day, text, responsible, due_on, action_id, internal, actor_name, example, recorded_at
    from task_force_step where case_id = any(${rows.map(({ id }) => id)}) ${internal ? sql`` : sql`and not internal`} order by id`
  return rows.map((row) => ({ ...row, steps: steps.filter(({ caseId }) => caseId === row.id) }))
}

/** Every case, the newest first. */
export const allCases = async (sql: Sql, reach: Reach): Promise<Case[]> =>
  withSteps(sql, await sql<Row[]>`select ${columns(sql)} from ${tables(sql)} order by c.raised_on desc, c.id desc`, reach)

export const casesOf = async (sql: Sql, specialisedId: number, reach: Reach): Promise<Case[]> =>
  withSteps(
    sql,
    await sql<Row[]>`
      select ${columns(sql)} from ${tables(sql)} where c.specialised_id = ${specialisedId} order by c.raised_on desc, c.id desc`,
    reach,
  )

export async function caseWith(sql: Sql, id: number, reach: Reach): Promise<Case | undefined> {
  const rows = await sql<Row[]>`select ${columns(sql)} from ${tables(sql)} where c.id = ${id}`
  return (await withSteps(sql, rows, reach))[0]
}

type By = { actorId: number | undefined; actorName: string; recordedAt: Date; example?: boolean }

type NewCase = Pick<Case, 'specialisedId' | 'raisedOn' | 'raisedBy' | 'reason' | 'dueOn' | 'source'> & {
  partyId: number | undefined
} & By

export async function addCase(sql: Sql, one: NewCase): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into task_force_case ${sql({ ...one, dueOn: one.dueOn ?? null, partyId: one.partyId ?? null, actorId: one.actorId ?? null })}
    returning id`
  if (!row) throw new Error('no id')
  return row.id
}

export type NewStep = Pick<Step, 'caseId' | 'kind' | 'day' | 'text'> &
  Partial<Pick<Step, 'responsible' | 'dueOn' | 'actionId'>> &
  By

export async function addStep(sql: Sql, step: NewStep): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into task_force_step ${sql({
      ...step,
      responsible: step.responsible ?? null,
      dueOn: step.dueOn ?? null,
      actionId: step.actionId ?? null,
      actorId: step.actorId ?? null,
      internal: step.kind === 'note',
    })} returning id`
  if (!row) throw new Error('no id')
  return row.id
}
