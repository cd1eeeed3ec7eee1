import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../../tests/world.ts'

const w = world()

const report = async (visitor: Visitor, path: string, more: Record<string, string> = {}) => {
  const seen = (await visitor.get(path)).text.match(/name="seen" value="(\d*)"/)?.[1] ?? ''
  return visitor.post(path, { state: 'daily_use', day: w.now.toISOString().slice(0, 10), seen, ...more })
}

describe('internal notes', () => {
  const secret = 'Direktøren er bekymret for økonomien.'

  test('are read by the party and the secretariat, and by nobody else anywhere', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await report(faxe, '/plan/parter/faxe/KT1/meld', { internalNote: secret })
    for (const inside of [faxe, await w.as('approver', 'faxe'), await w.as('reader', 'faxe'), await w.as('secretariat')]) {
      expect((await inside.get('/plan/parter/faxe')).text).toContain(secret)
      expect((await inside.get('/plan/parter/faxe/KT1')).text).toContain(secret)
    }
    const addresses = [
      '/plan/parter',
      '/plan/parter/faxe',
      '/plan/parter/faxe/KT1',
      '/plan/status',
      '/plan/kort?omraade=KT1',
      '/api/v1/statuses',
      '/api/v1/parties/faxe/statuses',
      '/api/v1/parties/faxe/statuses/KT1',
      '/api/v1/matrix',
    ]
    for (const outside of [w.citizen, await w.as('approver', 'greve'), await w.as('administrator'), await w.as('reader')])
      for (const address of addresses) expect((await outside.get(address)).text, address).not.toContain(secret)
    for (const address of addresses.filter((one) => one.startsWith('/api')))
      expect((await faxe.get(address)).text).not.toContain(secret)
  })
})

describe('Region Sjælland becomes part of Region Østdanmark', () => {
  const lastDay = new Date('2026-12-31T22:30:00Z')
  const firstDay = new Date('2026-12-31T23:30:00Z')

  test('on the last evening of 2026 the old region is one of 18 and may report; half past midnight the new one is', async () => {
    w.now = lastDay
    const old = await w.as('contributor', 'region-sjaelland')
    expect((await report(old, '/plan/parter/region-sjaelland/KT1/meld')).status).toBe(303)
    const before = (await w.citizen.get('/plan/status')).text
    expect(before).toContain('1 af 18 har meldt')
    expect(before).toContain('Region Sjælland')
    expect(before).not.toContain('Region Østdanmark')

    w.now = firstDay
    const after = (await w.citizen.get('/plan/status')).text
    expect(after).toContain('0 af 18 har meldt')
    expect(after).toContain('Region Østdanmark')
    expect(after).toContain('Region Sjælland meldte sidst »I daglig brug«')
    const party = (await w.citizen.get('/plan/parter/region-oestdanmark')).text
    expect(party).toContain('<strong>0 af 13</strong>')
    expect(party).toContain('Region Sjælland meldte sidst »I daglig brug«')
    expect((await w.citizen.get('/plan/parter')).text).toContain('18 parter')
  })

  test('the old page keeps its history and says who took the place, and its people can no longer report', async () => {
    w.now = lastDay
    await report(await w.as('contributor', 'region-sjaelland'), '/plan/parter/region-sjaelland/KT1/meld', {
      publicNote: 'Det nåede vi.',
    })
    const before = (await w.citizen.get('/plan/parter/region-sjaelland')).text
    expect(before).toContain('Den 1. januar 2027 overtager Region Østdanmark pladsen.')
    expect(before).toContain('href="/plan/parter/region-oestdanmark"')
    w.now = firstDay
    const page = (await w.citizen.get('/plan/parter/region-sjaelland')).text
    expect(page).toContain('Region Østdanmark har overtaget pladsen')
    expect(page).not.toContain('overtager Region Østdanmark')
    expect(page).toContain('Det nåede vi.')
    expect((await w.citizen.get('/plan/parter/region-sjaelland/KT1')).text).toContain('Det nåede vi.')
    const late = await w.as('approver', 'region-sjaelland')
    expect((await late.get('/plan/parter/region-sjaelland')).text).not.toContain('Stadig korrekt')
    const refused = await report(late, '/plan/parter/region-sjaelland/KT1/meld')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('er ikke længere part')
    for (const deed of ['KT1/bekraeft', 'KT1/godkend'])
      expect((await late.post(`/plan/parter/region-sjaelland/${deed}`, { report: '1' })).status).toBe(422)
    expect((await (await w.as('contributor', 'region-oestdanmark')).get('/plan/parter/region-oestdanmark/KT1/meld')).status).toBe(
      200,
    )
  })

  test('the new page says before its day that it is to come, and nobody can report for it yet', async () => {
    w.now = lastDay
    expect((await w.citizen.get('/plan/parter/region-oestdanmark')).text).toContain('bliver part 1. januar 2027')
    const early = await w.as('contributor', 'region-oestdanmark')
    const refused = await report(early, '/plan/parter/region-oestdanmark/KT1/meld')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('er ikke part endnu')
  })

  test('read as of a day, the matrix has the region of that day, and always 18', async () => {
    w.now = new Date('2027-02-01T09:00:00Z')
    for (const [day, there, gone] of [
      ['2026-12-31', 'Region Sjælland', 'Region Østdanmark'],
      ['2027-01-01', 'Region Østdanmark', '>Region Sjælland<'],
    ] as const) {
      const matrix = (await w.citizen.get(`/plan/status?pr=${day}`)).text
      expect(matrix).toContain('0 af 18 har meldt')
      expect(matrix).toContain(there)
      expect(matrix).not.toContain(gone)
    }
  })
})

