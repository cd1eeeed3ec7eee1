import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { figureOf } from './figures.ts'

const w = world()

test('what is counted of tariffs and increases stands on the action areas they belong to, and on no other', async () => {
  expect((await w.citizen.get('/plan/indsatsomraader/KT3')).text).toMatch(/Takstoversigten har \d+ takster, og for 0 af dem/)
  expect((await w.citizen.get('/plan/indsatsomraader/KT4')).text).toContain('Der er fundet 0 takststigninger over grænsen')
  expect((await w.citizen.get('/plan/indsatsomraader/BO1')).text).not.toContain('Tal fra Fælles')
})

test('an increase is counted from the day it was found', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const met = {
    operatorName: 'X',
    offerName: 'Y',
    ownership: 'private',
    kind: 'residential',
    per: 'full_day',
    from: '100',
    to: '120',
    source: 'Prøve',
  }
  await faxe.post('/takster/stigninger/sager/ny', { ...met, partyId: String(await w.party('faxe')), effectiveOn: '2026-01-01' })
  expect((await figureOf(w.sql, 'KT4', '2026-03-02'))?.text).toContain('fundet 1 takststigning over')
  expect((await figureOf(w.sql, 'KT4', '2026-03-01'))?.text).toContain('fundet 0 takststigninger')
})
