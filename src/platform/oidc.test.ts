import { describe, expect, test } from 'vitest'
import { type Oidc, StartError } from './config.ts'
import { identityFrom, oidcClient } from './oidc.ts'

const roleMap = { editors: 'secretariat', faxe: 'contributor:faxe' }
const rolesIn = (claims: Record<string, unknown>, roleClaim = 'roles') =>
  identityFrom({ sub: 'a1', ...claims }, { roleClaim, roleMap }).roles

describe('what an identity provider says of a person', () => {
  test('roles are a list, one word, or nothing at all', () => {
    expect(rolesIn({ roles: ['editors', 'faxe'] })).toEqual(['secretariat', 'contributor:faxe'])
    expect(rolesIn({ roles: 'faxe' })).toEqual(['contributor:faxe'])
    expect(rolesIn({})).toEqual([])
    expect(rolesIn({ roles: [1, null, { faxe: true }] })).toEqual([])
  })

  test('roles may lie inside another claim, or in one with dots in its name', () => {
    expect(rolesIn({ realm_access: { roles: ['editors'] } }, 'realm_access.roles')).toEqual(['secretariat'])
    expect(rolesIn({ 'https://login.example/roles': ['faxe'] }, 'https://login.example/roles')).toEqual(['contributor:faxe'])
  })

  test('a role nobody gave a meaning is none, also when every object has one of that name', () => {
    expect(rolesIn({ roles: ['toString', 'constructor', '__proto__', 'others'] })).toEqual([])
    expect(rolesIn({}, 'constructor.name')).toEqual([])
  })

  test('somebody without a name goes by the next best', () => {
    const nameOf = (claims: Record<string, unknown>) =>
      identityFrom({ sub: 'a1', ...claims }, { roleClaim: 'roles', roleMap }).name
    expect(nameOf({ name: ' ', preferred_username: 'leder' })).toBe('leder')
    expect(nameOf({ email: 'leder@faxe.example' })).toBe('leder@faxe.example')
    expect(nameOf({})).toBe('a1')
  })
})

describe('the address of the identity provider', () => {
  const at = (issuer: string): Oidc => ({
    issuer,
    clientId: 'a',
    clientSecret: 'b',
    scope: 'openid',
    roleClaim: 'roles',
    roleMap,
  })

  test.each(['http://login.example', 'http://10.0.0.1', 'http://localhost.example'])(
    '%s is refused: anybody could listen',
    (issuer) => {
      expect(() => oidcClient(at(issuer), 'https://faelles.example')).toThrow(StartError)
    },
  )
  test.each(['https://login.example', 'http://localhost:8080', 'http://127.0.0.1:8080'])(
    '%s is accepted, and asked nothing yet',
    (issuer) => {
      expect(() => oidcClient(at(issuer), 'https://faelles.example')).not.toThrow()
    },
  )
})
