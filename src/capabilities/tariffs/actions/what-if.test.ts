import { describe, expect, test } from 'vitest'
import { input, pay } from '../../../../tests/tariffs/rules.ts'
import { world } from '../../../../tests/world.ts'
import type { CalculationInput } from '../calculation.ts'
import { ruleSetOfYear } from '../reading.ts'
import { addCalculation } from '../store/calculations.ts'

const w = world()

async function keep(changed: Partial<CalculationInput> = {}) {
  const [row] = await w.sql<{ id: number }[]>`
    select l.id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.origin = 'real:rosenkildevej-87-89' limit 1`
  return addCalculation(w.sql, {
    placeLineId: row?.id ?? 0,
    label: '',
    input: input(changed),
    rules: await ruleSetOfYear(w.sql, 2026),
    reason: undefined,
    source: 'Budget 2026',
    example: false,
    actorId: undefined,
    actorName: 'Test',
    now: w.now,
  })
}

describe('what if', () => {
  test('anybody changes occupancy, places, days and costs on a copy, and nothing is kept', async () => {
    const { id } = await keep()
    const { text } = await w.citizen.get(`/takster/beregning/${id}/proev?belaegning=95&pladser=10&dage=365&linje-0=3.650.000`)
    expect(text).toContain('1.053\u00a0kr. pr. døgn')
    expect(text).toContain('+53\u00a0kr. (+5,3\u00a0%)')
    const more = await w.citizen.get(`/takster/beregning/${id}/proev?linje-0=4.015.000,00`)
    expect(more.text).toContain('1.100\u00a0kr. pr. døgn')
    const [row] = await w.sql<{ count: number }[]>`select count(*) as count from tariff_calculation`
    expect(row?.count).toBe(1)
  })

  test('adds a cost and leaves one out, says what was changed, and every number of the form can be sent as it stands', async () => {
    const { id } = await keep({ costs: [pay(3_650_000), { ...pay(365_000), label: 'Nattevagter' }] })
    const path = `/takster/beregning/${id}/proev`
    const { text } = await w.citizen.get(`${path}?fjern-1=ja&ny-1-tekst=Ny+bus&ny-1-beloeb=730.000&ny-1-art=operation`)
    expect(text).toContain('1.200\u00a0kr. pr. døgn')
    expect(text).toMatch(/Nattevagter \(løn\).*taget ud.*Ny bus.*730\.000 kr\./s)
    const fields = [...text.matchAll(/<input class="form-input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)]
    const asShown = new URLSearchParams(
      Object.fromEntries(
        fields.map(([, name = '', value = '']) => [name, value]).filter(([name = '']) => !name.startsWith('ny-')),
      ),
    )
    expect(asShown.size).toBeGreaterThan(5)
    const same = await w.citizen.get(`${path}?${asShown}`)
    expect(same.text).toContain('det samme som i dag')
    expect(same.text).toContain('Du har ikke ændret noget endnu')
  })

  test('of a private operator changes groups and no line', async () => {
    const { id } = await keep({ ownership: 'private', costs: [pay(3_650_000), { ...pay(365_000), label: 'Direktørens løn' }] })
    const { text } = await w.citizen.get(`/takster/beregning/${id}/proev?linje-0=4.380.000`)
    expect(text).toContain('1.200\u00a0kr. pr. døgn')
    expect(text).toContain('Løn (ydelse)')
    expect(text).toContain('Derfor regnes overhead ikke om')
    expect(text).not.toContain('name="linje-1"')
  })

  test('has no more lines than the rule says', async () => {
    const { id } = await keep()
    await w.sql`update parameter set value = 1 where key = 'tariff.whatIf.lines'`
    const rules = await ruleSetOfYear(w.sql, 2026)
    expect(rules.rules.find(({ key }) => key === 'tariff.whatIf.lines')?.value).toBe('1')
    const next = await keep()
    expect((await w.citizen.get(`/takster/beregning/${next.id}/proev?ny-1-beloeb=5`)).text).toContain(
      'højst 1 linjer, og her er 2',
    )
    expect((await w.citizen.get(`/takster/beregning/${id}/proev?ny-1-beloeb=5`)).text).not.toContain('Det kan ikke regnes')
  })

  test.each([
    ['belaegning=0', 'Belægningen er 0'],
    ['belaegning=300', 'over 150 procent'],
    ['pladser=0', 'Med 0 pladser'],
    ['dage=0', 'Med 0 dage'],
    ['dage=364,5', 'dage som et helt tal'],
    ['linje-0=mange', 'er ikke et tal'],
    ['linje-0=-5', 'er negativt'],
    ['linje-0=10.000.000.001', 'over 10 milliarder kroner'],
    ['linje-0=1,005', 'mere end to decimaler'],
  ])('%s is answered with a clear sentence, and what was written stays', async (query, sentence) => {
    const { id } = await keep()
    const { status, text } = await w.citizen.get(`/takster/beregning/${id}/proev?${query}`)
    expect(status).toBe(200)
    expect(text).toContain(sentence)
    expect(text).toContain(`value="${query.split('=')[1]}"`)
  })
})
