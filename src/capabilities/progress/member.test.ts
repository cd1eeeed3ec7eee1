import { expect, test } from 'vitest'
import type { Party } from '../parties/index.ts'
import { awayText, leavingText, mustBeMember } from './member.ts'

const party = (name: string, validFrom: string | undefined, validUntil: string | undefined): Party => ({
  id: 1,
  key: name,
  slug: name,
  name,
  longName: name,
  short: name,
  kind: 'region',
  code: undefined,
  member: true,
  validFrom,
  validUntil,
  successorId: undefined,
  tileCol: undefined,
  tileRow: undefined,
})
const old = party('Region Sjælland', undefined, '2027-01-01')
const next = party('Region Østdanmark', '2027-01-01', undefined)

test('on the last day of 2026 the old region may report and the new may not; on new year it is the other way round', () => {
  expect(() => mustBeMember(old, '2026-12-31')).not.toThrow()
  expect(() => mustBeMember(next, '2026-12-31')).toThrow('er ikke part endnu')
  expect(() => mustBeMember(old, '2027-01-01')).toThrow('er ikke længere part')
  expect(() => mustBeMember(next, '2027-01-01')).not.toThrow()
})

test('a reader is told who took the place, and from when', () => {
  expect(awayText(old, '2026-12-31', { successor: next })).toBeUndefined()
  expect(awayText(old, '2027-01-01', { successor: next })).toContain(
    'var part til og med 31. december 2026. Region Østdanmark har overtaget',
  )
  expect(awayText(next, '2026-12-31', { predecessor: old })).toBe(
    'Region Østdanmark bliver part 1. januar 2027 i stedet for Region Sjælland.',
  )
  expect(awayText(next, '2027-01-01', { predecessor: old })).toBeUndefined()
})

test('a member that leaves on a day that is known tells so until then, and who takes its place', () => {
  expect(leavingText(old, '2026-12-31', next)).toContain(
    'er part til og med 31. december 2026. Den 1. januar 2027 overtager Region Østdanmark pladsen.',
  )
  expect(leavingText(old, '2027-01-01', next)).toBeUndefined()
  expect(leavingText(next, '2027-01-01', undefined)).toBeUndefined()
})
