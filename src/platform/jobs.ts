import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, parseCronItems, type RunnerOptions, run, type Task, type WorkerEvents } from 'graphile-worker'
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

const AGAIN_MS = 1_000

/**
 * Works the queue, and takes up what a killed program left of it, until told to stop. A worker gives up when the database goes away
 * in the middle of a job; another then takes its place as soon as the database is back. `stop` lets what is under way finish.
 */
export async function startJobs(url: string, jobs: readonly Job[], lookEveryMs?: number): Promise<{ stop(): Promise<void> }> {
  let working = await startWorking(url, jobs, lookEveryMs)
  const stopped = new AbortController()
  const replace = async () => {
    for (;;) {
      await working.end
      if (stopped.signal.aborted) return
      await wait(AGAIN_MS, undefined, { signal: stopped.signal }).catch(() => {})
      const next = await startWorking(url, jobs, lookEveryMs).catch((error: unknown) => log.warn({ err: error }, 'jobs'))
      if (next) working = next
      if (stopped.signal.aborted) await working.stop()
    }
  }
  const replacing = replace()
  return {
    async stop() {
      stopped.abort()
      await working.stop()
      await replacing
    },
  }
}

type Working = { end: Promise<void>; stop(): Promise<void> }

async function startWorking(url: string, jobs: readonly Job[], lookEveryMs: number | undefined): Promise<Working> {
  const taskList: Record<string, Task> = Object.fromEntries(jobs.map(({ name, run }) => [name, async (payload) => run(payload)]))
  const parsedCronItems = parseCronItems(
    jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron, identifier: name }] : [])),
  )
  const events: WorkerEvents = new EventEmitter()
  const pools: string[] = []
  events.on('pool:create', ({ workerPool }) => pools.push(workerPool.id))
  const runner = await run({ ...options, events, connectionString: url, taskList, parsedCronItems })
  const watch = await watchLeftJobs(url, pools[0] ?? '', lookEveryMs)
  const end = runner.promise.catch((error: unknown) => log.warn({ err: error }, 'jobs')).then(() => watch.stop())
  return {
    end,
    async stop() {
      await runner.stop().catch(() => {}) // it had stopped already
      await end
    },
  }
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ job: message }, 'jobs')
})

/** With a batch delay a job that could not be told done or failed ends the worker, and not, as a rejection nobody awaits, the program. */
const options: RunnerOptions = {
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 1000,
  logger: quiet,
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
}
