import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddress, mailStateKeys, mustBeOpen, oneLine, openDecisions, standingAfter } from './message.ts'

describe('what an answer makes of a message', () => {
  test('the server’s yes is the end of it', () => {
    expect(standingAfter({ kind: 'yes', text: '250 OK' }, 3, 12).state).toBe('sent')
  })

  test('a refusal for good is told and not tried again', () => {
    expect(standingAfter({ kind: 'no', text: '550 ukendt' }, 1, 12)).toEqual({ state: 'dropped', answer: '550 ukendt' })
  })

  test('a lost answer is for a person to judge', () => {
    expect(standingAfter({ kind: 'unknown', text: 'afbrudt' }, 1, 12).state).toBe('uncertain')
  })

  test('a message that may go later waits, until it has been tried often enough', () => {
    expect(standingAfter({ kind: 'later', text: '451 optaget' }, 11, 12).state).toBe('waiting')
    expect(standingAfter({ kind: 'later', text: '451 optaget' }, 12, 12)).toEqual({
      state: 'dropped',
      answer: 'Opgivet efter 12 forsøg. 451 optaget',
    })
  })
})

describe('what a person may decide', () => {
  test('all three of a message nobody knows about', () => {
    expect(openDecisions({ state: 'uncertain', example: false })).toEqual(['again', 'sent', 'drop'])
  })

  test('nothing of one that is sent or on its way', () => {
    for (const state of ['sent', 'sending'] as const) {
      expect(() => mustBeOpen({ state, example: false }, 'again')).toThrow('kan ikke vælges længere')
    }
  })

  test('nothing of one to an invented person: it is never sent', () => {
    for (const state of mailStateKeys) expect(openDecisions({ state, example: true })).toEqual([])
  })
})

test('an address that a server could take', () => {
  for (const good of ['a@b.dk', 'programleder.slagelse@example.dk', 'jørgen+rs17@rødby.dk']) expect(isAddress(good)).toBe(true)
  for (const bad of [
    '',
    'a',
    'a@',
    '@b.dk',
    'a b@c.dk',
    'a@b.dk\r\nBcc: x@y.dk',
    'a@b.dk, c@d.dk',
    'A <a@b.dk>',
    'a@@b.dk',
    '"a"@b.dk',
  ])
    expect(isAddress(bad)).toBe(false)
})

test('nothing in a subject begins a header of its own', () => {
  expect(oneLine('Hej\r\nBcc: alle@example.dk')).toBe('Hej Bcc: alle@example.dk')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}]/u.test(oneLine(text))))
})
