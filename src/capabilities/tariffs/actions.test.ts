import { describe, expect, test } from 'vitest'
import { input, pay } from '../../../tests/tariffs/rules.ts'
import { world } from '../../../tests/world.ts'
import { readWorkbook } from '../../platform/sheet.ts'
import { calculate } from './calculate.ts'
import type { CalculationInput } from './calculation.ts'
import { sameCalculation } from './kept.ts'
import { exampleCalculations } from './load.ts'
import { examples } from './openapi-example.ts'
import { ruleSetOfYear } from './reading.ts'
import { addCalculation, calculationWith, inputOf, rowsToRecompute } from './store/calculations.ts'

const w = world()

async function line(origin = 'real:rosenkildevej-87-89'): Promise<number> {
  const [row] = await w.sql<{ id: number }[]>`
    select l.id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id where o.origin = ${origin} limit 1`
  return row?.id ?? 0
}

async function keep(changed: Partial<CalculationInput> = {}, { label = '', origin }: { label?: string; origin?: string } = {}) {
  const made = input(changed)
  return addCalculation(w.sql, {
    placeLineId: await line(origin),
    label,
    input: made,
    rules: await ruleSetOfYear(w.sql, made.year),
    reason: undefined,
    source: 'Budget 2026',
    example: false,
    actorId: undefined,
    actorName: 'Test',
    now: w.now,
  })
}

const places = (count: string): CalculationInput['counting'] => ({
  by: 'places',
  places: [{ count, from: '2026-01-01', until: '2027-01-01' }],
  occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' },
})

describe('a kept calculation', () => {
  test('is calculated again to the same, to the last step, by its own rules', async () => {
    await exampleCalculations.load(w.sql)
    const rows = [...(await rowsToRecompute(w.sql, 2025)), ...(await rowsToRecompute(w.sql, 2026))]
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) {
      const kept = await calculationWith(w.sql, row.id)
      if (!kept) throw new Error('not kept')
      expect(sameCalculation(calculate(inputOf(row), kept.rules), kept.calculated)).toBe(true)
      expect(
        sameCalculation(calculate({ ...inputOf(row), costs: [...inputOf(row).costs, pay(1)] }, kept.rules), kept.calculated),
      ).toBe(false)
    }
  })

  test('keeps its rules when a rule is changed afterwards', async () => {
    const { id } = await keep()
    const secretariat = await w.as('secretariat')
    const change = { value: '366', validFrom: '2026-01-01', source: 'Økonomigruppen', reason: 'Skudår.', confirmed: 'on' }
    expect((await secretariat.post('/kontor/regler/tariff.days', change)).status).toBe(303)
    expect((await w.citizen.get(`/takster/beregning/${id}`)).text).toContain('365\u00a0dage')
    const { text } = await w.citizen.get('/takster/regelsaet?aar=2026')
    expect(text).toContain('366\u00a0dage')
    const again = await keep()
    expect(again.version).toBe(2)
    expect(again.calculated.result.days).toBe(366)
  })

  test('stays as it was made', async () => {
    const { id } = await keep()
    await expect(w.database.deed((sql) => sql`update tariff_calculation set tariff_ore = 1 where id = ${id}`)).rejects.toThrow(
      'stays as it was made',
    )
  })

  test('that is corrected points to its newer version', async () => {
    const first = await keep()
    const next = await keep({ costs: [pay(3_700_000)] })
    const { text } = await w.citizen.get(`/takster/beregning/${first.id}`)
    expect(text).toContain(`href="/takster/beregning/${next.id}"`)
    expect(text).toContain('Der er en nyere version')
  })
})

