import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { isOn, type OfferDetail, offerWith, statusOn } from './index.ts'

const w = world()
const told = { validFrom: '2026-03-02', source: 'Tilbuddet selv' }

const idOf = async (name: string): Promise<number> => {
  const [row] = await w.sql<{ id: number }[]>`select id from offer where name = ${name}`
  return row?.id ?? 0
}
const offer = async (id: number): Promise<OfferDetail> => {
  const found = await offerWith(w.sql, id)
  if (!found) throw new Error(`no offer ${id}`)
  return found
}
const first = async (name: string) => {
  const id = await idOf(name)
  const unit = (await offer(id)).units[0]
  const line = unit?.lines[0]
  if (!unit || !line) throw new Error(`${name} has no line`)
  return { id, unit, line, at: `/tilbud/${id}/pladser/${line.id}`, newLine: `/tilbud/${id}/afdelinger/${unit.id}/pladser/ny` }
}
const newestOf = (counts: readonly { id: number }[]) => String(Math.max(0, ...counts.map(({ id }) => id)))

/** How many places an offer's lines have on a day. */
const placesOn = ({ units }: OfferDetail, day: string): number =>
  units
    .flatMap(({ lines }) => lines)
    .filter((line) => isOn(line, day))
    .reduce((sum, line) => sum + (line.counts.find((count) => isOn(count, day))?.approved ?? 0), 0)

describe('a unit', () => {
  test('is added and corrected by the operator, and stands in the history', async () => {
    const id = await idOf('Kofoedsminde')
    const region = await w.as('contributor', 'region-sjaelland')
    expect(
      (await region.post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'Afdeling 15', portalId: '77', pNumber: '1003351234' }))
        .status,
    ).toBe(303)
    const unit = (await offer(id)).units[1]
    const again = { ...told, name: 'Afdeling femten', portalId: '77', version: String(unit?.version) }
    expect((await region.post(`/tilbud/${id}/afdelinger/${unit?.id}/ret`, again)).status).toBe(303)
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toMatch(/Navn: <del>Afdeling 15<\/del> <ins>Afdeling femten/)
    expect((await region.post(`/tilbud/${id}/afdelinger/${unit?.id}/ret`, again)).text).toContain('En anden har ændret')
  })
  test('cannot have another unit’s number, and is nobody else’s to add', async () => {
    const id = await idOf('Kofoedsminde')
    const office = await w.as('secretariat')
    await office.post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'A', portalId: '77' })
    expect((await office.post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'B', portalId: '77' })).text).toContain(
      'En anden af tilbuddets afdelinger',
    )
    expect((await (await w.as('provider', 'marjatta')).post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'C' })).status).toBe(
      403,
    )
    expect((await office.get(`/tilbud/${id}/afdelinger/999999/ret`)).status).toBe(404)
  })
})

