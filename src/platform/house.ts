import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Actor, type At, citizen, may, type Permission } from '../access.ts'
import type { Action, Ask, Env, NewSession, Site } from './action.ts'
import type { Database, Sql } from './db.ts'
import type { ShownWords } from './form-words.ts'
import type { Memory } from './memory.ts'
import type { Frame, Page } from './ui/page.ts'
import { dayOf } from './values/day.ts'
import { Unreadable } from './values/refusal.ts'

/** What every request needs, put together once in app.ts. */
export type House = {
  database: Database
  site: Site
  memory: Memory
  words: ShownWords
  /** Cookies only travel over TLS. */
  secureCookie: boolean
  /** A proxy in front tells the caller's address in X-Forwarded-For. */
  trustProxy: boolean
  clock(): Date
  actorOfSession(sql: Sql, token: string, now: Date): Promise<Actor | undefined>
  actorOfApiToken(sql: Sql, token: string, now: Date): Promise<Actor | undefined>
  frame(ask: Ask, page: Page): Frame
}

export type Asked = Context<Env>

export const SESSION_COOKIE = 'faelles_session'

export const sessionToken = (c: Asked): string | undefined => getCookie(c, SESSION_COOKIE)

export function giveSession(c: Asked, house: House, session: NewSession | 'end'): void {
  const [token, seconds] =
    session === 'end' ? ['', 0] : [session.token, Math.ceil((session.expiresAt.getTime() - house.clock().getTime()) / 1000)]
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: house.secureCookie,
    path: '/',
    maxAge: Math.max(seconds, 0),
  })
}

/** Characters of a query's value that are read, of any page; what is longer is cut. */
const QUERY_VALUE_LIMIT = 2000

/** @throws Unreadable naming what cannot be read; most pages read what they can and never throw. */
function readQuery(schema: NonNullable<Action['query']>, query: Record<string, string>): unknown {
  const result = schema.safeParse(query)
  if (result.success) return result.data
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
    for (const name of names) errors[name] ??= issue.message
  }
  throw new Unreadable(errors)
}

/** Who asks what, on which day: everything an action is given. */
export function askOf(c: Asked, house: House, action: Action, actor: Actor): Ask {
  const now = house.clock()
  const url = new URL(c.req.url)
  const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [key, value.slice(0, QUERY_VALUE_LIMIT)]))
  return {
    db: house.database.sql,
    actor,
    may: (permission: Permission, at?: At) => may(actor, permission, at),
    today: dayOf(now),
    now,
    params: c.req.param(),
    query: action.query ? readQuery(action.query, query) : {},
    url,
    requestId: c.get('requestId'),
    session: sessionToken(c),
    site: house.site,
  }
}

export async function actorOf(c: Asked, house: House): Promise<Actor> {
  const token = sessionToken(c)
  return (token && (await house.actorOfSession(house.database.sql, token, house.clock()))) || citizen
}

/** Who may not, and why: nobody's thing is 404, somebody else's is 403, and a citizen is asked to sign in first. */
export async function refusalOf(action: Action, ask: Ask): Promise<'absent' | 'forbidden' | 'sign in' | undefined> {
  const at = await action.at(ask)
  if (!at) return 'absent'
  if (ask.may(action.may, at)) return undefined
  return ask.actor.id === undefined ? 'sign in' : 'forbidden'
}
