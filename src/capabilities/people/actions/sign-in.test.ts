import { describe, expect, test } from 'vitest'
import { freePort } from '../../../../tests/setup/program.ts'
import { Browser, withIdentityProvider } from '../../../../tests/setup/sign-in.ts'
import { world } from '../../../../tests/world.ts'

const w = world()
const idp = withIdentityProvider(w)

const rolesNow = async (subject: string) => {
  const rows = await w.sql<{ role: string; key: string | undefined }[]>`
    select g.role, party.key from role_grant g join person on person.id = g.person_id left join party on party.id = g.party_id
    where person.subject = ${subject} and g.ended_at is null order by g.role`
  return rows.map(({ role, key }) => (key ? `${role}:${key}` : role))
}

describe('signing in at the identity provider', () => {
  test('brings name, e-mail and roles, and leads to the own party', async () => {
    const browser = idp.browser()
    const done = await idp.signIn(browser, idp.account('anna', 'FAE-indberetter'))
    expect([done.status, done.location]).toEqual([303, '/plan/parter/faxe'])
    const mine = await browser.get('/mig')
    expect(mine.text).toContain('Sagsbehandler anna')
    expect(mine.text).toContain('anna@faxe.example')
    expect(mine.text).toContain('Indberetter, Faxe')
  })

  test('is in the audit log with the person, and nothing secret', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('lise', 'RAM-sek'))
    const [deed] = await w.sql<{ name: string; actorName: string; actorRoles: string; whole: string }[]>`
      select name, actor_name, actor_roles, deed::text as whole from deed where name like '%/log-ind/retur' order by id desc limit 1`
    expect(deed).toMatchObject({ actorName: 'Sagsbehandler lise', actorRoles: 'secretariat' })
    expect(deed?.whole).not.toContain(browser.cookie)
  })

  test('leads back to the page that asked for it, and never elsewhere', async () => {
    const wanted = idp.account('bo', 'FAE-indberetter')
    expect((await idp.signIn(idp.browser(), wanted, '/plan?pr=2025-11-13')).location).toBe('/plan?pr=2025-11-13')
    expect((await idp.signIn(idp.browser(), wanted, '//evil.example/')).location).toBe('/plan/parter/faxe')
  })

  test('asks for a code with PKCE, state and nonce, and keeps the verifier here', async () => {
    const { location } = await idp.browser().get('/log-ind/start')
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
    const browser = idp.browser()
    const back = await idp.thereAndBack(browser, idp.account('carl', 'FAE-indberetter'))
    expect((await browser.get(back)).status).toBe(303)
    const again = await browser.get(back)
    expect(again.status).toBe(400)
    expect(again.text).toContain('Log ind blev ikke færdig')
  })

  test('a way back in another browser is refused', async () => {
    const back = await idp.thereAndBack(idp.browser(), idp.account('dora', 'FAE-indberetter'))
    const other = new Browser(w)
    expect((await other.get(back)).status).toBe(400)
    await other.get('/log-ind/start')
    const mixed = await other.get(back)
    expect(mixed.status).toBe(400)
    expect(mixed.text).toContain('Svaret fra arbejdsloginet kan ikke bruges')
    expect((await other.get('/mig')).status).toBe(303)
  })

  test.each(['state', 'nonce', 'verifier'])('a wrong %s is refused', async (name) => {
    const browser = idp.browser()
    const back = await idp.thereAndBack(browser, idp.account('erik', 'FAE-indberetter'))
    await w.sql`update session set pending = jsonb_set(pending, ${['secrets', name]}, to_jsonb(${'x'.repeat(43)}::text)) where pending is not null`
    const answer = await browser.get(back)
    expect([answer.status, answer.text.includes('kan ikke bruges')]).toEqual([400, true])
    expect((await browser.get('/mig')).status).toBe(303)
    expect(await w.sql`select 1 from person where subject = 'erik'`).toHaveLength(0)
  })

  test('a way back that took more than a quarter of an hour is refused', async () => {
    const browser = idp.browser()
    const back = await idp.thereAndBack(browser, idp.account('fie', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 15 * 60_000)
    expect((await browser.get(back)).status).toBe(400)
  })

  test('whoever says no at the provider is told so', async () => {
    const browser = idp.browser()
    const back = await idp.declined(browser)
    const answer = await browser.get(back)
    expect([answer.status, answer.text.includes('Du blev ikke logget ind')]).toEqual([403, true])
    expect((await browser.get(back)).text).toContain('Log ind blev ikke færdig')
  })

  test('a provider that does not answer is told in words, and asked again next time', async () => {
    const port = await freePort()
    const browser = idp.browser({ issuer: `http://127.0.0.1:${port}` })
    const answer = await browser.get('/log-ind/start')
    expect([answer.status, answer.text.includes('Arbejdsloginet svarer ikke')]).toEqual([503, true])
    const again = await browser.get('/log-ind/start?videre=/plan/status')
    expect([again.status, again.text.includes('href="/log-ind?videre=%2Fplan%2Fstatus"')]).toEqual([503, true])
  })

  test('a wrong client secret lets nobody in', async () => {
    const browser = idp.browser({ clientSecret: 'another secret' })
    const answer = await idp.signIn(browser, idp.account('gert', 'FAE-indberetter'))
    expect([answer.status, answer.text.includes('kan ikke bruges')]).toEqual([400, true])
  })

  test('an identity with a CPR number is refused and not kept', async () => {
    const answer = await idp.signIn(idp.browser(), idp.account('010190-1234', 'FAE-indberetter'))
    expect([answer.status, answer.text.includes('CPR-nummer')]).toEqual([403, true])
    expect(await w.sql`select 1 from person where subject like '010190%'`).toHaveLength(0)
  })

  test('nobody becomes a demo person by being called the same', async () => {
    await w.sql`insert into person ${w.sql({ subject: 'demo:administrator', name: 'Administrator', demo: true })}`
    expect((await idp.signIn(idp.browser(), idp.account('demo:administrator'))).status).toBe(400)
  })
})

describe('roles from the identity provider', () => {
  test('follow what it sends at each sign-in; what it does not know of stays', async () => {
    const subject = idp.account('hans', 'FAE-indberetter')
    await idp.signIn(idp.browser(), subject)
    await w.sql`insert into role_grant (person_id, role) select id, 'secretariat' from person where subject = 'hans'`
    idp.account('hans', 'FAE-godkender')
    await idp.signIn(idp.browser(), subject)
    expect(await rolesNow('hans')).toEqual(['approver:faxe', 'secretariat'])
    idp.account('hans')
    await idp.signIn(idp.browser(), subject)
    expect(await rolesNow('hans')).toEqual(['secretariat'])
    expect(await w.sql`select 1 from role_grant g join person on person.id = g.person_id where subject = 'hans'`).toHaveLength(3)
  })

  test('what has no meaning here gives nothing, and does not stand in the way', async () => {
    const done = await idp.signIn(idp.browser(), idp.account('ida', 'ATL-indberetter', 'toString', 'Alle medarbejdere'))
    expect([done.status, done.location]).toEqual([303, '/mig'])
    expect(await rolesNow('ida')).toEqual([])
  })

  test('who has no role is signed in, sees what is stored, and may nothing more than a citizen', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('jens'))
    expect((await browser.get('/mig')).text).toContain('Du har ingen rolle endnu')
    expect((await browser.get('/kontor/personer')).status).toBe(403)
  })
})
