import { describe, expect, test } from 'vitest'
import { input, pay } from '../../../tests/tariffs/rules.ts'
import { world } from '../../../tests/world.ts'
import { addCalculation, type CalculationInput, calculationWith, ruleSetOfYear } from '../tariffs/index.ts'
import { publishVersions } from './store/publish.ts'

const w = world()

/** 3.650.000 kr. on ten places: 1.000 kr., published; or a level for each price. */
async function published(changed: Partial<CalculationInput> = {}, levels = ['']) {
  const [at] = await w.sql<{ placeLineId: number; unitId: number; offerId: number }[]>`
    select l.id as place_line_id, u.id as unit_id, o.id as offer_id
    from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.origin = 'real:rosenkildevej-87-89' limit 1`
  if (!at) throw new Error('no such line')
  const made = input({ costs: [{ ...pay(3_650_000), label: 'Personale' }], ...changed })
  const told = { source: 'Takstskema 2026', example: false, actorName: 'Prøve' }
  const { id: calculationId, calculated } = await addCalculation(w.sql, {
    ...{ ...told, placeLineId: at.placeLineId, label: 'Døgntakst', input: made, rules: await ruleSetOfYear(w.sql, 2026) },
    ...{ reason: undefined, actorId: undefined, now: w.now },
  })
  const prices =
    calculated.result.levels.length > 0 ? calculated.result.levels.map(({ price }) => price) : [calculated.result.tariff]
  const ids = await publishVersions(
    w.sql,
    levels.map((level, index) => ({
      ...{
        ...at,
        ...told,
        service: 'Døgntakst',
        level,
        addOn: false,
        per: 'full_day',
        year: 2026,
        places: 10,
        occupancy: 1,
        days: 365,
      },
      ...{ validFrom: '2026-01-01', validUntil: '2027-01-01', basis: 'calculated', calculationId, publishedAt: w.now },
      amountOre: Number(prices[index]?.ore),
    })),
  )
  return { ids, id: ids[0] ?? 0, calculationId }
}

const why = { what: 'numbers', reason: 'Slåfejl i lønnen', source: 'Driftsherren, mail' }

/** The tariff as it stands now, at its own address. */
async function standing(location: string) {
  const id = Number(location.match(/\/takster\/(\d+)/)?.[1])
  const json = (await w.citizen.get(`/takster/${id}/data.json`)).json() as Record<string, unknown>
  const [row] = await w.sql<{ calculationId: number | undefined; exactOre: string; correctsId: number }[]>`
    select calculation_id, exact_ore, corrects_id from tariff_version where id = ${id}`
  return { id, json, calculationId: row?.calculationId, exactOre: row?.exactOre, correctsId: row?.correctsId }
}

