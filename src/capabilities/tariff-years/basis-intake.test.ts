import { expect, test } from 'vitest'
import { begun, tariffOf } from '../../../tests/tariffs/basis.ts'
import { world } from '../../../tests/world.ts'
import { checkTariffs } from './jobs.ts'

const w = world()

const idOf = (location: string) => location.match(/[0-9a-f-]{36}/)?.[0] ?? ''

/** Faxe's sheet with a line in full: three levels, and 7.665.000 kr. in all. */
async function inFull() {
  const made = await begun(w)
  await made.written('/omkostning/ny/beloeb', { kind: 'pay', part: 'service', label: 'Nat', amountOre: '365.000' })
  await made.written('/niveauer/vaegte', {
    ...{ 'label-0': 'Niveau 1', 'value-0': '1', 'places-0': '6' },
    ...{ 'label-1': 'Niveau 2', 'value-1': '2', 'places-1': '4' },
  })
  return made
}

async function sent(made: Awaited<ReturnType<typeof inFull>>, bytes: Uint8Array | string, name: string) {
  const { status, location } = await made.contributor.post(`${made.sheet}/regneark`, {
    file: new File([bytes as Uint8Array<ArrayBuffer>], name),
  })
  expect(status).toBe(303)
  await checkTariffs({ database: w.database, clock: () => w.now }, idOf(location))
  return (await made.contributor.get(`/takster/regneark/${idOf(location)}`)).text
}

test('a sheet that is taken out as a workbook and brought in again changes nothing of a basis', async () => {
  const made = await inFull()
  const { bytes } = await made.contributor.get(`${made.sheet}/skabelon.xlsx`)
  expect(await sent(made, bytes, 'skema.xlsx')).toContain('Der er intet nyt')
})

test('a workbook with other costs leaves the basis as it is, and says so', async () => {
  const made = await inFull()
  const [place] = await w.sql<{ offer: string; unit: string }[]>`
    select o.name as offer, u.name as unit from offer_unit u join offer o on o.id = u.offer_id where u.id = ${made.unitId}`
  const titles = 'Tilbud;Afdeling;Ydelse;Takst pr.;Løn, kr.;Pladser;Belægning, procent;Bemærkning'
  const row = `${place?.offer};${place?.unit};Døgntakst;døgn;1.000.000;3;97;Ny bemærkning`
  const text = await sent(made, `${titles}\n${row}\n`, 'andet.csv')
  expect(text).toContain('omkostninger, pladser og belægning i regnearket bruges ikke')
  const address = text.match(/action="(\/takster\/regneark\/[0-9a-f-]{36})"/)?.[1] ?? ''
  expect((await made.contributor.post(address)).status).toBe(303)
  const html = (await made.contributor.get(made.path)).text
  expect(tariffOf(html)).toBe('2.100 kr. pr. døgn')
  expect(html).toContain('Niveau 2')
  const [line] = await w.sql<{ note: string }[]>`select note from tariff_sheet_line`
  expect(line?.note).toBe('Ny bemærkning')
})
