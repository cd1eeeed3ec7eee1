import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { type SharingQuery, sharingOf } from './share.ts'

const w = world()

const asked = (fields: SharingQuery) => `/takster/deling?${new URLSearchParams(fields)}`
const plain = (html: string) => html.replaceAll('\u00a0', ' ')

/** The second of them has used twice as many days. */
const closing = { beloeb: '1.000', efter: 'skrevet', 'navn-0': 'Faxe', 'tal-0': '365', 'navn-1': 'Greve', 'tal-1': '730' }

describe('an amount shared', () => {
  test('is open to anybody, asks before it answers, and keeps nothing', async () => {
    const { status, text } = await w.citizen.get('/takster/deling')
    expect(status).toBe(200)
    expect(text).not.toContain('Hver andel')
    expect((await w.citizen.get('/takster/regelsaet')).text).toContain('href="/takster/deling"')
    expect((await w.citizen.post('/takster/deling', closing)).status).toBe(404)
  })

  test('by written names and days, each with its formula', async () => {
    const text = plain((await w.citizen.get(asked(closing))).text)
    expect(text).toContain('1.000 kr. × 365 ÷ 1.095 = 333,3333 kr.')
    expect(text).toMatch(/Faxe.*333,33 kr\..*Greve.*666,67 kr\./s)
    expect(text).toContain('andelene er 1.000 kr. tilsammen')
  })

  test('says at the field what cannot be shared, and keeps what was written', async () => {
    const wrong = async (more: SharingQuery) => (await w.citizen.get(asked({ ...closing, ...more }))).text
    expect(await wrong({ beloeb: 'meget' })).toContain('Skriv det beløb, der skal deles')
    expect(await wrong({ beloeb: '-5' })).toContain('Skriv det beløb, der skal deles')
    expect(await wrong({ beloeb: '900.000.000.000' })).toContain('over 10 milliarder kroner')
    expect(await wrong({ 'navn-1': '' })).toContain('hvem tallet er for')
    expect(await wrong({ 'tal-1': 'to' })).toContain('et tal på 0 eller mere for »Greve«')
    expect(await wrong({ 'navn-1': 'faxe' })).toContain('står der to gange')
    expect(await wrong({ 'navn-1': '010190-1234' })).toContain('Skriv ikke CPR-numre')
    expect(await wrong({ 'tal-0': '0', 'tal-1': '0' })).toContain('ingen at dele beløbet mellem')
    expect(await wrong({ 'tal-1': 'to' })).toMatch(/name="navn-1"[^>]*value="Greve"/)
    expect((await w.citizen.get(asked({ beloeb: '5', efter: 'skrevet' }))).text).toContain('mindst ét navn')
  })

  test('by the children and young of the municipalities, with source, and who is not told of', async () => {
    expect((await w.citizen.get(asked({ beloeb: '100', efter: 'befolkning' }))).text).toContain('ingen befolkningstal for det år')
    const told = (code: number, residents: number) => w.sql`
      insert into supervision_population ${w.sql({
        ...{ authorityKey: 'oest', year: 2026, municipalityCode: code, residents, source: 'Danmarks Statistik, FOLK1A' },
        ...{ actorName: 'Prøve', recordedOn: '2026-01-02', recordedAt: w.now },
      })}`
    await told(253, 12_000)
    await told(259, 6000)
    await told(860, 9000)
    const text = plain((await w.citizen.get(asked({ beloeb: '900', efter: 'befolkning', aar: '2026' }))).text)
    expect(text).toMatch(/Greve.*600 kr\..*Køge.*300 kr\./s)
    expect(text).toContain('Danmarks Statistik, FOLK1A')
    expect(text).toMatch(/Der er ikke skrevet befolkningstal for .*Faxe.* i 2026/)
    expect(text).not.toContain('Hjørring')
    expect(text).not.toContain('eksempeldata')
  })

  test('comes out on the øre, whatever the amount and the days, and gives more to who has more', () => {
    const days = fc
      .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 24 })
      .filter((all) => all.some((one) => one > 0))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000_000 }), days, (ore, all) => {
        const rows = all.flatMap((one, at) => [
          [`navn-${at}`, `Nr. ${at}`],
          [`tal-${at}`, String(one)],
        ])
        const { shares } = sharingOf({ beloeb: (ore / 100).toFixed(2).replace('.', ','), ...Object.fromEntries(rows) }, [])
        expect(shares.reduce((sum, one) => sum + one.ore, 0n)).toBe(BigInt(ore))
        for (const [at, one] of all.entries())
          for (const [other, less] of all.entries())
            if (one > less) expect((shares[at]?.ore ?? 0n) >= (shares[other]?.ore ?? 0n)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
