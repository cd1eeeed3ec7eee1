import { describe, expect, test } from 'vitest'
import { type World, world } from '../../../../tests/world.ts'
import { readConfig } from '../../../platform/config.ts'
import { actorOfApiToken, actorOfSession, loadDemoPeople, shutDemoPeopleOut } from '../index.ts'
import { addKey } from '../store/sessions.ts'

const w = world()

const demoNamed = async (w: World, name: string) => {
  const [person] = await w.sql<{ id: number }[]>`select id from person where demo and name = ${name}`
  return person?.id ?? 0
}

describe('demo sign-in', () => {
  test('offers two people a party and five more, and marks that it is a trial', async () => {
    await loadDemoPeople(w.sql)
    const { text } = await w.citizen.get('/log-ind')
    expect(text).toContain('Dette er en prøve på din egen maskine')
    expect(text.match(/name="person"/g)).toHaveLength(2 * 18 + 5)
    for (const name of ['Indberetter, Faxe', 'Godkender, Region Sjælland', 'Socialtilsyn Øst']) expect(text).toContain(name)
  })

  test('follows the parties: from 2027 the region is Region Østdanmark, and they are still 18', async () => {
    await loadDemoPeople(w.sql)
    w.now = new Date('2027-01-01T12:00:00Z')
    const { text } = await w.citizen.get('/log-ind')
    expect(text.match(/name="person"/g)).toHaveLength(2 * 18 + 5)
    expect(text).toContain('Godkender, Region Østdanmark')
    expect(text).not.toContain('Godkender, Region Sjælland')
  })

  test('choosing one signs in as that person', async () => {
    await loadDemoPeople(w.sql)
    const id = await demoNamed(w, 'Indberetter, Faxe')
    const answer = await w.citizen.post('/log-ind/demo', { person: String(id) })
    expect(answer.location).toMatch(/^\/plan\/parter\/faxe\?kvittering=/)
    const token = /faelles_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect(await actorOfSession(w.sql, token, w.now)).toMatchObject({ id, name: 'Indberetter, Faxe' })
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('stands in the audit log under the name of who signed in', async () => {
    await loadDemoPeople(w.sql)
    await w.citizen.post('/log-ind/demo', { person: String(await demoNamed(w, 'Indberetter, Faxe')) })
    const [line] = await w.sql`select actor_name, actor_roles from deed order by id desc limit 1`
    expect(line).toMatchObject({ actorName: 'Indberetter, Faxe', actorRoles: 'contributor' })
  })

  test('lasts as long as the rule says today, and so does its cookie', async () => {
    await loadDemoPeople(w.sql)
    const rule = { value: '3', validFrom: '2026-03-02', source: 'Sekretariatet', reason: 'Fælles maskiner' }
    expect((await (await w.as('secretariat')).post('/kontor/regler/session.hours', rule)).status).toBe(303)
    const answer = await w.citizen.post('/log-ind/demo', { person: String(await demoNamed(w, 'Læser')) })
    expect(answer.headers.get('set-cookie')).toContain(`Max-Age=${3 * 3600}`)
  })

  test('leads back to where it was asked for', async () => {
    await loadDemoPeople(w.sql)
    const person = String(await demoNamed(w, 'Læser'))
    expect((await w.citizen.post('/log-ind/demo', { person, videre: '/plan/status' })).location).toMatch(/^\/plan\/status\?/)
    expect((await w.citizen.post('/log-ind/demo', { person, videre: 'https://evil.example' })).location).toMatch(/^\/plan\?/)
  })

  test('lets nobody in who is no demo person', async () => {
    await loadDemoPeople(w.sql)
    const { personId } = await w.as('administrator')
    for (const person of [String(personId), '0', 'x', '']) {
      expect((await w.citizen.post('/log-ind/demo', { person })).status).toBe(422)
    }
  })

  test('loading twice makes nobody twice, and gives back no role that was ended', async () => {
    await loadDemoPeople(w.sql)
    await w.sql`update role_grant set ended_at = ${w.now} where origin = 'demo' and role = 'provider'`
    await loadDemoPeople(w.sql)
    expect(await w.sql`select 1 from person where demo`).toHaveLength(2 * 19 + 5)
    expect(await w.sql`select 1 from role_grant where role = 'provider' and ended_at is null`).toHaveLength(0)
  })
})

describe('demo sign-in is for a trial on one’s own machine', () => {
  const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }

  test.each([
    ['nothing is set', {}, true],
    ['a database is given', { DATABASE_URL: 'postgres://db.example/faelles' }, false],
    ['it is production', { NODE_ENV: 'production' }, false],
    ['an identity provider is given', oidc, false],
    ['all of them', { ...oidc, NODE_ENV: 'production', DATABASE_URL: 'postgres://db.example/faelles' }, false],
  ])('when %s, it is possible: %3$s', (_, env, possible) => {
    expect(readConfig(env, []).demoSignIn).toBe(possible)
  })

  test('no variable and no argument switches it on', () => {
    const env = { NODE_ENV: 'production', DEMO: '1', DEMO_SIGN_IN: '1', FAELLES_DEMO: 'ja' }
    expect(readConfig(env, []).demoSignIn).toBe(false)
    expect(() => readConfig(env, ['--demo'])).toThrow()
  })

  test.each(['oidc', 'none'] as const)(
    'with sign-in %s its address does not exist, and no demo person is shown',
    async (signIn) => {
      await loadDemoPeople(w.sql)
      const person = String(await demoNamed(w, 'Administrator'))
      w.site = { ...w.site, signIn }
      expect((await w.citizen.get('/log-ind/demo')).status).toBe(404)
      expect((await w.citizen.post('/log-ind/demo', { person })).status).toBe(404)
      expect((await w.citizen.get('/log-ind')).text).not.toContain('demo')
      expect(await w.sql`select 1 from session`).toHaveLength(0)
    },
  )

  test('whoever was a demo person before is out when it is switched off', async () => {
    await loadDemoPeople(w.sql)
    const id = await demoNamed(w, 'Administrator')
    const answer = await w.citizen.post('/log-ind/demo', { person: String(id) })
    const token = /faelles_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const key = await addKey(w.sql, id, { name: 'x', expiresAt: new Date('2027-01-01'), now: w.now })
    const real = await w.as('reader')
    await shutDemoPeopleOut(w.sql)
    expect(await actorOfSession(w.sql, token, w.now)).toBeUndefined()
    expect(await actorOfApiToken(w.sql, key, w.now)).toBeUndefined()
    expect((await real.get('/mig')).status).toBe(200)
  })
})

describe('where nobody can sign in', () => {
  test('the page says why, and that the site is for reading', async () => {
    w.site = { ...w.site, signIn: 'none', trial: false }
    const { status, text } = await w.citizen.get('/log-ind')
    expect(status).toBe(200)
    expect(text).toContain('Log ind er slået fra')
    expect(text).toContain('OIDC_ISSUER')
    for (const path of ['/log-ind/start', '/log-ind/retur', '/log-ud/arbejdslogin']) {
      expect((await w.citizen.get(path)).status).toBe(404)
    }
  })
})