describe('the tariff sheet', () => {
  test('shows every step from cost line to day price to anybody', async () => {
    const { id } = await keep()
    const { status, text } = await w.citizen.get(`/takster/beregning/${id}`)
    expect(status).toBe(200)
    for (const words of [
      '1.000\u00a0kr. pr. døgn',
      '3.650.000,00\u00a0kr.',
      'pladser × dage × belægning',
      'ubekræftet',
      'Afrundingsrest',
    ])
      expect(text).toContain(words)
  })

  test('explains the change since the year before, in bars that sum', async () => {
    const before: CalculationInput['counting'] = {
      ...places('10'),
      by: 'places',
      places: [{ count: '10', from: '2025-01-01', until: '2026-01-01' }],
    } as never
    await keep({ year: 2025, counting: before })
    const { id } = await keep({ costs: [pay(4_015_000)] })
    const { text } = await w.citizen.get(`/takster/beregning/${id}`)
    expect(text).toContain('+100\u00a0kr. (+10,0\u00a0%)')
    expect(text).toContain('<title id="fald-titel">Hvad der har flyttet taksten</title>')
    expect(text).toContain('Takst 2025: 1.000\u00a0kr.; Løn: +100\u00a0kr.')
  })

  test('of a private operator shows groups and no line, on the page, in the API and in the files; those inside see all', async () => {
    const { id } = await keep({ ownership: 'private', costs: [{ ...pay(3_650_000), label: 'Direktørens løn' }] })
    for (const path of [
      `/takster/beregning/${id}`,
      `/api/v1/tariff-calculations/${id}`,
      `/takster/beregning/${id}/ark.json`,
      `/takster/beregning/${id}/proev`,
    ]) {
      const { text } = await w.citizen.get(path)
      expect(text).not.toContain('Direktørens løn')
      expect(text).toMatch(/3650000|3\.650\.000/)
    }
    const book = await w.citizen.get(`/takster/beregning/${id}/ark.xlsx`)
    expect(JSON.stringify(await cells(book.bytes))).not.toContain('Direktørens')
    expect((await (await w.as('secretariat')).get(`/takster/beregning/${id}`)).text).toContain('Direktørens løn')
    expect((await (await w.as('contributor', 'slagelse')).get(`/takster/beregning/${id}`)).text).toContain('Direktørens løn')
    expect((await (await w.as('contributor', 'faxe')).get(`/takster/beregning/${id}`)).text).not.toContain('Direktørens løn')
  })

  test('of fewer places than the rule says shows the price alone, and why', async () => {
    const { id } = await keep({ counting: places('2'), costs: [pay(730_000)] })
    const { text } = await w.citizen.get(`/takster/beregning/${id}`)
    expect(text).toContain('færre end 3 pladser, så kun prisen vises')
    expect(text).not.toContain('730.000')
    expect((await w.citizen.get(`/api/v1/tariff-calculations/${id}`)).text).not.toContain('730000')
    expect((await w.citizen.get(`/takster/beregning/${id}/proev`)).status).toBe(404)
    expect((await w.citizen.get(`/takster/beregning/${id}/ark.xlsx`)).status).toBe(404)
  })

  test('that is not there is not there', async () => {
    for (const end of ['', '/proev', '/ark.xlsx', '/ark.pdf', '/ark.json'])
      expect((await w.citizen.get(`/takster/beregning/999999${end}`)).status).toBe(404)
  })

  test('is a workbook that calculates, and a PDF', async () => {
    const { id } = await keep()
    const { bytes, headers } = await w.citizen.get(`/takster/beregning/${id}/ark.xlsx`)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    expect(await cells(bytes)).toEqual(expect.arrayContaining([expect.arrayContaining(['Takst', 1000])]))
    const paper = await w.citizen.get(`/takster/beregning/${id}/ark.pdf`)
    expect(new TextDecoder().decode(paper.bytes.slice(0, 5))).toBe('%PDF-')
  })
})

async function cells(bytes: Uint8Array): Promise<unknown[][]> {
  const [sheet] = await readWorkbook(bytes, { titles: ['Trin', 'Tal'] })
  const rows: unknown[][] = []
  if (sheet) for await (const row of sheet.rows) rows.push([...row.cells.values()].map((cell) => cell.value))
  return rows
}

