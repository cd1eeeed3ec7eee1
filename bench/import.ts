import { type StatusOut, statusColumns } from '../src/capabilities/exchange/status-sheet.ts'
import { type State, stateKeys } from '../src/capabilities/progress/index.ts'
import { sheet, writeWorkbook } from '../src/platform/sheet.ts'
import { addDays } from '../src/platform/values/day.ts'
import { startProgram } from '../tests/setup/program.ts'
import type { Row } from './harness/row.ts'
import { memoryOf, memoryRow, row, signedIn, timed } from './harness/sending.ts'

export const ROWS = 50_000
const READ_GOAL_S = 20
const WRITE_GOAL_S = 10
const MOST_BYTES = 25 * 1024 * 1024

/** The workbook people fetch, with years of history written into it: `count` reports, each of its own party, area and day. */
export function importWorkbook(parties: readonly string[], areas: readonly string[], count = ROWS): Promise<Uint8Array> {
  const rows = Array.from({ length: count }, (_, at): StatusOut => {
    const party = parties[at % parties.length] ?? ''
    const area = areas[Math.floor(at / parties.length) % areas.length] ?? ''
    const day = addDays('2019-01-01', 7 * Math.floor(at / (parties.length * areas.length)))
    return { party: { name: party }, area: { key: area, title: `Indsatsområde ${area}` }, report: { ...report(at), day } }
  })
  return writeWorkbook({ title: 'Rammeaftale Sjælland', sheets: [sheet({ name: 'Status', columns: statusColumns, rows })] })
}

const report = (at: number): NonNullable<StatusOut['report']> => ({
  id: 900_000_000 + at,
  partyId: 0,
  areaId: 0,
  state: (stateKeys[at % stateKeys.length] ?? 'running') as State,
  reason: `Vi venter på svar fra nabokommunen, sag ${at}`,
  publicNote: `Arbejdsgruppen har mødtes ${at % 7} gange og gået punkt ${at} igennem; næste skridt er aftalt med ${at % 19} tilbud.`,
  evidence: `https://example.dk/sager/${at}`,
  day: '',
  recordedAt: new Date(0),
  publishedAt: undefined,
  approvedAt: undefined,
  actorRole: 'contributor',
  example: false,
  confirmedAt: undefined,
  confirmedRole: undefined,
})

/** The real program as built, with a data folder of its own: upload to preview, confirm to done, and the memory it took. */
export async function measureImport(): Promise<Row[]> {
  const program = await startProgram()
  try {
    const browser = await signedIn(program)
    const matrix = (await (await fetch(`${program.url}/api/v1/matrix`)).json()) as { areas: string[] }
    const parties = (await (await fetch(`${program.url}/plan/status.csv`)).text()).split('\r\n').slice(1)
    const names = [...new Set(parties.map((line) => line.split(';')[0] ?? '').filter(Boolean))]
    const bytes = await importWorkbook(names, matrix.areas)
    const idle = memoryOf(program, 'VmRSS')
    const reading = await timed(() => browser.upload(bytes))
    const writing = await timed(() => browser.confirm(reading.came))
    const again = await timed(() => browser.upload(bytes))
    const peak = memoryOf(program, 'VmHWM')
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`
    await browser.upload(padded(bytes))
    return [
      row(`import of ${ROWS} rows (${size}): upload to preview`, reading.seconds, READ_GOAL_S),
      row('confirm to done', writing.seconds, WRITE_GOAL_S),
      row('the same workbook again: upload to »intet nyt«', again.seconds, READ_GOAL_S),
      memoryRow(`peak memory of the server process (${idle} MB before)`, peak),
      memoryRow('the same after a file of 25 MB, which is refused', memoryOf(program, 'VmHWM')),
    ]
  } finally {
    await program.stop()
  }
}

/** As large as a file may be; what lies behind the end of the zip makes it a damaged one. */
function padded(bytes: Uint8Array): Uint8Array {
  const full = new Uint8Array(MOST_BYTES - 1024)
  full.set(bytes)
  return full
}
