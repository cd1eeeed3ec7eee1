import type { Context } from 'hono'
import type { z } from 'zod'
import type { Actor, At, Permission } from '../access.ts'
import type { Sql } from './db.ts'
import type { House } from './house.ts'
import type { OidcClient } from './oidc.ts'
import type { Page } from './ui/page.ts'
import type { Day } from './values/day.ts'

/** The names in a path: '/plan/parter/:slug' gives { slug: string }. */
type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [key in Name | keyof Params<`/${Rest}`>]: string }
  : Path extends `${string}:${infer Name}`
    ? { [key in Name]: string }
    : Record<never, string>

/** What is asked, by whom, on which day. `db` is the pool when reading and the transaction in a deed. */
export type Ask<P = Record<string, string>, Q = unknown> = {
  db: Sql
  actor: Actor
  may(permission: Permission, at?: At): boolean
  today: Day
  now: Date
  params: P
  query: Q
  url: URL
  requestId: string
  /** The token of the session cookie the request came with, good or not. */
  session: string | undefined
  site: Site
}

/** Who wrote a row, and when. */
export const signedBy = ({ actor, now }: Pick<Ask, 'actor' | 'now'>) => ({
  actorId: actor.id,
  actorName: actor.name,
  recordedAt: now,
})

/** What the installation is; set once at start. */
export type Site = {
  baseUrl: string
  /** The embedded trial edition: demo sign-in and example data are possible. */
  trial: boolean
  /** Is there any example data left? */
  examples?: boolean
  wasUrl: string | undefined
  signIn: 'demo' | 'oidc' | 'none'
  /** There when, and only when, `signIn` is 'oidc'. */
  oidc?: OidcClient | undefined
  /** May the program send mail, or do messages stay in the outbox? */
  mail: boolean
  /** Where the embedded database lies; undefined: not on a disk of ours. */
  dataFolder?: string | undefined
}

/** What a form shows again when something was wrong. `key` makes sure that the same form is never saved twice. */
export type FormState = { key: string; values: Record<string, string>; errors: Record<string, string> }

/** The cookie lasts as long as the session does. */
export type NewSession = { token: string; expiresAt: Date }

/** What a deed led to. `subject` names the thing for the audit log, e.g. 'party:faxe'; `said` is told on the next page. */
export type Outcome = {
  subject: string
  next: string
  said?: string
  detail?: Record<string, unknown>
  /** A new session to put in the cookie, or 'end' to clear it. */
  session?: NewSession | 'end'
  /** Who did it, when only the deed itself can tell: whoever signs in was nobody before. */
  doneBy?: Actor
  /** Shown in place of `next`, this one time: for a secret that is kept nowhere. */
  once?: Page
  /** What the open API answers; `{}` when nothing. */
  answer?: unknown
}

export type Env = { Variables: { requestId: string } }

export type File = { name: string; type: string; body: Uint8Array | string | ReadableStream<Uint8Array>; inline?: true }

type Schema = z.ZodType
type Out<S> = S extends Schema ? z.output<S> : Record<string, never>
type Whose<P> = (ask: Ask<P>) => Promise<At | undefined> | At | undefined

/** Reading through the open API: the same permission, the same load. */
type ApiRead<L, A> = { path: string; summary: string; output: Schema; answer: (loaded: L, ask: A) => unknown }
/** A question with a body, through the open API: answered at once, and nothing is saved. The examples stand in the description. */
type ApiAnswer<A> = {
  path: string
  summary: string
  input: Schema
  output: Schema
  /** Name to what is asked and answered; the first is the plainest. */
  examples: Record<string, { summary: string; input: unknown; output: unknown }>
  maxBytes: number
  answer: (input: never, ask: A) => Promise<unknown>
}
type ApiWrite = { path: string; summary: string; output?: Schema; input?: Schema }

/** A download that other systems fetch, told of in the description of the open API at its own address. */
type Described = { summary: string; output: Schema }

