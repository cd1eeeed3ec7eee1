import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { refreshDue } from '../offers/store/search-rows.ts'
import { noteTurning } from './store/statements.ts'

const w = world()

const offerId = async (name: string) => {
  const [row] = await w.sql<{ id: number; operatorId: number }[]>`select id, operator_id from offer where name = ${name}`
  if (!row) throw new Error(`no offer ${name}`)
  return row
}

/** Fændediget in Køge: one line of 4 places. */
async function faendediget() {
  const { id, operatorId } = await offerId('Fændediget')
  const [line] = await w.sql<{ id: number }[]>`
    select l.id from place_line l join offer_unit u on u.id = l.unit_id where u.offer_id = ${id}`
  const lineId = line?.id ?? 0
  const page = `/ledige/tilbud/${id}`
  return {
    id,
    operatorId,
    lineId,
    page,
    tell: (who: Visitor, free: string, more: Record<string, string> = {}) =>
      who.post(`${page}/ret`, { [`fri-${lineId}`]: free, [`set-${lineId}`]: '', ...more }),
  }
}

const newest = async (lineId: number) => {
  const [row] = await w.sql<{ id: number; kind: string; free: number; day: string; role: string }[]>`
    select id, kind, free, day, role from vacancy_statement where place_line_id = ${lineId} order by id desc limit 1`
  return row
}

const searchRow = async (offer: number) => {
  const [row] = await w.sql`select free_places, free_from, confirmed_on from offer_search where offer_id = ${offer}`
  return row
}

describe('telling', () => {
  test('a contributor tells of free places; everybody sees them on the board, and the search knows', async () => {
    const { id, page, tell } = await faendediget()
    const { status, location } = await tell(await w.as('contributor', 'koege'), '2')
    expect([status, location.split('?')[0]]).toEqual([303, page])
    const { text } = await w.citizen.get('/ledige')
    expect(text).toMatch(/Bekræftet for nylig.*Fændediget.*2 ledige pladser.*Køge.*Frisk.*Meldt i dag/s)
    expect(text).not.toContain('contributor koege')
    expect(await searchRow(id)).toEqual({ freePlaces: 2, freeFrom: '2026-03-02', confirmedOn: '2026-03-02' })
  })

  test('0 is an answer: counted among those who have told, but not on the board', async () => {
    const { id, tell } = await faendediget()
    await tell(await w.as('approver', 'koege'), '0')
    const { text } = await w.citizen.get('/ledige')
    expect(text).toMatch(/1 af \d+ pladslinjer har meldt, heraf 1 med 0 ledige/)
    expect(text).not.toContain('Fændediget')
    expect(await searchRow(id)).toMatchObject({ freePlaces: 0, freeFrom: undefined })
  })

  test('5 free of 4 places is refused at the field, with what was written kept', async () => {
    const { lineId, tell } = await faendediget()
    const { status, text } = await tell(await w.as('provider', 'koege'), '5')
    expect(status).toBe(422)
    expect(text).toContain('Der kan ikke være 5 ledige af 4 pladser')
    expect(text).toMatch(new RegExp(`name="fri-${lineId}"[^>]*value="5"`))
    expect(await newest(lineId)).toBeUndefined()
  })

  test('words, half places and nothing at all are refused', async () => {
    const { tell } = await faendediget()
    const koege = await w.as('contributor', 'koege')
    expect((await tell(koege, 'mange')).text).toContain('Skriv et helt tal')
    expect((await tell(koege, '1,5')).status).toBe(422)
    expect((await tell(koege, '')).text).toContain('Skriv et tal ved mindst én pladslinje')
  })

  test('a closed offer and an ended line take no answer', async () => {
    const { lineId, page, tell } = await faendediget()
    const koege = await w.as('contributor', 'koege')
    await w.sql`update place_line set valid_until = '2026-03-01' where id = ${lineId}`
    expect((await tell(koege, '1')).text).toContain('Pladslinjen ophørte 1. marts 2026')
    await w.sql`update offer set closes_on = '2026-03-01' where name = 'Fændediget'`
    expect((await tell(koege, '1')).text).toContain('Tilbuddet er lukket fra 1. marts 2026')
    expect((await koege.post(`${page}/bekraeft`, { seen: '0' })).text).toContain('Tilbuddet er lukket')
    expect((await koege.get(`${page}/ret`)).text).toContain('Her er ingen pladser at melde')
  })

  test('somebody else’s offer, or none, cannot be told of', async () => {
    const { page, tell } = await faendediget()
    for (const who of [await w.as('contributor', 'faxe'), await w.as('provider', 'faxe'), await w.as('socialtilsyn')])
      expect((await tell(who, '1')).status).toBe(403)
    expect((await w.citizen.get(`${page}/ret`)).location).toContain('/log-ind')
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post('/ledige/tilbud/999999/ret', { 'fri-1': '1' })).status).toBe(404)
    expect((await secretariat.get('/ledige/driftsherre/nul/ret')).status).toBe(404)
    expect((await tell(secretariat, '1')).status).toBe(303)
  })

  test('a line of another offer cannot be smuggled in', async () => {
    const { page } = await faendediget()
    const [other] = await w.sql<{ id: number }[]>`
      select l.id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id where o.name = 'Himmelev'`
    const { status, text } = await (await w.as('contributor', 'koege')).post(`${page}/ret`, { [`fri-${other?.id}`]: '1' })
    expect([status, text.includes('hører ikke til her')]).toEqual([422, true])
  })

  test('of two people at once the second is told what the first wrote, and loses nothing', async () => {
    const { lineId, tell } = await faendediget()
    await tell(await w.as('provider', 'koege'), '2')
    const second = await tell(await w.as('contributor', 'koege'), '3')
    expect(second.status).toBe(422)
    expect(second.text).toContain('Der står nu: 2 ledige pladser, meldt af leverandøren')
    expect(second.text).toMatch(new RegExp(`name="fri-${lineId}"[^>]*value="3"`))
    const now = await newest(lineId)
    const third = await tell(await w.as('contributor', 'koege'), '3', { [`set-${lineId}`]: String(now?.id) })
    expect(third.status).toBe(303)
    expect(await newest(lineId)).toMatchObject({ free: 3, kind: 'stated', role: 'contributor' })
  })
})

