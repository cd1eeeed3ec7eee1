import { expect, test } from 'vitest'
import { readConfig, StartError } from './config.ts'

const sentence = (env: Record<string, string>, argv: string[] = []): string => {
  try {
    readConfig(env, argv)
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

test('without any setting it is a trial on this machine alone, with demo persons', () => {
  expect(readConfig({}, [])).toEqual({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    production: false,
    trustProxy: false,
    databaseUrl: undefined,
    dataFolder: '.data',
    empty: false,
    smtpUrl: undefined,
    mailFrom: 'Fælles <ingen-svar@localhost>',
    oidc: undefined,
    wasUrl: undefined,
    demoSignIn: true,
  })
})

const OIDC = { OIDC_ISSUER: 'https://login.example.dk', OIDC_CLIENT_ID: 'faelles', OIDC_CLIENT_SECRET: 'x' }

test.each([
  ['a database of its own', { DATABASE_URL: 'postgres://localhost/faelles' }],
  ['sign-in by OpenID Connect', OIDC],
  ['production', { NODE_ENV: 'production' }],
])('nobody can choose a demo person with %s', (_, env) => {
  expect(readConfig(env, []).demoSignIn).toBe(false)
})

test('the real programme stands alone when asked for, and always on a real database', () => {
  expect(readConfig({}, ['--tom']).empty).toBe(true)
  expect(readConfig({ DATABASE_URL: 'postgres://localhost/faelles' }, []).empty).toBe(true)
  expect(readConfig({ NODE_ENV: 'production' }, []).empty).toBe(false)
})

test('the address follows the port, unless people reach us by another', () => {
  expect(readConfig({ PORT: '8080' }, []).baseUrl).toBe('http://localhost:8080')
  expect(readConfig({ BASE_URL: 'https://faelles.example.dk/' }, []).baseUrl).toBe('https://faelles.example.dk')
})

test('an empty value is no value', () => {
  expect(readConfig({ PORT: ' ', DATABASE_URL: '', SMTP_URL: '' }, [])).toEqual(readConfig({}, []))
})

test('roles at the identity provider are translated by a map', () => {
  const { oidc } = readConfig({ ...OIDC, OIDC_ROLES: '{"GRP-SEK":"secretariat"}' }, [])
  expect(oidc).toEqual({
    issuer: 'https://login.example.dk',
    clientId: 'faelles',
    clientSecret: 'x',
    scope: 'openid profile email',
    roleClaim: 'roles',
    roleMap: { 'GRP-SEK': 'secretariat' },
  })
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', 'tre tusind'],
  ['PORT', '3000.5'],
  ['DATABASE_URL', 'mysql://localhost/faelles'],
  ['DATABASE_URL', 'localhost'],
  ['SMTP_URL', 'https://mail.example.dk'],
  ['BASE_URL', 'faelles.example.dk'],
  ['WAS_URL', 'javascript:alert(1)'],
  ['TRUST_PROXY', 'måske'],
])('%s=%s is refused in one sentence that names the variable', (name, value) => {
  expect(sentence({ [name]: value })).toMatch(new RegExp(`^${name} skal være [^\\n]*\\.$`))
})

test.each(['[]', '"roller"', '{"gruppe":1}', '{gruppe', 'null'])('OIDC_ROLES=%s is refused', (roles) => {
  expect(sentence({ ...OIDC, OIDC_ROLES: roles })).toContain('OIDC_ROLES')
})

test('half a sign-in is refused, and the missing half named', () => {
  expect(sentence({ OIDC_ISSUER: 'https://login.example.dk' })).toContain('mangler OIDC_CLIENT_ID og OIDC_CLIENT_SECRET')
})

test('a refused address is not repeated, since it may hold a password', () => {
  expect(sentence({ DATABASE_URL: 'mysql://root:hemmelig@localhost' })).not.toContain('hemmelig')
})

test('an argument nobody knows is refused', () => {
  expect(sentence({}, ['--tomm'])).toContain('»--tomm«')
})