describe('a correction of the numbers behind a tariff', () => {
  test('shows old and new before it is published, and nothing is kept until then', async () => {
    const { id } = await published()
    const office = await w.as('secretariat')
    const first = await office.get(`/takster/${id}/ret`)
    expect(first.text).toContain('Personale (løn)')
    expect(first.text).not.toContain('Offentliggør rettelsen')
    const { text } = await office.get(`/takster/${id}/ret?linje-0=4.015.000&belaegning=100&pladser=10`)
    expect(text).toContain('1.100\u00a0kr. pr. døgn')
    expect(text).toContain('+100\u00a0kr. (+10,0\u00a0%) i forhold til 1.000\u00a0kr.')
    expect(text).toMatch(/Personale \(løn\).*3\.650\.000 kr\..*4\.015\.000 kr\./s)
    expect(text).toContain('<input type="hidden" name="linje-0" value="4.015.000"/>')
    expect(text).not.toContain('<input type="hidden" name="pladser"')
    expect(text).toContain('Offentliggør rettelsen')
    const [row] = await w.sql<{ count: number }[]>`select count(*) as count from tariff_calculation`
    expect(row?.count).toBe(1)
  })

  test('is a new version of the calculation with its reason, and a new version of the tariff that points at it', async () => {
    const { id, calculationId } = await published()
    const office = await w.as('secretariat')
    const { status, location } = await office.post(`/takster/${id}/ret`, {
      ...why,
      'linje-0': '4.015.000',
      pladser: '11',
      belaegning: '98',
    })
    expect(status).toBe(303)
    const now = await standing(location)
    expect(now.json).toMatchObject({
      amountOre: 102_000,
      version: 2,
      basis: 'calculated',
      places: 11,
      occupancy: 0.98,
      reason: 'Slåfejl i lønnen',
    })
    expect(now.correctsId).toBe(id)
    expect(now.exactOre).toBe('5000000/49')
    const made = await calculationWith(w.sql, now.calculationId ?? 0)
    expect(made).toMatchObject({ version: 2, reason: 'Slåfejl i lønnen', source: 'Driftsherren, mail', label: 'Døgntakst' })
    expect(made?.input.counting).toMatchObject({
      occupancy: { percent: '98', reason: 'Slåfejl i lønnen', approvedBy: 'Rammeaftalesekretariatet, 2. marts 2026' },
    })
    expect((await w.citizen.get(`/takster/beregning/${calculationId}`)).text).toContain('Der er en nyere version')
    expect((await w.citizen.get(`/takster/beregning/${made?.id}`)).text).toContain('Version 2 er en rettelse: Slåfejl i lønnen')
    expect((await w.citizen.get(`/takster/${id}`)).text).toMatch(/Taksten er rettet siden.*1\.020 kr\./s)
    const { text } = await w.citizen.get(`/takster/${now.id}`)
    expect(text).toContain(`/takster/beregning/${made?.id}`)
  })

  test('adds a cost, takes one out, and sets the regulation', async () => {
    const { id } = await published({ costs: [pay(3_650_000), { ...pay(365_000), label: 'Står to gange' }] })
    const office = await w.as('secretariat')
    const more = {
      'fjern-1': 'ja',
      'ny-1-tekst': 'Husleje',
      'ny-1-art': 'property',
      'ny-1-beloeb': '730.000',
      regulering: '−36.500',
    }
    const now = await standing((await office.post(`/takster/${id}/ret`, { ...why, ...more })).location)
    expect(now.json).toMatchObject({ amountOre: 119_000, temporaryOre: -1_000 })
    const made = await calculationWith(w.sql, now.calculationId ?? 0)
    expect(made?.input.costs.map(({ label }) => label)).toEqual(['Løn', 'Husleje'])
  })

  test('is calculated by the rules the tariff was made by, so that only what was wrong moves it', async () => {
    const { id } = await published()
    const office = await w.as('secretariat')
    const rule = { value: '366', validFrom: '2026-01-01', source: 'Økonomigruppen', reason: 'Skudår.', confirmed: 'on' }
    expect((await office.post('/kontor/regler/tariff.days', rule)).status).toBe(303)
    const now = await standing((await office.post(`/takster/${id}/ret`, { ...why, 'linje-0': '7.300.000' })).location)
    expect(now.json).toMatchObject({ amountOre: 200_000, days: 365 })
  })

  test('of a part of the year holds for the same part', async () => {
    const { id } = await published({ period: { from: '2026-01-01', until: '2026-07-01' } })
    const now = await standing(
      (await (await w.as('secretariat')).post(`/takster/${id}/ret`, { ...why, 'linje-0': '7.300.000' })).location,
    )
    const made = await calculationWith(w.sql, now.calculationId ?? 0)
    expect(made?.input.period).toEqual({ from: '2026-01-01', until: '2026-07-01' })
  })

  test('of a graded calculation makes a new version of each of its levels', async () => {
    const grading: CalculationInput['grading'] = {
      by: 'weights',
      levels: [
        { label: 'Niveau 1', weight: '1', places: '5' },
        { label: 'Niveau 2', weight: '3', places: '5' },
      ],
    }
    const regulations = [{ fromYear: 2024, amountOre: 36_500_000 }]
    const { ids } = await published({ grading, regulations, costs: [{ ...pay(3_285_000), label: 'Personale' }] }, [
      'Niveau 1',
      'Dag, Niveau 2',
    ])
    const office = await w.as('secretariat')
    const second = `/takster/${ids[1]}/ret`
    const preview = await office.get(`${second}?linje-0=6.935.000&niveau-1-pladser=15`)
    expect(preview.text).toMatch(/Takster, der rettes.*Niveau 1.*500 kr\..*400 kr\..*Niveau 2.*1\.500 kr\..*1\.200 kr\./s)
    const { status, location } = await office.post(second, { ...why, 'linje-0': '6.935.000', 'niveau-1-pladser': '15' })
    expect(status).toBe(303)
    const now = await standing(location)
    expect(now.json).toMatchObject({
      level: 'Dag, Niveau 2',
      amountOre: 120_000,
      temporaryOre: 6_000,
      places: 15,
      correctsId: ids[1],
    })
    const rows = await w.sql<{ level: string; amountOre: number; calculationId: number }[]>`
      select level, amount_ore, calculation_id from tariff_version where current and year = 2026 order by level desc`
    expect(rows).toEqual([
      { level: 'Niveau 1', amountOre: 40_000, calculationId: now.calculationId },
      { level: 'Dag, Niveau 2', amountOre: 120_000, calculationId: now.calculationId },
    ])
    const late = await office.post(`/takster/${ids[0]}/ret`, { ...why, 'linje-0': '1' })
    expect(late.text).toContain('rettet i mellemtiden')
  })

  test('of a private tariff works out the price without VAT anew', async () => {
    const [at] = await w.sql<{ id: number }[]>`select o.operator_id as id from offer o where origin = 'real:rosenkildevej-87-89'`
    await w.sql`update operator set ownership = 'private' where id = ${at?.id ?? 0}`
    const { id } = await published({ ownership: 'private' })
    const now = await standing(
      (await (await w.as('secretariat')).post(`/takster/${id}/ret`, { ...why, 'linje-0': '7.300.000' })).location,
    )
    expect(now.json).toMatchObject({ amountOre: 200_000, netOre: 190_800 })
  })

  test.each([
    [{}, 'intet at rette'],
    [{ 'linje-0': '3.650.000', pladser: '10' }, 'intet at rette'],
    [{ 'linje-0': 'mange' }, 'er ikke et tal'],
    [{ belaegning: '0' }, 'Belægningen er 0'],
    [{ pladser: '0' }, 'Med 0 pladser'],
    [{ 'linje-0': '4.000.000', reason: '' }, 'Skriv, hvorfor taksten rettes'],
  ])('%j is refused in a sentence, and nothing is kept', async (sent, sentence) => {
    const { id } = await published()
    const { status, text } = await (await w.as('secretariat')).post(`/takster/${id}/ret`, { ...why, ...sent })
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    const [row] = await w.sql<{ count: number }[]>`select count(*) as count from tariff_calculation`
    expect(row?.count).toBe(1)
  })

  test('is refused to the second of two, whose numbers stand where he wrote them', async () => {
    const { id } = await published()
    const [anna, bo] = [await w.as('secretariat'), await w.as('secretariat')]
    expect((await anna.post(`/takster/${id}/ret`, { ...why, 'linje-0': '4.015.000' })).status).toBe(303)
    const { status, text } = await bo.post(`/takster/${id}/ret`, {
      ...why,
      'linje-0': '4.380.000',
      reason: 'Lønnen var en anden',
    })
    expect(status).toBe(422)
    expect(text).toContain('rettet i mellemtiden af en anden')
    expect(text).toContain('value="4.380.000"')
    expect(text).toContain('Lønnen var en anden')
    const rows = await w.sql<{ amountOre: number }[]>`select amount_ore from tariff_version where current and year = 2026`
    expect(rows).toEqual([{ amountOre: 110_000 }])
  })

  test('is the secretariat’s alone', async () => {
    const { id } = await published()
    expect((await (await w.as('approver', 'slagelse')).post(`/takster/${id}/ret`, { ...why, 'linje-0': '1' })).status).toBe(403)
    expect((await (await w.as('secretariat')).get('/takster/999999/ret')).status).toBe(404)
  })
})

describe('a correction of the price alone', () => {
  test('is an explicit choice that says the basis is not known afterwards', async () => {
    const { id } = await published()
    const office = await w.as('secretariat')
    expect((await office.get(`/takster/${id}/ret?kun=pris`)).text).toContain('Så kendes beregningen ikke længere')
    const sent = { reason: 'Aftalt', source: 'Driftsherren', amount: '1.200' }
    expect((await office.post(`/takster/${id}/ret`, sent)).text).toContain('intet at rette')
    const now = await standing((await office.post(`/takster/${id}/ret`, { ...sent, what: 'price' })).location)
    expect(now.json).toMatchObject({ amountOre: 120_000, basis: 'not_received' })
    expect(now.calculationId).toBeUndefined()
  })

  test('keeps the calculation of what is withdrawn', async () => {
    const { id, calculationId } = await published()
    const office = await w.as('secretariat')
    const { location } = await office.post(`/takster/${id}/ret`, {
      what: 'price',
      withdrawn: 'ja',
      reason: 'Lukket',
      source: 'Kommunen',
    })
    expect((await standing(location)).calculationId).toBe(calculationId)
    expect((await w.citizen.get('/takster?aar=2026')).text).not.toContain('Rosenkildevej')
  })
})
