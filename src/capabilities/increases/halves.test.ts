import { describe, expect, test } from 'vitest'
import { caseFound, risenTo, sayMailbox } from '../../../tests/setup/risen.ts'
import { world } from '../../../tests/world.ts'
import { makeHalfYears } from './halves.ts'
import { jobs } from './jobs.ts'

const w = world()
const HALVES = '/takster/stigninger/halvaar'
const read = async (half: string, query = '') => (await (await w.as('reader')).get(`${HALVES}/${half}${query}`)).text

/** A case of March that its municipality has sent. */
async function sent() {
  await risenTo(w, 212_000)
  await sayMailbox(w)
  const at = `/takster/stigninger/sager/${await caseFound(w)}`
  const faxe = await w.as('approver', 'faxe')
  await faxe.post(`${at}/vurder`, { outcome: 'partly', text: 'Set.' })
  await faxe.post(`${at}/send`, { text: 'Indberetning.' })
  return at
}

describe('the half-year list', () => {
  test('fills itself while the half year goes on, as page, PDF and workbook, and says that it still changes', async () => {
    await sent()
    const text = await read('nu')
    expect(text).toContain('1 stigning over grænsen, mod 0 halvåret før. 1 af dem er ikke afsluttet.')
    expect(text).toContain('under 10 procent')
    expect(text).toContain('Halvåret er ikke slut, så listen ændrer sig endnu.')
    const reader = await w.as('reader')
    const pdf = await reader.get(`${HALVES}/2026-1/liste.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await reader.get(`${HALVES}/2026-1/liste.xlsx`)).bytes.length).toBeGreaterThan(2000)
    expect(await read('2025-2')).toContain('Der er ikke fundet stigninger')
    expect((await reader.get(`${HALVES}/2026-3`)).status).toBe(404)
    expect((await w.citizen.get(`${HALVES}/2026-1`)).status).toBe(303)
  })

  test('stands as it stood when the half year was over, and tells what has come since', async () => {
    const at = await sent()
    w.now = new Date('2026-07-03T09:00:00Z')
    expect(await read('2026-1')).toContain('Der er ikke skrevet noget i sagerne siden.')
    const tilsyn = await w.as('socialtilsyn')
    await tilsyn.post(`${at}/modtaget`, { day: '2026-06-29' })
    await tilsyn.post(`${at}/tilbagemelding`, { day: '2026-07-03', text: 'Tages op ved tilsyn.' })
    const text = await read('2026-1')
    expect(text).toContain('Som sagerne stod ved udgangen af 30. juni 2026, da halvåret sluttede.')
    expect(text).toContain('Siden er der skrevet 2 skridt i 1 sag, senest 3. juli 2026.')
    expect(text).toContain('Sendt til Socialtilsyn Øst')
    expect(text).not.toContain('Tilbagemelding fra Socialtilsyn Øst')
    const today = await read('2026-1', '?stand=nu')
    expect(today).toContain('Ikke den liste, styregruppen fik')
    expect(today).toContain('Tilbagemelding fra Socialtilsyn Øst')
    expect(today).toContain('liste.pdf?stand=nu')
  })

  test('makes itself the night after the half year, once, and is counted by the bands of that day ever after', async () => {
    await sent()
    const house = { database: w.database, clock: () => w.now, site: w.site } as Parameters<typeof jobs>[0]
    const job = jobs(house).find(({ name }) => name === 'increases.halfYear')
    const made = () => w.sql<{ year: number; half: number; until: string }[]>`select year, half, until from increase_half_year`
    await job?.run({})
    expect(await made()).toEqual([])
    w.now = new Date('2026-06-30T22:15:00Z')
    await job?.run({})
    expect(await made()).toEqual([{ year: 2026, half: 1, until: '2026-07-01' }])
    expect(await makeHalfYears(w.sql, w.now)).toBe(0)
    const band = { value: '4', validFrom: '2026-01-01', source: 'Styregruppen', reason: 'Aftalt', confirmed: 'on' }
    expect((await (await w.as('secretariat')).post('/kontor/regler/increase.band.middle', band)).status).toBe(303)
    expect(await read('2026-1')).toContain('under 10 procent')
    const list = (await (await w.as('reader')).get(HALVES)).text
    expect(list).toContain('Lavede sig selv 1. juli 2026')
    expect(list).toContain('laver sig selv 1. januar 2027')
    await expect(w.database.deed((sql) => sql`update increase_half_year set made_at = now()`)).rejects.toThrow('stays as it was')
  })

  test('makes those of years nobody looked at, from the first case on', async () => {
    await sent()
    w.now = new Date('2027-08-01T09:00:00Z')
    expect(await makeHalfYears(w.sql, w.now)).toBe(3)
    expect((await (await w.as('provider', 'faxe')).get(HALVES)).status).toBe(403)
  })
})
