import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { type NewVersion, publishVersions } from './store/publish.ts'

const w = world()

/** A unit of the register with no price of its own. */
async function unit() {
  const [row] = await w.sql<{ offerId: number; unitId: number }[]>`
    select u.offer_id, u.id as unit_id from offer_unit u join offer o on o.id = u.offer_id join operator d on d.id = o.operator_id
    where d.ownership = 'private' and not exists (select from offer_price p where p.unit_id = u.id) order by u.id limit 1`
  if (!row) throw new Error('no such unit')
  return row
}

/** Publishes tariffs of the unit, 'A' for 2025 and so on, and gives the ids of their versions by name. */
async function published(
  tariffs: Record<string, { year: number; kroner: number; places?: number; from?: string; per?: 'month' }>,
) {
  const at = await unit()
  const versions = Object.entries(tariffs).map(
    ([service, { year, kroner, places, from, per }]): NewVersion => ({
      ...at,
      placeLineId: undefined,
      service,
      level: '',
      addOn: false,
      per: per ?? 'full_day',
      year,
      amountOre: kroner * 100,
      places,
      validFrom: from ?? `${year}-01-01`,
      validUntil: `${year + 1}-01-01`,
      basis: 'not_received',
      source: 'Prøve',
      actorName: 'Prøve',
      publishedAt: w.now,
    }),
  )
  const ids = await publishVersions(w.sql, versions)
  return Object.fromEntries(Object.keys(tariffs).map((name, at) => [name, ids[at] ?? 0])) as Record<string, number>
}

const told = (number: number | undefined, more: Record<string, string> = {}) => ({
  way: 'was',
  number: String(number),
  kind: 'renamed',
  day: '2026-01-01',
  reason: 'Oplyst af driftsherren.',
  ...more,
})
const tell = (who: Visitor, to: number | undefined, fields: Record<string, string>) =>
  who.post(`/takster/${to}/slaegtskab`, fields)
const page = async (id: number | undefined) => (await (await w.as('reader')).get(`/takster/${id}`)).text

