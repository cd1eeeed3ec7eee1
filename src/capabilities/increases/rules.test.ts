import { describe, expect, test } from 'vitest'
import { caseFound, risenTo } from '../../../tests/setup/risen.ts'
import { world } from '../../../tests/world.ts'

const w = world()
const RISES = '/takster/stigninger'
const CASES = `${RISES}/sager`
const why = { source: 'Økonomigruppen 2. marts 2026', reason: 'Aftalt.', confirmed: 'on' }

type Fields = Record<string, string>
const preview = async (key: string, change: Fields) =>
  (await w.as('secretariat')).get(`${RISES}/regler/${key}?${new URLSearchParams({ ...why, ...change })}`)
const save = async (key: string, change: Fields) =>
  (await w.as('secretariat')).post(`${RISES}/regler/${key}`, { ...why, ...change })
const list = async () => (await (await w.as('reader')).get(RISES)).text
const heads = (text: string) => [...text.matchAll(/<h2>([^<]* over grænsen[^<]*)<\/h2>/g)].map(([, head]) => head)

describe('without a rule for what an increase is measured against', () => {
  test('nothing is judged, and the page says which rule is missing and who can set it', async () => {
    await risenTo(w, 260_000)
    await w.sql`delete from parameter where key = 'tariff.increase.baseline'`
    const text = await list()
    expect(text).toContain('Stigninger vurderes ikke: en regel mangler')
    expect(text).toContain('»En stigning måles mod«')
    expect(text).toContain('Sekretariatet for rammeaftalen sætter den')
    expect(text).toContain('Kan ikke vurderes (1)')
    expect(await caseFound(w)).toBe(0)
    expect((await (await w.as('secretariat')).get(RISES)).text).toContain(
      'href="/takster/stigninger/regler/tariff.increase.baseline"',
    )
  })

  test('a tariff of a day the rule did not hold on is named, and the others are judged', async () => {
    await risenTo(w, 260_000)
    await w.sql`update parameter set valid_from = '2026-02-01' where key = 'tariff.increase.baseline'`
    const text = await list()
    expect(text).not.toContain('en regel mangler')
    expect(text).toContain('Der er ingen regel for, hvad en stigning måles mod, den dag taksten gælder fra.')
  })

  test('a price met outside the register is not reported either', async () => {
    await w.sql`delete from parameter where key = 'tariff.increase.baseline'`
    expect((await met('4.400,00')).text).toContain('Der er ingen regel for, hvad en stigning måles mod')
  })
})

async function met(to: string, effectiveOn = '2026-01-01') {
  const partyId = String(await w.party('faxe'))
  const names = { operatorName: 'Et opholdssted', offerName: 'Afdeling Nord', source: 'Et tilbud på en plads' }
  const kinds = { ownership: 'private', kind: 'residential', per: 'full_day' }
  return (await w.as('contributor', 'faxe')).post(`${CASES}/ny`, {
    partyId,
    ...names,
    ...kinds,
    from: '4.000,00',
    to,
    effectiveOn,
  })
}

test('a price met outside the register is reported only when it rose more than the limit', async () => {
  const just = await met('4.200,00')
  expect(just.status).toBe(422)
  expect(just.text).toContain('Stigningen er 5,0\u00a0procent')
  expect((await met('4.200,01')).status).toBe(303)
})

test('a tariff that costs the same, but no longer pays back a surplus, is measured without its temporary part', async () => {
  await risenTo(w, 200_000, { before: { temporaryOre: 20_000 }, now: { temporaryOre: 0 } })
  expect(await list()).toContain('Ingen stigninger over grænsen')
  await save('tariff.increase.baseline', { value: 'without temporary', validFrom: '2026-01-01' })
  expect(await list()).toContain('11,1\u00a0procent')
})

