import { Logger, parseCronItems, type Runner, run, type Task } from 'graphile-worker'
import type { Sql } from './db.ts'
import { log } from './log.ts'

/** What a room does by itself. `cron` is five fields in UTC, as in crontab. */
export type Job = { name: string; cron?: string; run: (payload: unknown) => Promise<void> }

/** Puts work in the queue within the deed's own transaction: it is done if, and only if, the deed is saved. */
export const enqueue = (
  sql: Sql,
  name: string,
  payload: object = {},
  options: { key?: string; at?: Date; tries?: number } = {},
) => sql`
  select graphile_worker.add_job(
    ${name}, payload => ${sql.json(payload as never)}::json, job_key => ${options.key ?? null},
    run_at => ${options.at ?? null}::timestamptz, max_attempts => ${options.tries ?? 10})`

/** Starts working the queue; `stop` lets what is under way finish. */
export async function startJobs(url: string, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  const taskList: Record<string, Task> = Object.fromEntries(jobs.map(({ name, run }) => [name, async (payload) => run(payload)]))
  const parsedCronItems = parseCronItems(
    jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron, identifier: name }] : [])),
  )
  const runner: Runner = await run({
    connectionString: url,
    taskList,
    parsedCronItems,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
  })
  return { stop: () => runner.stop() }
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ job: message }, 'jobs')
})
