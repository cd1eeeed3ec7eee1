import type { MiddlewareHandler } from 'hono'
import type { Env } from './action.ts'
import { isApi, keptAnswer } from './answers.tsx'
import { type Asked, type House, sessionToken } from './house.ts'
import { dayOf } from './values/day.ts'

/**
 * What is kept in memory is answered before anything else is asked, with the headers that everything further in gave it the
 * first time.
 */
export const keptFirst =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = c.req.method === 'GET' ? memoryKey(c, house) : undefined
    if (key === undefined) return next()
    const kept = house.memory.find(key)
    if (kept?.whole) return keptAnswer(c, kept)
    await next()
    const begun = c.res.status === 200 && house.memory.find(key)
    if (begun) Object.assign(begun, { headers: lastingOf(c.res.headers), whole: true, ready: {} })
  }

/** All but what is one request's own. */
function lastingOf(headers: Headers): Record<string, string> {
  const { 'content-encoding': _encoding, 'x-request-id': _request, ...lasting } = Object.fromEntries(headers)
  return lasting
}

/**
 * Where an open page is kept; undefined when this reader's may be another than everybody's: who is signed in, who comes with a
 * key to the open API, and who is told by `kvittering` what a deed led to.
 */
export function memoryKey(c: Asked, house: House): string | undefined {
  if (isApi(c) ? c.req.header('authorization') : sessionToken(c)) return undefined
  const address = c.req.url.slice(c.req.url.indexOf('/', 8))
  return address.length > 400 || address.includes('kvittering=') ? undefined : `${dayOf(house.clock())} ${address}`
}
