import { type Column, sheet, writeWorkbook } from '../src/platform/sheet.ts'
import { startProgram } from '../tests/setup/program.ts'
import type { Row } from './harness/row.ts'
import { memoryOf, memoryRow, row, signedIn, timed } from './harness/sending.ts'

export const ROWS = 50_000
const GOAL_S = 30
/** One row in so many has no number that it can be known by. */
const NAMELESS = 10

type Out = { at: number; places: number }

const kinds = ['Døgn', 'Dag', 'Ambulant', 'Aflastning']
const bases = ['SEL § 107', 'SEL § 108', 'SEL § 103', 'SEL § 104']
const towns = ['Faxe', 'Greve', 'Guldborgsund', 'Holbæk', 'Kalundborg', 'Køge', 'Lejre', 'Lolland', 'Næstved', 'Odsherred']
const known = ({ at }: Out) => at % NAMELESS !== 0
const offerOf = (at: number) => Math.floor(at / 2)

/** As another system would send it: two units an offer, each with its places and its price. */
const columns: Column<Out>[] = [
  {
    key: 'portalOffer',
    title: 'Tilbudsid',
    kind: 'text',
    value: (out) => (known(out) ? String(500_000 + offerOf(out.at)) : undefined),
  },
  {
    key: 'portalUnit',
    title: 'Afdelingsid',
    kind: 'text',
    value: (out) => (known(out) ? String(9_000_000 + out.at) : undefined),
  },
  { key: 'operator', title: 'Driftsherre', kind: 'text', value: ({ at }) => `Driftsherre ${offerOf(at) % 200}` },
  {
    key: 'offer',
    title: 'Tilbud',
    kind: 'text',
    value: (out) => (known(out) ? `Botilbuddet Lindevej ${offerOf(out.at)}` : `Værkstedet Engen ${out.at}`),
  },
  { key: 'unit', title: 'Afdeling', kind: 'text', value: ({ at }) => `Hus ${(at % 2) + 1}` },
  { key: 'address', title: 'Adresse', kind: 'text', value: ({ at }) => `Lindevej ${offerOf(at)}` },
  { key: 'municipality', title: 'Kommune', kind: 'text', value: ({ at }) => towns[offerOf(at) % towns.length] },
  { key: 'kind', title: 'Form', kind: 'text', value: ({ at }) => kinds[offerOf(at) % kinds.length] },
  { key: 'bases', title: 'Retsgrundlag', kind: 'text', value: ({ at }) => bases[offerOf(at) % bases.length] },
  { key: 'groups', title: 'Målgrupper', kind: 'text', value: () => 'Autisme; Udviklingshæmning' },
  { key: 'ages', title: 'Alder', kind: 'text', value: () => '18-65 år' },
  { key: 'approved', title: 'Godkendte pladser', kind: 'number', value: ({ places }) => places },
  { key: 'inUse', title: 'Pladser i brug', kind: 'number', value: () => 4 },
  { key: 'price', title: 'Pris, kr.', kind: 'number', value: ({ at }) => 1500 + (at % 2000) },
  { key: 'per', title: 'Pris pr.', kind: 'text', value: () => 'døgn' },
  { key: 'year', title: 'Prisens år', kind: 'number', value: () => 2026 },
]

export const bookOf = (places: (at: number) => number, count = ROWS): Promise<Uint8Array> => {
  const rows = Array.from({ length: count }, (_, at): Out => ({ at, places: places(at) }))
  return writeWorkbook({ title: 'Tilbud', sheets: [sheet({ name: 'Tilbud', columns, rows })] })
}

/** The real program as built: a register of fifty thousand rows, then the same with a tenth of it changed. */
export async function measureOfferImport(): Promise<Row[]> {
  const program = await startProgram()
  try {
    const browser = await signedIn(program, '/tilbud/indlaes')
    const bytes = await bookOf((at) => 5 + (at % 9))
    const idle = memoryOf(program, 'VmRSS')
    const reading = await timed(() => browser.upload(bytes))
    const writing = await timed(() => browser.confirm(reading.came))
    const edited = await bookOf((at) => 5 + (at % 9) + (at % NAMELESS === 1 ? 1 : 0))
    const again = await timed(() => browser.upload(edited))
    const alike = await timed(() => browser.confirm(again.came, '/valg', { alle: 'ja' }))
    const changing = await timed(() => browser.confirm(again.came))
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`
    return [
      row(`import of ${ROWS} rows of offers, all new (${size}): upload to preview`, reading.seconds, GOAL_S),
      row('confirm to done', writing.seconds, GOAL_S),
      row('the two together', reading.seconds + writing.seconds, GOAL_S),
      row('the same register with 5000 rows changed: upload to the question of names', again.seconds, GOAL_S),
      row('all names said to be the same: read again to preview', alike.seconds, GOAL_S),
      row('confirm to done', changing.seconds, GOAL_S),
      memoryRow(`peak memory of the server process (${idle} MB before)`, memoryOf(program, 'VmHWM')),
    ]
  } finally {
    await program.stop()
  }
}
