import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { rooms } from '../src/app.ts'
import { publishVersions } from '../src/capabilities/tariff-years/store/publish.ts'
import { ruleSetOfYear } from '../src/capabilities/tariffs/index.ts'
import { sheetDocument } from '../src/capabilities/tariffs/paper.ts'
import { sheetToRead } from '../src/capabilities/tariffs/reading.ts'
import { addCalculation } from '../src/capabilities/tariffs/store/calculations.ts'
import { all, input, pay } from './tariffs/rules.ts'
import { type Visitor, world } from './world.ts'

const w = world()

/** Two lines of pay that nobody but those inside may tell apart; together 3.580.245 kr. */
const secret = [
  { ...pay(1_234_567), label: 'Løn til forstanderen' },
  { ...pay(2_345_678), label: 'Løn til nattevagten' },
]
const lines = /forstanderen|nattevagten|1\.?234\.?567|2\.?345\.?678/
const whole = /3\.?580\.?245/

async function published({ places = '10', ownership = 'municipal' as const, levels = [] as string[] } = {}) {
  const [at] = await w.sql<{ lineId: number; unitId: number; offerId: number; operatorId: number }[]>`
    select l.id as line_id, u.id as unit_id, o.id as offer_id, o.operator_id
    from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.origin = 'real:rosenkildevej-87-89' limit 1`
  if (!at) throw new Error('no such line')
  const ids: number[] = []
  for (const year of [2025, 2026])
    ids.push(
      (
        await addCalculation(w.sql, {
          placeLineId: at.lineId,
          label: '',
          input: input({
            year,
            ownership,
            costs: year === 2025 ? [secret[0] ?? pay(1)] : secret,
            counting: {
              by: 'places',
              places: all(places, year),
              occupancy: { from: 'set', percent: '97', reason: 'Som ventet' },
            },
          }),
          rules: await ruleSetOfYear(w.sql, year),
          reason: undefined,
          source: 'Budget',
          example: false,
          actorId: undefined,
          actorName: 'Prøve',
          now: w.now,
        })
      ).id,
    )
  const [before = 0, id = 0] = ids
  const counts = levels.length > 0 ? levels.map(Number) : [Number(places) + 0.25]
  const [version = 0] = await publishVersions(
    w.sql,
    counts.map((count, index) => ({
      offerId: at.offerId,
      unitId: at.unitId,
      placeLineId: at.lineId,
      service: 'Døgntakst',
      level: levels.length > 0 ? `Niveau ${index + 1}` : '',
      addOn: false,
      per: 'full_day',
      year: 2026,
      amountOre: 101_100,
      places: count,
      occupancy: 0.9712,
      days: 365,
      validFrom: '2026-01-01',
      validUntil: '2027-01-01',
      basis: 'calculated',
      calculationId: id,
      source: 'Budget',
      actorName: 'Prøve',
      publishedAt: w.now,
    })),
  )
  return { ...at, id, before, version }
}

type Made = Awaited<ReturnType<typeof published>>

const decide = (office: Visitor, operatorId: number, level: string, more: Record<string, string> = {}) =>
  office.post('/takster/synlighed/ny', {
    operator: String(operatorId),
    level,
    validFrom: '2026-03-02',
    reason: 'Driftsherren har bedt om det',
    source: 'Brev 1. marts 2026',
    ...more,
  })

/** Every address the program answers, with everything that is made put in where a name stands. */
function addresses({ id, before, version, offerId, operatorId }: Made): string[] {
  const paths = rooms.flatMap(({ path, apiRead, kind }) => [
    ...(kind === 'raw' ? [] : [path]),
    ...(apiRead ? [`/api/v1${apiRead.path}`] : []),
  ])
  const filled = paths.flatMap((path) =>
    path.includes(':')
      ? [id, before, version, offerId, operatorId].map((one) => path.replace(':year', '2026').replace(/:\w+/g, String(one)))
      : [path],
  )
  return [
    ...new Set([
      ...filled,
      ...filled
        .filter((path) => path.startsWith('/takster') && !/\d/.test(path))
        .flatMap((path) => [`${path}?aar=2026`, `${path}?sorter=pladser`]),
    ]),
    '/soeg?q=rosenkildevej',
    '/api/v1/tariffs?aar=2026',
  ]
}

