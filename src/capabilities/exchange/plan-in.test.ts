import { expect, test } from 'vitest'
import { incoming } from '../../../tests/setup/incoming.ts'
import { edited, finder } from '../../../tests/setup/workbook.ts'
import { type Visitor, world } from '../../../tests/world.ts'
import { addFact, planOn } from '../plan/index.ts'

const w = world()
const { send, shown } = incoming(w)

async function fetched(who: Visitor) {
  const { bytes } = await who.get('/regneark/mit.xlsx')
  const plan = await finder(bytes, 'Plan')
  const at = (key: string, field: string) => (title: string) => plan([key, field], title)
  return { bytes, at }
}

const item = async (key: string) => (await planOn(w.sql, '2026-03-02')).withKey(key)

test('the plan fetched and sent back untouched changes nothing', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes } = await secretariat.get('/regneark/mit.xlsx')
  const text = await shown(secretariat, await send(secretariat, bytes))
  expect(text).toContain('Der er intet nyt i regnearket')
  expect(text).toMatch(/Plan<\/dt><dd>0 nye, 0 ændrede, [\d.]{3,} uændrede</)
})

test('the plan as CSV comes back too', async () => {
  const secretariat = await w.as('secretariat')
  const { text } = await w.citizen.get('/plan/plan.csv')
  expect(await shown(secretariat, await send(secretariat, text, 'plan.csv'))).toContain('Der er intet nyt i regnearket')
})

test('a corrected value is shown beside the old one, and kept with day, source and who said so', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const title = at('KT1', 'Titel')
  const before = (await item('KT1'))?.title ?? ''
  const file = await edited(bytes, {
    Plan: { [title('Værdi')]: 'En ny titel', [title('Kendt fra')]: '01-03-2026', [title('Kilde')]: 'Styregruppen 1. marts 2026' },
  })
  const path = await send(secretariat, file)
  const preview = await shown(secretariat, path)
  expect(preview).toContain('1 række er ny eller ændret')
  for (const text of [before, 'En ny titel', 'Styregruppen 1. marts 2026']) expect(preview).toContain(text)
  await secretariat.post(path)
  expect((await item('KT1'))?.said('title')).toMatchObject({
    value: 'En ny titel',
    from: '2026-03-01',
    sources: ['sagt:Styregruppen 1. marts 2026'],
  })
  expect((await planOn(w.sql, '2026-02-28')).withKey('KT1')?.title).toBe(before)
  expect(await shown(secretariat, await send(secretariat, file))).toContain('intet nyt')
})

test('one of several values is replaced, and a new row adds one', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const before = (await item('I1'))?.texts('party') ?? []
  const party = at('I1', 'Deltager')
  const row = 4000
  const file = await edited(bytes, {
    Plan: {
      [party('Værdi')]: 'En anden part',
      ...Object.fromEntries(
        Object.entries({ Nøgle: 'I1', Felt: 'deltager', Værdi: 'En ny deltager', Kilde: 'Telefon med formanden' }).map(
          ([column, text]) => [party(column).replace(/\d+/, String(row)), text],
        ),
      ),
    },
  })
  const path = await send(secretariat, file)
  expect(await shown(secretariat, path)).toContain('1 ny, 1 ændret')
  await secretariat.post(path)
  const after = (await item('I1'))?.texts('party') ?? []
  expect(after).toHaveLength(before.length + 1)
  expect(after).toEqual(expect.arrayContaining(['En anden part', 'En ny deltager']))
  expect(await shown(secretariat, await send(secretariat, file))).toContain('intet nyt')
})

test('a period that moves gets new words for its days', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const planned = at('I1', 'Planlagt')
  const path = await send(
    secretariat,
    await edited(bytes, { Plan: { [planned('Første dag')]: '01-01-2027', [planned('Sidste dag')]: '31-03-2027' } }),
  )
  await secretariat.post(path)
  expect((await item('I1'))?.period('planned')).toEqual({ text: '1. kvartal 2027', from: '2027-01-01', until: '2027-04-01' })
})

