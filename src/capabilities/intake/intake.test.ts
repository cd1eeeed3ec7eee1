import { expect, test } from 'vitest'
import { bookOf, offersIn } from '../../../tests/setup/offers-in.ts'
import { world } from '../../../tests/world.ts'

const w = world()
const { bring, send, shown } = offersIn(w)

const list = (...rows: (string | number | null)[][]) =>
  bookOf([
    ['Tilbud', 'Driftsherre', 'Tilbudsid', 'Kommune', 'Form', 'Retsgrundlag', 'Godkendte pladser', 'Pladser i brug', 'Pris, kr.'],
    ...rows,
  ])

const linden = ['Lindegården', 'Faxe Kommune', '12345', 'Faxe', 'Døgn', 'SEL § 107', 12, 10, 2530]

test('a new offer with its unit, places, count and price is shown, and saved when it is confirmed', async () => {
  const secretariat = await w.as('secretariat')
  const path = await send(secretariat, await list(linden))
  const preview = await shown(secretariat, path)
  expect(preview).toContain('1 række er ny eller ændret')
  expect(await w.sql`select from offer where name = 'Lindegården'`).toHaveLength(0)
  const { status, location } = await secretariat.post(path)
  expect(status).toBe(303)
  expect(await shown(secretariat, location)).toContain('Filen er gemt: 1 række.')
  const [saved] = await w.sql`
    select o.name, o.portal_id, d.name as operator, o.municipality_code, u.name as unit, l.kind, l.bases, c.approved, c.in_use, p.amount_ore, p.per, p.year
    from offer o join operator d on d.id = o.operator_id join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    join place_count c on c.place_line_id = l.id join offer_price p on p.unit_id = u.id where o.portal_id = '12345'`
  expect(saved).toEqual({
    name: 'Lindegården',
    portalId: '12345',
    operator: 'Faxe Kommune',
    municipalityCode: 320,
    unit: 'Hele tilbuddet',
    kind: 'residential',
    bases: ['sel-107'],
    approved: 12,
    inUse: 10,
    amountOre: 253_000,
    per: 'full_day',
    year: 2026,
  })
})

test('the same file again changes nothing', async () => {
  const secretariat = await w.as('secretariat')
  await bring(secretariat, await list(linden))
  const [before] = await w.sql`select count(*) from offer_change`
  const path = await send(secretariat, await list(linden))
  expect(await shown(secretariat, path)).toContain('Der er intet nyt i filen')
  expect((await secretariat.post(path)).status).toBe(422)
  expect((await w.sql`select count(*) from offer_change`)[0]).toEqual(before)
})
