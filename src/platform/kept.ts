import type { MiddlewareHandler } from 'hono'
import type { Env } from './action.ts'
import { isApi } from './answers.tsx'
import { type Asked, type House, sessionToken } from './house.ts'
import { dayOf } from './values/day.ts'

/**
 * What is kept gets the headers that everything further in gave it the first time, so that it is whole and can be answered before
 * anything else is asked (`listen.ts`).
 */
export const keepWhole =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = c.req.method === 'GET' ? memoryKey(c, house) : undefined
    await next()
    const begun = key !== undefined && c.res.status === 200 && house.memory.find(key)
    if (begun && !begun.whole) Object.assign(begun, { headers: lastingOf(c.res.headers), whole: true, ready: {} })
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
  return keyOf(c.req.url.slice(c.req.url.indexOf('/', 8)), house)
}

/** Where everybody's page at an address is kept; undefined when it is one person's news, or too long to be anybody's. */
export const keyOf = (address: string, house: House): string | undefined =>
  address.length > 400 || address.includes('kvittering=') ? undefined : `${dayOf(house.clock())} ${address}`
