import { Table } from '../../../platform/ui/index.ts'
import { changeText, oreText } from '../shown.ts'
import type { Waterfall } from '../waterfall.ts'

type Row = { name: string; ore: bigint; kind: 'level' | 'up' | 'down' }

const WIDTH = 360
const ROW = 30
const NAME = 118
const ROOM = WIDTH - NAME - 76

const rowsOf = ({ from, bars, rounding, to }: Waterfall, names: { from: string; to: string }): Row[] => [
  { name: names.from, ore: from, kind: 'level' },
  ...bars.map(({ name, ore }): Row => ({ name, ore, kind: ore > 0n ? 'up' : 'down' })),
  ...(rounding === 0n ? [] : [{ name: 'Afrunding', ore: rounding, kind: rounding > 0n ? 'up' : 'down' } as Row]),
  { name: names.to, ore: to, kind: 'level' },
]

const textOf = ({ ore, kind }: Row): string => (kind === 'level' ? oreText(ore) : changeText(ore))

type Props = { fall: Waterfall; names: { from: string; to: string } }

/** From one tariff to the next, a bar for each thing that moved it; the table beside says the same, and sums. */
export const WaterfallPicture = ({ fall, names }: Props) => {
  const rows = rowsOf(fall, names)
  const svg = waterfallSvg(fall, names)
  return (
    <div class="tariffs-fall">
      <figure class="tariffs-picture">
        <div dangerouslySetInnerHTML={{ __html: svg }} />
        <figcaption class="quiet">
          Kun den øverste del af taksten er tegnet, så ændringerne kan ses: søjlerne begynder ikke ved 0.
        </figcaption>
      </figure>
      <Table<Row>
        caption={`Fra ${names.from.toLowerCase()} til ${names.to.toLowerCase()}`}
        compact
        rows={rows}
        rowClass={({ kind }) => (kind === 'level' ? 'tariffs-total' : undefined)}
        columns={[
          { head: 'Hvad', rowHead: true, cell: ({ name }) => name },
          { head: 'Kroner pr. enhed', numeric: true, cell: textOf },
        ]}
      />
    </div>
  )
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Where the first bar begins to count: low enough that what moved can be seen. */
function scaleOf(rows: readonly Row[]): { low: number; high: number } {
  let at = 0
  const tops = rows.map(({ ore, kind }) => {
    at = kind === 'level' ? Number(ore) : at + Number(ore)
    return at
  })
  const [low, high] = [Math.min(...tops), Math.max(...tops)]
  const air = Math.max((high - low) * 0.25, high * 0.01, 1)
  return { low: Math.max(0, low - air), high: high + air * 0.2 }
}

/** The same picture for page and paper; colours by class on the page, and written in for the paper. */
export function waterfallSvg(fall: Waterfall, names: Props['names']): string {
  const rows = rowsOf(fall, names)
  const { low, high } = scaleOf(rows)
  const x = (ore: number) => NAME + ((Math.max(ore, low) - low) / (high - low)) * ROOM
  let now = 0
  const lines = rows.map((row, at) => {
    const start = row.kind === 'level' ? low : now
    now = row.kind === 'level' ? Number(row.ore) : now + Number(row.ore)
    const [left, right] = [Math.min(x(start), x(now)), Math.max(x(start), x(now))]
    const top = at * ROW + 6
    return `<text class="tariffs-bar-name" x="0" y="${top + 13}" font-size="10" fill="#17272a">${escaped(row.name)}</text>
<rect class="tariffs-${row.kind}" x="${left.toFixed(1)}" y="${top}" width="${Math.max(right - left, 1).toFixed(1)}" height="18" fill="${fills[row.kind]}" stroke="${edges[row.kind]}" stroke-width=".8"/>
<text class="tariffs-bar-number" x="${WIDTH - 2}" y="${top + 13}" text-anchor="end" font-size="10" fill="#4f5d5f">${escaped(textOf(row))}</text>`
  })
  const said = rows.map((row) => `${row.name}: ${textOf(row)}`).join('; ')
  return `<svg viewBox="0 0 ${WIDTH} ${rows.length * ROW}" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="fald-titel fald-tekst"><title id="fald-titel">Hvad der har flyttet taksten</title><desc id="fald-tekst">${escaped(said)}</desc>${lines.join('')}</svg>`
}

const fills: Record<Row['kind'], string> = { level: '#0c4a50', up: '#f3b49c', down: '#b7d8c4' }
const edges: Record<Row['kind'], string> = { level: '#0c4a50', up: '#9b2c10', down: '#35604c' }
