import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/setup/worker.ts'
import { StartError } from '../../platform/config.ts'
import { connect } from '../../platform/db.ts'
import { admin } from './index.ts'

const now = new Date('2026-03-02T09:00:00Z')
let url: string

beforeAll(async () => {
  url = await freshDatabase('faelles_admin_command')
})

const refusal = (env: Record<string, string>, ...argv: string[]) =>
  admin(env, argv, now).then(
    (said) => `accepted: ${said}`,
    (error: unknown) => (error instanceof StartError ? error.message : `fault: ${String(error)}`),
  )

describe('npm run admin', () => {
  test('names a person who has never signed in, once, and it stands in the audit log', async () => {
    expect(await admin({ DATABASE_URL: url }, ['anna@idp'], now)).toContain('anna@idp er nu administrator.')
    expect(await admin({ DATABASE_URL: url }, ['anna@idp'], now)).toContain('allerede administrator. Intet er ændret.')
    const { sql, close } = connect(url, { connections: 1 })
    const grants = await sql`
      select p.subject, g.role, g.origin, g.granted_at from role_grant g join person p on p.id = g.person_id`
    const deeds = await sql`select name, actor_name, at, detail from deed`
    await close()
    expect([...grants]).toEqual([{ subject: 'anna@idp', role: 'administrator', origin: 'given', grantedAt: now }])
    expect([...deeds]).toEqual([
      { name: 'npm run admin', actorName: 'npm run admin', at: now, detail: { subject: 'anna@idp', role: 'administrator' } },
    ])
  })

  test('says that sign-in is still off, or how to go on', async () => {
    expect(await admin({ DATABASE_URL: url }, ['bo'], now)).toContain('Log ind er endnu slået fra')
    const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
    expect(await admin({ DATABASE_URL: url, ...oidc }, ['carl'], now)).toContain('Kontoret, Personer')
  })

  test.each([
    [{}, ['anna'], 'Prøven har ingen administrator at udpege'],
    [{ NODE_ENV: 'production' }, ['anna'], 'Kommandoen kræver DATABASE_URL'],
    [{}, [], 'Skriv id’et efter kommandoen'],
    [{}, ['anna', 'bo'], 'Skriv id’et efter kommandoen'],
    [{ DATABASE_URL: 'http://db.example' }, ['anna'], 'DATABASE_URL skal være'],
  ] as const)('with %o and %o it does nothing and says why', async (env, argv, why) => {
    expect(await refusal(env, ...argv)).toContain(why)
  })

  test('refuses what is no id, and a CPR number', async () => {
    expect(await refusal({ DATABASE_URL: url }, 'to ord')).toContain('uden mellemrum')
    expect(await refusal({ DATABASE_URL: url }, '010190-1234')).toContain('CPR-nummer')
  })

  test('says that the database cannot be reached', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://127.0.0.1:1/faelles' }, 'anna')).toContain(
      'kan ikke bruges, så intet er ændret',
    )
  })
})
