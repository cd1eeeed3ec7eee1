import { type NewVersion, publishVersions } from '../src/capabilities/tariff-years/store/publish.ts'
import { connect } from '../src/platform/db.ts'
import { sheet, writeWorkbook } from '../src/platform/sheet.ts'
import { startProgram } from '../tests/setup/program.ts'
import { median, ms, percentile } from './harness/numbers.ts'
import type { Row } from './harness/row.ts'
import { memoryOf, memoryRow, row, signedIn, timed } from './harness/sending.ts'
import { onTrial } from './harness/trial.ts'

const TARIFFS = 10_000
const FIRST_BYTE_MS = 60
const SHEET_ROWS = 50_000
const SHEET_GOAL_S = 30

/** Ten thousand tariffs over two years at the units of the register, published as people publish them. */
async function publishMany(databaseUrl: string): Promise<void> {
  const { deed, close } = connect(databaseUrl, { connections: 1 })
  await deed(async (sql) => {
    const units = await sql<{ unitId: number; offerId: number }[]>`select id as unit_id, offer_id from offer_unit order by id`
    const groups = ['Autisme', 'Udviklingshæmning', 'Hjemløshed', 'Erhvervet hjerneskade', 'Kriminalitet', 'Psykisk lidelse']
    for (const year of [2026, 2027])
      await publishVersions(
        sql,
        Array.from({ length: TARIFFS }, (_, at): NewVersion => {
          const { unitId = 0, offerId = 0 } = units[at % units.length] ?? {}
          return {
            unitId,
            offerId,
            placeLineId: undefined,
            service: `Ydelse ${Math.floor(at / units.length)}`,
            level: `Niveau ${at % 4}`,
            addOn: at % 17 === 0,
            per: at % 9 === 0 ? 'day' : 'full_day',
            groups: [groups[at % groups.length] ?? ''],
            year,
            amountOre: 100_000 + ((at * 7919) % 600_000) + (year - 2026) * (at % 13) * 1000,
            places: 4 + (at % 20),
            occupancy: 0.97,
            days: 365,
            validFrom: `${year}-01-01`,
            validUntil: `${year + 1}-01-01`,
            basis: 'not_received',
            source: 'Måling',
            actorName: 'Måling',
            publishedAt: new Date(),
          }
        }),
      )
    await sql`analyze`
  })
  await close()
}

/** Pages nobody has asked for before, so that none comes from memory. */
const lists = (at: number): [name: string, path: string][] => [
  ['list, newest of each, paged', `/takster?side=${at + 1}`],
  ['list of one year', `/takster?aar=2027&side=${at + 1}`],
  ['list by amount', `/takster?aar=2027&sorter=takst&vej=ned&side=${at + 1}`],
  ['list by change', `/takster?aar=2027&sorter=aendring&vej=ned&side=${at + 1}`],
  ['list of one target group', `/takster?aar=2027&maalgruppe=Autisme&side=${at + 1}`],
  ['list by words', `/takster?aar=2027&q=ydelse+${at}`],
  ['year by year', `/takster/aar?side=${at + 1}`],
  ['target groups', `/takster/maalgrupper?aar=2027&q=ydelse+${at}`],
  ['spread', `/takster/fordeling?aar=2027&q=niveau+${at % 4}+ydelse+${at}`],
]

const ROUNDS = 30

async function firstBytes(url: string): Promise<Row[]> {
  const taken = new Map<string, number[]>()
  for (let at = 0; at < ROUNDS; at++)
    for (const [name, path] of lists(at)) {
      const began = performance.now()
      const answer = await fetch(url + path)
      const first = performance.now() - began
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
      if (at > 2) taken.set(name, [...(taken.get(name) ?? []), first])
    }
  return [...taken].map(([name, times]) => ({
    what: `${TARIFFS} tariffs, ${name}: first byte`,
    goal: `≤ ${FIRST_BYTE_MS} ms`,
    result: `${ms(median(times))}, 95 %: ${ms(percentile(times, 0.95))}`,
    met: median(times) <= FIRST_BYTE_MS,
  }))
}

/** One operator's sheet of fifty thousand tariffs. */
const bigSheet = (places: readonly { offer: string; unit: string }[]): Promise<Uint8Array> => {
  const rows = Array.from({ length: SHEET_ROWS }, (_, at) => ({ ...(places[at % places.length] ?? { offer: '', unit: '' }), at }))
  type R = (typeof rows)[number]
  const column = (title: string, value: (row: R) => string | number) => ({
    key: title,
    title,
    kind: typeof value(rows[0] ?? { offer: '', unit: '', at: 0 }) === 'number' ? ('number' as const) : ('text' as const),
    value,
  })
  return writeWorkbook({
    title: 'Takster',
    sheets: [
      sheet({
        name: 'Takster',
        columns: [
          column('Tilbud', ({ offer }) => offer),
          column('Afdeling', ({ unit }) => unit),
          column('Ydelse', ({ at }) => `Ydelse ${at}`),
          column('Takst pr.', () => 'døgn'),
          column('Pladser', ({ at }) => 4 + (at % 20)),
          column('Belægning, procent', () => 97),
          column('Løn, kr.', ({ at }) => 5_000_000 + at),
          column('Ejendom, kr.', () => 450_000),
          column('Øvrig drift, kr.', () => 320_000.5),
          column('Overhead, kr.', () => 240_000),
        ],
        rows,
      }),
    ],
  })
}

/** The real program as built: an operator's workbook from upload to preview, and from confirmed to saved. */
export async function measureTariffSheet(): Promise<Row[]> {
  const program = await startProgram()
  try {
    const year = new Date().getFullYear() + 1
    const found = (await (await fetch(`${program.url}/tilbud/liste.json`)).json()) as {
      results: { offer: string; unit: string; operator?: string }[]
    }
    const places = found.results
      .filter(({ operator }) => operator === 'Region Sjælland')
      .map(({ offer, unit }) => ({ offer, unit }))
    const bytes = await bigSheet(places)
    const browser = await signedIn(program, `/takster/skema/${year}/1/regneark`)
    const idle = memoryOf(program, 'VmRSS')
    const reading = await timed(() => browser.upload(bytes))
    const writing = await timed(() => browser.confirm(reading.came))
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`
    return [
      row(`sheet of ${SHEET_ROWS} tariffs (${size}): upload to saved`, reading.seconds + writing.seconds, SHEET_GOAL_S),
      memoryRow(`peak memory of the server process (${idle} MB before)`, memoryOf(program, 'VmHWM')),
    ]
  } finally {
    await program.stop()
  }
}

export const measureTakster = (): Promise<Row[]> =>
  onTrial(async ({ app, databaseUrl }) => {
    await publishMany(databaseUrl)
    return firstBytes(app.url)
  })
