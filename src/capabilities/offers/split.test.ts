import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { isOn, type OfferDetail, offerOn, offerWith, statusOn } from './index.ts'

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

/** How many places an offer's lines have on a day. */
const placesOn = ({ units }: OfferDetail, day: string): number =>
  units
    .flatMap(({ lines }) => lines)
    .filter((line) => isOn(line, day))
    .reduce((sum, line) => sum + (line.counts.find((count) => isOn(count, day))?.approved ?? 0), 0)

describe('a split', () => {
  test('keeps every place: what stays and what goes is what there was', async () => {
    const { id, line } = await first('Kofoedsminde')
    const before = placesOn(await offer(id), '2026-03-02')
    const sent = { ...told, name: 'Kofoedsminde Vest', [`antal-${line.id}`]: '30', version: '1' }
    const { location } = await (await w.as('contributor', 'region-sjaelland')).post(`/tilbud/${id}/del`, sent)
    const made = await offer(Number(location.match(/\d+/)?.[0]))
    expect([placesOn(await offer(id), '2026-03-02'), placesOn(made, '2026-03-02')]).toEqual([before - 30, 30])
    expect(placesOn(await offer(id), '2026-03-01')).toBe(before)
    expect(made.lineage[0]).toMatchObject({ kind: 'split', fromOfferId: id, day: '2026-03-02' })
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toContain('Delt: en del blev til')
    expect(made.units[0]?.lines[0]?.groups.map(({ label }) => label)).toEqual(['Udviklingshæmning', 'Kriminalitet og dom'])
  })
  test('that takes all of a unit moves the unit itself, with its history', async () => {
    const id = await idOf('Roskildehjemmet')
    const [, unit] = (await offer(id)).units
    const office = await w.as('secretariat')
    const { location } = await office.post(`/tilbud/${id}/del`, {
      ...told,
      name: 'Udslusningen',
      [`antal-${unit?.lines[0]?.id}`]: 'alle',
      version: '1',
    })
    const made = await offer(Number(location.match(/\d+/)?.[0]))
    expect(made.units[0]).toMatchObject({ id: unit?.id, uuid: unit?.uuid, name: unit?.name })
    expect((await offer(id)).units.map(({ name }) => name)).toEqual(['Forsorgshjem'])
    expect((await offerOn(w.sql, id, '2026-03-01'))?.units).toHaveLength(2)
  })
  test('of nothing, of everything, of too much, or of another’s is refused', async () => {
    const { id, line } = await first('Fændediget')
    const office = await w.as('secretariat')
    const split = (more: object, by = office) => by.post(`/tilbud/${id}/del`, { ...told, name: 'Nyt', version: '1', ...more })
    expect((await split({})).text).toContain('Skriv, hvilke pladser')
    expect((await split({ [`antal-${line.id}`]: '4' })).text).toContain('Alle pladser ville gå over')
    expect((await split({ [`antal-${line.id}`]: '5' })).text).toContain('Der er 4 pladser')
    expect((await split({ [`antal-${line.id}`]: 'nogle' })).text).toContain('helt tal')
    expect((await split({}, await w.as('contributor', 'greve'))).status).toBe(403)
  })
})

describe('a merger', () => {
  test('takes every unit over as it is, closes the one, and both tell of it', async () => {
    const [from, into] = [await idOf('Stevnsfortet'), await idOf('Bakkegården')]
    const before = placesOn(await offer(from), '2026-03-02') + placesOn(await offer(into), '2026-03-02')
    const region = await w.as('contributor', 'region-sjaelland')
    expect((await region.post(`/tilbud/${from}/saml`, { ...told, into: String(into), version: '1' })).status).toBe(303)
    expect(placesOn(await offer(into), '2026-03-02')).toBe(before)
    const { offer: closed, units } = await offer(from)
    expect([statusOn(closed, '2026-03-02'), units]).toEqual(['closed', []])
    expect((await w.citizen.get(`/tilbud/${from}`)).text).toMatch(/Samlet med[\s\S]*Bakkegården/)
    expect((await w.citizen.get(`/tilbud/${into}`)).text).toContain('blev samlet med dette')
    expect(
      (
        await w.sql<
          { code: number }[]
        >`select municipality_code as code from offer_search where offer_id = ${into} and municipality_code = 336`
      ).length,
    ).toBe(1)
  })
  test('needs both to be one’s own', async () => {
    const [from, into] = [await idOf('Stevnsfortet'), await idOf('Fændediget')]
    const region = await w.as('contributor', 'region-sjaelland')
    expect((await region.post(`/tilbud/${from}/saml`, { ...told, into: String(into), version: '1' })).text).toContain(
      'Vælg det tilbud',
    )
    expect(
      (await (await w.as('contributor', 'koege')).post(`/tilbud/${from}/saml`, { ...told, into: String(into) })).status,
    ).toBe(403)
  })
})

test('however places are split off, again and again, their number is the same', async () => {
  const id = await idOf('Kofoedsminde')
  const office = await w.as('secretariat')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (taken) => {
      const now = await offer(id)
      const line = now.units[0]?.lines.find((one) => one.bases.includes('sel-108') && isOn(one, '2026-03-02'))
      const before = await total()
      const sent = {
        ...told,
        name: crypto.randomUUID(),
        [`antal-${line?.id}`]: String(taken),
        version: String(now.offer.version),
      }
      await office.post(`/tilbud/${id}/del`, sent)
      expect(await total()).toBe(before)
    }),
    { numRuns: 5 },
  )
})

const total = async (): Promise<number> => {
  const [row] = await w.sql<{ sum: number }[]>`
    select sum(c.approved)::int as sum from place_count c join place_line l on l.id = c.place_line_id
    where daterange(c.valid_from, c.valid_until) @> '2026-03-02'::date and daterange(l.valid_from, l.valid_until) @> '2026-03-02'::date`
  return row?.sum ?? 0
}
