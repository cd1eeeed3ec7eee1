import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Actor, citizen } from '../access.ts'
import type { Action, Ask, FormState } from './action.ts'
import { htmlAnswer, isApi, problem, render, SignInAgain, TryAgain, tell, told } from './answers.tsx'
import { isLost } from './db.ts'
import { type Asked, actorOf, askOf, giveSession, type House, refusalOf } from './house.ts'
import { type Done, deedKey, NotSaved, perform, Uncertain } from './perform.ts'
import { apiActorOf, refuse, viewOf } from './read.ts'
import { Absent, Refusal } from './values/refusal.ts'

type Sent = Record<string, unknown>

/** POST. What was written is given back when the database is gone before the deed has begun. */
export async function write(c: Asked, house: House, action: Action): Promise<Response> {
  try {
    return await taken(c, house, action)
  } catch (error) {
    if (!isLost(error) || isApi(c)) throw error
    const ask = askOf(c, house, action, citizen)
    return givenBack(c, house, ask, told.notSaved, (await sentIn(c, false)) ?? {})
  }
}

/** Whose, may, input, then the deed; 303 to where it shows, or the same page again with what was written. */
async function taken(c: Asked, house: House, action: Action): Promise<Response> {
  const api = isApi(c)
  const actor: Actor = api ? await apiActorOf(c, house) : await actorOf(c, house)
  const ask = askOf(c, house, action, actor)
  const refused = await refusalOf(action, ask)
  if (refused === 'sign in' && !api) return await signedOut(c, house, ask)
  if (refused) return refuse(c, house, ask, refused)
  const sent = await sentIn(c, api)
  if (!sent) return tell(c, house, ask, told.unreadable)
  const input = parsed(action, sent, api)
  if ('errors' in input) return await again(c, house, action, ask, sent, input.errors)
  const key = deedKey(formKeyOf(c, sent), ask.url.pathname, await contentOf(sent))
  try {
    const done = await perform(house.database, action, ask, input.value, key)
    house.memory.forget()
    return api ? apiDone(c, done) : pageDone(c, house, ask, done)
  } catch (error) {
    return await failed(c, house, action, ask, sent, error)
  }
}

/** A question with a body: read, judged and answered, and nothing is saved. */
export async function answer(c: Asked, house: House, action: Action): Promise<Response> {
  const ask = askOf(c, house, action, await apiActorOf(c, house))
  const refused = await refusalOf(action, ask)
  if (refused) return refuse(c, house, ask, refused)
  const sent = await sentIn(c, true)
  if (!sent || !action.apiAnswer) return tell(c, house, ask, told.unreadable)
  const read = action.apiAnswer.input.safeParse(sent)
  if (!read.success) return unanswered(c, errorsOf(read.error))
  try {
    const json = JSON.stringify(await action.apiAnswer.answer(read.data as never, ask))
    return c.body(json, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return unanswered(c, { [error.field ?? '']: error.message })
  }
}

const unanswered = (c: Asked, errors: Record<string, string>): Response =>
  problem(c, { status: 422, title: 'Kan ikke besvares', text: Object.values(errors).join(' '), errors })

/** The session ended while the form was being filled in: what was written is given back, to be sent again. */
async function signedOut(c: Asked, house: House, ask: Ask): Promise<Response> {
  const values = texts((await sentIn(c, false)) ?? {})
  if (!Object.entries(values).some(([name, value]) => name !== '_key' && value)) return refuse(c, house, ask, 'sign in')
  return tell(c, house, ask, told.signedOut, <SignInAgain {...written(house, ask, values)} />)
}

async function sentIn(c: Asked, api: boolean): Promise<Sent | undefined> {
  try {
    if (!api) return await c.req.parseBody({ all: true })
    const json: unknown = await c.req.json()
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Sent) : undefined
  } catch {
    return undefined
  }
}

function parsed(action: Action, sent: Sent, api: boolean): { value: unknown } | { errors: Record<string, string> } {
  const schema = api ? (action.apiWrite?.input ?? action.input) : action.input
  if (!schema) return { value: {} }
  const result = schema.safeParse(sent)
  return result.success ? { value: result.data } : { errors: errorsOf(result.error) }
}

/** The first thing wrong with each field. */
function errorsOf({ issues }: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** The key the page was made with; a program says it in Idempotency-Key. */
const formKeyOf = (c: Asked, sent: Sent): string => {
  const given = isApi(c) ? c.req.header('idempotency-key') : sent['_key']
  return typeof given === 'string' && given.length >= 8 && given.length <= 100 ? given : crypto.randomUUID()
}

async function contentOf(sent: Sent): Promise<unknown[]> {
  const named = Object.entries(sent).filter(([name]) => name !== '_key')
  return Promise.all(
    named.map(async ([name, value]) => [name, value instanceof Blob ? [value.size, await digest(value)] : value]),
  )
}

/** Piece by piece: a large file is in memory once already. */
async function digest(blob: Blob): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of blob.stream()) hash.update(piece)
  return hash.digest('base64url')
}

function pageDone(c: Asked, house: House, ask: Ask, { key, next, outcome }: Done): Response {
  if (outcome?.session) giveSession(c, house, outcome.session)
  if (outcome?.once) return htmlAnswer(c, render(house, ask, outcome.once))
  if (/^https?:/.test(next)) return c.redirect(next, 303)
  const [path = '/', hash] = next.split('#')
  const receipt = outcome?.said === undefined && outcome ? '' : `${path.includes('?') ? '&' : '?'}kvittering=${key}`
  return c.redirect(`${path}${receipt}${hash ? `#${hash}` : ''}`, 303)
}

const apiDone = (c: Asked, { key, next, outcome }: Done): Response =>
  c.body(JSON.stringify({ key, next, said: outcome?.said, ...(outcome?.answer as object | undefined) }), 201, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })

async function failed(c: Asked, house: House, action: Action, ask: Ask, sent: Sent, error: unknown): Promise<Response> {
  if (error instanceof Refusal) return await again(c, house, action, ask, sent, { [error.field ?? '']: error.message })
  if (error instanceof Absent) return tell(c, house, ask, told.absent)
  const lost = error instanceof NotSaved ? told.notSaved : error instanceof Uncertain ? told.uncertain : undefined
  if (!lost) throw error
  return givenBack(c, house, ask, lost, sent)
}

const givenBack = (c: Asked, house: House, ask: Ask, what: typeof told.notSaved | typeof told.uncertain, sent: Sent): Response =>
  tell(c, house, ask, what, <TryAgain {...written(house, ask, texts(sent))} />)

const written = (house: House, { url }: Ask, values: Record<string, string>) => ({
  path: url.pathname + url.search,
  values,
  words: house.words.of(values['_key']),
})

/** The same page with what was written and what is wrong; nothing was saved. */
async function again(
  c: Asked,
  house: House,
  action: Action,
  ask: Ask,
  sent: Sent,
  errors: Record<string, string>,
): Promise<Response> {
  if (isApi(c)) return problem(c, { status: 422, title: 'Ikke gemt', text: Object.values(errors).join(' '), errors })
  const loaded = await action.load(ask)
  if (loaded === undefined) return tell(c, house, ask, told.absent)
  const values = texts(sent)
  const form: FormState = { key: values['_key'] ?? crypto.randomUUID(), values, errors }
  return htmlAnswer(c, render(house, ask, viewOf(action, loaded, ask, form)), 422)
}

const texts = (sent: Sent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const one = Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(',') : value
      return typeof one === 'string' ? [[name, one.slice(0, 20_000)]] : []
    }),
  )
