import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begun, tariffOf, whyOf } from '../../../tests/tariffs/basis.ts'
import { world } from '../../../tests/world.ts'
import { exact, fromFraction, minus, sum, times } from '../../platform/values/exact.ts'

const w = world()

type Row = {
  level: string
  amountOre: number
  exactOre: string
  places: number | undefined
  temporaryOre: number | undefined
  calculationId: number | undefined
  tariffId: number
  basis: string
  occupancy: number | undefined
}

const versions = () => w.sql<Row[]>`
  select level, amount_ore, exact_ore, places::float8 as places, temporary_ore, calculation_id, tariff_id, basis, occupancy::float8 as occupancy
  from tariff_version where year = 2027 order by id`

const three = {
  ...{ 'label-0': 'Niveau 1', 'value-0': '1', 'places-0': '5' },
  ...{ 'label-1': 'Niveau 2', 'value-1': '2', 'places-1': '3' },
  ...{ 'label-2': 'Niveau 3', 'value-2': '4', 'places-2': '2' },
}

describe('levels', () => {
  test('by weight bring in the costs together, and are published one tariff each', async () => {
    const { written, published } = await begun(w)
    const text = await written('/niveauer/vaegte', three)
    expect(tariffOf(text)).toBe('2.000 kr. pr. døgn')
    // 7.300.000 ÷ ((5 + 6 + 8) × 365) = 1.052,6316
    expect(text.replaceAll('\u00a0', ' ')).toContain('Niveau 1: 1.053 kr. · Niveau 2: 2.105 kr. · Niveau 3: 4.211 kr.')
    await published()
    const rows = await versions()
    expect(rows.map(({ level, amountOre, places }) => [level, amountOre, places])).toEqual([
      ['Niveau 1', 105_300, 5],
      ['Niveau 2', 210_500, 3],
      ['Niveau 3', 421_100, 2],
    ])
    expect(new Set(rows.map(({ calculationId }) => calculationId)).size).toBe(1)
    expect(new Set(rows.map(({ tariffId }) => tariffId)).size).toBe(3)
    const shares = rows.map(({ exactOre, places }) => times(fromFraction(exactOre) ?? exact(0), exact((places ?? 0) * 365)))
    expect(minus(sum(shares), exact(730_000_000))).toEqual(exact(0))
    expect((await w.citizen.get('/takster?aar=2027')).text).toMatch(/Niveau 1.*Niveau 2.*Niveau 3/s)
    expect((await w.citizen.get(`/takster/beregning/${rows[0]?.calculationId}`)).text).toContain('Takst på hvert niveau')
  })

  test('by steps, packages and days of the week', async () => {
    const { written } = await begun(w)
    const told = async (tail: string, fields: Record<string, string>) =>
      (await written(tail, fields)).match(/Niveau 1: ([\d.]*)\u00a0kr\. · Niveau 2: ([\d.]*)/)?.slice(1)
    const two = { 'label-0': 'Niveau 1', 'label-1': 'Niveau 2', 'places-0': '5', 'places-1': '5' }
    expect(await told('/niveauer/trin', { ...two, 'value-0': '0', 'value-1': '500' })).toEqual(['1.750', '2.250'])
    // all of it in the basis part, so that the packages add nothing but their own interval
    expect(await told('/niveauer/pakker', { ...two, 'value-0': '1', 'value-1': '3', interval: '100' })).toEqual([
      '2.050',
      '2.250',
    ])
    const days = await written('/niveauer/deltid', { ...two, 'value-0': '1-2', 'value-1': '4+' })
    expect(days.replaceAll('\u00a0', ' ')).toContain(
      'Niveau 1 (1-2 dage om ugen): 1.500 kr. · Niveau 2 (4 dage om ugen eller flere): 2.500 kr.',
    )
    expect(await written('/uden-niveauer')).toContain('Taksten er den samme for alle')
  })

  test('are refused without name, number or places, or when two have the same name', async () => {
    const { refused, written } = await begun(w)
    expect(await refused('/niveauer/vaegte', {})).toContain('mindst ét niveau')
    expect(await refused('/niveauer/vaegte', { 'value-0': '1', 'places-0': '10' })).toContain('hvad niveauet hedder')
    expect(await refused('/niveauer/vaegte', { 'label-0': 'A', 'places-0': '10' })).toContain('Skriv vægten ved »A«')
    expect(await refused('/niveauer/vaegte', { 'label-0': 'A', 'value-0': '1' })).toContain('hvor mange pladser')
    expect(await refused('/niveauer/vaegte', { ...three, 'label-1': 'niveau 1' })).toContain('samme navn')
    expect(await refused('/niveauer/pakker', { ...three, 'value-0': '0' })).toContain('fra 1 til 100')
    expect(await refused('/niveauer/deltid', three)).toContain('hvor mange dage om ugen')
    expect(whyOf(await written('/niveauer/vaegte', { ...three, 'places-0': '1' }))).toContain('Pladserne på niveauerne')
  })

  test('cannot stand beside another tariff of the same name', async () => {
    const { written, contributor, sheet, unitId, lineId, step } = await begun(w)
    await written('/niveauer/vaegte', three)
    await contributor.post(`${sheet}/linje/ny`, {
      ...{ place: `${unitId}-${lineId}`, service: 'Døgntakst', level: 'Niveau 2', per: 'full_day', amount: '900', seen: '2' },
    })
    const { status, text } = await step('indsend')
    expect(status).toBe(422)
    expect(text).toContain('som også står i skemaet')
    expect(await versions()).toEqual([])
  })

  test('whatever the costs and places, publish tariffs that bring in the costs but for the rounding', async () => {
    const { written, path, contributor } = await begun(w)
    const cost = fc.integer({ min: 100_000, max: 90_000_000 })
    const places = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(cost, places, fc.integer({ min: 1, max: 5 }), async (kroner, counts, weight) => {
        await written('/omkostning/1', { kind: 'pay', part: 'basis', label: 'Løn', amountOre: String(kroner) })
        const all = counts.reduce((sum, count) => sum + count, 0)
        await written('/pladser', { 'count-0': String(all), days: '365', daysReason: 'Hele året' })
        await written(
          '/niveauer/vaegte',
          Object.fromEntries(
            counts.flatMap((count, at) => [
              [`label-${at}`, `Niveau ${at}`],
              [`value-${at}`, String(1 + at * weight)],
              [`places-${at}`, String(count)],
            ]),
          ),
        )
        const { text } = await contributor.get(path)
        const prices = [...(text.match(/<p>(Niveau 0:.*?)<\/p>/)?.[1] ?? '').matchAll(/: ([\d.]+)\u00a0kr\./g)].map(
          ([, price = '']) => Number(price.replaceAll('.', '')),
        )
        expect(prices.length).toBe(counts.length)
        const income = counts.reduce((sum, count, at) => sum + count * 365 * (prices[at] ?? 0), 0)
        expect(Math.abs(income - kroner)).toBeLessThanOrEqual(all * 365 * 0.5)
      }),
      { numRuns: 8 },
    )
  }, 120_000)
})

