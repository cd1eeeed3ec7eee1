import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { offerOn, offerWith } from './index.ts'

const w = world()
const told = { validFrom: '2026-03-02', source: 'Tilbuddet selv' }

const idOf = async (name: string): Promise<number> => {
  const [row] = await w.sql<{ id: number }[]>`select id from offer where name = ${name}`
  return row?.id ?? 0
}
const versionOf = async (id: number) => String((await offerWith(w.sql, id))?.offer.version)
const correction = async (id: number, more: Record<string, string> = {}) => {
  const offer = (await offerWith(w.sql, id))?.offer
  return {
    ...told,
    name: offer?.name ?? '',
    operatorId: String(offer?.operatorId ?? ''),
    municipalityCode: String(offer?.municipalityCode ?? ''),
    status: offer?.status ?? '',
    version: String(offer?.version),
    ...more,
  }
}

describe('the real offers', () => {
  test('stand with their source and age, marked old, and without anybody to ring', async () => {
    const page = (await w.citizen.get(`/tilbud/${await idOf('Roskildehjemmet')}`)).text
    expect(page).toContain('1.275 kr. pr. døgn')
    expect(page).toMatch(/2015[\s\S]*gammelt tal/)
    expect(page).toContain('Ikke oplyst')
    expect(page).not.toContain('mailto:')
    expect((await w.sql<{ count: number }[]>`select count(*) from offer`)[0]?.count).toBe(41)
  })
  test('come once, however often the program starts', async () => {
    const { loadOffers } = await import('./index.ts')
    await loadOffers(w.sql)
    expect((await w.sql<{ count: number }[]>`select count(*) from offer_unit`)[0]?.count).toBe(61)
  })
})

describe('an operator', () => {
  const operator = { ...told, name: 'Bostedet Prøven', ownership: 'private', cvr: '29 18 98 46' }
  test('that is new becomes a party, so that its people can have roles', async () => {
    const { location } = await (await w.as('secretariat')).post('/tilbud/drivere/ny', operator)
    expect((await w.citizen.get(location.split('?')[0] ?? '')).text).toContain('29189846')
    const provider = await w.as('provider', 'bostedet-proeven')
    expect((await provider.get(`${location.split('?')[0]}/ret`)).status).toBe(200)
  })
  test('is refused with a number that does not fit, and with a name that is taken', async () => {
    const office = await w.as('secretariat')
    const wrong = await office.post('/tilbud/drivere/ny', { ...operator, cvr: '29189847' })
    expect([wrong.status, wrong.text.includes('CVR-nummer er otte cifre')]).toEqual([422, true])
    expect((await office.post('/tilbud/drivere/ny', { ...operator, name: 'marjatta' })).text).toContain('allerede en driftsherre')
  })
  test('is made by a municipality for itself only', async () => {
    const faxe = await w.as('contributor', 'faxe')
    expect((await faxe.post('/tilbud/drivere/ny', { ...operator, party: String(await w.party('greve')) })).text).toContain(
      'Vælg jeres egen',
    )
    expect((await faxe.post('/tilbud/drivere/ny', { ...operator, party: String(await w.party('faxe')) })).status).toBe(303)
    expect((await (await w.as('reader')).post('/tilbud/drivere/ny', operator)).status).toBe(403)
  })
  test('is corrected by its own people, and what it was stays in the history', async () => {
    const [row] = await w.sql<{ id: number }[]>`select id from operator where name = 'Faxe Kommune'`
    const at = `/tilbud/drivere/${row?.id}`
    const sent = { ...told, name: 'Faxe Kommune', ownership: 'municipal', website: 'https://www.faxe.dk', version: '1' }
    expect((await (await w.as('approver', 'faxe')).post(`${at}/ret`, sent)).status).toBe(303)
    expect((await (await w.as('approver', 'greve')).post(`${at}/ret`, sent)).status).toBe(403)
    expect((await (await w.as('approver', 'faxe')).post(`${at}/ret`, sent)).text).toContain('En anden har ændret')
    expect((await w.citizen.get(at)).text).toContain('Hjemmeside:')
    expect((await (await w.as('secretariat')).get('/tilbud/drivere/999999/ret')).status).toBe(404)
  })
})

