import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IdentityProvider, identityProvider } from '../../../../tests/setup/identity-provider.ts'
import { freePort } from '../../../../tests/setup/program.ts'
import { type Answer, world } from '../../../../tests/world.ts'
import type { Oidc } from '../../../platform/config.ts'
import { SESSION_COOKIE } from '../../../platform/house.ts'
import { oidcClient } from '../../../platform/oidc.ts'
import { removeExpired } from '../store/sessions.ts'

const w = world()
let provider: IdentityProvider

const roleMap: Record<string, string> = {
  'FAE-indberetter': 'contributor:faxe',
  'FAE-godkender': 'approver:faxe',
  'RAM-sek': 'secretariat',
  'ATL-indberetter': 'contributor:atlantis',
}

beforeAll(async () => {
  provider = await identityProvider(['http://localhost/log-ind/retur'], [])
})
afterAll(() => provider.close())

const config = (more: Partial<Oidc> = {}): Oidc => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  scope: 'openid profile email',
  roleClaim: 'roles',
  roleMap,
  ...more,
})

/** A browser at our side: keeps the one cookie. */
class Browser {
  cookie: string | undefined
  async get(path: string): Promise<Answer> {
    return this.#send(path, {})
  }
  async post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) })
  }
  async #send(path: string, init: RequestInit): Promise<Answer> {
    const headers = { origin: 'http://localhost', ...(this.cookie ? { cookie: `${SESSION_COOKIE}=${this.cookie}` } : {}) }
    const response = await w.app.request(`http://localhost${path}`, { ...init, headers })
    const set = response.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`))
    if (set) this.cookie = /=([^;]*)/.exec(set)?.[1] || undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const location = response.headers.get('location') ?? ''
    return { status: response.status, text, bytes, headers: response.headers, location, json: () => JSON.parse(text) }
  }
}

function withProvider(more: Partial<Oidc> = {}): Browser {
  w.site = { ...w.site, trial: false, signIn: 'oidc', oidc: oidcClient(config(more), 'http://localhost') }
  return new Browser()
}

/** To the provider and back again: the address the browser is sent back to, not yet followed. */
async function thereAndBack(browser: Browser, login: string, next?: string): Promise<string> {
  const away = await browser.get(`/log-ind/start${next ? `?videre=${encodeURIComponent(next)}` : ''}`)
  expect(away.status).toBe(303)
  const back = await provider.signIn(away.location, login)
  return back.pathname + back.search
}

async function signIn(browser: Browser, login: string, next?: string): Promise<Answer> {
  return browser.get(await thereAndBack(browser, login, next))
}

const rolesNow = async (subject: string) => {
  const rows = await w.sql<{ role: string; key: string | undefined }[]>`
    select g.role, party.key from role_grant g join person on person.id = g.person_id left join party on party.id = g.party_id
    where person.subject = ${subject} and g.ended_at is null order by g.role`
  return rows.map(({ role, key }) => (key ? `${role}:${key}` : role))
}

const account = (sub: string, ...roles: string[]) => {
  provider.accounts.set(sub, { sub, name: `Sagsbehandler ${sub}`, email: `${sub}@faxe.example`, roles })
  return sub
}

describe('signing in at the identity provider', () => {
  test('brings name, e-mail and roles, and leads to the own party', async () => {
    const browser = withProvider()
    const done = await signIn(browser, account('anna', 'FAE-indberetter'))
    expect([done.status, done.location]).toEqual([303, '/plan/parter/faxe'])
    const mine = await browser.get('/mig')
    expect(mine.text).toContain('Sagsbehandler anna')
    expect(mine.text).toContain('anna@faxe.example')
    expect(mine.text).toContain('Indberetter, Faxe')
  })

  test('is in the audit log with the person, and nothing secret', async () => {
    const browser = withProvider()
    await signIn(browser, account('lise', 'RAM-sek'))
    const [deed] = await w.sql<{ name: string; actorName: string; actorRoles: string; whole: string }[]>`
      select name, actor_name, actor_roles, deed::text as whole from deed where name like '%/log-ind/retur' order by id desc limit 1`
    expect(deed).toMatchObject({ actorName: 'Sagsbehandler lise', actorRoles: 'secretariat' })
    expect(deed?.whole).not.toContain(browser.cookie)
  })

  test('leads back to the page that asked for it, and never elsewhere', async () => {
    const wanted = account('bo', 'FAE-indberetter')
    expect((await signIn(withProvider(), wanted, '/plan?pr=2025-11-13')).location).toBe('/plan?pr=2025-11-13')
    expect((await signIn(withProvider(), wanted, '//evil.example/')).location).toBe('/plan/parter/faxe')
  })

  test('asks for a code with PKCE, state and nonce, and keeps the verifier here', async () => {
    const { location } = await withProvider().get('/log-ind/start')
    const { searchParams } = new URL(location)
    expect(searchParams.get('response_type')).toBe('code')
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)?.length).toBeGreaterThan(20)
    const [row] = await w.sql<
      { verifier: string }[]
    >`select pending->'secrets'->>'verifier' as verifier from session where pending is not null`
    expect(row?.verifier.length).toBeGreaterThan(20)
    expect(location).not.toContain(row?.verifier)
  })

  test('the same way back is refused the second time', async () => {
    const browser = withProvider()
    const back = await thereAndBack(browser, account('carl', 'FAE-indberetter'))
    expect((await browser.get(back)).status).toBe(303)
    const again = await browser.get(back)
    expect(again.status).toBe(400)
    expect(again.text).toContain('Log ind blev ikke færdig')
  })

  test('a way back in another browser is refused', async () => {
    const back = await thereAndBack(withProvider(), account('dora', 'FAE-indberetter'))
    const other = new Browser()
    expect((await other.get(back)).status).toBe(400)
    await other.get('/log-ind/start')
    const mixed = await other.get(back)
    expect(mixed.status).toBe(400)
    expect(mixed.text).toContain('Svaret fra jeres fælles login kan ikke bruges')
    expect((await other.get('/mig')).status).toBe(303)
  })

  test.each(['state', 'nonce', 'verifier'])('a wrong %s is refused', async (name) => {
    const browser = withProvider()
    const back = await thereAndBack(browser, account('erik', 'FAE-indberetter'))
    await w.sql`update session set pending = jsonb_set(pending, ${['secrets', name]}, to_jsonb(${'x'.repeat(43)}::text)) where pending is not null`
    const answer = await browser.get(back)
    expect([answer.status, answer.text.includes('kan ikke bruges')]).toEqual([400, true])
    expect((await browser.get('/mig')).status).toBe(303)
    expect(await w.sql`select 1 from person where subject = 'erik'`).toHaveLength(0)
  })

  test('a way back that took more than a quarter of an hour is refused', async () => {
    const browser = withProvider()
    const back = await thereAndBack(browser, account('fie', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 15 * 60_000)
    expect((await browser.get(back)).status).toBe(400)
  })

  test('whoever says no at the provider is told so', async () => {
    const browser = withProvider()
    const back = await provider.decline((await browser.get('/log-ind/start')).location)
    const answer = await browser.get(back.pathname + back.search)
    expect([answer.status, answer.text.includes('Du blev ikke logget ind')]).toEqual([403, true])
  })

  test('a provider that does not answer is told in words, and asked again next time', async () => {
    const port = await freePort()
    const browser = withProvider({ issuer: `http://127.0.0.1:${port}` })
    const answer = await browser.get('/log-ind/start')
    expect([answer.status, answer.text.includes('Jeres fælles login svarer ikke')]).toEqual([503, true])
    expect((await browser.get('/log-ind/start')).status).toBe(503)
  })

  test('a wrong client secret lets nobody in', async () => {
    const browser = withProvider({ clientSecret: 'another secret' })
    const answer = await signIn(browser, account('gert', 'FAE-indberetter'))
    expect([answer.status, answer.text.includes('kan ikke bruges')]).toEqual([400, true])
  })

  test('an identity with a CPR number is refused and not kept', async () => {
    const answer = await signIn(withProvider(), account('010190-1234', 'FAE-indberetter'))
    expect([answer.status, answer.text.includes('CPR-nummer')]).toEqual([403, true])
    expect(await w.sql`select 1 from person where subject like '010190%'`).toHaveLength(0)
  })

  test('nobody becomes a demo person by being called the same', async () => {
    await w.sql`insert into person ${w.sql({ subject: 'demo:administrator', name: 'Administrator', demo: true })}`
    expect((await signIn(withProvider(), account('demo:administrator'))).status).toBe(400)
  })
})

