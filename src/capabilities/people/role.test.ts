import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/values/refusal.ts'
import { grantNamed, type HeldRole, mustBeEndable, mustBeNew, mustFit, roleChanges, roleName } from './role.ts'

const parties = [
  { id: 1, key: 'faxe' },
  { id: 2, key: 'koege' },
]

const held = (role: HeldRole['role'], partyId?: number, more: Partial<HeldRole> = {}): HeldRole => ({
  id: 7,
  role,
  partyId,
  partyName: undefined,
  origin: 'given',
  grantedAt: new Date('2026-01-01T00:00:00Z'),
  grantedBy: undefined,
  endedAt: undefined,
  ...more,
})

const codeOf = (work: () => void) => {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof Refusal ? error.code : 'fault'
  }
}

describe('a role and its party', () => {
  test.each([
    ['contributor', undefined, 'party-needed'],
    ['approver', undefined, 'party-needed'],
    ['contributor', 1, 'accepted'],
    ['secretariat', 1, 'party-not-possible'],
    ['administrator', 1, 'party-not-possible'],
    ['administrator', undefined, 'accepted'],
    ['reader', undefined, 'accepted'],
    ['reader', 1, 'accepted'],
  ] as const)('%s at %s is %s', (role, partyId, code) => {
    expect(codeOf(() => mustFit(role, partyId))).toBe(code)
  })

  test('a role is named with its party', () => {
    expect(roleName({ role: 'contributor', partyName: 'Faxe' })).toBe('Indberetter, Faxe')
    expect(roleName({ role: 'administrator' })).toBe('Administrator')
  })
})

describe('a role is held once', () => {
  test('the same role at another party is another role', () => {
    expect(codeOf(() => mustBeNew([held('contributor', 1)], { role: 'contributor', partyId: 2 }))).toBe('accepted')
  })
  test('twice at the same party is refused', () => {
    expect(codeOf(() => mustBeNew([held('contributor', 1)], { role: 'contributor', partyId: 1 }))).toBe('held-already')
  })
  test('a role that ended can be given again', () => {
    const ended = held('contributor', 1, { endedAt: new Date() })
    expect(codeOf(() => mustBeNew([ended], { role: 'contributor', partyId: 1 }))).toBe('accepted')
  })
})

describe('ending a role', () => {
  test('the last administrator stays', () => {
    expect(codeOf(() => mustBeEndable(held('administrator'), 1))).toBe('last-administrator')
    expect(codeOf(() => mustBeEndable(held('administrator'), 2))).toBe('accepted')
  })
  test('the last of any other role may go', () => {
    expect(codeOf(() => mustBeEndable(held('secretariat'), 1))).toBe('accepted')
  })
  test('what the identity provider gives is ended there', () => {
    expect(codeOf(() => mustBeEndable(held('reader', 1, { origin: 'identity provider' }), 1))).toBe('from-provider')
  })
  test('a role that is over cannot be ended again', () => {
    expect(codeOf(() => mustBeEndable(held('reader', 1, { endedAt: new Date() }), 1))).toBe('ended-already')
  })
})

describe('what a sign-in changes', () => {
  const fromProvider = { origin: 'identity provider' } as const

  test('what is no longer sent ends, what is new begins', () => {
    const before = [held('contributor', 1, { id: 11, ...fromProvider })]
    expect(roleChanges(before, [{ role: 'approver', partyId: 1 }])).toEqual({
      end: [11],
      begin: [{ role: 'approver', partyId: 1 }],
    })
  })
  test('what was given in the browser is left alone, sent or not', () => {
    const before = [held('secretariat', undefined, { id: 12 }), held('reader', 2, { id: 13 })]
    expect(roleChanges(before, [{ role: 'reader', partyId: 2 }])).toEqual({ end: [], begin: [] })
  })
  test('the same role sent twice begins once', () => {
    const twice = { role: 'reader', partyId: 2 } as const
    expect(roleChanges([], [twice, { ...twice }]).begin).toEqual([twice])
  })
  test('a role that ended long ago begins anew', () => {
    const before = [held('reader', 2, { endedAt: new Date(), ...fromProvider })]
    expect(roleChanges(before, [{ role: 'reader', partyId: 2 }])).toEqual({ end: [], begin: [{ role: 'reader', partyId: 2 }] })
  })
})

describe('what OIDC_ROLES calls a role', () => {
  test.each([
    ['secretariat', { role: 'secretariat', partyId: undefined }],
    [' contributor:faxe ', { role: 'contributor', partyId: 1 }],
    ['reader', { role: 'reader', partyId: undefined }],
    ['reader:koege', { role: 'reader', partyId: 2 }],
    ['contributor', undefined],
    ['contributor:atlantis', undefined],
    ['administrator:faxe', undefined],
    ['citizen', undefined],
    ['toString', undefined],
    ['', undefined],
  ])('%s', (name, grant) => {
    expect(grantNamed(name, parties)).toEqual(grant)
  })
})
