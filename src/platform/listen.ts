import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './action.ts'
import { headersFor } from './answers.tsx'
import { type House, SESSION_COOKIE } from './house.ts'
import { keyOf } from './kept.ts'
import { log } from './log.ts'
import { bodyFor } from './memory.ts'

/** The program behind a socket: what is kept in memory is answered at once, everything else by the rooms. */
export function serverOf(app: Hono<Env>, house: House): Server {
  const rooms = getRequestListener(app.fetch)
  return createServer((request, response) => {
    if (!answerKept(request, response, house)) void rooms(request, response)
  })
}

/** @returns whether there was something whole to answer with, for this reader too */
function answerKept({ method, url = '', headers: asked }: IncomingMessage, response: ServerResponse, house: House): boolean {
  if (method !== 'GET' || asked['x-request-id'] !== undefined) return false
  const who = url.startsWith('/api/') ? asked.authorization : asked.cookie?.includes(SESSION_COOKIE)
  const key = who ? undefined : keyOf(url, house)
  const kept = key === undefined ? undefined : house.memory.find(key)
  if (!kept?.whole) return false
  const began = performance.now()
  const requestId = crypto.randomUUID()
  response.setHeader('x-request-id', requestId)
  const unchanged = asked['if-none-match'] === kept.etag
  const { encoding, body } = bodyFor(kept, asked['accept-encoding']?.toString())
  const headers = headersFor(kept, unchanged ? 'identity' : encoding)
  if (unchanged) response.writeHead(304, headers).end()
  else response.writeHead(200, headers).end(body)
  const ms = Math.round((performance.now() - began) * 10) / 10
  log.info({ requestId, method, path: url.split('?', 1)[0], status: unchanged ? 304 : 200, ms }, 'request')
  return true
}
