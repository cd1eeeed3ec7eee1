import { z } from 'zod'
import type { Grant } from '../../../access.ts'
import { type Action, type Ask, form, type NewSession, page, raw } from '../../../platform/action.ts'
import { tell, told } from '../../../platform/answers.tsx'
import type { Sql } from '../../../platform/db.ts'
import { type Asked, giveSession, type House } from '../../../platform/house.ts'
import { log } from '../../../platform/log.ts'
import { type Identity, type OidcClient, RETURN_PATH, SignInFailed } from '../../../platform/oidc.ts'
import { record } from '../../../platform/perform.ts'
import { whole } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { allParties } from '../../parties/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { SignInPage } from '../pages/sign-in.tsx'
import { failed, SignInFailure } from '../pages/sign-in-failed.tsx'
import { holdsCpr, homeOf, localPath } from '../person.ts'
import { grantNamed, roleChanges } from '../role.ts'
import { beginRole, demoPeople, endRoles, noteSignIn, rolesOf, welcome } from '../store/people.ts'
import { actorOfSession, beginSession, endSession, keepPending, takePending } from '../store/sessions.ts'

const query = z.object({ videre: z.string().optional() })

/** Long enough to find a second factor, short enough that a forgotten one is of no use. */
const PENDING_MS = 15 * 60_000

const whenOidc = ({ site }: Pick<Ask, 'site'>) => (site.oidc ? {} : undefined)
const whenDemo = ({ site }: Pick<Ask, 'site'>) => (site.signIn === 'demo' ? {} : undefined)

export const signIn: Action[] = [
  page({
    path: '/log-ind',
    may: 'site.read',
    query,
    load: async ({ db, site, today }) => (site.signIn === 'demo' ? await demoPeople(db, today) : []),
    view: (people, ask) => SignInPage(people, ask, localPath(ask.query.videre)),
  }),

  form({
    path: '/log-ind/demo',
    may: 'site.read',
    at: whenDemo,
    query,
    input: z.object({ person: whole(1, Number.MAX_SAFE_INTEGER), videre: z.string().optional() }),
    load: ({ db, today }) => demoPeople(db, today),
    view: (people, ask, { values, errors }) => SignInPage(people, ask, localPath(values['videre'] ?? ask.query.videre), errors),
    async submit(ask, { person: id, videre }, people) {
      const person = people.find((one) => one.id === id)
      if (!person) throw new Refusal(undefined, 'no-demo-person', 'Vælg en af demopersonerne på listen.')
      await noteSignIn(ask.db, id, ask.now)
      const session = await freshSession(ask.db, ask, id)
      const next = localPath(videre) ?? homeOf([person])
      const doneBy = (await actorOfSession(ask.db, session.token, ask.now)) ?? ask.actor
      return { subject: `person:${id}`, next, session, doneBy, said: `Du er logget ind som ${person.name}.` }
    },
  }),

  raw({ path: '/log-ind/start', may: 'site.read', at: whenOidc, handle: leave }),
  raw({ path: RETURN_PATH, may: 'site.read', at: whenOidc, handle: comeBack }),
]

/** To the identity provider, with the way back kept in the session. */
async function leave(ask: Ask, c: Asked, house: House): Promise<Response> {
  const next = localPath(ask.url.searchParams.get('videre') ?? undefined)
  return orTold(ask, c, house, next, async (oidc) => {
    const { url, secrets } = await oidc.begin()
    const until = new Date(ask.now.getTime() + PENDING_MS).toISOString()
    giveSession(c, house, await keepPending(ask.db, ask.session, { secrets, next, until }, ask.now))
    return c.redirect(url, 303)
  })
}

/** Back from the identity provider: what was begun is taken, once, and what came back is checked against it. */
async function comeBack(ask: Ask, c: Asked, house: House): Promise<Response> {
  const pending = ask.session && (await takePending(ask.db, ask.session, ask.now))
  if (!pending) return tell(c, house, ask, failed.notBegun, SignInFailure({ next: undefined }))
  return orTold(ask, c, house, pending.next, async (oidc) => {
    const identity = await oidc.finish(ask.url.search, pending.secrets)
    if (holdsCpr(identity)) return tell(c, house, ask, failed.cpr, SignInFailure({ next: pending.next }))
    const done = await house.database.deed((sql) => enter(sql, ask, identity, pending.next))
    giveSession(c, house, done.session)
    return c.redirect(done.next, 303)
  })
}

type Work = (oidc: OidcClient) => Promise<Response>

async function orTold(ask: Ask, c: Asked, house: House, next: string | undefined, work: Work): Promise<Response> {
  try {
    return ask.site.oidc ? await work(ask.site.oidc) : tell(c, house, ask, told.absent)
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    log.warn({ requestId: ask.requestId, reason: error.reason, err: error.cause }, 'sign-in failed')
    return tell(c, house, ask, failed[error.reason], SignInFailure({ next }))
  }
}

/** Person, roles, session and audit row in one transaction. The session is new, so that none from before can be ridden in on. */
async function enter(sql: Sql, ask: Ask, identity: Identity, asked: string | undefined) {
  const id = await welcome(sql, identity, ask.now)
  if (id === undefined) throw new SignInFailed('refused', `${identity.subject} is a demo person`)
  const changed = await followProvider(sql, id, identity.roles, ask.now)
  const session = await freshSession(sql, ask, id)
  const actor = (await actorOfSession(sql, session.token, ask.now)) ?? ask.actor
  const parties = await allParties(sql)
  const homes = actor.grants.map(({ role, partyId }) => ({ role, partySlug: parties.find((one) => one.id === partyId)?.slug }))
  const outcome = { subject: `person:${id}`, next: asked ?? homeOf(homes), detail: changed }
  await record(sql, { ...ask, actor }, { key: crypto.randomUUID(), name: `site.read ${RETURN_PATH}`, outcome })
  return { session, next: outcome.next }
}

/** The identity provider's roles as they are today; those given in the browser stay. */
async function followProvider(sql: Sql, personId: number, names: readonly string[], now: Date) {
  const parties = await allParties(sql)
  const grants = names.map((name) => grantNamed(name, parties))
  const unknown = names.filter((_, at) => grants[at] === undefined)
  if (unknown.length > 0) log.warn({ unknown }, 'OIDC_ROLES names what is no role here')
  const { begin, end } = roleChanges(
    await rolesOf(sql, personId),
    grants.filter((grant): grant is Grant => grant !== undefined),
  )
  await endRoles(sql, end, { now })
  for (const grant of begin) await beginRole(sql, personId, grant, { origin: 'identity provider', now })
  return { begun: begin.length, ended: end.length }
}

async function freshSession(sql: Sql, ask: Pick<Ask, 'now' | 'today' | 'session'>, personId: number): Promise<NewSession> {
  if (ask.session) await endSession(sql, ask.session)
  const hours = await parameterOn(sql, 'session.hours', ask.today)
  const expiresAt = new Date(ask.now.getTime() + hours * 3_600_000)
  return { token: await beginSession(sql, personId, expiresAt, ask.now), expiresAt }
}