describe('a changed limit', () => {
  test('shows what falls under it before it is saved, and closes no case', async () => {
    await risenTo(w, 212_000)
    const id = await caseFound(w)
    const seen = await preview('tariff.threshold.private', { value: '9', validFrom: '2026-01-01' })
    expect(heads(seen.text)).toEqual(['Kommer over grænsen (0)', 'Er ikke længere over grænsen (1)'])
    expect(seen.text).toContain(`href="${CASES}/${id}"`)
    expect(seen.text).toContain('Intet er gemt endnu')
    expect(await list()).toContain('6,0\u00a0procent')

    expect((await save('tariff.threshold.private', { value: '9', validFrom: '2026-01-01' })).status).toBe(303)
    expect(await list()).toContain('Ingen stigninger over grænsen')
    const { text } = await (await w.as('secretariat')).get(`${CASES}/${id}`)
    expect(text).toContain('Sagen lukker ikke af sig selv')
    expect(text).toContain('Fundet, ikke begyndt')
  })

  test('shows what comes over it, and a case is opened for that and nothing else', async () => {
    await risenTo(w, 208_000)
    expect(await caseFound(w)).toBe(0)
    const seen = await preview('tariff.threshold.private', { value: '3,5', validFrom: '2026-01-01' })
    expect(heads(seen.text)).toEqual(['Kommer over grænsen (1)', 'Er ikke længere over grænsen (0)'])
    expect(seen.text).toContain('4,0\u00a0procent')
    expect(await caseFound(w)).toBe(0)
    await save('tariff.threshold.private', { value: '3,5', validFrom: '2026-01-01' })
    const { text } = await (await w.as('secretariat')).get(CASES)
    expect(text).toContain('1 stigning over grænsen har ingen sag endnu')
    expect(await caseFound(w)).toBeGreaterThan(0)
  })

  test('whose day is moved holds from the new day, and what held before it until then', async () => {
    await risenTo(w, 214_000, { ownership: 'municipal' })
    expect(await list()).toContain('Ingen stigninger over grænsen')
    const move = { moves: '2025-11-13', value: '8', validFrom: '2026-02-01' }
    const seen = await preview('tariff.threshold.public', move)
    expect(heads(seen.text)).toEqual(['Kommer over grænsen (1)', 'Er ikke længere over grænsen (0)'])
    expect(seen.text).toContain('8\u00a0procent fra 1. februar 2026 i stedet for fra 13. november 2025.')
    await save('tariff.threshold.public', move)
    expect(await list()).toContain('7,0\u00a0procent')
    const back = { moves: '2026-02-01', value: '8', validFrom: '2025-11-13' }
    expect(heads((await preview('tariff.threshold.public', back)).text)).toEqual([
      'Kommer over grænsen (0)',
      'Er ikke længere over grænsen (1)',
    ])
    await save('tariff.threshold.public', back)
    expect(await list()).toContain('Ingen stigninger over grænsen')
  })

  test('that makes no sense is told at its field, and nothing is shown as if it were saved', async () => {
    const { status, text } = await preview('tariff.threshold.private', { value: 'mange', validFrom: '2026-01-01' })
    expect(status).toBe(200)
    expect(text).toContain('Skriv et tal fra 0 til 100 procent')
    expect(text).toContain('Se, hvad ændringen flytter')
    const empty = await preview('tariff.threshold.private', { value: '6', validFrom: '', reason: '' })
    expect(empty.text).toContain('Skriv kort, hvorfor reglen ændres')
    expect((await save('tariff.threshold.private', { value: '5', validFrom: '2026-01-01' })).status).toBe(422)
  })

  test('is weighed and saved by the secretariat alone, and only where there is such a rule', async () => {
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.get(`${RISES}/regler/tariff.threshold.private`)).status).toBe(403)
    expect((await preview('tariff.threshold.none', { value: '6', validFrom: '2026-01-01' })).status).toBe(404)
    const office = await (await w.as('secretariat')).get('/kontor/regler/tariff.threshold.public?flyt=2025-11-13')
    expect(office.text).toContain('Flyt dagen for »8\u00a0procent« fra 13. november 2025')
    expect(office.text).toContain(`action="${RISES}/regler/tariff.threshold.public" method="get"`)
  })
})
