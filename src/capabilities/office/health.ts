import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { ping, type Queue, queueNow } from './store.ts'

/** How the program is, without anything secret. Danish: driftstilstand. */
export type Health = {
  status: 'ok' | 'down'
  version: string
  startedAt: string
  database: { ok: boolean; ms: number | undefined }
  /** undefined: the database does not answer. */
  jobs: Queue | undefined
  disk: { freeBytes: number; totalBytes: number } | undefined
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
const startedAt = new Date(performance.timeOrigin).toISOString()

const PATIENCE_MS = 3000

export async function healthOf(sql: Sql, folder: string): Promise<Health> {
  const began = performance.now()
  const answered = await soon(ping(sql).then(() => Math.round((performance.now() - began) * 10) / 10))
  const jobs = answered === undefined ? undefined : await soon(queueNow(sql))
  return {
    status: answered === undefined ? 'down' : 'ok',
    version,
    startedAt,
    database: { ok: answered !== undefined, ms: answered },
    jobs,
    disk: await statfs(folder).then(
      ({ bavail, blocks, bsize }) => ({ freeBytes: bavail * bsize, totalBytes: blocks * bsize }),
      () => undefined,
    ),
  }
}

/** undefined when the database fails, or does not answer while somebody watches the clock. */
async function soon<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined)
  })
  try {
    return await Promise.race([work, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
