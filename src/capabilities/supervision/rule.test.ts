import { describe, expect, test } from 'vitest'
import { mustBeItsOwn, mustBeTheirs, mustColourOnlyRisk, mustNotBeFoster, mustRunRightly, mustTellDecisionOnly } from './rule.ts'

const place = { offerName: 'Bøgely', unitNames: ['Hele tilbuddet'], forms: ['residential'] }

describe('never a foster family', () => {
  test.each([
    [{ ...place, forms: ['residential', 'family'] }],
    [{ ...place, offerName: 'Plejefamilien på bakken' }],
    [{ ...place, unitNames: ['Netværksplejefamilie'] }],
  ])('%j is refused', (one) => {
    expect(() => mustNotBeFoster(one)).toThrow('aldrig')
  })

  test('an ordinary offer is not', () => {
    expect(() => mustNotBeFoster(place)).not.toThrow()
  })
})

test.each([
  ['Der er mistanke om fejl i regnskabet.', 'mistanke'],
  ['Sagen er sendt som underretning.', 'mistanke'],
  ['Gælder også tilknyttede plejefamilier.', 'plejefamilier'],
])('»%s« is refused', (text, why) => {
  expect(() => mustTellDecisionOnly(text)).toThrow(why)
})

test.each([undefined, 'Tilbuddet skal have en plan for nattevagter.', 'Plejepersonalet skal have en introduktion.'])(
  '»%s« may be written',
  (text) => {
    expect(() => mustTellDecisionOnly(text)).not.toThrow()
  },
)

const oest = { name: 'Socialtilsyn Øst', sites: ['tilbudsportalen.dk', 'socialtilsynost.dk'] }

test.each(['https://tilbudsportalen.dk/a', 'https://www.SocialtilsynOst.dk/b'])('%s is its own', (url) => {
  expect(() => mustBeItsOwn(url, oest)).not.toThrow()
})

test.each(['https://avisen.dk/tilbudsportalen.dk', 'https://ikketilbudsportalen.dk/', 'https://tilbudsportalen.dk.evil.dk/'])(
  '%s is not its own',
  (url) => {
    expect(() => mustBeItsOwn(url, oest)).toThrow('selv har offentliggjort')
  },
)

describe('intensified supervision', () => {
  const of = (lastDay: string | undefined) => ({
    kind: 'intensified' as const,
    day: '2026-03-01',
    validFrom: '2026-03-01',
    lastDay,
  })

  test.each(['2026-03-01', '2026-08-31'])('may end on %s', (lastDay) => {
    expect(() => mustRunRightly(of(lastDay), 6)).not.toThrow()
  })

  test.each([
    [undefined, 'Skriv den sidste dag'],
    ['2026-02-28', 'ikke ligge før'],
    ['2026-09-01', 'højst gælde 6 måneder'],
  ])('may not end on %s', (lastDay, why) => {
    expect(() => mustRunRightly(of(lastDay), 6)).toThrow(why)
  })
})

test('an injunction has a deadline, however far away', () => {
  const of = (lastDay: string | undefined) => ({
    kind: 'injunction' as const,
    day: '2026-03-01',
    validFrom: '2026-03-01',
    lastDay,
  })
  expect(() => mustRunRightly(of(undefined), 6)).toThrow('frist')
  expect(() => mustRunRightly(of('2027-03-01'), 6)).not.toThrow()
})

test('a colour is a risk colour, and only one the authority has published', () => {
  expect(() => mustColourOnlyRisk('risk', 'yellow', true)).not.toThrow()
  expect(() => mustColourOnlyRisk('risk', 'yellow', false)).toThrow('undersøgelse')
  expect(() => mustColourOnlyRisk('risk', undefined, true)).toThrow('Vælg farven')
  expect(() => mustColourOnlyRisk('approval', 'red', true)).toThrow('hører kun')
})

test('the socialtilsyn says what is met, an appeal body what is sent back', () => {
  expect(() => mustBeTheirs('met', { kind: 'appeal' })).toThrow('socialtilsynet')
  expect(() => mustBeTheirs('remitted', { kind: 'socialtilsyn' })).toThrow('Ankestyrelsen')
  expect(() => mustBeTheirs('annulled', { kind: 'appeal' })).not.toThrow()
  expect(() => mustBeTheirs('changed', { kind: 'socialtilsyn' })).not.toThrow()
})
