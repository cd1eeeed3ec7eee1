import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { addCalculation, exampleAccounts, exampleCalculations, ruleSetOfYear } from '../tariffs/index.ts'

const w = world()

/** Rosenkildevej is run by Slagelse: ten of its places, and whoever writes for it. */
async function rosenkilde() {
  const [row] = await w.sql<{ line: number; operator: number }[]>`
    select l.id as line, o.operator_id as operator from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.origin = 'real:rosenkildevej-87-89' order by l.id limit 1`
  const { line = 0, operator = 0 } = row ?? {}
  return {
    line,
    operator,
    home: `/takster/regnskaber/driver/${operator}/2024`,
    contributor: await w.as('contributor', 'slagelse'),
  }
}

const figures = {
  revenue: '10.000.000',
  costs: '9.300.000',
  regulation: '0',
  basis: '10.000.000',
  occupancy: '97,5',
  days: '3.559',
  source: 'Årsregnskab 2024, side 12',
  sourceDay: '2025-03-20',
}

/** What comes of it; the address without the receipt that is told on it. */
async function write(who: Visitor, home: string, line: number, changed: Record<string, string> = {}) {
  const answer = await who.post(`${home}/skriv/${line}`, { ...figures, ...changed })
  return { ...answer, location: answer.location.split('?')[0] ?? '' }
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** A tariff of 2026 of the line, with what it took in from 2024; as the engine keeps it. */
async function calculated(placeLineId: number, tookOre: number | undefined, label = '') {
  return addCalculation(w.sql, {
    placeLineId,
    label,
    input: {
      year: 2026,
      unit: 'full_day',
      ownership: 'municipal',
      costs: [{ kind: 'pay', part: 'service', label: 'Løn', form: 'amount', amountOre: 1_000_000_000 }],
      counting: {
        by: 'places',
        places: [{ count: '10', from: '2026-01-01', until: '2027-01-01' }],
        occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' },
      },
      regulations: tookOre === undefined ? [] : [{ fromYear: 2024, amountOre: tookOre }],
    },
    rules: await ruleSetOfYear(w.sql, 2026),
    reason: undefined,
    source: 'Budget 2026',
    example: false,
    actorId: undefined,
    actorName: 'Test',
    now: w.now,
  })
}

describe('accounts', () => {
  test('written by the operator are at once seen in their own year, with where the result goes', async () => {
    const { contributor, home, line } = await rosenkilde()
    const { status, location } = await write(contributor, home, line)
    expect(status).toBe(303)
    const text = plain((await w.citizen.get(location)).text)
    expect(text).toContain('200.000 kr. sænker taksten for 2026, og 500.000 kr. sættes til side og skal bruges senest i 2029')
    expect(text).toContain('Taksten for 2026 er ikke beregnet endnu')
    expect(text).toContain('Årsregnskab 2024, side 12, 20. marts 2025')
    const list = plain((await w.citizen.get('/takster/regnskaber?aar=2024')).text)
    expect(list).toContain('−200.000 kr. til 2026')
    expect((await w.citizen.get('/api/v1/accounts?aar=2024')).json()).toMatchObject({
      accounts: [{ resultOre: 70_000_000, flowOre: -20_000_000, keptOre: 50_000_000, flowsIntoYear: 2026, taken: 'waiting' }],
    })
  })

  test.each([
    [-20_000_000, 'Taksten for 2026 har taget det ind.'],
    [undefined, 'Taksten for 2026 har ikke taget det ind.'],
    [-10_000_000, 'Taksten for 2026 har taget −100.000 kr. ind, men efter reglen er det −200.000 kr.'],
  ])('tell whether the later tariff took in %s', async (took, sentence) => {
    const { contributor, home, line } = await rosenkilde()
    const later = await calculated(line, took)
    const { location } = await write(contributor, home, line)
    expect(plain((await w.citizen.get(location)).text)).toContain(sentence)
    const sheet = plain((await w.citizen.get(`/takster/beregning/${later.id}`)).text)
    expect(sheet).toContain('Efter reglen går −200.000 kr. fra 2024 videre til 2026.')
  })

  test('that are not received are said not to be, never as zero', async () => {
    const { line } = await rosenkilde()
    const later = await calculated(line, undefined)
    const { text } = await w.citizen.get(`/takster/beregning/${later.id}`)
    expect(text).toContain('Regnskabet for 2024 er ikke modtaget.')
    expect(text).toContain('2026 er ikke slut')
  })

  test('of the places as a whole are taken in by several tariffs together', async () => {
    const { contributor, home, line } = await rosenkilde()
    await calculated(line, -15_000_000, 'Niveau 1')
    await calculated(line, -5_000_000, 'Niveau 2')
    const { location } = await write(contributor, home, line)
    expect(plain((await w.citizen.get(location)).text)).toContain('Taksten for 2026 har taget det ind.')
  })

  test('of one tariff and of the places as a whole would count the year twice, and are refused', async () => {
    const { contributor, home, line } = await rosenkilde()
    await write(contributor, home, line, { label: 'Niveau 1' })
    const { status, text } = await write(contributor, home, line)
    expect(status).toBe(422)
    expect(text).toContain('ellers tælles året to gange')
  })

  test('are corrected by a new version with a reason, and the old one points to it', async () => {
    const { contributor, home, line } = await rosenkilde()
    const first = (await write(contributor, home, line)).location
    const seen = first.split('/').at(-1) ?? ''
    expect((await write(contributor, home, line, { costs: '9.400.000', seen })).text).toContain(
      'Skriv, hvorfor regnskabet rettes',
    )
    expect((await write(contributor, home, line, { seen, reason: 'Slåfejl' })).text).toContain('Intet er ændret')
    expect((await write(contributor, home, line, { costs: '9.400.000', reason: 'Slåfejl' })).text).toContain(
      'En anden har lige skrevet',
    )
    const { status, location } = await write(contributor, home, line, { costs: '9.400.000', seen, reason: 'Slåfejl' })
    expect(status).toBe(303)
    expect((await w.citizen.get(first)).text).toContain(`href="${location}"`)
    expect(plain((await w.citizen.get(location)).text)).toContain('Version 2 er en rettelse: Slåfejl')
    await expect(w.database.deed((sql) => sql`update tariff_account set costs_ore = 1`)).rejects.toThrow(
      'stays as it was received',
    )
  })

  test('withdrawn stand in the history and are not received any more; they may be written again', async () => {
    const { contributor, home, line } = await rosenkilde()
    const { location } = await write(contributor, home, line)
    const back = `${location}/traek-tilbage`
    expect((await contributor.post(back, { reason: '' })).status).toBe(422)
    expect((await (await w.as('contributor', 'faxe')).post(back, { reason: 'x' })).status).toBe(403)
    expect((await contributor.post(back, { reason: 'Forkert tilbud' })).status).toBe(303)
    expect((await contributor.post(back, { reason: 'Forkert tilbud' })).status).toBe(422)
    expect((await contributor.get(home)).text).toContain('Regnskabet for 2024 er ikke modtaget.')
    expect((await w.citizen.get(location)).text).toContain('Der er en nyere version')
    expect((await write(contributor, home, line)).status).toBe(303)
  })

  test.each([
    [{ revenue: '' }, 'Skriv indtægten'],
    [{ costs: '' }, 'Skriv omkostningerne'],
    [{ regulation: '' }, 'Skriv 0, hvis taksten ikke gjorde'],
    [{ revenue: '', costs: '', regulation: '', occupancy: '' }, 'Skriv indtægt og omkostninger, eller belægningen'],
    [{ revenue: 'mange' }, 'er ikke et tal'],
    [{ costs: '-5' }, 'Beløbet er negativt'],
    [{ revenue: '10.000.000.001' }, 'over 10 milliarder'],
    [{ occupancy: '0' }, 'over 0 og højst 150 procent'],
    [{ days: '3,5' }, 'helt tal'],
    [{ sourceDay: '2030-01-01' }, 'ligger efter i dag'],
    [{ source: '' }, 'Skriv, hvor tallene står'],
    [{ label: '010190-1234' }, 'CPR'],
  ])('with %j are answered with a clear sentence, and nothing is saved', async (changed, sentence) => {
    const { contributor, home, line } = await rosenkilde()
    const { status, text } = await write(contributor, home, line, changed)
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect(await w.sql`select id from tariff_account`).toHaveLength(0)
  })

  test('that tell only how places were used say that the result is not known', async () => {
    const { contributor, home, line } = await rosenkilde()
    const { location } = await write(contributor, home, line, { revenue: '', costs: '', regulation: '' })
    expect((await w.citizen.get(location)).text).toContain('Indtægt og omkostninger mangler')
  })

  test('are of a year that is over, of a place of the operator’s own, and written by its own people', async () => {
    const { contributor, home, line, operator } = await rosenkilde()
    expect((await contributor.get(`/takster/regnskaber/driver/${operator}/2026`)).status).toBe(404)
    expect((await contributor.get(`${home}/skriv/999999`)).status).toBe(404)
    expect((await contributor.get('/takster/regnskaber/driver/999999/2024')).status).toBe(404)
    expect((await w.citizen.get('/takster/regnskaber/999999')).status).toBe(404)
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.get(home)).status).toBe(403)
    expect((await write(faxe, home, line)).status).toBe(403)
    expect((await write(await w.as('secretariat'), home, line)).status).toBe(303)
  })

  test('of places that are fewer than the rule says are not shown, neither on pages nor in the API; those inside see them', async () => {
    const { contributor, home, line } = await rosenkilde()
    await w.sql`update place_count set approved = 2 where place_line_id = ${line}`
    const { location } = await write(contributor, home, line)
    const paths = [
      location,
      '/takster/regnskaber?aar=2024',
      `/api/v1${location.replace('takster/regnskaber', 'accounts')}`,
      '/api/v1/accounts?aar=2024',
    ]
    for (const path of paths) {
      const { status, text } = await w.citizen.get(path)
      expect(status).toBe(200)
      expect(text).not.toMatch(/9\.300\.000|700\.000|930000000|70000000|200\.000|20000000/)
    }
    expect(plain((await contributor.get(location)).text)).toContain('9.300.000 kr.')
  })
})

