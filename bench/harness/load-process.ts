import autocannon from 'autocannon'
import { percentile } from './numbers.ts'
import { answering } from './process.ts'

/** What is asked for, by how many at once, and for how long or how often. */
export type Load = {
  url: string
  connections: number
  seconds?: number
  count?: number
  paths?: string[]
  headers?: Record<string, string>
}

export type Answered = { perSecond: number; count: number; p50: number; p95: number; worst: number }

answering(async () => ({ ready: {}, answer: loaded }))

async function loaded({ url, connections, seconds, count, paths, headers }: Load): Promise<Answered> {
  const times: number[] = []
  const run = autocannon({
    url,
    connections,
    ...(seconds && { duration: seconds }),
    ...(count && { amount: count }),
    ...(headers && { headers }),
    ...(paths && { requests: paths.map((path) => ({ path })) }),
  })
  run.on('response', (_client, _status, _bytes, time: number) => times.push(time))
  const result = await run
  const { requests, duration, non2xx, errors, timeouts } = result
  if (non2xx + errors + timeouts > 0) throw new Error(`${url}: ${non2xx} were not 200, ${errors} failed, ${timeouts} timed out`)
  return {
    perSecond: requests.total / duration,
    count: requests.total,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    worst: Math.max(...times.slice(0, 100_000)),
  }
}