describe('an offer', () => {
  const make = async (by: Visitor, more: Record<string, string> = {}) => {
    const [row] = await w.sql<{ id: number }[]>`select id from operator where name = 'Faxe Kommune'`
    return by.post(`/tilbud/drivere/${row?.id}/nyt-tilbud`, { ...told, name: 'Åhuset', municipalityCode: '320', ...more })
  }
  test('is made by its operator, with a first unit, and is found at once', async () => {
    const { location } = await make(await w.as('contributor', 'faxe'))
    expect(location).toMatch(/^\/tilbud\/\d+/)
    expect((await w.citizen.get('/tilbud?q=åhuset')).text).toContain('1 resultat<')
  })
  test('of a municipality that is none, by somebody else, or from tomorrow is refused', async () => {
    expect((await make(await w.as('contributor', 'faxe'), { municipalityCode: '999' })).text).toContain(
      'ingen kommune med nummeret 999',
    )
    expect((await make(await w.as('contributor', 'greve'))).status).toBe(403)
    expect((await make(await w.as('secretariat'), { validFrom: '2026-03-03' })).text).toContain('Skriv en dag, der er kommet')
  })
  test('is corrected, and reads the old way as of the day before', async () => {
    const id = await idOf('Kofoedsminde')
    const region = await w.as('contributor', 'region-sjaelland')
    expect((await region.post(`/tilbud/${id}/ret`, await correction(id, { address: 'Nybrogade 1' }))).status).toBe(303)
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Nybrogade 1')
    expect((await w.citizen.get(`/tilbud/${id}?pr=2026-03-01`)).text).not.toContain('Nybrogade 1</dd>')
    expect((await offerOn(w.sql, id, '2026-03-01'))?.offer.address).toBeUndefined()
    expect(await offerOn(w.sql, id, '2020-01-01')).toBeUndefined()
  })
  test('corrected by two at once shows the second what the first did, and loses nothing', async () => {
    const id = await idOf('Kofoedsminde')
    const office = await w.as('secretariat')
    const mine = await correction(id, { address: 'Min vej 2' })
    await (await w.as('contributor', 'region-sjaelland')).post(
      `/tilbud/${id}/ret`,
      await correction(id, { address: 'Deres vej 1' }),
    )
    const second = await office.post(`/tilbud/${id}/ret`, mine)
    expect(second.status).toBe(422)
    expect(second.text).toMatch(/Ændret imens[\s\S]*Adresse fra »intet« til »Deres vej 1«/)
    expect(second.text).toContain('value="Min vej 2"')
    expect((await office.post(`/tilbud/${id}/ret`, { ...mine, version: await versionOf(id) })).status).toBe(303)
  })
  test('closes no sooner than it opens, and is no others to correct', async () => {
    const id = await idOf('Kofoedsminde')
    const office = await w.as('secretariat')
    const backwards = await office.post(
      `/tilbud/${id}/ret`,
      await correction(id, { opensOn: '2026-01-02', closesOn: '2026-01-01' }),
    )
    expect(backwards.text).toContain('kan ikke lukke, før det åbner')
    expect((await (await w.as('contributor', 'faxe')).post(`/tilbud/${id}/ret`, await correction(id))).status).toBe(403)
    expect((await office.get('/tilbud/999999/ret')).status).toBe(404)
  })
  test('gets a new name, and is still found by the old one', async () => {
    const id = await idOf('Skelbakken')
    const office = await w.as('secretariat')
    await office.post(`/tilbud/${id}/omdoeb`, { ...told, name: 'Karlslunde Børnecenter', version: await versionOf(id) })
    expect((await w.citizen.get('/tilbud?q=skelbakken')).text).toContain('Karlslunde Børnecenter')
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Skiftede navn fra Skelbakken til Karlslunde Børnecenter')
    expect(
      (await office.post(`/tilbud/${id}/omdoeb`, { ...told, name: 'Karlslunde Børnecenter', version: await versionOf(id) })).text,
    ).toContain('hedder tilbuddet allerede')
  })
  test('moves to another municipality and is found there', async () => {
    const id = await idOf('Skelbakken')
    await (await w.as('secretariat')).post(`/tilbud/${id}/flyt`, {
      ...told,
      address: 'Vej 1',
      municipalityCode: '265',
      version: await versionOf(id),
    })
    const at = await w.sql<{ municipalityCode: number }[]>`select municipality_code from offer_search where offer_id = ${id}`
    expect(at[0]?.municipalityCode).toBe(265)
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Flyttede fra Greve til Vej 1, Roskilde')
  })
  test('closes on a day to come: it is in the list until then, and not from then on', async () => {
    const id = await idOf('Skelbakken')
    await (await w.as('secretariat')).post(`/tilbud/${id}/luk`, {
      source: 'Byrådet',
      closesOn: '2026-05-01',
      version: await versionOf(id),
    })
    expect((await w.citizen.get('/tilbud?q=skelbakken')).text).toContain('2 resultater<')
    const { refreshDue } = await import('./store/search-rows.ts')
    expect(await refreshDue(w.sql, '2026-05-01')).toBeGreaterThan(0)
    w.now = new Date('2026-05-01T09:00:00Z')
    expect((await w.citizen.get('/tilbud?q=skelbakken')).text).toContain('0 resultater')
    expect((await w.citizen.get('/tilbud?q=skelbakken&status=closed')).text).toContain('Lukket')
  })
})

describe('who uses an offer', () => {
  test('decides whether a municipal one is in the agreement, and not known is told as such', async () => {
    const id = await idOf('Fændediget')
    const koege = await w.as('contributor', 'koege')
    const inAgreement = async () =>
      ((await w.citizen.get(`/api/v1/offers/${id}`)).json() as { inAgreement: { answer: string } }).inAgreement.answer
    expect(await inAgreement()).toBe('unknown')
    await koege.post(`/tilbud/${id}/brug`, { source: 'Køge', municipalityCode: '259', year: '2025', used: 'ja' })
    expect(await inAgreement()).toBe('no')
    await koege.post(`/tilbud/${id}/brug`, { source: 'Køge', municipalityCode: '253', year: '2025', used: 'ja', places: '1' })
    expect(await inAgreement()).toBe('yes')
    expect((await w.citizen.get('/tilbud?aftale=yes&kommune=259')).text).toContain('Fændediget')
  })
  test('is told of a municipality that is, in a year, by those whose it is', async () => {
    const id = await idOf('Fændediget')
    const office = await w.as('secretariat')
    expect((await office.post(`/tilbud/${id}/brug`, { source: 'x', municipalityCode: '', year: '2025' })).text).toContain(
      'Vælg en kommune',
    )
    expect((await office.post(`/tilbud/${id}/brug`, { source: 'x', municipalityCode: '253', year: '' })).text).toContain(
      'Skriv et år',
    )
    expect((await (await w.as('contributor', 'greve')).post(`/tilbud/${id}/brug`, { source: 'x' })).status).toBe(403)
  })
})
