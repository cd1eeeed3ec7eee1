import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { actorOfSession, beginSession } from './index.ts'

const w = world()

test('who has a role at Region Sjælland has it at Region Østdanmark from its first day, and not before', async () => {
  const { personId = 0 } = await w.as('contributor', 'region-sjaelland')
  const token = await beginSession(w.sql, personId, new Date('2027-02-01T00:00:00Z'))
  const parties = async (now: string) =>
    (await actorOfSession(w.sql, token, new Date(now)))?.grants.map(({ partyId }) => partyId).sort()
  const [old, heir] = [await w.party('region-sjaelland'), await w.party('region-oestdanmark')]
  expect(await parties('2026-12-31T22:59:00Z')).toEqual([old])
  expect(await parties('2026-12-31T23:01:00Z')).toEqual([old, heir].sort())
})
