import { describe, expect, test } from 'vitest'
import { world } from '../../../../tests/world.ts'
import { latestOn, missingFor } from '../index.ts'
import { exampleReports } from '../load.ts'

const w = world()
const report = { state: 'running', day: '2026-03-01', seen: '' }

describe('the matrix', () => {
  test('with nothing reported says so, and has a cell for each area and party', async () => {
    const page = (await w.citizen.get('/plan/status')).text
    expect(page).toContain('0 af 18 har meldt')
    expect(page.match(/class="mx-cell state-none"/g)).toHaveLength(13 * 18)
    expect(page).not.toContain('0 %')
  })

  test('shows one principle when asked, and all when the principle is unknown', async () => {
    const cells = async (address: string) => (await w.citizen.get(address)).text.match(/class="mx-cell/g)?.length
    expect(await cells('/plan/status?princip=faelles-om-botilbud')).toBe(4 * 18)
    expect(await cells('/plan/status?princip=noget-andet')).toBe(13 * 18)
  })

  test('agrees with the reports themselves, cell by cell, on many days', async () => {
    await exampleReports.load(w.sql)
    w.now = new Date('2026-11-20T12:00:00Z')
    for (const day of ['2024-12-24', '2025-06-30', '2026-02-01', '2026-11-20']) {
      const page = (await w.citizen.get(`/plan/status?pr=${day}`)).text
      const reports = await latestOn(w.sql, day)
      for (const state of ['running', 'daily_use', 'planned', 'blocked', 'not_relevant'])
        expect(page.match(new RegExp(`<td class="mx-cell state-${state}[" ]`, 'g'))?.length ?? 0).toBe(
          reports.filter((one) => one.state === state).length,
        )
    }
  })
})

describe('the map', () => {
  test('has a tile for each party with what it says in words, and a table beside', async () => {
    await (await w.as('contributor', 'faxe')).post('/plan/parter/faxe/KV2/meld', report)
    const page = (await w.citizen.get('/plan/kort?omraade=KV2')).text
    expect(page.match(/class="map-tile/g)).toHaveLength(18)
    expect(page).toContain('Faxe: I gang')
    expect(page).toContain('1 af 18 har meldt')
    expect(page).toContain('KV2 hos hver part')
  })

  test('of an area there is not shows the first', async () => {
    expect((await w.citizen.get('/plan/kort?omraade=XX9')).text).toContain('Kort: Kun standardkontrakter')
  })
})

describe('what is missing', () => {
  test('is told to the party and the secretariat on the party page, and to nobody else', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post('/plan/parter/faxe/KT1/meld', report)
    expect((await faxe.get('/plan/parter/faxe')).text).toContain('Det mangler I')
    expect((await (await w.as('secretariat')).get('/plan/parter/faxe')).text).toContain('Det mangler Faxe')
    for (const other of [w.citizen, await w.as('contributor', 'greve')])
      expect((await other.get('/plan/parter/faxe')).text).not.toContain('Det mangler')
  })

  test('is gathered for the secretariat, with the holes in the plan itself', async () => {
    const office = await w.as('secretariat')
    const page = await office.get('/plan/mangler')
    expect(page.text).toContain('18 af 18 parter')
    expect(page.text).toContain('Ingen ansvarlig')
    expect((await (await w.as('approver', 'faxe')).get('/plan/mangler')).status).toBe(403)
  })

  test('is given by party for the reminders', async () => {
    await (await w.as('contributor', 'faxe')).post('/plan/parter/faxe/KT1/meld', report)
    const missing = await missingFor(w.sql, '2026-03-02')
    expect(missing).toHaveLength(18)
    expect(missing[0]).toMatchObject({ party: { key: 'faxe' }, example: false })
    expect(missing[0]?.lacks.filter(({ kind }) => kind === 'never')).toHaveLength(12)
    expect(missing[0]?.lacks.filter(({ kind }) => kind === 'unapproved').map(({ area }) => area.key)).toEqual(['KT1'])
    const later = await missingFor(w.sql, '2026-06-15')
    expect(later[0]?.lacks.map(({ kind }) => kind)).toContain('stale')
  })
})

describe('example reports', () => {
  test('are marked where they are shown, and going they leave every real report', async () => {
    await (await w.as('contributor', 'odsherred')).post('/plan/parter/odsherred/KT1/meld', {
      ...report,
      publicNote: 'Den er ægte.',
    })
    await exampleReports.load(w.sql)
    expect(await exampleReports.count(w.sql)).toBeGreaterThan(100)
    const addresses = ['/plan/status', '/plan/parter', '/plan/parter/faxe', '/plan/parter/faxe/KT1', '/plan/kort?omraade=KT1']
    w.now = new Date('2026-11-20T12:00:00Z')
    for (const address of addresses)
      expect((await w.citizen.get(address)).text, address).toContain('<strong>eksempeldata</strong>')
    await exampleReports.remove(w.sql)
    expect(await exampleReports.count(w.sql)).toBe(0)
    w.now = new Date('2026-11-21T12:00:00Z')
    for (const address of addresses)
      expect((await w.citizen.get(address)).text, address).not.toContain('<strong>eksempeldata</strong>')
    expect((await w.citizen.get('/plan/parter/odsherred')).text).toContain('Den er ægte.')
    expect((await w.citizen.get('/plan/status')).text).toContain('1 af 18 har meldt')
  })
})