/** What somebody can read in an answer; what is packed is unpacked. */
const readable = (bytes: Uint8Array, text: string): string =>
  text.startsWith('PK')
    ? Object.values(unzipSync(bytes))
        .map((file) => strFromU8(file))
        .join('\n')
    : text

async function everything(visitor: Visitor, made: Made): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = []
  for (const path of addresses(made)) {
    const { status, bytes, text } = await visitor.get(path)
    if (status === 200) found.push({ path, text: readable(bytes, text) })
  }
  const ask = { db: w.sql, today: '2026-03-02', may: () => false }
  const read = await sheetToRead(ask, made.id)
  if (read) found.push({ path: 'ark.pdf', text: JSON.stringify(sheetDocument(read, '2026-03-02')) })
  return found
}

const telling = (found: { path: string; text: string }[], what: RegExp) =>
  found.filter(({ text }) => what.test(text)).map(({ path }) => path)

describe('what a citizen gets of a calculation, wherever he looks', () => {
  test('is every line where the whole calculation is open', async () => {
    const made = await published()
    const found = await everything(w.citizen, made)
    const at = `/takster/beregning/${made.id}`
    expect(telling(found, lines)).toEqual(
      expect.arrayContaining([
        at,
        `/api/v1/tariff-calculations/${made.id}`,
        `${at}/proev`,
        `${at}/ark.xlsx`,
        `${at}/ark.json`,
        'ark.pdf',
      ]),
    )
    expect(found.length).toBeGreaterThan(120)
  })

  test('is no line where it was decided to show groups, but what they come to', async () => {
    const made = await published()
    expect((await decide(await w.as('secretariat'), made.operatorId, 'groups')).status).toBe(303)
    const found = await everything(w.citizen, made)
    expect(telling(found, /forstanderen|nattevagten|2\.?345\.?678/)).toEqual([])
    expect(telling(found, whole)).toContain(`/takster/beregning/${made.id}`)
  })

  test.each([
    ['it was decided to show the price alone', '10', true],
    ['there are fewer than three places, whatever was decided', '2', false],
  ])('is no cost, no places and no occupancy where %s', async (_, places, decided) => {
    const made = await published({ places })
    await decide(await w.as('secretariat'), made.operatorId, decided ? 'price' : 'full')
    const found = await everything(w.citizen, made)
    expect(telling(found, lines)).toEqual([])
    expect(telling(found, whole)).toEqual([])
    expect(telling(found, new RegExp(`\\b${places}[.,]25|97[.,]12|0\\.9712`))).toEqual([])
    const { text } = await w.citizen.get(`/takster/${made.version}`)
    expect(text).toContain('1.011 kr.')
    expect(text).toContain('vises ikke')
    expect((await w.citizen.get(`/takster/beregning/${made.id}/proev`)).status).toBe(404)
  })

  test('is no more for those who are signed in and not inside', async () => {
    const made = await published()
    await decide(await w.as('secretariat'), made.operatorId, 'price')
    expect(telling(await everything(await w.as('approver', 'faxe'), made), lines)).toEqual([])
  })

  test('is open for a small level of a calculation that has places enough', async () => {
    const made = await published({ places: '10', levels: ['8', '2'] })
    const { text } = await w.citizen.get('/takster?aar=2026&sorter=pladser')
    expect(text).toMatch(/Niveau 2.*data-title="Pladser">2<.*Niveau 1.*data-title="Pladser">8</s)
    expect(text).not.toContain('>vises ikke<')
    expect((await w.citizen.get(`/takster/${made.version}`)).text).not.toContain('vises ikke')
  })

  test('is no trace of what moved the tariff when the year before is hidden', async () => {
    const made = await published()
    await w.sql`update parameter set value = 11 where key = 'tariff.visibility.fewPlaces'`
    expect(telling(await everything(w.citizen, made), /Løn: [+−]/)).toEqual([])
  })
})