describe('regulation', () => {
  test('follows from the accounts by the rule, or is an amount, and is told as temporary', async () => {
    const { written, published } = await begun(w)
    // a deficit of 730.000 on 3.650.000; the limit is 5 percent of 7.300.000: 365.000 is carried
    const account = {
      accountYear: '2025',
      revenueOre: '6.570.000',
      costsOre: '7.300.000',
      basisOre: '7.300.000',
      budgetOre: '7.300.000',
    }
    const text = await written('/regulering/regnskab', account)
    expect(tariffOf(text)).toBe('2.100 kr. pr. døgn')
    expect(text).toContain('365.000,00\u00a0kr.')
    expect(tariffOf(await written('/regulering/beloeb', { fromYear: '2025', amount: '-36.500' }))).toBe('1.990 kr. pr. døgn')
    await published()
    expect((await versions())[0]).toMatchObject({ amountOre: 199_000, temporaryOre: -1000 })
  })

  test('is taken away again', async () => {
    const { written } = await begun(w)
    await written('/regulering/beloeb', { fromYear: '2024', amount: '36.500' })
    await written('/regulering/beloeb', { fromYear: '2025', amount: '36.500' })
    expect(tariffOf(await written('/regulering/2024/fjern'))).toBe('2.010 kr. pr. døgn')
  })

  test('of a year that is not earlier, or of accounts that belong elsewhere, is refused', async () => {
    const { refused } = await begun(w)
    expect(await refused('/regulering/beloeb', { fromYear: '2027', amount: '1' })).toContain('tidligere år end 2027')
    expect(await refused('/regulering/beloeb', { fromYear: '2025' })).toContain('Skriv beløbet')
    const account = { accountYear: '2024', revenueOre: '1', costsOre: '1', basisOre: '1', budgetOre: '1' }
    expect(await refused('/regulering/regnskab', account)).toContain('hører til taksten for 2026')
    expect(await refused('/regulering/regnskab', { ...account, accountYear: '2025', costsOre: '' })).toContain('»Omkostninger«')
  })

  test('of levels is told of each: what the level costs more by it', async () => {
    const { written, published } = await begun(w)
    await written('/niveauer/vaegte', three)
    await written('/regulering/beloeb', { fromYear: '2025', amount: '365.000' })
    await published()
    // 365.000 ÷ (19 × 365) = 52,63 for a weight of 1
    expect((await versions()).map(({ temporaryOre }) => temporaryOre)).toEqual([5300, 10_500, 21_100])
  })
})

