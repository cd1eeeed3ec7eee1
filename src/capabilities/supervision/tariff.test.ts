import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { examplePopulation } from './index.ts'
import { agreesWith, changeOf, partedBy } from './tariff.ts'

test('from 26.087 to 21.858 is the fall the source tells of', () => {
  expect(changeOf(26087, 21858)).toBe(-16.2)
  expect(changeOf(100, 129.95)).toBe(30)
  expect(changeOf(100, 100)).toBe(0)
})

test.each([
  [42127, 50552, 1.2, true],
  [42127, 84253, 2, true],
  [42127, 126380, 3, true],
  [42127, 4213, 0.1, true],
  [42127, 84251, 2, false],
  [42127, 50560, 1.2, false],
])('%d kr. and %d kr. in the ratio %d agrees: %s', (base, amount, factor, agrees) => {
  expect(agreesWith(base * 100, amount * 100, factor)).toBe(agrees)
})

const place = (name: string, residents: number) => ({
  code: 1,
  name,
  residents,
  source: '',
  sourceUrl: undefined,
  example: false,
})

describe('a shared cost', () => {
  test('is parted by residents', () => {
    expect(partedBy(1, [place('a', 1), place('b', 3)]).map(({ ore, pct }) => [ore, pct])).toEqual([
      [25_000, 25],
      [75_000, 75],
    ])
  })

  test('sums to the øre, and more residents never pay less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 }),
        (thousands, residents) => {
          fc.pre(residents.some((count) => count > 0))
          const parts = partedBy(
            thousands,
            residents.map((count, at) => place(String(at), count)),
          )
          expect(parts.reduce((sum, { ore }) => sum + ore, 0)).toBe(thousands * 100_000)
          for (const a of parts) for (const b of parts) if (a.residents > b.residents) expect(a.ore).toBeGreaterThanOrEqual(b.ore)
        },
      ),
    )
  })
})

const w = world()

const open = async (who: Visitor = w.citizen) => (await who.get('/tilsyn/takster')).text

describe('what supervision costs', () => {
  test('shows the changes of 2026 with their reservation, the shares without dialogue and where it is from', async () => {
    const text = await open()
    expect(text).toMatch(/Tilsyn, et år.*-29,5 %.*Med forbehold for genberegning.*-16 %.*-10,1 %.*-9,9 %/s)
    expect(text).toMatch(/Budgetter godkendt uden dialog: 32 %.*Regnskaber godkendt uden dialog: 43 %/s)
    expect(text).toMatch(/21\.858 tusind kr\..*26\.087 tusind kr\..*efterregnet -16,2 %.*passer/s)
    expect(text).toContain('Direktør- og chefforum 13. november 2025')
  })

  test('works the published amounts out again', async () => {
    expect(await open()).toMatch(/12 af 12 beløb følger forholdet 1 : 1,2 : 2 : 3.*10 % af årstaksten om måneden i 4 af 4/s)
    expect(await open()).toContain('Ny godkendelse, 8-24 pladser: offentliggjort 29.144 kr., efterregnet 29.114 kr.')
  })

  test('says that children are not told, and parts the cost when they are', async () => {
    expect(await open()).toContain('Befolkningstal for 2026 er ikke skrevet')
    const who = await w.as('secretariat')
    const sent = { 'antal-253': '10.000', 'antal-259': '30.000', 'antal-265': '', source: 'Danmarks Statistik, FOLK1A' }
    expect((await who.post('/tilsyn/takster/befolkning?aar=2026', sent)).status).toBe(303)
    const text = await open()
    expect(text).toMatch(/Greve.*10\.000.*25 %.*5\.464\.500.*Køge.*75 %.*16\.393\.500.*tilsammen 21\.858\.000 kr\./s)
    expect(text).not.toContain('Roskilde</th>')
    await who.post('/tilsyn/takster/befolkning?aar=2026', { ...sent, 'antal-253': '' })
    expect(await open()).toMatch(/Køge<\/th>.*100 %.*21\.858\.000/s)
    expect(await open()).not.toContain('Greve</th>')
  })

  test('invented children are marked, and go away again', async () => {
    await examplePopulation.load(w.sql)
    expect(await open()).toMatch(/eksempeldata.*Hjørring/s)
    await examplePopulation.remove(w.sql)
    expect(await examplePopulation.count(w.sql)).toBe(0)
  })

  test('takes a number of children that is none back to its field', async () => {
    const who = await w.as('secretariat')
    const { status, text } = await who.post('/tilsyn/takster/befolkning', { 'antal-253': 'mange', source: '' })
    expect(status).toBe(422)
    expect(text).toContain('Skriv et helt antal')
    expect(text).toContain('Skriv, hvor tallene står.')
  })

  test('goes out as workbook, CSV and API', async () => {
    expect((await w.citizen.get('/tilsyn/takster.xlsx')).status).toBe(200)
    expect((await w.citizen.get('/tilsyn/takster.csv')).text).toContain('42127')
    expect((await w.citizen.get('/api/v1/supervision-tariffs')).text).toContain('"changePct":-29.5')
  })
})

