import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleSet } from '../../../tests/tariffs/rules.ts'
import { type Visitor, world } from '../../../tests/world.ts'
import { addAccount, calculate, calculationIn } from '../tariffs/index.ts'
import { inflowsOf, linesIn, takenIn } from './inflow.ts'
import type { PlacedLine } from './line.ts'

const w = world()
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** A sheet for 2027 at Faxe with one unit, and the accounts of its places for 2025: 200.000 kr. too much by the rule. */
async function opened({ label = '', told = {} as object } = {}) {
  w.now = new Date('2026-09-01T09:00:00Z')
  const secretariat = await w.as('secretariat')
  const due = { municipal: '2026-11-15', regional: '2026-11-15', self_governing: '2026-11-15', private: '2026-10-01' }
  await secretariat.post('/takster/runder/ny', { year: '2027', ...due })
  const [operator] = await w.sql<
    { id: number }[]
  >`select d.id from operator d join party p on p.id = d.party_id where p.key = 'faxe' limit 1`
  const common = { source: 'Prøve', recordedAt: w.now }
  const [offer] = await w.sql<
    { id: number }[]
  >`insert into offer ${w.sql({ ...common, name: 'Bøgely', operatorId: operator?.id ?? 0, status: 'running' })} returning id`
  const [unit] = await w.sql<
    { id: number }[]
  >`insert into offer_unit ${w.sql({ ...common, name: 'Nord', offerId: offer?.id ?? 0 })} returning id`
  const [line] = await w.sql<
    { id: number }[]
  >`insert into place_line ${w.sql({ ...common, unitId: unit?.id ?? 0, kind: 'residential' })} returning id`
  const placeLineId = line?.id ?? 0
  await account(placeLineId, { label, ...told })
  const sheet = `/takster/skema/2027/${operator?.id}`
  return { secretariat, contributor: await w.as('contributor', 'faxe'), sheet, unitId: unit?.id ?? 0, placeLineId }
}

const account = (placeLineId: number, changed: object = {}) =>
  addAccount(w.sql, {
    ...{ placeLineId, label: '', year: 2025, revenueOre: 1_000_000_000, costsOre: 930_000_000, regulationOre: 0 },
    ...{ basisOre: 1_000_000_000, budgetOre: undefined, occupancyPercent: '97.4', daysUsed: undefined },
    ...{ source: 'Årsregnskab 2025', sourceDay: '2026-03-01', note: undefined, reason: undefined, example: false },
    ...{ actorId: undefined, actorName: 'Prøve', now: w.now },
    ...changed,
  })

type Told = Record<string, string>

/** Writes a tariff into the sheet as the sheet stands now. */
async function write(who: Visitor, { sheet, unitId, placeLineId }: Awaited<ReturnType<typeof opened>>, told: Told = {}) {
  const seen = await revision()
  const line = { place: `${unitId}-${placeLineId}`, per: 'full_day', places: '10', occupancy: '100', 'cost-pay': '3.650.000' }
  expect((await who.post(`${sheet}/linje/ny`, { ...line, service: 'Døgntakst', seen, ...told })).status).toBe(303)
}

async function revision(): Promise<string> {
  const [row] = await w.sql<{ revision: number }[]>`select revision from tariff_sheet`
  return String(row?.revision ?? 0)
}

/** Presses the button with everything that is ticked. */
async function takeAll(who: Visitor, sheet: string) {
  const { text } = await who.get(`${sheet}/regnskaber`)
  const ticked = [...text.matchAll(/name="([^"]+)" value="ja" checked/g)].map(([, name = '']) => [name, 'ja'])
  return who.post(`${sheet}/regnskaber`, { seen: await revision(), ...Object.fromEntries(ticked) })
}

const WARNED = 'Efter reglen går −200.000 kr. fra 2025 videre til 2027, men taksten siger 0 kr.'