describe('roles from the identity provider', () => {
  test('follow what it sends at each sign-in; what it does not know of stays', async () => {
    const subject = account('hans', 'FAE-indberetter')
    await signIn(withProvider(), subject)
    await w.sql`insert into role_grant (person_id, role) select id, 'secretariat' from person where subject = 'hans'`
    account('hans', 'FAE-godkender')
    await signIn(withProvider(), subject)
    expect(await rolesNow('hans')).toEqual(['approver:faxe', 'secretariat'])
    account('hans')
    await signIn(withProvider(), subject)
    expect(await rolesNow('hans')).toEqual(['secretariat'])
    expect(await w.sql`select 1 from role_grant g join person on person.id = g.person_id where subject = 'hans'`).toHaveLength(3)
  })

  test('what has no meaning here gives nothing, and does not stand in the way', async () => {
    const done = await signIn(withProvider(), account('ida', 'ATL-indberetter', 'toString', 'Alle medarbejdere'))
    expect([done.status, done.location]).toEqual([303, '/mig'])
    expect(await rolesNow('ida')).toEqual([])
  })

  test('who has no role is signed in, sees what is stored, and may nothing more than a citizen', async () => {
    const browser = withProvider()
    await signIn(browser, account('jens'))
    expect((await browser.get('/mig')).text).toContain('Du har ingen rolle endnu')
    expect((await browser.get('/kontor/personer')).status).toBe(403)
  })
})

