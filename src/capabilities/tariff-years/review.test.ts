import { describe, expect, test } from 'vitest'
import { faxe, lineFor, seenOf, write } from '../../../tests/setup/tariff-sheets.ts'
import { world } from '../../../tests/world.ts'

const w = world()

/** A sheet of so many lines of one unit, all alike but the last, which has no places and no price. */
async function long(count: number) {
  const at = await faxe(w)
  await write(w, at.contributor, at.sheet(), lineFor(at.place('Bøgely, Nord')))
  await w.sql`
    insert into tariff_sheet_line (sheet_id, position, unit_id, place_line_id, service, per, places, occupancy, days, costs, valid_from, valid_until,
      origin, recorded_at)
    select l.sheet_id, n, l.unit_id, l.place_line_id, 'Ydelse ' || n, l.per, l.places, l.occupancy, l.days, l.costs, l.valid_from, l.valid_until,
      'Ark1 række ' || n, l.recorded_at
    from tariff_sheet_line l, generate_series(2, ${count}::int) n`
  await w.sql`update tariff_sheet_line set places = null, costs = '{}' where position = ${count}`
  return at
}

describe('a long sheet', () => {
  test('is looked through to its last line, and says how much there is though a page cannot show it all', async () => {
    const at = await long(5100)
    await w.sql`update tariff_sheet_line set occupancy = 0.6 where position > 4900`
    const { text } = await at.contributor.get(at.sheet())
    expect(text).toContain('402 ting at se på')
    expect(text).toContain('Her vises de første 250. De andre står i filen.')
    expect(text).toContain('Bøgely, Nord har 5100 takster')
    const csv = (await at.contributor.get(`${at.sheet()}/advarsler.csv`)).text.trim().split('\r\n')
    expect(csv).toHaveLength(403)
    expect(csv.find((line) => line.includes('række 5100'))).toContain('Pladser mangler')
    const xlsx = await at.contributor.get(`${at.sheet()}/advarsler.xlsx`)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  })

  test('is not handed in when one far down has no price', async () => {
    const at = await long(5100)
    const answer = await at.approver.post(`${at.sheet()}/indsend`, await seenOf(w, at.sheet()))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('1 takst har ingen pris. Den første er Bøgely, Nord')
    expect(answer.text).toContain('Skemaet er ikke indsendt.')
  })

  test('has files of what to look at that others cannot fetch', async () => {
    const at = await faxe(w)
    expect((await (await w.as('contributor', 'greve')).get(`${at.sheet()}/advarsler.csv`)).status).toBe(403)
    expect((await at.secretariat.get('/takster/skema/2027/999999/advarsler.xlsx')).status).toBe(404)
  })
})
