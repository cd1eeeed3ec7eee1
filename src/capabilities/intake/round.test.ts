import { expect, test } from 'vitest'
import { offersIn } from '../../../tests/setup/offers-in.ts'
import { edited, finder } from '../../../tests/setup/workbook.ts'
import { world } from '../../../tests/world.ts'
import { dayOf } from '../../platform/values/day.ts'
import { loadTrial } from '../trial/index.ts'

const w = world()
const { bring, send, shown } = offersIn(w)
const EVERYTHING = '?status=planned&status=running&status=closed'

test.each(['xlsx', 'csv'])('the register fetched as %s and sent back untouched changes nothing', async (kind) => {
  w.now = new Date() // what is invented is invented today
  await loadTrial(w.sql)
  const secretariat = await w.as('secretariat')
  const { bytes } = await secretariat.get(`/tilbud/liste.${kind}${EVERYTHING}`)
  const page = await shown(secretariat, await send(secretariat, bytes, {}, `liste.${kind}`))
  expect(page.replace(/.*<main/s, '').slice(0, 3000)).toContain('Der er intet nyt i filen')
  expect(page).toContain('0 nye, 0 ændrede')
  expect(page).toContain('Regner Fælles selv ud')
})

test('what is edited in the register is found again, and only that changes', async () => {
  w.now = new Date() // what is invented is invented today
  await loadTrial(w.sql)
  const secretariat = await w.as('secretariat')
  const { bytes } = await secretariat.get(`/tilbud/liste.xlsx${EVERYTHING}`)
  const find = await finder(bytes, 'Tilbud', 'Tilbud nr.')
  const file = await edited(bytes, { Tilbud: { [find(['Kofoedsminde', 'Døgn'], 'Godkendte pladser')]: 70 } })
  const before = await w.sql`select max(id) as last from offer_change`
  const page = await shown(secretariat, await send(secretariat, file))
  expect(page).toContain('1 række er ny eller ændret')
  expect(page).toMatch(/Godkendte pladser: <del>72<\/del>.*<ins>70<\/ins>/)
  await bring(secretariat, file)
  const changes =
    await w.sql`select subject, kind, valid_from, actor_name from offer_change where id > ${before[0]?.['last']} order by id`
  expect(changes).toEqual([
    { subject: 'count', kind: 'ended', validFrom: dayOf(w.now), actorName: 'secretariat' },
    { subject: 'count', kind: 'imported', validFrom: dayOf(w.now), actorName: 'secretariat' },
  ])
})