describe('the secretariat tells of a published tariff', () => {
  test('that it was renamed, and a rename of that too: both are compared with the first', async () => {
    const ids = await published({
      A: { year: 2025, kroner: 2000, places: 10 },
      B: { year: 2026, kroner: 2100, places: 10 },
      C: { year: 2026, kroner: 2200, places: 10, from: '2026-07-01' },
    })
    const secretariat = await w.as('secretariat')
    expect((await secretariat.get(`/takster/${ids['B']}`)).text).toContain(`/takster/${ids['B']}/slaegtskab`)
    expect((await tell(secretariat, ids['C'], told(ids['B'], { day: '2026-07-01' }))).status).toBe(303)
    expect((await tell(secretariat, ids['B'], told(ids['A']))).status).toBe(303)
    expect(await page(ids['B'])).toContain('2.000 kr. (+5 %)')
    expect(await page(ids['C'])).toContain('2.000 kr. (+10 %)')
    const rises = (await secretariat.get('/takster/stigninger')).text
    expect(rises).toContain('10,0\u00a0procent')
  })

  test('that it was put together and then divided: each part is weighed by the places of both', async () => {
    const ids = await published({
      A: { year: 2025, kroner: 1000, places: 10 },
      B: { year: 2025, kroner: 2000, places: 30 },
      C: { year: 2026, kroner: 1750, places: 40 },
      D: { year: 2026, kroner: 2100, places: 10, from: '2026-07-01' },
    })
    const secretariat = await w.as('secretariat')
    await tell(secretariat, ids['D'], told(ids['C'], { kind: 'split', places: '10', day: '2026-07-01' }))
    await tell(secretariat, ids['C'], told(ids['A'], { kind: 'merged' }))
    await tell(secretariat, ids['B'], told(ids['C'], { kind: 'merged', way: 'became' }))
    expect(await page(ids['C'])).toContain('1.750 kr. (0 %)')
    const text = await page(ids['D'])
    expect(text).toContain('1.750 kr. (+20 %)')
    expect(text).toContain('1.000 kr., 2,5 pladser')
    expect(text).toContain('2.000 kr., 7,5 pladser')
    expect((await secretariat.get('/takster/stigninger')).text).toContain('20,0\u00a0procent')
  })

  test('but not what is impossible: nothing is saved, and the sentence says why', async () => {
    const ids = await published({
      A: { year: 2025, kroner: 1000, places: 10 },
      B: { year: 2026, kroner: 1000, places: 6 },
      C: { year: 2026, kroner: 1000, places: 6 },
    })
    const secretariat = await w.as('secretariat')
    const split = { kind: 'split', places: '6' }
    const said = async (to: number | undefined, fields: Record<string, string>) => {
      const { status, text } = await tell(secretariat, to, fields)
      expect(status).toBe(422)
      return text
    }
    expect(await said(ids['B'], told(ids['B']))).toContain('kan ikke have været sig selv')
    expect(await said(ids['B'], told(99_999_999))).toContain('Der er ingen takst nr. 99999999')
    expect(await said(ids['B'], told(ids['A'], { number: '' }))).toContain('Vælg den anden takst')
    expect(await said(ids['B'], told(ids['A'], { kind: 'split' }))).toContain('Skriv, hvor mange af pladserne')
    expect(await said(ids['B'], told(ids['A'], { ...split, places: 'seks' }))).toContain('er ikke et antal pladser')
    expect((await tell(secretariat, ids['B'], told(ids['A'], split))).status).toBe(303)
    expect(await said(ids['C'], told(ids['A'], split))).toContain('og 6 af dem er allerede gået til andre')
    expect(await said(ids['A'], told(ids['B'], { day: '2026-06-01' }))).toContain('gå i ring')
    expect(await said(ids['B'], told(ids['A'], split))).toContain('Det er allerede fortalt')
    expect(await w.sql`select from tariff_lineage_standing`).toHaveLength(1)
  })

  test('and undoes it by a row that stays: nothing is compared by it any more, and it can be told again', async () => {
    const ids = await published({ A: { year: 2025, kroner: 2000, places: 10 }, B: { year: 2026, kroner: 2200, places: 10 } })
    const secretariat = await w.as('secretariat')
    await tell(secretariat, ids['B'], told(ids['A']))
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_lineage order by id desc limit 1`
    const path = `/takster/${ids['B']}/slaegtskab/${id}/fortryd`
    expect((await secretariat.post(path, { reason: '' })).status).toBe(422)
    expect((await (await w.as('approver', 'faxe')).post(path, { reason: 'Forkert' })).status).toBe(403)
    expect((await secretariat.post(path, { reason: 'Forkert takst' })).status).toBe(303)
    expect(await page(ids['B'])).toContain('Der er ingen takst fra året før')
    expect((await secretariat.get(`/takster/${ids['B']}/slaegtskab`)).text).toContain('Forkert takst')
    expect((await secretariat.post(path, { reason: 'Igen' })).text).toContain('allerede fortrudt')
    expect((await tell(secretariat, ids['B'], told(ids['A']))).status).toBe(303)
    expect(await page(ids['B'])).toContain('(+10 %)')
    await expect(w.database.deed((sql) => sql`delete from tariff_lineage where id = ${id}`)).rejects.toThrow('stays')
  })

  test('across a change of unit: it is followed, and said not to be comparable', async () => {
    const ids = await published({ A: { year: 2025, kroner: 60_000, per: 'month' }, B: { year: 2026, kroner: 2200 } })
    const secretariat = await w.as('secretariat')
    await tell(secretariat, ids['B'], told(ids['A']))
    expect(await page(ids['B'])).toContain('Kan ikke sammenlignes: taksten var pr. måned og er nu pr. døgn')
    const rises = (await secretariat.get('/takster/stigninger')).text
    expect(rises).toContain('Taksten var pr. måned og er nu pr. døgn, så priserne kan ikke sammenlignes.')
    expect(rises).toContain('Kan ikke vurderes (1)')
  })

  test('and nobody else does', async () => {
    const { B } = await published({ B: { year: 2026, kroner: 2200 } })
    expect((await (await w.as('approver', 'faxe')).get(`/takster/${B}/slaegtskab`)).status).toBe(403)
    expect((await (await w.as('secretariat')).get('/takster/99999999/slaegtskab')).status).toBe(404)
    expect((await (await w.as('secretariat')).get(`/takster/${B}/slaegtskab/1/fortryd`)).status).toBe(404)
  })
})