describe('still correct', () => {
  const seen = async (lineId: number) => String((await newest(lineId))?.id ?? 0)

  test('one click confirms a whole operator, as a row of its own kind, and makes it fresh', async () => {
    const { id, operatorId, lineId, tell } = await faendediget()
    await tell(await w.as('contributor', 'koege'), '2')
    w.now = new Date('2026-03-30T09:00:00Z')
    const koege = await w.as('contributor', 'koege')
    expect((await w.citizen.get('/ledige')).text).toMatch(/Forældede.*for 28 dage siden/s)
    const own = `/ledige/driftsherre/${operatorId}`
    expect((await koege.get(own)).text).toContain('Stadig korrekt')
    const { location } = await koege.post(own, { seen: await seen(lineId) })
    expect((await koege.get(location)).text).toContain('1 pladslinje er bekræftet.')
    expect((await koege.get(location)).text).toContain('1 pladslinje er aldrig meldt')
    expect(await newest(lineId)).toMatchObject({ kind: 'confirmed', free: 2, day: '2026-03-30' })
    expect(await searchRow(id)).toMatchObject({ freePlaces: 2, freeFrom: '2026-03-02', confirmedOn: '2026-03-30' })
    expect((await w.citizen.get('/ledige')).text).toMatch(/Bekræftet for nylig.*Fændediget.*Bekræftet i dag/s)
  })

  test('or one offer alone', async () => {
    const { lineId, page, tell } = await faendediget()
    const koege = await w.as('provider', 'koege')
    await tell(koege, '1')
    expect((await koege.get(page)).text).toContain('Stadig korrekt')
    expect((await w.citizen.get(page)).text).not.toContain('Stadig korrekt')
    expect((await koege.post(`${page}/bekraeft`, { seen: await seen(lineId) })).status).toBe(303)
    expect(await newest(lineId)).toMatchObject({ kind: 'confirmed', role: 'provider' })
  })

  test('is refused to whoever saw other numbers than those that stand', async () => {
    const { page, tell } = await faendediget()
    const koege = await w.as('contributor', 'koege')
    await tell(koege, '1')
    const { status, text } = await koege.post(`${page}/bekraeft`, { seen: '0' })
    expect([status, text.includes('mens du så på siden')]).toEqual([422, true])
  })

  test('is refused when nothing has been told, and when the places have become fewer', async () => {
    const { lineId, page, tell } = await faendediget()
    const koege = await w.as('contributor', 'koege')
    expect((await koege.post(`${page}/bekraeft`, { seen: '0' })).text).toContain('ikke meldt noget endnu')
    await tell(koege, '4')
    await w.sql`update place_count set approved = 3 where place_line_id = ${lineId}`
    const { status, text } = await koege.post(`${page}/bekraeft`, { seen: await seen(lineId) })
    expect([status, text.includes('4 ledige af 3 pladser')]).toEqual([422, true])
  })

  test('somebody else’s cannot be confirmed', async () => {
    const { operatorId, page } = await faendediget()
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.post(`${page}/bekraeft`, { seen: '0' })).status).toBe(403)
    expect((await faxe.post(`/ledige/driftsherre/${operatorId}`, { seen: '0' })).status).toBe(403)
    expect((await (await w.as('secretariat')).post('/ledige/driftsherre/999999', { seen: '0' })).status).toBe(404)
  })

  test('what somebody answers for is one page away', async () => {
    const { text } = await (await w.as('contributor', 'koege')).get('/ledige/mine')
    expect(text).toContain('Køge Kommune')
    expect(text).not.toContain('Faxe Kommune')
    expect((await (await w.as('reader')).get('/ledige/mine')).status).toBe(403)
  })
})

