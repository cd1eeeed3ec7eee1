import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type Task, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import type { Sql } from './db.ts'
import { watchLeftJobs } from './left-jobs.ts'
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

/** Starts working the queue, and what a killed program left of it; `stop` lets what is under way finish. */
export async function startJobs(url: string, jobs: readonly Job[], lookEveryMs?: number): Promise<{ stop(): Promise<void> }> {
  const taskList: Record<string, Task> = Object.fromEntries(jobs.map(({ name, run }) => [name, async (payload) => run(payload)]))
  const parsedCronItems = parseCronItems(
    jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron, identifier: name }] : [])),
  )
  const events: WorkerEvents = new EventEmitter()
  let pool: WorkerPool | undefined
  events.on('pool:create', ({ workerPool }) => {
    pool = workerPool
  })
  const runner: Runner = await run({
    events,
    connectionString: url,
    taskList,
    parsedCronItems,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
  })
  if (!pool) throw new Error('graphile-worker made no pool')
  const watch = await watchLeftJobs(url, pool.id, lookEveryMs)
  return {
    async stop() {
      await runner.stop()
      await watch.stop()
    },
  }
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ job: message }, 'jobs')
})