describe('a place line', () => {
  test('is written by the provider with its groups, each with an age, and is found by them', async () => {
    const { id, newLine } = await first('Netværket Smedegade')
    const provider = await w.as('provider', 'netvaerket-smedegade')
    const [autism] = await w.sql<{ id: number }[]>`select id from term where code = 'autisme'`
    const sent = {
      ...told,
      kind: 'day',
      bases: 'sel-104',
      groups: String(autism?.id),
      [`fra-${autism?.id}`]: '18',
      [`til-${autism?.id}`]: '30',
    }
    expect((await provider.post(newLine, { ...sent, approved: '8', inUse: '6' })).status).toBe(303)
    const page = (await w.citizen.get(`/tilbud/${id}`)).text
    expect(page).toContain('Autisme (18-30 år)')
    const looked = (age: number, basis: string) =>
      w.citizen.get(`/tilbud?maalgruppe=${autism?.id}&alder=${age}&grundlag=${basis}`).then(({ text }) => text)
    expect(await looked(25, 'sel-104')).toContain('Netværket Smedegade')
    expect(await looked(35, 'sel-104')).not.toContain('Netværket Smedegade')
    expect(await looked(25, 'sel-107')).not.toContain('Netværket Smedegade')
  })
  test.each([
    [{ bases: 'sel-66' }, 'SEL § 66 gælder ikke efter 1. januar 2024. Brug BL § 43.'],
    [{ bases: 'sel-999' }, 'Vælg et retsgrundlag på listen'],
    [{ approved: '2', inUse: '3' }, 'Der kan ikke være 3 pladser i brug'],
    [{ validUntil: '2026-03-01' }, 'Slutdagen skal ligge efter 2. marts 2026'],
    [{ ageFrom: '18', ageTo: '12' }, 'kan ikke være under 18 år'],
    [{ groups: '999999' }, 'Vælg målgrupper på listen'],
    [{ kind: 'residential', bases: 'sel-107' }, 'samme form og retsgrundlag'],
  ])('is refused when it cannot be: %o', async (wrong, why) => {
    const { newLine } = await first('Netværket Smedegade')
    const answer = await (await w.as('secretariat')).post(newLine, { ...told, kind: 'day', ...wrong })
    expect([answer.status, answer.text.includes(why)]).toEqual([422, true])
  })
  test('is corrected, with its ended provision kept, and nobody is overrun', async () => {
    const { at, line, id } = await first('Opholdsstedet Vestvejen')
    const office = await w.as('secretariat')
    const sent = { ...told, kind: 'residential', bases: 'sel-66', note: 'Set efter', version: String(line.version) }
    expect((await office.post(`${at}/ret`, sent)).status).toBe(303)
    expect((await office.post(`${at}/ret`, sent)).text).toContain('En anden har ændret')
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('ophævet')
    expect((await (await w.as('contributor', 'holbaek')).post(`${at}/ret`, sent)).status).toBe(403)
  })
  test('ends on a day and stays in the history', async () => {
    const { at, line, id } = await first('Fændediget')
    const koege = await w.as('contributor', 'koege')
    expect(
      (await koege.post(`${at}/slut`, { source: 'Køge', validUntil: '2026-03-02', version: String(line.version) })).status,
    ).toBe(303)
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Alle pladser er sluttet')
    expect((await w.citizen.get(`/tilbud/${id}?pr=2026-03-01`)).text).toContain('SEL § 107')
    expect((await koege.get(`/tilbud/${id}/pladser/999999/slut`)).status).toBe(404)
    expect(
      (await (await w.as('contributor', 'greve')).post(`${at}/slut`, { source: 'x', validUntil: '2026-03-02' })).status,
    ).toBe(403)
  })
})

describe('the number of places', () => {
  test('is written from a day, the old one ends there, and a correction of the same day is no new one', async () => {
    const { id, at, line } = await first('Kofoedsminde')
    const region = await w.as('contributor', 'region-sjaelland')
    await region.post(`${at}/antal`, { ...told, approved: '80', inUse: '72', version: newestOf(line.counts) })
    const after = await offer(id)
    expect([placesOn(after, '2026-03-01'), placesOn(after, '2026-03-02')]).toEqual([72, 80])
    const counts = after.units[0]?.lines[0]?.counts ?? []
    await region.post(`${at}/antal`, { ...told, approved: '81', version: newestOf(counts) })
    expect((await offer(id)).units[0]?.lines[0]?.counts.map(({ approved }) => approved)).toEqual([72, 81])
  })
  test('announced for a later day waits for it', async () => {
    const { id, at, line } = await first('Kofoedsminde')
    const region = await w.as('contributor', 'region-sjaelland')
    await region.post(`${at}/antal`, { ...told, validFrom: '2026-06-01', approved: '90', version: newestOf(line.counts) })
    const after = await offer(id)
    expect([placesOn(after, '2026-05-31'), placesOn(after, '2026-06-01')]).toEqual([72, 90])
    const found = await w.sql<{ placesApproved: number; standsUntil: string }[]>`
      select places_approved, stands_until from offer_search where line_id = ${line.id}`
    expect(found).toEqual([{ placesApproved: 72, standsUntil: '2026-06-01' }])
  })
  test('written by two at once is asked about, more in use than approved refused, and others kept out', async () => {
    const { at, line } = await first('Kofoedsminde')
    const office = await w.as('secretariat')
    const sent = { ...told, approved: '80', version: newestOf(line.counts) }
    await office.post(`${at}/antal`, sent)
    expect((await office.post(`${at}/antal`, { ...sent, approved: '70' })).text).toContain('En anden har ændret')
    expect((await office.post(`${at}/antal`, { ...told, approved: '2', inUse: '3', version: '0' })).status).toBe(422)
    expect((await (await w.as('provider', 'marjatta')).post(`${at}/antal`, sent)).status).toBe(403)
    expect((await office.get(`/tilbud/1/pladser/999999/antal`)).status).toBe(404)
  })
})