describe('the open API', () => {
  test.each(Object.entries(examples))(
    'answers the %s example of its description, by the rules of the year, with every step',
    async (_, { input, output }) => {
      const { status, json } = await w.citizen.json('/api/v1/tariff-calculations', input)
      expect(status).toBe(200)
      const { steps, rules, ...rest } = json() as typeof output & {
        steps: { key: string }[]
        rules: { confirmed: boolean }[]
      }
      const { steps: __, rules: ___, ...told } = output
      expect(rest).toEqual(told)
      expect(steps.map(({ key }) => key)).toContain('published')
      expect(rules.length).toBeGreaterThan(3)
    },
  )

  test('is described with an example of one price and one of levels', async () => {
    const { paths } = (await w.citizen.get('/api/v1/openapi.json')).json() as {
      paths: Record<string, { post?: { requestBody: { content: { 'application/json': { examples: object } } } } }>
    }
    const asked = paths['/api/v1/tariff-calculations']?.post?.requestBody.content['application/json'].examples
    expect(asked).toEqual({
      simple: { summary: examples.simple.summary, value: examples.simple.input },
      graded: { summary: examples.graded.summary, value: examples.graded.input },
    })
  })

  test('answers what cannot be calculated in a sentence at its field', async () => {
    const { status, json } = await w.citizen.json('/api/v1/tariff-calculations', {
      ...examples.simple.input,
      counting: { by: 'hours', hours: '0' },
    })
    expect(status).toBe(422)
    expect(json()).toMatchObject({ errors: [{ field: 'counting', detail: expect.stringContaining('Med 0 timer') }] })
  })

  test('refuses more lines than the rule says, and more bytes than it takes', async () => {
    const costs = Array.from({ length: 201 }, () => examples.simple.input.costs[0])
    const many = await w.citizen.json('/api/v1/tariff-calculations', { ...examples.simple.input, costs })
    expect(many.status).toBe(422)
    expect(many.text).toContain('højst 200 linjer')
    const large = await w.citizen.json('/api/v1/tariff-calculations', { ...examples.simple.input, note: 'x'.repeat(300_000) })
    expect(large.status).toBe(413)
    expect(large.text).toContain('Det sendte er for stort')
    const wrong = await w.citizen.json('/api/v1/tariff-calculations', { ...examples.simple.input, unit: 'week' })
    expect(wrong.status).toBe(422)
  })
})

describe('the lists', () => {
  test('of calculations and of rules are open, and say what is unconfirmed and what nobody has told', async () => {
    await keep()
    expect((await w.citizen.get('/takster/beregninger?aar=2026')).text).toContain('Rosenkildevej')
    const { text } = await w.citizen.get('/takster/regelsaet?aar=2026')
    expect(text).toContain('ikke bekræftet af dem, der bestemmer')
    expect(text).toContain('ikke oplyst')
    expect((await w.citizen.get('/api/v1/tariff-rules?aar=2023')).text).toContain('"value":"2.6"')
  })

  test('only the secretariat changes a rule of tariffs', async () => {
    const change = { value: 'whole', validFrom: '2026-01-01', source: 'Økonomigruppen', reason: 'Aftalt.', confirmed: 'on' }
    expect((await (await w.as('approver', 'faxe')).post('/kontor/regler/tariff.surplus.mode', change)).status).toBe(403)
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post('/kontor/regler/tariff.surplus.mode', { ...change, value: 'half' })).status).toBe(422)
    expect((await secretariat.post('/kontor/regler/tariff.surplus.mode', change)).status).toBe(303)
    expect((await ruleSetOfYear(w.sql, 2026)).rules.find(({ key }) => key === 'tariff.surplus.mode')).toMatchObject({
      value: 'whole',
      confirmed: true,
    })
  })
})