describe('a sheet of the later year', () => {
  test('warns where it does not hold what earlier accounts bring in by rule, and takes it in by one press', async () => {
    const at = await opened()
    await write(at.contributor, at)
    expect(plain((await at.contributor.get(at.sheet)).text)).toContain(WARNED)
    const { text } = await at.contributor.get(`${at.sheet}/regnskaber`)
    expect(plain(text)).toContain('−200.000 kr.')
    expect((await takeAll(at.contributor, at.sheet)).status).toBe(303)
    expect(plain((await at.contributor.get(at.sheet)).text)).not.toContain('Efter reglen går')
    expect((await at.contributor.get(`${at.sheet}/regnskaber`)).text).toContain('Stemmer')
  })

  test('is published with the accounts as the source of the step, and both years tell it', async () => {
    const at = await opened()
    await write(at.contributor, at)
    await takeAll(at.contributor, at.sheet)
    const step = async (who: Visitor, path: string) => {
      const form = (await who.get(`${at.sheet}/${path}`)).text
      const seen = form.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
      expect((await who.post(`${at.sheet}/${path}`, { seen, revision: await revision() })).status).toBe(303)
    }
    await step(await w.as('approver', 'faxe'), 'indsend')
    await step(at.secretariat, 'godkend')
    await step(at.secretariat, 'offentliggoer')
    const kept = await calculationIn(w.sql, { placeLineId: at.placeLineId, label: 'Døgntakst' }, 2027)
    expect(kept?.calculated.result.regulation.n).toBe(-20_000_000n)
    const { text } = await w.citizen.get(`/takster/beregning/${kept?.id}`)
    expect(text).toContain('Kilde: Regnskab 2025: Årsregnskab 2025')
    expect(plain((await w.citizen.get('/takster/regnskaber?aar=2025')).text)).toContain('har taget det ind')
  })

  test('takes the occupancy from the accounts of the years the rule says, where it has none', async () => {
    const at = await opened()
    await write(at.contributor, at, { occupancy: '' })
    expect((await at.contributor.get(`${at.sheet}/regnskaber`)).text).toContain('2024: ikke modtaget, 2025: 97,4 procent')
    await account(at.placeLineId, { year: 2024, occupancyPercent: '96.1' })
    expect((await at.contributor.get(`${at.sheet}/regnskaber`)).text).toContain('96,75 procent')
    expect((await takeAll(at.contributor, at.sheet)).status).toBe(303)
    const [line] = await w.sql<{ occupancy: number; regulationOre: number }[]>`
      select occupancy::float8, regulation_ore from tariff_sheet_line`
    expect(line).toEqual({ occupancy: 0.9675, regulationOre: -20_000_000 })
  })

  test('says plainly where accounts are not received', async () => {
    const at = await opened({ told: { year: 2020 } })
    await write(at.contributor, at)
    expect((await at.contributor.get(at.sheet)).text).toContain('1 regnskab er ikke modtaget')
    expect((await at.contributor.get(`${at.sheet}/regnskaber`)).text).toContain('Regnskabet for 2025 er ikke modtaget.')
  })

  test('with several tariffs on the same places shares what flows in, whole and once', async () => {
    const at = await opened()
    await write(at.contributor, at, { service: 'Niveau 1' })
    await write(at.contributor, at, { service: 'Niveau 2', 'cost-pay': '7.300.000' })
    expect(plain((await at.contributor.get(at.sheet)).text)).toContain('men taksterne siger tilsammen 0 kr.')
    await takeAll(at.contributor, at.sheet)
    const rows = await w.sql<{ regulationOre: number }[]>`select regulation_ore from tariff_sheet_line order by service`
    expect(rows.map((row) => row.regulationOre)).toEqual([-6_666_667, -13_333_333])
    expect(plain((await at.contributor.get(at.sheet)).text)).not.toContain('Efter reglen går')
  })

  test('of a tariff with accounts of its own leaves the others alone', async () => {
    const at = await opened({ label: 'Niveau 1' })
    await write(at.contributor, at, { service: 'Niveau 1' })
    await write(at.contributor, at, { service: 'Niveau 2' })
    await takeAll(at.contributor, at.sheet)
    const rows = await w.sql<
      { regulationOre: number | undefined }[]
    >`select regulation_ore from tariff_sheet_line order by service`
    expect(rows.map((row) => row.regulationOre)).toEqual([-20_000_000, undefined])
  })

  test('known by price alone has nothing to take it into, and says so', async () => {
    const at = await opened()
    await write(at.contributor, at, { 'cost-pay': '', amount: '2.000' })
    expect((await at.contributor.get(`${at.sheet}/regnskaber`)).text).toContain('Kun prisen er oplyst')
    expect((await takeAll(at.contributor, at.sheet)).status).toBe(422)
  })

  test('that another has changed, that is handed in, or that is another’s, takes nothing in', async () => {
    const at = await opened()
    await write(at.contributor, at)
    expect((await at.contributor.post(`${at.sheet}/regnskaber`, { seen: '0' })).text).toContain('En anden har lige ændret')
    expect((await at.contributor.post(`${at.sheet}/regnskaber`, { seen: await revision() })).text).toContain(
      'Vælg, hvad der skal tages ind',
    )
    expect((await (await w.as('approver', 'greve')).get(`${at.sheet}/regnskaber`)).status).toBe(403)
    expect((await at.contributor.get('/takster/skema/2027/999999/regnskaber')).status).toBe(404)
    await w.sql`update tariff_sheet_step set step = 'handed_in'`
    expect((await takeAll(at.contributor, at.sheet)).status).toBe(422)
  })
})