describe('the session', () => {
  test('is a new one at sign-in: a token from before is worth nothing', async () => {
    const browser = withProvider()
    await browser.get('/log-ind/start')
    const before = browser.cookie
    await signIn(browser, account('karl', 'FAE-indberetter'))
    expect(before).toBeDefined()
    expect(browser.cookie).not.toBe(before)
    const thief = new Browser()
    thief.cookie = before
    expect((await thief.get('/mig')).status).toBe(303)
  })

  test('a token somebody made up is nobody', async () => {
    const browser = withProvider()
    browser.cookie = 'x'.repeat(43)
    expect((await browser.get('/mig')).location).toBe('/log-ind?videre=%2Fmig')
    browser.cookie = `${encodeURIComponent("' or 1=1 --")}`
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('signing in as another ends the first session', async () => {
    const browser = withProvider()
    await signIn(browser, account('lars', 'FAE-indberetter'))
    const first = browser.cookie
    await signIn(browser, account('mia', 'FAE-indberetter'))
    expect((await browser.get('/mig')).text).toContain('Sagsbehandler mia')
    browser.cookie = first
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('a sign-in that fails leaves who was signed in signed in', async () => {
    const browser = withProvider()
    await signIn(browser, account('nora', 'FAE-indberetter'))
    const back = await provider.decline((await browser.get('/log-ind/start')).location)
    await browser.get(back.pathname + back.search)
    expect((await browser.get('/mig')).text).toContain('Sagsbehandler nora')
  })

  test('lasts eight hours, and not longer', async () => {
    const browser = withProvider()
    await signIn(browser, account('ole', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 8 * 3_600_000 - 1)
    expect((await browser.get('/mig')).status).toBe(200)
    w.now = new Date(w.now.getTime() + 1)
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('ends for good when signing out, and the provider is one press away', async () => {
    const browser = withProvider()
    await signIn(browser, account('per', 'FAE-indberetter'))
    const token = browser.cookie
    const out = await browser.post('/log-ud', {})
    expect([out.status, out.location, browser.cookie]).toEqual([303, '/log-ud', undefined])
    expect((await browser.get('/log-ud')).text).toContain('/log-ud/arbejdslogin')
    expect((await browser.get('/log-ud/arbejdslogin')).location).toContain(`${provider.issuer}/session/end`)
    browser.cookie = token
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('those that are over are cleaned away', async () => {
    const browser = withProvider()
    await signIn(browser, account('rie', 'FAE-indberetter'))
    await new Browser().get('/log-ind/start')
    await removeExpired(w.sql, new Date(w.now.getTime() + 3_600_000))
    expect(await w.sql`select 1 from session where person_id is null`).toHaveLength(0)
    expect((await browser.get('/mig')).status).toBe(200)
  })

  test('what was written when it ended is given back, to be sent after signing in again', async () => {
    const browser = withProvider()
    await signIn(browser, account('siri', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 9 * 3_600_000)
    const form = { navn: 'Ledelses <b>information</b>', dage: '90', _key: crypto.randomUUID() }
    const lost = await browser.post('/mig/noegler/ny', form)
    expect(lost.status).toBe(403)
    expect(lost.text).toContain('blev ikke gemt')
    expect(lost.text).toContain('value="Ledelses &lt;b&gt;information&lt;/b&gt;"')
    expect(await w.sql`select 1 from api_token`).toHaveLength(0)
    await signIn(browser, 'siri')
    expect((await browser.post('/mig/noegler/ny', form)).status).toBe(200)
    expect(await w.sql`select 1 from api_token`).toHaveLength(1)
  })

  test('a button pressed when it has ended leads to sign-in', async () => {
    const browser = withProvider()
    expect((await browser.post('/mig/log-ud-andre', { _key: crypto.randomUUID() })).location).toContain('/log-ind?videre=')
  })
})