describe('the example accounts', () => {
  test('show a surplus, a deficit, one within the limit and one that is missing, and go again', async () => {
    await exampleCalculations.load(w.sql)
    await exampleAccounts.load(w.sql)
    const text = plain((await w.citizen.get('/takster/regnskaber?aar=2024')).text)
    for (const words of [
      '−1.200.000 kr. til 2026',
      '+202.500 kr. til 2026',
      'overskud 700.000 kr.',
      'Regnskabet for 2024 er ikke modtaget.',
      'Eksempel',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('har ikke taget det ind')
    await exampleAccounts.remove(w.sql)
    expect(await exampleAccounts.count(w.sql)).toBe(0)
  })
})

describe('whoever writes accounts', () => {
  test('is told what the tariff of the year was made from', async () => {
    await exampleCalculations.load(w.sql)
    const { operator, line } = await rosenkilde()
    w.now = new Date('2027-02-01T09:00:00Z')
    const { text } = await (await w.as('contributor', 'slagelse')).get(
      `/takster/regnskaber/driver/${operator}/2026/skriv/${line}`,
    )
    expect(text).toContain('Beregningen for 2026</a> regnede med omkostninger på')
  })

  test('finds the operator’s own from the list', async () => {
    const { contributor, home } = await rosenkilde()
    expect((await contributor.get('/takster/regnskaber')).text).toContain('/takster/regnskaber/skriv')
    const { text } = await contributor.get('/takster/regnskaber/skriv?aar=2024')
    expect(text).toContain(home)
    expect((await (await w.as('secretariat')).get('/takster/regnskaber/skriv?aar=2024')).text).toContain('Region Sjælland')
    expect(text).not.toContain('Region Sjælland')
    expect((await w.citizen.get('/takster/regnskaber')).text).not.toContain('/takster/regnskaber/skriv')
  })
})