test('a correction made meanwhile is neither taken back by an untouched row nor overtaken by an edited one', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const fact = { itemId: await w.item('KT1'), field: 'title', validFrom: '2026-03-02', sources: ['sagt:test'] }
  await addFact(w.sql, { ...fact, value: 'Rettet på siden' })
  expect(await shown(secretariat, await send(secretariat, bytes))).toContain('1 er nyere på siden og bliver ikke rørt')
  const text = await shown(
    secretariat,
    await send(secretariat, await edited(bytes, { Plan: { [at('KT1', 'Titel')('Værdi')]: 'Rettet i arket' } })),
  )
  expect(text).toContain(at('KT1', 'Titel')('Værdi'))
  expect(text).toContain('rettet på siden, efter at regnearket blev hentet')
})

test('when the plan is corrected between preview and confirmation, nothing is saved', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const path = await send(secretariat, await edited(bytes, { Plan: { [at('KT1', 'Titel')('Værdi')]: 'Rettet i arket' } }))
  const fact = { itemId: await w.item('KT1'), field: 'title', validFrom: '2026-03-02', sources: ['sagt:test'] }
  await addFact(w.sql, { ...fact, value: 'Rettet på siden' })
  const { location } = await secretariat.post(path)
  expect(await shown(secretariat, location)).toContain('nogen har skrevet imens')
  expect((await item('KT1'))?.title).toBe('Rettet på siden')
})

test('wrong cells of the plan are named with what to write', async () => {
  const secretariat = await w.as('secretariat')
  const { bytes, at } = await fetched(secretariat)
  const file = await edited(bytes, {
    Plan: {
      [at('KT1', 'Titel')('Værdi')]: '',
      [at('KT2', 'Titel')('Nøgle')]: 'KT99',
      [at('KT3', 'Titel')('Felt')]: 'Overskrift',
      [at('KT4', 'Programår')('Værdi')]: '2.026',
      [at('KV1', 'Titel')('Værdi')]: 'Sag 010190-1234',
      [at('KV2', 'Titel')('Værdi')]: 'Ny titel',
      [at('KV2', 'Titel')('Kilde')]: '',
      [at('KV3', 'Titel')('Værdi')]: 'Ny titel',
      [at('KV3', 'Titel')('Kendt fra')]: '01-05-2026',
      [at('I1', 'Organ')('Værdi')]: 'Et organ, ingen kender',
      [at('I1', 'Planlagt')('Sidste dag')]: '01-01-2020',
    },
  })
  const text = await shown(secretariat, await send(secretariat, file))
  expect(text).toContain('Der er fejl i 9 celler')
  expect(text).toContain('Her mangler en værdi')
  expect(text).toContain('»KT99« findes ikke i planen')
  expect(text).toContain('»Overskrift« er ikke et felt i planen')
  expect(text).toContain('»2.026« er ikke et helt tal')
  expect(text).toContain('CPR-nummer')
  expect(text).toContain('Skriv, hvor oplysningen står')
  expect(text).toContain('1. maj 2026 er ikke kommet endnu')
  expect(text).toContain('er ikke et organ eller en part')
  expect(text).toContain('slutter, før den begynder')
})

test('a municipality cannot correct the plan', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const { bytes } = await w.citizen.get('/plan/plan.xlsx')
  expect(await shown(faxe, await send(faxe, bytes))).toContain('intet nyt')
  const plan = await finder(bytes, 'Plan')
  const file = await edited(bytes, { Plan: { [plan(['KT1', 'Titel'], 'Værdi')]: 'Vores titel' } })
  expect(await shown(faxe, await send(faxe, file))).toContain('Kun sekretariatet kan rette planen')
})

test('two rows that correct the same are told', async () => {
  const secretariat = await w.as('secretariat')
  const head = 'Nøgle;Felt;Værdi;Første dag;Sidste dag;Kendt fra;Kilde\n'
  const text = await shown(
    secretariat,
    await send(secretariat, `${head}KT1;Titel;Et;;;;Brev\nKT1;Titel;To;;;;Brev\n`, 'plan.csv'),
  )
  expect(text).toContain('Rækken retter det samme som række 2')
})
