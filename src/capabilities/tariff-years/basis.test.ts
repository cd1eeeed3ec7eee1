import { describe, expect, test } from 'vitest'
import { begun, tariffOf, whyOf } from '../../../tests/tariffs/basis.ts'
import { world } from '../../../tests/world.ts'

const w = world()

describe('the basis of a line', () => {
  test('begins with its flat numbers, and comes to the same', async () => {
    const { contributor, path } = await begun(w)
    const { text } = await contributor.get(path)
    expect(tariffOf(text)).toBe('2.000 kr. pr. døgn')
    expect(text).toContain('begynder med taksten')
  })

  test('is for those who write the sheet, and nobody else', async () => {
    const { path, secretariat, contributor, sheet } = await begun(w)
    expect((await secretariat.get(path)).status).toBe(200)
    expect((await (await w.as('approver', 'greve')).get(path)).status).toBe(403)
    expect((await (await w.as('contributor', 'greve')).post(`${path}/timer`, { hours: '1', seen: '1' })).status).toBe(403)
    expect((await w.citizen.get(path)).status).toBe(303)
    expect((await contributor.get(`${sheet}/linje/99999999/beregning`)).status).toBe(404)
    expect((await contributor.get(`${path}/omkostning/99`)).status).toBe(404)
    expect((await contributor.get(`${path}/omkostning/ny/gaettet`)).status).toBe(404)
    expect((await contributor.get(`${path}/niveauer/gaettet`)).status).toBe(404)
    expect((await contributor.get(`${path}/fjern`)).status).toBe(404)
    expect((await contributor.get(`${path}/uden-niveauer`)).status).toBe(404)
    expect((await contributor.get(`${path}/regulering/2020/fjern`)).status).toBe(404)
    expect((await contributor.get(`${path}/timer`)).status).toBe(404)
  })

  test('is not changed when another has changed the sheet, or when it is handed in', async () => {
    const { contributor, path, sheet, write } = await begun(w)
    const stale = await contributor.post(`${path}/omkostning/ny/beloeb`, {
      ...{ seen: '0', kind: 'pay', part: 'basis', label: 'Løn', amountOre: '1' },
    })
    expect(stale.status).toBe(422)
    expect(stale.text).toContain('En anden har lige ændret skemaet')
    const [step] = await w.sql<{ id: number; revision: number }[]>`
      select t.id, s.revision from tariff_sheet s join tariff_sheet_step t on t.sheet_id = s.id order by t.id desc limit 1`
    const approver = await w.as('approver', 'faxe')
    await approver.post(`${sheet}/indsend`, { seen: String(step?.id), revision: String(step?.revision) })
    const locked = await write('/omkostning/ny/beloeb', { kind: 'pay', part: 'basis', label: 'Løn', amountOre: '1' })
    expect(locked.text).toContain('er indsendt og kan ikke ændres')
    expect((await contributor.get(path)).text).not.toContain('/omkostning/ny/beloeb')
  })

  test('takes a cost line in each of five forms, changes one and takes one away', async () => {
    const { written, refused, path, contributor } = await begun(w)
    const usual = { part: 'basis', label: 'Nyt' }
    // 7.300.000 + 365.000 over ten places
    expect(tariffOf(await written('/omkostning/ny/beloeb', { ...usual, kind: 'operation', amountOre: '365.000' }))).toBe(
      '2.100 kr. pr. døgn',
    )
    // (800.000 − 70.000) ÷ 2
    const asset = {
      ...usual,
      kind: 'depreciation',
      acquisitionOre: '800.000',
      scrapOre: '70.000',
      lifeYears: '2',
      boughtYear: '2026',
    }
    expect(tariffOf(await written('/omkostning/ny/aktiv', asset))).toBe('2.200 kr. pr. døgn')
    const pension = { ...usual, part: 'service', coverage: 'covered', premiumOre: '365.000' }
    expect(tariffOf(await written('/omkostning/ny/pension', pension))).toBe('2.300 kr. pr. døgn')
    // 10 percent of 8.030.000 in the basis part
    expect(tariffOf(await written('/omkostning/ny/procent', { ...usual, percent: '10' }))).toBe('2.520 kr. pr. døgn')
    expect(tariffOf(await written('/omkostning/ny/tomgang', { ...usual, totalOre: '730.000', years: '2' }))).toBe(
      '2.620 kr. pr. døgn',
    )
    expect(tariffOf(await written('/omkostning/2', { ...usual, kind: 'operation', amountOre: '0' }))).toBe('2.510 kr. pr. døgn')
    expect(tariffOf(await written('/omkostning/6/fjern'))).toBe('2.410 kr. pr. døgn')
    expect(await refused('/omkostning/ny/beloeb', { ...usual, amountOre: '1' })).toContain('Vælg, hvad omkostningen er til')
    expect(await refused('/omkostning/ny/beloeb', { ...usual, kind: 'pay', amountOre: 'meget' })).toContain('er ikke et tal')
    expect(await refused('/omkostning/ny/beloeb', { ...usual, kind: 'pay', amountOre: '-5' })).toContain('negativt')
    expect(await refused('/omkostning/ny/aktiv', { ...asset, scrapOre: '900.000' })).toContain('mere værd til sidst')
    expect(await refused('/omkostning/ny/aktiv', { ...asset, lifeYears: '0' })).toContain('fra 1 til 100')
    expect(await refused('/omkostning/ny/aktiv', { ...asset, kind: 'pay' })).toContain('Vælg, hvad omkostningen er til')
    expect(await refused('/omkostning/ny/pension', { ...usual, coverage: 'partly', payOre: '5', premiumOre: '5' })).toContain(
      'Afdækket',
    )
    expect(await refused('/omkostning/ny/procent', { ...usual, percent: '120' })).toContain('fra 0 til 100')
    expect(await refused('/omkostning/ny/tomgang', { ...usual, totalOre: '' })).toContain('Tomgang i alt')
    expect((await contributor.get(path)).text).toContain('8.796.500,00\u00a0kr.')
  })

  test('says at the line which rule nobody has told, and keeps the line', async () => {
    const { written } = await begun(w)
    const interest = {
      kind: 'interest',
      part: 'basis',
      label: 'Rente af huset',
      acquisitionOre: '1.000.000',
      lifeYears: '10',
      boughtYear: '2026',
    }
    const text = await written('/omkostning/ny/aktiv', interest)
    expect(whyOf(text)).toContain('Rente ved forrentning« er ikke oplyst for 2027')
    expect(text).toContain('Rente af huset')
  })

  test('weighs places that change within the year, and counts days with a reason', async () => {
    const { written, refused } = await begun(w)
    // (10 × 181 + 20 × 184) ÷ 365 = 15,0411 places
    const parted = { 'count-0': '10', 'count-1': '20', 'from-1': '2027-07-01', days: '' }
    expect(tariffOf(await written('/pladser', parted))).toBe('1.330 kr. pr. døgn')
    expect(tariffOf(await written('/pladser', { 'count-0': '10', days: '334', daysReason: 'Elevhjem' }))).toBe(
      '2.186 kr. pr. døgn',
    )
    expect(await refused('/pladser', { 'count-0': '10', days: '334' })).toContain('hvorfor dagene er andre')
    expect(await refused('/pladser', { 'count-1': '20', 'from-1': '2027-07-01' })).toContain('fra årets begyndelse')
    expect(await refused('/pladser', { 'count-0': '1', 'count-1': '20' })).toContain('Skriv den dag')
    expect(await refused('/pladser', { 'count-0': '1', 'count-1': '2', 'from-1': '2028-07-01' })).toContain('i samme år')
    expect(
      await refused('/pladser', {
        'count-0': '1',
        'count-1': '2',
        'from-1': '2027-07-01',
        'count-2': '3',
        'from-2': '2027-07-01',
      }),
    ).toContain('den samme dag')
    expect(await refused('/pladser', { 'count-0': '-1' })).toContain('0 eller mere')
  })

  test('takes its occupancy from the accounts of the rule’s years, or set with a reason', async () => {
    const { written, refused } = await begun(w)
    const accounts = { from: 'accounts', 'account-0': '95', 'account-1': '97' }
    // 7.300.000 ÷ (10 × 365 × 96 percent)
    expect(tariffOf(await written('/belaegning', accounts))).toBe('2.083 kr. pr. døgn')
    expect(await refused('/belaegning', { ...accounts, 'account-1': '' })).toContain('regnskabet for 2025')
    expect(await refused('/belaegning', { from: 'set', percent: '97' })).toContain('hvorfor belægningen er sat')
    expect(await refused('/belaegning', { from: 'set', percent: '300', reason: 'Fuldt hus' })).toContain('højst 150')
    const outside = await written('/belaegning', { from: 'set', percent: '80', reason: 'Ombygning' })
    expect(tariffOf(outside)).toBe('2.500 kr. pr. døgn')
    expect(outside).toContain('Belægningen er uden for grænserne')
    expect(outside).toContain('venter på godkendelse')
    // 90 is inside the bounds of short stays
    expect(await written('/belaegning', { from: 'set', percent: '90', reason: 'Akut', short: 'ja' })).not.toContain(
      'venter på godkendelse',
    )
  })

  test('counts stays of respite by the rule', async () => {
    const { written, refused } = await begun(w)
    // 40 stays of 80 nights are 120 days begun
    expect(tariffOf(await written('/aflastning', { stays: '40', nights: '80' }))).toBe('60.833 kr. pr. døgn')
    expect(await refused('/aflastning', { stays: '2,5', nights: '80' })).toContain('et helt antal')
    expect(whyOf(await written('/aflastning', { stays: '0', nights: '0' }))).toContain('intet at dele omkostningerne på')
  })

  test('counts the hours delivered, of a tariff by the hour', async () => {
    const { written, refused, contributor, path } = await begun(w, { per: 'hour', places: '', occupancy: '', days: '' })
    expect(whyOf((await contributor.get(path)).text)).toContain('0 timer')
    expect(tariffOf(await written('/timer', { hours: '14.000' }))).toBe('521,43 kr. pr. time')
    expect(await refused('/timer', { hours: '0' })).toContain('hvor mange timer')
    expect((await contributor.get(`${path}/pladser`)).status).toBe(404)
    expect((await contributor.get(`${path}/aflastning`)).status).toBe(404)
  })

  test('goes back to flat numbers, which are what it came to', async () => {
    const { written, contributor, path, sheet } = await begun(w)
    await written('/omkostning/ny/beloeb', { kind: 'pay', part: 'service', label: 'Nat', amountOre: '365.000' })
    const line = (await contributor.get(path.replace('/beregning', ''))).text
    expect(line).toContain('fuldt beregningsgrundlag')
    expect(line).not.toContain('name="cost-pay"')
    expect((await contributor.get(sheet)).text).toMatch(/Fuldt<.*7\.665\.000 kr\./s)
    expect(tariffOf(await written('/fjern'))).toBe('2.100 kr. pr. døgn')
    expect((await contributor.get(path.replace('/beregning', ''))).text).toMatch(/name="cost-pay"[^>]*value="7665000"/)
  })

  test('stays when the line is changed, whatever flat numbers are sent', async () => {
    const { written, contributor, path, unitId, lineId } = await begun(w)
    await written('/omkostning/ny/beloeb', { kind: 'pay', part: 'service', label: 'Nat', amountOre: '365.000' })
    const { status } = await contributor.post(path.replace('/beregning', ''), {
      ...{ place: `${unitId}-${lineId}`, service: 'Botilbud', per: 'full_day', 'cost-pay': '1', places: '1', seen: '2' },
    })
    expect(status).toBe(303)
    expect(tariffOf((await contributor.get(path)).text)).toBe('2.100 kr. pr. døgn')
  })
})
