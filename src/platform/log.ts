import type { MiddlewareHandler } from 'hono'
import pino from 'pino'

/**
 * JSON lines on stdout; silent in tests unless LOG_LEVEL asks for it. Lines are written while the next request is answered, and
 * the last of them when the program ends.
 */
export const log = pino(
  {
    level: process.env['LOG_LEVEL'] ?? (process.env['VITEST'] ? 'silent' : 'info'),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', 'token', 'cookie', 'authorization'],
  },
  pino.destination({ sync: false }),
)

/** One line a request: what was asked, what was answered, how long it took. Never the query string of a form or who asked. */
export const requestLog = (): MiddlewareHandler<{ Variables: { requestId: string } }> => async (c, next) => {
  const began = performance.now()
  await next()
  const ms = Math.round((performance.now() - began) * 10) / 10
  log.info({ requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
}
