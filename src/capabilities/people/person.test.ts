import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsCpr, homeOf, localPath } from './person.ts'

describe('where to go after signing in', () => {
  test.each([
    ['/plan?pr=2025-11-13', '/plan?pr=2025-11-13'],
    ['/plan/parter/faxe', '/plan/parter/faxe'],
    ['/log-ind', '/log-ind'],
    ['https://evil.example/', undefined],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['/plan\\..\\', undefined],
    ['/\t/evil.example', undefined],
    ['/.//evil.example', undefined],
    ['/plan/..//evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['/log-ud', undefined],
    ['/log-ind/start', undefined],
    ['/api/v1/openapi.json', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s leads to %s', (asked, path) => {
    expect(localPath(asked)).toBe(path)
  })

  test('never leads elsewhere, whatever is asked', () => {
    const piece = fc.oneof(fc.constantFrom('/', '//', '\\', '.', '..', '@', ':', '%2f', '%5c', 'evil.example', '\t'), fc.string())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const path = localPath(`/${pieces.join('')}`)
        expect(new URL(path ?? '/', 'https://faelles.example').origin).toBe('https://faelles.example')
      }),
    )
  })

  test('the own party first, then the office, then the plan; who has no role sees what is stored', () => {
    expect(
      homeOf([
        { role: 'reader', partySlug: 'greve' },
        { role: 'approver', partySlug: 'faxe' },
      ]),
    ).toBe('/plan/parter/faxe')
    expect(homeOf([{ role: 'secretariat', partySlug: undefined }])).toBe('/kontor')
    expect(homeOf([{ role: 'provider', partySlug: 'marjatta' }])).toBe('/ledige/mine')
    expect(homeOf([{ role: 'reader', partySlug: 'greve' }])).toBe('/plan')
    expect(homeOf([])).toBe('/mig')
  })
})

test('an identity that holds a CPR number is seen', () => {
  expect(holdsCpr({ subject: '010190-1234', name: 'Sagsbehandler', email: undefined })).toBe(true)
  expect(holdsCpr({ subject: 'a1', name: 'Sagsbehandler', email: '0101901234@faxe.example' })).toBe(true)
  expect(holdsCpr({ subject: 'f3b2', name: 'Sagsbehandler', email: 'sags@faxe.example' })).toBe(false)
})
