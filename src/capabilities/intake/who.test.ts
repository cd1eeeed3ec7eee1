import { expect, test } from 'vitest'
import { bookOf, intakeId, offersIn } from '../../../tests/setup/offers-in.ts'
import { world } from '../../../tests/world.ts'
import { finishOffers } from './jobs.ts'

const w = world()
const { bring, kitchen, map, read, send, shown } = offersIn(w)

const head = ['Tilbud', 'Driftsherre', 'Tilbudsid', 'Hjemmeside']
const list = (...rows: (string | number | null)[][]) => bookOf([head, ...rows])
const linden = ['Lindegården', 'Faxe Kommune', '12345', null]

test('a municipality brings in its own offers, and no others', async () => {
  await bring(await w.as('secretariat'), await list(linden, ['Skovly', 'Køge Kommune', '12346', null]))
  const faxe = await w.as('contributor', 'faxe')
  const foreign = await list(['Lindegården', null, '12345', 'www.linden.dk'], ['Skovly', null, '12346', 'www.skovly.dk'])
  const page = await shown(faxe, await send(faxe, foreign))
  expect(page).toContain('Der er fejl i 1 celle')
  expect(page).toContain('Celle A3')
  expect(page).toContain('Tilbuddet hører til Køge Kommune. Du kan kun ændre jeres egne.')
  await bring(faxe, await list(['Lindegården', null, '12345', 'www.linden.dk'], ['Skovly', 'Køge Kommune', '12346', null]))
  expect(await w.sql`select name, website from offer where portal_id in ('12345', '12346') order by name`).toEqual([
    { name: 'Lindegården', website: 'https://www.linden.dk' },
    { name: 'Skovly', website: undefined },
  ])
})

test('a municipality with one operator need not name it; another name is refused', async () => {
  const faxe = await w.as('approver', 'faxe')
  const page = await shown(faxe, await send(faxe, await list(['Nyt hus', 'Hulk A/S', null, null])))
  expect(page).toContain('Driftsherren »Hulk A/S« findes ikke')
  await bring(faxe, await bookOf([['Tilbud'], ['Nyt hus']]))
  const [saved] = await w.sql`select d.name from offer o join operator d on d.id = o.operator_id where o.name = 'Nyt hus'`
  expect(saved).toEqual({ name: 'Faxe Kommune' })
})

test('the secretariat may bring in an operator that is not known yet', async () => {
  await bring(
    await w.as('secretariat'),
    await list(['Nyt hus', 'Hulen A/S', '777', null], ['Andet hus', 'Hulen A/S', '778', null]),
  )
  expect(await w.sql`select d.name, p.kind from operator d join party p on p.id = d.party_id where d.name = 'Hulen A/S'`).toEqual(
    [{ name: 'Hulen A/S', kind: 'external' }],
  )
  expect(await w.sql`select from offer_search s join operator d on d.id = s.operator_id where d.name = 'Hulen A/S'`).toHaveLength(
    2,
  )
})

test('who has nothing to do with offers cannot send, nor see what others have sent', async () => {
  expect((await (await w.as('reader', 'faxe')).get('/tilbud/indlaes')).status).toBe(403)
  expect((await (await w.as('socialtilsyn')).post('/tilbud/indlaes')).status).toBe(403)
  expect((await w.citizen.get('/tilbud/indlaes')).status).toBe(303)
  const path = await send(await w.as('secretariat'), await list(linden))
  const other = await w.as('secretariat')
  expect((await other.get(path)).status).toBe(404)
  expect((await other.post(path)).status).toBe(404)
  expect((await other.get(`${path}/kolonner`)).status).toBe(404)
  expect((await other.get(`${path}/valg`)).status).toBe(404)
  expect((await other.get(`${path}/fremdrift`)).status).toBe(404)
  const faxe = await w.as('reader', 'faxe')
  expect((await faxe.post(`${path}/valg`)).status).toBe(404)
  expect((await faxe.post(`${path}/kolonner`)).status).toBe(404)
})