describe('what is taken into the tariffs of some places', () => {
  const line = (id: number, service: string, payOre: number): PlacedLine => ({
    ...{ id, unitId: 1, placeLineId: 1, service, level: '', addOn: false, per: 'full_day', places: 10, occupancy: 1, days: 365 },
    ...{ amountOre: undefined, netOre: undefined, costs: { pay: payOre }, regulationOre: undefined, was: [], note: undefined },
    ...{ validFrom: '2026-01-01', validUntil: '2027-01-01', explanation: 'Fuldt', offerId: 1, offerName: 'A', unitName: 'B' },
    kind: 'residential',
    origin: undefined,
  })
  const kept = (revenueOre: number, costsOre: number) => ({
    ...{ id: 1, placeLineId: 1, label: '', year: 2024, version: 1, revenueOre, costsOre, regulationOre: 0, basisOre: costsOre },
    ...{ budgetOre: undefined, occupancyPercent: undefined, daysUsed: undefined, source: 'R', sourceDay: '2025-03-01' },
    ...{ note: undefined, reason: undefined, withdrawn: false, example: false, actorName: 'P', recordedAt: new Date(0) },
  })

  test('is what flows out of the year, to the øre, however many they are; taken in, nothing is left to take', () => {
    const ore = fc.integer({ min: 100_000_000, max: 900_000_000 })
    fc.assert(
      fc.property(fc.array(ore, { minLength: 1, maxLength: 5 }), ore, ore, (pays, revenueOre, costsOre) => {
        const lines = pays.map((pay, at) => line(at + 1, `T${at}`, pay + 900_000_000))
        const rules = ruleSet()
        const known = { rules, own: new Map([[2024, ruleSet({}, 2024)]]), accounts: [kept(revenueOre, costsOre)] }
        const [inflow, ...more] = inflowsOf(lines, known)
        if (!inflow || inflow.should === undefined) throw new Error('nothing flows in')
        expect(more).toEqual([])
        const taken = takenIn(inflow, rules)
        const after = lines.map((one) => ({ ...one, basis: taken.get(one.id) }))
        expect(inflowsOf(after, known)[0]?.says).toBe(inflow.should)
        const sum = after.reduce((all, { basis }) => {
          if (!basis) throw new Error('not taken in')
          return all + calculate({ year: 2026, unit: 'full_day', ownership: 'municipal', ...basis }, rules).result.regulation.n
        }, 0n)
        expect(sum).toBe(inflow.should)
        expect(linesIn(inflow)).toHaveLength(lines.length)
      }),
    )
  })
})
