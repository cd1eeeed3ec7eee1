import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { addReport, type State } from '../progress/index.ts'

const w = world()

let minute = 10

/** Each said a minute after the one before. */
const report = async (partyKey: string, area: string, state: State, example = false) =>
  addReport(w.sql, {
    partyId: await w.party(partyKey),
    areaId: await w.item(area),
    state,
    day: '2026-03-01',
    recordedAt: new Date(`2026-03-01T10:${++minute}:00Z`),
    publishedAt: new Date('2026-03-01T10:00:00Z'),
    actorRole: 'contributor',
    example,
  })

describe('the front page', () => {
  test('says what it is and who is in it', async () => {
    const { status, text } = await w.citizen.get('/')
    expect(status).toBe(200)
    expect(text).toContain('17 kommuner og Region Sjælland samarbejder')
    expect(text).toContain('Rammeaftale Sjælland 2025-2026')
    for (const principle of ['Fælles om kontrakter og takster', 'Fælles om kvalitet', 'Fælles om botilbud'])
      expect(text).toContain(principle)
    expect(text).toContain('Knække den stigende udgiftskurve')
  })

  test('says honestly that nobody has reported, without figures made of nothing', async () => {
    const { text } = await w.citizen.get('/')
    expect(text).toContain('0 af 18')
    expect(text).toContain('Ingen part har meldt status endnu')
    expect(text).not.toContain('%')
    expect(text).not.toContain('eksempeldata')
  })

  test('counts what is reported over the whole matrix', async () => {
    await report('faxe', 'KT1', 'running')
    await report('greve', 'KT1', 'daily_use')
    await report('greve', 'BO1', 'daily_use')
    const { text } = await w.citizen.get('/')
    expect(text).toContain('3 af 234 er meldt')
    expect(text).toContain('I daglig brug: 2 af 234. Ikke meldt: 231 af 234.')
    expect(text).toContain('2 af 18')
    expect(text).toContain('2 af 72 felter meldt')
    expect(text).toMatch(/Senest meldt.*Greve.*Faxe/s)
  })

  test('marks what is invented', async () => {
    await report('faxe', 'KT1', 'running', true)
    expect((await w.citizen.get('/')).text).toContain('Siden viser <strong>eksempeldata</strong>')
  })

  test('shows what is to come, and that some dates passed in silence', async () => {
    const { text } = await w.citizen.get('/')
    expect(text).toContain('Temadag om vederlag og håndbog for plejefamilier')
    expect(text).toContain('uden at planen siger, om det skete')
  })

  test('when the region is succeeded the new one stands in its place, and the count is the same', async () => {
    await report('region-sjaelland', 'KT1', 'running')
    w.now = new Date('2027-01-01T09:00:00Z')
    const { text } = await w.citizen.get('/')
    expect(text).toContain('17 kommuner og Region Østdanmark samarbejder')
    expect(text).toContain('0 af 18')
  })

  test('shows a contributor the way to the own party first', async () => {
    expect((await (await w.as('contributor', 'faxe')).get('/')).text).toContain('Meld status for Faxe')
    expect((await w.citizen.get('/')).text).not.toContain('Meld status for')
  })
})

describe('about', () => {
  test('tells who cooperates, who is responsible and how it is organised, with sources', async () => {
    const { text } = await w.citizen.get('/om')
    for (const words of [
      'Hvem har ansvaret',
      'Vordingborg Kommune',
      'Chefnetværk Voksne',
      'KKR Sjælland',
      'Kilde: Rammeaftale 2018-19',
    ])
      expect(text).toContain(words)
  })

  test.each(['/tilgaengelighed', '/cookies', '/privatliv', '/om/vejledning'])('%s is there for anyone', async (path) => {
    expect((await w.citizen.get(path)).status).toBe(200)
  })

  test('the cookie page names the one cookie and how long it lasts by the rule of today', async () => {
    const { text } = await w.citizen.get('/cookies')
    expect(text).toContain('faelles_session')
    expect(text).toContain('højst 8 timer')
  })

  test('reading what is open sets no cookie', async () => {
    expect((await w.citizen.get('/')).headers.get('set-cookie')).toBeNull()
  })

  test('a page of the guide that is not there is not there', async () => {
    for (const path of [
      '/om/vejledning/findes-ikke',
      '/om/vejledning/billeder/findes-ikke.png',
      '/om/vejledning/billeder/..%2f..%2fREADME.md',
    ])
      expect((await w.citizen.get(path)).status).toBe(404)
  })
})

describe('the accessibility statement', () => {
  test('is where the setting says', async () => {
    w.site = { ...w.site, wasUrl: 'https://was.digst.dk/rs17-dk' }
    const { status, location } = await w.citizen.get('/was')
    expect([status, location]).toEqual([302, 'https://was.digst.dk/rs17-dk'])
    w.site = { ...w.site, wasUrl: undefined }
  })

  test('is told to be missing where no address is set', async () => {
    const { status, text } = await w.citizen.get('/was')
    expect(status).toBe(404)
    expect(text).toContain('Adressen på tilgængelighedserklæringen er ikke sat')
    expect((await w.citizen.get('/tilgaengelighed')).text).toContain('Erklæringen mangler')
  })
})