describe('a price', () => {
  const price = { source: 'Takstaftale 2026', amountOre: '2.530,50', per: 'full_day', year: '2026' }
  test('is added, shown with its year, corrected and withdrawn', async () => {
    const { id, unit } = await first('Fændediget')
    const koege = await w.as('contributor', 'koege')
    expect((await koege.post(`/tilbud/${id}/afdelinger/${unit.id}/priser/ny`, price)).status).toBe(303)
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toMatch(/2\.530,50 kr\. pr\. døgn/)
    expect((await w.citizen.get('/tilbud?pris_fra=2500&pris_til=2600&kommune=259')).text).toContain('Fændediget')
    const own = (await offer(id)).units[0]?.prices[0]
    const at = `/tilbud/${id}/priser/${own?.id}/ret`
    expect((await koege.post(at, { ...price, amountOre: '2600', version: '1' })).status).toBe(303)
    expect((await koege.post(at, { ...price, amountOre: '2700', version: '1' })).text).toContain('En anden har ændret')
    expect((await koege.post(at, { ...price, withdrawn: 'ja', version: '2' })).status).toBe(303)
    expect((await offer(id)).units[0]?.prices).toEqual([])
    expect((await koege.get(at)).status).toBe(404)
  })
  test('twice for the same, of no amount, for another’s places, or by others is refused', async () => {
    const { id, unit } = await first('Fændediget')
    const other = await first('Kofoedsminde')
    const office = await w.as('secretariat')
    const at = `/tilbud/${id}/afdelinger/${unit.id}/priser/ny`
    await office.post(at, price)
    expect((await office.post(at, price)).text).toContain('allerede en pris for det samme')
    expect((await office.post(at, { ...price, year: '2025', amountOre: 'gratis' })).text).toContain('Skriv et beløb')
    expect((await office.post(at, { ...price, year: '2025', line: String(other.line.id) })).text).toContain(
      'Vælg en af afdelingens pladser',
    )
    expect((await (await w.as('contributor', 'greve')).post(at, price)).status).toBe(403)
  })
})

test('the list and the page agree on how an offer stands, whatever its days', async () => {
  const day = fc.option(
    fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`),
    { nil: undefined },
  )
  const standing = fc.record({
    status: fc.constantFrom('planned' as const, 'running' as const, 'closed' as const),
    opensOn: day,
    closesOn: day,
  })
  await fc.assert(
    fc.asyncProperty(standing, fc.integer({ min: 1, max: 28 }), async (of, date) => {
      const on = `2026-03-${String(date).padStart(2, '0')}`
      const [row] = await w.sql<{ status: string }[]>`
        select offer_status(${of.status}, ${of.opensOn ?? null}, ${of.closesOn ?? null}, ${on}) as status`
      expect(row?.status).toBe(statusOn(of, on))
    }),
    { numRuns: 60 },
  )
})
