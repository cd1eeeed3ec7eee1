import type { Action, Ask, FormState } from './action.ts'
import { fileHeaders, htmlAnswer, keptAnswer, receiptOf, render, tell, told } from './answers.tsx'
import { type Asked, actorOf, askOf, type House, refusalOf } from './house.ts'
import { memoryKey } from './kept.ts'
import type { Kept } from './memory.ts'

/** GET: whose, may, load, view. What is open is rendered once per data revision and then served from memory. */
export async function read(c: Asked, house: House, action: Action): Promise<Response> {
  const key = action.open ? memoryKey(c, house) : undefined
  const kept = key && house.memory.find(key)
  if (kept) return keptAnswer(c, kept)
  const revision = house.memory.revision
  const ask = askOf(c, house, action, await actorOf(c, house))
  const refused = await refusalOf(action, ask)
  if (refused) return refuse(c, house, ask, refused)
  if (action.handle) return action.handle(ask, c, house)
  const loaded = await action.load(ask)
  if (loaded === undefined) return tell(c, house, ask, told.absent)
  if (action.send) return sendFile(c, house, action, ask, loaded, key, revision)
  const html = render(house, ask, viewOf(action, loaded, ask, emptyForm()), key ? undefined : await receiptOf(ask))
  return key ? keptAnswer(c, house.memory.keep(key, revision, 'text/html; charset=utf-8', html, {})) : htmlAnswer(c, html)
}

/** GET through the open API: the same whose, may and load, answered as JSON. */
export async function readApi(c: Asked, house: House, action: Action): Promise<Response> {
  const key = action.open ? memoryKey(c, house) : undefined
  const kept = key && house.memory.find(key)
  if (kept) return keptAnswer(c, kept)
  const revision = house.memory.revision
  const ask = askOf(c, house, action, await apiActorOf(c, house))
  const refused = await refusalOf(action, ask)
  if (refused) return refuse(c, house, ask, refused)
  const loaded = await action.load(ask)
  if (loaded === undefined || !action.apiRead) return tell(c, house, ask, told.absent)
  const json = JSON.stringify(action.apiRead.answer(loaded, ask))
  if (key) return keptAnswer(c, house.memory.keep(key, revision, JSON_TYPE, json, {}))
  return c.body(json, 200, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' })
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** The open API knows a person by the token in the Authorization header, never by a cookie. */
export async function apiActorOf(c: Asked, house: House) {
  const token = c.req.header('authorization')?.match(/^Bearer (\S+)$/)?.[1]
  const actor = token ? await house.actorOfApiToken(house.database.sql, token, house.clock()) : undefined
  return actor ?? { id: undefined, name: 'Borger', grants: [] }
}

export function refuse(c: Asked, house: House, ask: Ask, why: 'absent' | 'forbidden' | 'sign in'): Response {
  if (why === 'absent') return tell(c, house, ask, told.absent)
  if (why === 'forbidden') return tell(c, house, ask, told.forbidden)
  if (c.req.path.startsWith('/api/'))
    return tell(c, house, ask, { ...told.forbidden, text: 'Kald med en nøgle: Authorization: Bearer …' })
  return c.redirect(`/log-ind?videre=${encodeURIComponent(ask.url.pathname + ask.url.search)}`, 303)
}

export const viewOf = (action: Action, loaded: unknown, ask: Ask, form: FormState) => {
  if (!action.view) throw new Error(`${action.path} has no view`)
  return action.view(loaded, ask, form)
}

const emptyForm = (): FormState => ({ key: crypto.randomUUID(), values: {}, errors: {} })

async function sendFile(
  c: Asked,
  house: House,
  action: Action,
  ask: Ask,
  loaded: unknown,
  key: string | undefined,
  revision: number,
) {
  const file = await action.send?.(loaded, ask)
  if (!file) throw new Error(`${action.path} sends nothing`)
  const headers = fileHeaders(file)
  if (key && typeof file.body === 'string') {
    const { 'content-type': type = '', ...rest } = headers
    const kept: Kept = house.memory.keep(key, revision, type, file.body, rest)
    return keptAnswer(c, kept)
  }
  return new Response(file.body as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'cache-control': 'no-store' } })
}
