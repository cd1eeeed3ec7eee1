import { numberText } from '../values/danish.ts'

/** One figure in time: `at` is years, such as 2025.125 for the middle of the first quarter of 2025. */
export type SeriesPoint = { at: number; label: string; value: number }
/** `step`: points further apart in time than this, in years, are not joined: what is not told is not drawn. */
export type Series = { name: string; points: readonly SeriesPoint[]; step: number; example?: boolean | undefined }

type Props = {
  /** Once on a page. */
  id: string
  title: string
  /** After each number: ' %' or ''. */
  unit: string
  series: readonly Series[]
  /** A line across, such as 100 percent. */
  mark?: number | undefined
}

const [WIDTH, HEIGHT] = [440, 230]
const EDGE = { left: 46, right: 24, top: 16, bottom: 28 }
const SIGNS = ['circle', 'square', 'triangle', 'diamond'] as const

type Scale = (value: number) => number

const scale = ([from, to]: [number, number], [start, end]: [number, number]): Scale => {
  const span = to - from || 1
  return (value) => Math.round((start + ((value - from) / span) * (end - start)) * 10) / 10
}

/** A round number a little above, so that nothing touches the top. */
function topOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((times) => times * power).find((one) => one >= most * 1.05) ?? most * 1.2
}

const sign = (kind: (typeof SIGNS)[number], x: number, y: number, className: string) => {
  if (kind === 'circle') return <circle class={className} cx={x} cy={y} r="5" />
  if (kind === 'square') return <rect class={className} x={x - 4.5} y={y - 4.5} width="9" height="9" />
  if (kind === 'triangle') return <path class={className} d={`M${x} ${y - 6}l6 10h-12z`} />
  return <path class={className} d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} />
}

const signOf = (at: number) => SIGNS[at % SIGNS.length] ?? 'circle'
const classOf = (at: number, example: boolean | undefined) => `series-${at % SIGNS.length}${example ? ' series-example' : ''}`

const describe = ({ name, points, example }: Series, unit: string): string =>
  `${name}${example ? ' (eksempeldata)' : ''}: ${points.map(({ label, value }) => `${label} ${numberText(value)}${unit}`).join(', ')}`

/** Figures over time as an SVG the server writes. It shows nothing that the table beside it does not say. */
export const SeriesPicture = ({ id, title, unit, series, mark }: Props) => {
  const all = series.flatMap(({ points }) => points)
  if (all.length === 0) return null
  const top = topOf(Math.max(mark ?? 0, ...all.map(({ value }) => value)))
  const years = [Math.floor(Math.min(...all.map(({ at }) => at))), Math.ceil(Math.max(...all.map(({ at }) => at)))] as const
  const [first, last] = years[0] === years[1] ? [years[0], years[1] + 1] : years
  const x = scale([first, last], [EDGE.left, WIDTH - EDGE.right])
  const y = scale([0, top], [HEIGHT - EDGE.bottom, EDGE.top])
  return (
    <figure class="series">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-titel ${id}-tekst`}>
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-tekst`}>{series.map((one) => describe(one, unit)).join('. ')}.</desc>
        <Ground x={x} y={y} first={first} last={last} top={top} unit={unit} mark={mark} />
        {series.map((one, at) => (
          <Line of={one} at={at} x={x} y={y} unit={unit} />
        ))}
      </svg>
      <figcaption>
        <ul class="series-legend">
          {series.map(({ name, example }, at) => (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                {sign(signOf(at), 8, 8, classOf(at, example))}
              </svg>
              {name}
              {example && ' (eksempeldata)'}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

type GroundProps = { x: Scale; y: Scale; first: number; last: number; top: number; unit: string; mark: number | undefined }

const Ground = ({ x, y, first, last, top, unit, mark }: GroundProps) => {
  const every = Math.ceil((last - first) / 7)
  const years = Array.from({ length: last - first }, (_, at) => first + at).filter((year) => (year - first) % every === 0)
  return (
    <g>
      {[0, top / 2, top].map((value) => (
        <>
          <line class="series-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
          <text class="series-axis" x={EDGE.left - 6} y={y(value) + 4} text-anchor="end">
            {numberText(value)}
            {unit}
          </text>
        </>
      ))}
      {mark !== undefined && <line class="series-mark" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(mark)} y2={y(mark)} />}
      {years.map((year) => (
        <text class="series-axis" x={x(year + 0.5)} y={HEIGHT - 8} text-anchor="middle">
          {year}
        </text>
      ))}
    </g>
  )
}

type LineProps = { of: Series; at: number; x: Scale; y: Scale; unit: string }

const Line = ({ of: { points, step, example }, at, x, y, unit }: LineProps) => {
  const sorted = [...points].sort((a, b) => a.at - b.at)
  const path = sorted
    .map((point, index) => {
      const before = sorted[index - 1]
      const joins = before !== undefined && point.at - before.at <= step + 0.01
      return `${joins ? 'L' : 'M'}${x(point.at)} ${y(point.value)}`
    })
    .join('')
  const labelled = sorted.length <= 4 ? sorted : [sorted[0], sorted.at(-1)].flatMap((point) => point ?? [])
  return (
    <g>
      <path class={`series-line ${classOf(at, example)}`} d={path} />
      {sorted.map((point) => sign(signOf(at), x(point.at), y(point.value), classOf(at, example)))}
      {labelled.map((point) => (
        <text class="series-value" x={x(point.at)} y={y(point.value) - 10} text-anchor="middle">
          {numberText(point.value)}
          {unit}
        </text>
      ))}
    </g>
  )
}