describe('those inside', () => {
  test('see the whole calculation, whatever others see, and leave nothing behind for others', async () => {
    const made = await published()
    const office = await w.as('secretariat')
    await decide(office, made.operatorId, 'price')
    const path = `/takster/beregning/${made.id}`
    expect((await office.get(path)).text).toContain('forstanderen')
    expect((await (await w.as('contributor', 'slagelse')).get(path)).text).toContain('forstanderen')
    expect((await office.get('/takster?aar=2026')).text).toContain('10,25')
    expect((await (await w.as('contributor', 'faxe')).get(path)).text).not.toContain('forstanderen')
    for (const address of [path, '/takster?aar=2026', `/takster/${made.version}`]) {
      const first = await w.citizen.get(address)
      expect(first.text).not.toMatch(/forstanderen|10,25/)
      expect((await w.citizen.get(address, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304)
    }
  })
})

describe('what everybody sees of an operator', () => {
  test('is decided by the secretariat from a day, and everybody reads what was decided and why', async () => {
    const { operatorId, id } = await published()
    const office = await w.as('secretariat')
    expect((await decide(office, operatorId, 'price', { validFrom: '2026-03-05' })).status).toBe(303)
    expect((await w.citizen.get(`/takster/beregning/${id}`)).text).toContain('forstanderen')
    expect((await w.citizen.get(`/takster/synlighed?driftsherre=${operatorId}`)).text).toMatch(/kommer/)
    w.now = new Date('2026-03-05T09:00:00Z')
    expect((await w.citizen.get(`/takster/beregning/${id}`)).text).not.toContain('forstanderen')
    const again = await w.as('secretariat')
    expect((await decide(again, operatorId, 'rule', { validFrom: '2026-03-05', reason: 'Aftalen er ophævet' })).status).toBe(303)
    expect((await w.citizen.get(`/takster/beregning/${id}`)).text).toContain('forstanderen')
    const { text } = await w.citizen.get('/takster/synlighed')
    expect(text).toMatch(/Aftalen er ophævet.*Driftsherren har bedt om det/s)
    expect(text).toContain('Brev 1. marts 2026')
    const api = (await w.citizen.get('/api/v1/tariff-visibility')).json()
    expect(api).toMatchObject({ fewestPlaces: 3, byOwnership: { private: 'groups', municipal: 'full' }, operators: [] })
  })

  test('is not decided backwards, without a reason, for nobody, or as it is already', async () => {
    const { operatorId } = await published()
    const office = await w.as('secretariat')
    expect((await decide(office, operatorId, 'price', { validFrom: '2026-03-01' })).text).toContain('Dagen er allerede gået')
    expect((await decide(office, operatorId, 'price', { reason: '' })).status).toBe(422)
    expect((await decide(office, operatorId, 'half')).text).toContain('Vælg, hvor meget alle kan se')
    expect((await decide(office, 999_999, 'price')).text).toContain('Vælg en driftsherre på listen')
    await decide(office, operatorId, 'price')
    expect((await decide(office, operatorId, 'price')).text).toContain('Sådan er det allerede')
    const [row] = await w.sql<{ count: number }[]>`select count(*) as count from tariff_visibility`
    expect(row?.count).toBe(1)
  })

  test('is decided by nobody else, and stays as it was written', async () => {
    const { operatorId } = await published()
    expect((await decide(await w.as('approver', 'slagelse'), operatorId, 'price')).status).toBe(403)
    expect((await decide(w.citizen, operatorId, 'price')).location).not.toContain('/takster/synlighed')
    await decide(await w.as('secretariat'), operatorId, 'price')
    await expect(w.database.deed((sql) => sql`delete from tariff_visibility`)).rejects.toThrow('never changed')
  })
})