test('columns are asked about once, remembered for the sender with day and name, and not for others', async () => {
  const odd = await bookOf([
    ['Stedets betegnelse', 'Nr på portalen'],
    ['Lindegården', '12345'],
  ])
  const secretariat = await w.as('secretariat')
  const from = { operator: String((await w.sql<{ id: number }[]>`select id from operator where name = 'Faxe Kommune'`)[0]?.id) }
  const path = await send(secretariat, odd, from)
  expect(await shown(secretariat, path)).toContain('Hvad er kolonnerne?')
  await map(secretariat, path, { 'kolonne-0': 'offer', 'kolonne-1': 'portalOffer' })
  expect(await shown(secretariat, path)).toContain('1 række er ny eller ændret')
  expect(await w.sql`select purpose, actor_name, columns from column_mapping`).toEqual([
    {
      purpose: 'offers',
      actorName: 'secretariat',
      columns: [
        { title: 'Stedets betegnelse', field: 'offer' },
        { title: 'Nr på portalen', field: 'portalOffer' },
      ],
    },
  ])
  expect(await shown(secretariat, await send(secretariat, odd, from))).toContain('1 række er ny eller ændret')
  expect(await shown(secretariat, await send(secretariat, odd))).toContain('Hvad er kolonnerne?')
})

test('two columns cannot be the same, one must say which offer it is, and titles can stand elsewhere', async () => {
  const secretariat = await w.as('secretariat')
  const path = await send(
    secretariat,
    await bookOf([
      ['Aa', 'Bb'],
      ['Tilbuddets navn', 'Farve'],
      ['Lindegården', 'rød'],
    ]),
  )
  const fixed = { asOf: '2026-03-01', source: 'Liste', per: 'full_day', year: '2026', row: '1' }
  const twice = await secretariat.post(`${path}/kolonner`, { ...fixed, 'kolonne-0': 'offer', 'kolonne-1': 'offer' })
  expect([twice.status, twice.text.includes('kan ikke begge være »Tilbud«')]).toEqual([422, true])
  const none = await secretariat.post(`${path}/kolonner`, { ...fixed, 'kolonne-0': 'website' })
  expect([none.status, none.text.includes('Vælg, i hvilken kolonne tilbuddets navn eller nummer står')]).toEqual([422, true])
  await secretariat.post(`${path}/kolonner`, { ...fixed, svar: 'find', row: '1' })
  expect(await shown(secretariat, await read(path))).toContain('Overskrifterne står i række 1.')
  await secretariat.post(`${path}/kolonner`, { ...fixed, svar: 'find', row: '90' })
  expect(await shown(secretariat, await read(path))).toContain('Der står ingenting i række 90')
})

test('an offer that is alike in name alone waits for a person: the same, or a new one', async () => {
  const secretariat = await w.as('secretariat')
  const file = await bookOf([
    ['Tilbud', 'Hjemmeside'],
    ['Kofoedsminde', 'www.k.dk'],
  ])
  const path = await send(secretariat, file)
  expect(await shown(secretariat, path)).toContain('1 række kendes kun på navnet')
  expect((await secretariat.post(path)).status).toBe(422)
  const empty = await secretariat.post(`${path}/valg`)
  expect([empty.status, empty.text.includes('Svar for mindst ét')]).toEqual([422, true])
  const [kofoed] = await w.sql<{ id: number }[]>`select id from offer where name = 'Kofoedsminde'`
  await secretariat.post(`${path}/valg`, { 'svar-0': String(kofoed?.id) })
  await read(path)
  expect(await shown(secretariat, path)).toMatch(/1 række er ny eller ændret.*https:\/\/www\.k\.dk/)
  await secretariat.post(path)
  await finishOffers(kitchen(), intakeId(path))
  expect((await w.sql`select website from offer where id = ${kofoed?.id ?? 0}`)[0]).toEqual({ website: 'https://www.k.dk' })

  const again = await send(
    secretariat,
    await bookOf([
      ['Tilbud', 'Driftsherre'],
      ['Kofoedsminde', 'Faxe Kommune'],
    ]),
  )
  await secretariat.post(`${again}/valg`, { 'svar-0': 'ny' })
  await secretariat.post(await read(again))
  expect(await w.sql`select from offer where name = 'Kofoedsminde'`).toHaveLength(2)
  const third = await send(secretariat, file)
  expect(await shown(secretariat, `${third}/valg`)).toContain('Ja, det er Kofoedsminde')
})

test('many that are alike can be said to be the same at once', async () => {
  const secretariat = await w.as('secretariat')
  const rows = (
    await w.sql<{ name: string }[]>`select name from offer group by name having count(*) = 1 order by name limit 12`
  ).map(({ name }) => [name, 'Fra listen'])
  const path = await send(secretariat, await bookOf([['Tilbud', 'Note om tilbuddet'], ...rows]))
  expect(await shown(secretariat, path)).toContain('12 rækker kendes kun på navnet')
  expect((await secretariat.post(`${path}/valg`, { alle: 'ja' })).status).toBe(303)
  expect(await shown(secretariat, await read(path))).toContain('12 rækker er nye eller ændrede')
})
