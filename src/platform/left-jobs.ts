import postgres from 'postgres'
import { log } from './log.ts'

/**
 * Jobs whose program was killed in the middle would wait four hours for graphile-worker to believe it. A program is alive while it
 * holds a connection that bears its workers' name; what is held by a name that nobody bears, twice in a row, is set free.
 */
type Watch = { stop(): Promise<void> }

const bearing = (pool: string): string => `faelles ${pool}`

/** Twice in a row, since a living program may be on its way back to a database that was away. */
export async function watchLeftJobs(url: string, pool: string, everyMs = 5_000): Promise<Watch> {
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    connection: { application_name: bearing(pool) },
    onnotice: () => {},
  })
  let suspects = new Set<string>()
  const look = async () => {
    const held = await withoutBearer(sql)
    const left = held.filter((name) => suspects.has(name))
    suspects = new Set(held)
    if (left.length === 0) return
    await sql`select graphile_worker.force_unlock_workers(${left})`
    log.warn({ left }, 'jobs of a program that was killed are taken up again')
  }
  const looking = () => look().catch((error: unknown) => log.warn({ err: error }, 'left jobs'))
  await looking()
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= looking().finally(() => {
      running = undefined
    })
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
      await sql.end({ timeout: 5 })
    },
  }
}

/** Whose jobs are held, though nobody of that name is connected. */
async function withoutBearer(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select distinct locked_by as name from graphile_worker.jobs j
    where locked_by is not null and not exists (
      select from pg_stat_activity where datname = current_database() and application_name = ${bearing('')} || j.locked_by)`
  return rows.map(({ name }) => name)
}