type Base<Path extends string> = { path: Path; may: Permission; at?: Whose<Params<Path>> }

/** One declared address, as the rest of the platform sees it. */
export type Action = {
  kind: 'page' | 'form' | 'download' | 'raw'
  path: string
  may: Permission
  at: Whose<Record<string, string>>
  /** Rendered once per data revision for those who are not signed in: must not depend on who reads. */
  open: boolean
  maxBytes: number
  query: Schema | undefined
  input: Schema | undefined
  load: (ask: Ask) => Promise<unknown>
  view?: (loaded: unknown, ask: Ask, form: FormState) => Page
  send?: (loaded: unknown, ask: Ask) => Promise<File> | File
  submit?: (ask: Ask, input: unknown, loaded: unknown) => Promise<Outcome>
  handle?: Handle<Ask>
  apiRead?: ApiRead<unknown, Ask>
  apiWrite?: ApiWrite
  described?: Described
  apiAnswer?: ApiAnswer<Ask>
}

type Handle<A> = (ask: A, context: Context<Env>, house: House) => Promise<Response>

const FORM_BYTES = 256 * 1024

/** Each sibling below checks its own types; here they become the one shape that serving knows. */
const declared = (kind: Action['kind'], spec: object): Action =>
  ({
    at: () => ({}),
    open: false,
    maxBytes: FORM_BYTES,
    query: undefined,
    input: undefined,
    load: async () => ({}),
    ...spec,
    kind,
  }) as unknown as Action

type PageSpec<Path extends string, L, Q extends Schema | undefined> = Base<Path> & {
  query?: Q
  open?: true
  load: (ask: Ask<Params<Path>, Out<Q>>) => Promise<L | undefined>
  view: (loaded: L, ask: Ask<Params<Path>, Out<Q>>) => Page
  apiRead?: ApiRead<L, Ask<Params<Path>, Out<Q>>>
  apiAnswer?: ApiAnswer<Ask>
}

/** A page that is read. A `load` that finds nothing is answered 404. */
export const page = <const Path extends string, L, Q extends Schema | undefined = undefined>(
  spec: PageSpec<Path, L, Q>,
): Action => declared('page', spec)

type FormSpec<Path extends string, L, I extends Schema | undefined, Q extends Schema | undefined> = Base<Path> & {
  query?: Q
  input?: I
  /** Bytes at most, for a form that takes a file. */
  maxBytes?: number
  load: (ask: Ask<Params<Path>, Out<Q>>) => Promise<L | undefined>
  view: (loaded: L, ask: Ask<Params<Path>, Out<Q>>, form: FormState) => Page
  submit: (ask: Ask<Params<Path>, Out<Q>>, input: Out<I>, loaded: L) => Promise<Outcome>
  apiWrite?: ApiWrite
}

/** A page with a form: GET shows it, POST does the deed in one serializable transaction and then shows `next`. */
export const form = <
  const Path extends string,
  L,
  I extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
>(
  spec: FormSpec<Path, L, I, Q>,
): Action => declared('form', spec)

type DownloadSpec<Path extends string, L, Q extends Schema | undefined> = Base<Path> & {
  query?: Q
  open?: true
  load: (ask: Ask<Params<Path>, Out<Q>>) => Promise<L | undefined>
  send: (loaded: L, ask: Ask<Params<Path>, Out<Q>>) => Promise<File> | File
  described?: Described
}

/** A file or feed that is read. */
export const download = <const Path extends string, L, Q extends Schema | undefined = undefined>(
  spec: DownloadSpec<Path, L, Q>,
): Action => declared('download', spec)

/** An address that answers in its own way: a redirect, a health check, the way back from an identity provider. */
export const raw = <const Path extends string>(spec: Base<Path> & { handle: Handle<Ask<Params<Path>>> }): Action =>
  declared('raw', spec)
