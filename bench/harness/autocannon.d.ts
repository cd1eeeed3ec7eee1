declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Options = {
    url: string
    connections: number
    duration?: number
    amount?: number
    headers?: Record<string, string>
    requests?: { path: string }[]
  }
  type Result = {
    duration: number
    requests: { total: number }
    '2xx': number
    non2xx: number
    errors: number
    timeouts: number
  }
  /** `response` is emitted with client, status, bytes and the time in milliseconds. */
  export default function autocannon(options: Options): EventEmitter & PromiseLike<Result>
}