describe('the board', () => {
  test('is narrowed to a target group, with what is below it, and to a municipality', async () => {
    const { tell } = await faendediget()
    await tell(await w.as('contributor', 'koege'), '2')
    const group = async (code: string) =>
      (await w.sql<{ id: number }[]>`select id from term where code = ${code} and system = 'own'`)[0]?.id
    const shows = async (query: string) => (await w.citizen.get(`/ledige?${query}`)).text.includes('>Fændediget<')
    expect(await shows(`maalgruppe=${await group('udviklingshaemning')}`)).toBe(true)
    expect(await shows(`maalgruppe=${await group('handicap')}`)).toBe(true)
    expect(await shows(`maalgruppe=${await group('epilepsi')}`)).toBe(false)
    expect(await shows('kommune=259')).toBe(true)
    expect(await shows('kommune=320&maalgruppe=1;drop table offer')).toBe(false)
  })

  test('shows nothing of an offer that has closed with confirmed vacancies, and the office is told', async () => {
    const { tell } = await faendediget()
    await tell(await w.as('contributor', 'koege'), '2')
    const [offer] = await w.sql<{ id: number; version: number }[]>`select id, version from offer where name = 'Fændediget'`
    const closing = { source: 'Byrådet', closesOn: '2026-03-05', version: String(offer?.version) }
    await (await w.as('secretariat')).post(`/tilbud/${offer?.id}/luk`, closing)
    expect((await w.citizen.get('/ledige')).text).toContain('Fændediget')
    await refreshDue(w.sql, '2026-03-05')
    w.now = new Date('2026-03-06T09:00:00Z')
    expect((await w.citizen.get('/ledige')).text).not.toContain('Fændediget')
    expect((await w.citizen.get(`/tilbud/sammenlign?tilbud=${offer?.id}&tilbud=1`)).text).not.toContain('2 ledige pladser')
    expect((await (await w.as('secretariat')).get('/kontor/ledige')).text).toMatch(/Lukket med ledige pladser.*Fændediget/s)
  })

  test('has places that have yet to begin, as planned, and what was said of them holds when they begin', async () => {
    const [offer] = await w.sql<{ id: number; unit: number }[]>`
      select o.id, u.id as unit from offer o join offer_unit u on u.offer_id = o.id where o.name = 'Fændediget'`
    const koege = await w.as('contributor', 'koege')
    const later = { kind: 'day', bases: 'sel-104', validFrom: '2026-04-01', source: 'Køge', approved: '6' }
    expect((await koege.post(`/tilbud/${offer?.id}/afdelinger/${offer?.unit}/pladser/ny`, later)).status).toBe(303)
    const [row] = await w.sql<{ status: string; lineId: number; placesApproved: number }[]>`
      select status, line_id, places_approved from offer_search where offer_id = ${offer?.id ?? 0} and kinds = '{day}'`
    expect(row).toMatchObject({ status: 'planned', placesApproved: 6 })
    await w.sql`
      insert into vacancy_statement (place_line_id, kind, free, free_from, day, role, actor_name, recorded_at)
      values (${row?.lineId ?? 0}, 'stated', 6, '2026-04-01', '2026-03-02', 'contributor', 'x', now())`
    await noteTurning(w.sql, '2026-03-02')
    expect((await w.citizen.get('/ledige')).text).toContain('6 ledige pladser fra 1. april 2026')
    await refreshDue(w.sql, '2026-04-01')
    w.now = new Date('2026-04-01T09:00:00Z')
    expect((await w.citizen.get('/ledige')).text).toContain('6 ledige pladser')
    expect((await w.citizen.get('/tilbud?q=fændediget&form=day&status=running')).text).toContain('6 ledige pladser')
  })

  test('is open data too', async () => {
    const { tell } = await faendediget()
    await tell(await w.as('contributor', 'koege'), '2')
    expect((await w.citizen.get('/api/v1/vacancies')).json()).toMatchObject({
      told: 1,
      vacancies: [{ offer: 'Fændediget', free: 2, confirmedOn: '2026-03-02', confirmedBy: 'contributor', example: false }],
    })
  })
})