describe('an occupancy outside the bounds', () => {
  test('is explained before the sheet is handed in, and approved by whoever approves the sheet', async () => {
    const { step, contributor, path, sheet, unitId, lineId, secretariat } = await begun(w, { occupancy: '80' })
    const { status, text } = await step('indsend')
    expect(status).toBe(422)
    expect(text).toMatch(/Belægningen i .*Døgntakst er uden for grænserne\. Skriv en forklaring/)
    expect((await contributor.get(sheet)).text).toContain('Uden den kan skemaet ikke indsendes')
    await contributor.post(path.replace('/beregning', ''), {
      ...{ place: `${unitId}-${lineId}`, service: 'Døgntakst', per: 'full_day', places: '10', occupancy: '80', days: '365' },
      ...{ 'cost-pay': '7.300.000', explanation: 'Huset bygges om', seen: '1' },
    })
    expect((await contributor.get(sheet)).text).toContain('belægningen venter på godkendelse')
    expect((await step('indsend')).status).toBe(303)
    expect((await secretariat.get(`${sheet}/godkend`)).text).toMatch(/gælder også belægning.*80 %\. Huset bygges om/s)
    await step('godkend')
    expect((await step('offentliggoer')).status).toBe(303)
    const [row] = await versions()
    expect(row).toMatchObject({ amountOre: 250_000, basis: 'calculated', occupancy: 0.8 })
    const sheetOf = (await w.citizen.get(`/takster/beregning/${row?.calculationId}`)).text
    expect(sheetOf).toContain('godkendt af Rammeaftalesekretariatet, 1. september 2026')
    expect(sheetOf).not.toContain('venter på godkendelse')
  })

  test('inside the bounds needs nobody’s word', async () => {
    const { published } = await begun(w, { occupancy: '97' })
    await published()
    const [row] = await versions()
    expect((await w.citizen.get(`/takster/beregning/${row?.calculationId}`)).text).not.toContain('godkendt af')
  })
})

describe('a tariff by the hour', () => {
  test('is published with its calculation', async () => {
    const { written, published } = await begun(w, { per: 'hour', places: '', occupancy: '', days: '' })
    await written('/timer', { hours: '14000' })
    await published()
    const [row] = await versions()
    expect(row).toMatchObject({ amountOre: 52_143, basis: 'calculated' })
    expect((await w.citizen.get(`/takster/beregning/${row?.calculationId}`)).text).toContain('Timer leveret til borgere')
  })

  test('whose basis cannot be calculated is not handed in', async () => {
    const { written, step } = await begun(w, { per: 'hour', places: '', occupancy: '', days: '', amount: '500' })
    await written('/omkostning/1', { kind: 'pay', part: 'service', label: 'Løn', amountOre: '7.300.000' })
    const { status, text } = await step('indsend')
    expect(status).toBe(422)
    expect(text).toContain('0 timer')
  })
})