describe('as of a day', () => {
  test('what was recorded later is not there, and approval and confirmation neither', async () => {
    w.now = new Date('2026-01-10T09:00:00Z')
    const path = '/plan/parter/faxe/KT1/meld'
    await report(await w.as('contributor', 'faxe'), path, { state: 'planned', publicNote: 'I januar.' })
    w.now = new Date('2026-02-10T09:00:00Z')
    const [first] = await w.sql<{ id: number }[]>`select id from status_report`
    await (await w.as('approver', 'faxe')).post('/plan/parter/faxe/KT1/godkend', { report: String(first?.id) })
    w.now = new Date('2026-03-02T09:00:00Z')
    await report(await w.as('contributor', 'faxe'), path, { publicNote: 'I marts.' })
    const on = async (day: string) => (await w.citizen.get(`/plan/parter/faxe?pr=${day}`)).text
    expect(await on('2026-01-09')).toContain('<strong>0 af 13</strong>')
    expect(await on('2026-01-10')).toContain('I januar.')
    expect(await on('2026-01-10')).toContain('Ikke godkendt')
    expect(await on('2026-02-10')).not.toContain('Ikke godkendt')
    expect(await on('2026-03-01')).not.toContain('I marts.')
    expect((await w.citizen.get('/plan/parter/faxe')).text).toContain('I marts.')
    expect((await w.citizen.get('/plan/status?pr=2026-01-10')).text).toContain('<b>Planlagt, ikke godkendt</b>')
    expect((await w.citizen.get('/plan/status?pr=2026-02-10')).text).toContain('<b>Planlagt</b>')
    expect((await w.citizen.get('/plan/status')).text).toContain('<b>I daglig brug, ikke godkendt</b>')
  })

  test('before the areas were known there is nothing to report on, and that is said', async () => {
    const matrix = (await w.citizen.get('/plan/status?pr=2024-10-03')).text
    expect(matrix).toContain('Ingen indsatsområder endnu')
    expect((await w.citizen.get('/plan/kort?pr=2024-10-03')).text).toContain('Ingen indsatsområder endnu')
  })

  test('a page of an earlier day offers no deeds, since they are done today', async () => {
    const faxe = await w.as('contributor', 'faxe')
    expect((await faxe.get('/plan/parter/faxe')).text).toContain('/KT1/meld"')
    expect((await faxe.get('/plan/parter/faxe?pr=2026-01-01')).text).not.toContain('/KT1/meld"')
  })
})

test('what is old is marked on the very day the rule says, on the page and in the matrix alike', async () => {
  await report(await w.as('approver', 'faxe'), '/plan/parter/faxe/KT1/meld')
  for (const [now, old] of [
    ['2026-05-31T12:00:00Z', false],
    ['2026-06-01T12:00:00Z', true],
  ] as const) {
    w.now = new Date(now)
    expect((await w.citizen.get('/plan/parter/faxe')).text.includes('Ikke bekræftet i 90 dage')).toBe(old)
    expect((await w.citizen.get('/plan/status')).text.includes('<b>I daglig brug, bør bekræftes</b>')).toBe(old)
  }
})

test('the open API says null where nothing is reported, and how many of how many', async () => {
  await report(await w.as('contributor', 'faxe'), '/plan/parter/faxe/KT2/meld')
  const { statuses, ...party } = (await w.citizen.get('/api/v1/parties/faxe/statuses')).json() as { statuses: object[] }
  expect(party).toEqual({ day: '2026-03-02', party: 'faxe', name: 'Faxe', reported: 1, of: 13 })
  expect(statuses).toHaveLength(13)
  expect(statuses[0]).toMatchObject({ area: 'KT1', state: null, day: null, recordedAt: null, approved: null })
  expect(statuses[1]).toMatchObject({ area: 'KT2', state: 'daily_use', day: '2026-03-02', confirmedAt: null, approved: false })
  expect((await w.citizen.get('/api/v1/statuses')).json()).toMatchObject({ reported: 1, of: 18 })
  const matrix = (await w.citizen.get('/api/v1/matrix')).json() as { parties: { states: unknown[] }[] }
  expect(matrix.parties[0]).toMatchObject({
    party: 'faxe',
    reported: 1,
    of: 13,
    states: [null, 'daily_use', ...Array(11).fill(null)],
  })
  expect((await w.citizen.get('/api/v1/parties/atlantis/statuses')).status).toBe(404)
})