const year = {
  authorityKey: 'oest',
  year: '2027',
  category: 'supervision',
  'kr-1-7': '30.000',
  changePct: '-3,5',
  source: 'Socialtilsyn Øst',
}

describe('a new year', () => {
  test('is written with its source, and shown', async () => {
    expect((await (await w.as('secretariat')).post('/tilsyn/takster/ny', year)).status).toBe(303)
    expect(await open()).toMatch(/Socialtilsyn Øst: ændringer i 2027.*-3,5 %/s)
    expect(await open()).toMatch(/Socialtilsyn Øst 2027, kroner.*30\.000/s)
    expect(await open()).not.toContain('Socialtilsyn Østs beløb i kroner er ikke oplyst')
  })

  test('told again needs a reason, and the newest is shown', async () => {
    const who = await w.as('socialtilsyn')
    await who.post('/tilsyn/takster/ny', year)
    const again = { ...year, changePct: '-4' }
    expect((await who.post('/tilsyn/takster/ny', again)).text).toContain('Skriv, hvorfor det rettes')
    expect((await who.post('/tilsyn/takster/ny', { ...again, reason: 'Genberegnet' })).status).toBe(303)
    const text = await open()
    expect([text.includes('-4 %'), text.includes('-3,5 %')]).toEqual([true, false])
  })

  test.each([
    [{ 'kr-1-7': '', changePct: '' }, 'Skriv mindst ét beløb'],
    [{ 'kr-1-7': '-5' }, 'Skriv et beløb i hele kroner'],
    [{ 'kr-1-7': '10000000000000' }, 'Skriv et beløb i hele kroner'],
    [{ changePct: 'meget' }, 'Skriv ændringen i procent'],
    [{ source: '' }, 'Skriv, hvor tallet står'],
    [{ year: '1066' }, 'fra 2014'],
    [{ category: '' }, 'Vælg, hvad taksten er for'],
  ])('with %j is refused', async (wrong, why) => {
    const { status, text } = await (await w.as('secretariat')).post('/tilsyn/takster/ny', { ...year, ...wrong })
    expect([status, text.includes(why)]).toEqual([422, true])
  })

  test.each(['/tilsyn/takster/ny', '/tilsyn/takster/noegletal', '/tilsyn/takster/befolkning'])(
    '%s is for the secretariat and the socialtilsyn only',
    async (path) => {
      for (const role of ['contributor', 'approver', 'provider'] as const)
        expect((await (await w.as(role, 'koege')).post(path, year)).status).toBe(403)
      expect((await (await w.as('socialtilsyn')).get(path)).status).toBe(200)
    },
  )
})

describe('a key figure', () => {
  const figure = { authorityKey: 'oest', key: 'budgetsWithoutDialogue', year: '2026', value: '35', source: 'Møde' }

  test('is written for a year, and a share is at most 100 percent', async () => {
    const who = await w.as('secretariat')
    expect((await who.post('/tilsyn/takster/noegletal', { ...figure, value: '135' })).text).toContain('højst 100 procent')
    expect((await who.post('/tilsyn/takster/noegletal', { ...figure, value: '' })).text).toContain('Ikke oplyst er ikke 0')
    expect((await who.post('/tilsyn/takster/noegletal', figure)).status).toBe(303)
    expect(await open()).toMatch(/uden dialog: 35 %.*uden dialog: 32 %/s)
  })

  test('told again needs a reason', async () => {
    const who = await w.as('secretariat')
    const again = { ...figure, year: '2025' }
    expect((await who.post('/tilsyn/takster/noegletal', again)).status).toBe(422)
    expect((await who.post('/tilsyn/takster/noegletal', { ...again, reason: 'Rettet af tilsynet' })).status).toBe(303)
    expect(await open()).not.toContain('uden dialog: 32 %')
  })
})
