import { scaleTime } from 'd3-scale'
import type { Day } from '../../../../platform/values/day.ts'
import type { Period } from '../../../plan/index.ts'
import type { Moment } from '../../decision.ts'
import type { Group, Line, Quarter, Timeline } from '../../timeline.ts'

/** The quarter timeline: what was planned as light bars, phases on top of them, milestones as squares on their corner. */

const WIDTH = 1180
const NAMES = 312
const TOP = 56
const ROW = 46
const HEAD = 36

type X = (day: Day) => number

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`)

type PictureProps = { timeline: Timeline; today: Day; now: boolean }

export const TimelinePicture = ({ timeline, today, now }: PictureProps) => {
  const { quarters, decisions, groups } = timeline
  const from = quarters[0]?.from ?? today
  const until = quarters.at(-1)?.until ?? today
  const scale = scaleTime([at(from), at(until)], [NAMES, WIDTH - 8])
  scale.clamp(true)
  const x: X = (day) => scale(at(day))
  const rows = placed(groups)
  const height = rows.height + 12
  return (
    <svg
      class="plan-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-labelledby="tidslinje-titel tidslinje-beskrivelse"
    >
      <title id="tidslinje-titel">
        Tidslinje {from.slice(0, 4)}-{quarters.at(-1)?.year}
      </title>
      <desc id="tidslinje-beskrivelse">
        Initiativerne under principper og fokusområder, kvartal for kvartal, med faser og milepæle. Det samme står i tabellen ved
        siden af.
      </desc>
      <Grid quarters={quarters} x={x} height={height} />
      {from <= today && today < until && <Today x={x(today)} height={height} now={now} />}
      <Row y={TOP} name="Beslutninger og frister">
        {decisions.map((moment) => (
          <Diamond moment={moment} x={x} y={TOP + ROW / 2} />
        ))}
      </Row>
      {rows.parts.map(({ group, y, lines }) => (
        <g>
          <text class="plan-picture-group" x={0} y={y + HEAD - 10}>
            {group.item.title}
          </text>
          {lines.map((part) => (
            <LineRow line={part.line} x={x} y={part.y} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function placed(groups: readonly Group[]) {
  let y = TOP + ROW
  const parts = groups.map((group) => {
    const start = y
    y += HEAD
    const lines = group.lines.map((line) => {
      const here = y
      y += ROW
      return { line, y: here }
    })
    return { group, y: start, lines }
  })
  return { parts, height: y }
}

const Grid = ({ quarters, x, height }: { quarters: readonly Quarter[]; x: X; height: number }) => (
  <g>
    {quarters.map(({ from, until, year, quarter }) => (
      <>
        <line
          class={quarter === 1 ? 'plan-picture-year' : 'plan-picture-quarter'}
          x1={x(from)}
          x2={x(from)}
          y1={quarter === 1 ? 0 : 28}
          y2={height}
        />
        <text class="plan-picture-q" x={(x(from) + x(until)) / 2} y={44} text-anchor="middle">
          {quarter}. kv.
        </text>
        {quarter === 1 && (
          <text class="plan-picture-y" x={x(from) + 8} y={20}>
            {year}
          </text>
        )}
      </>
    ))}
  </g>
)

const Today = ({ x, height, now }: { x: number; height: number; now: boolean }) => (
  <g>
    <line class="plan-picture-today" x1={x} x2={x} y1={24} y2={height} />
    <text class="plan-picture-now" x={x - 6} y={20} text-anchor="end">
      {now ? 'I dag' : 'Den dag'}
    </text>
  </g>
)

const Row = ({ y, name, children }: { y: number; name: string; children?: unknown }) => (
  <g>
    {wrapped(name, 40).map((words, at, all) => (
      <text class="plan-picture-name" x={0} y={y + ROW / 2 + 5 + (at - (all.length - 1) / 2) * 17}>
        {words}
      </text>
    ))}
    {children}
  </g>
)

const LineRow = ({ line, x, y }: { line: Line; x: X; y: number }) => (
  <Row y={y} name={`${line.item.key} ${line.item.title}`}>
    {line.planned && (
      <Bar
        period={line.planned}
        look="plan-bar-planned"
        x={x}
        y={y + 8}
        height={ROW - 16}
        title={`Planlagt ${line.planned.text}`}
      />
    )}
    {line.phases.map(({ item, period, done }) => (
      <Bar
        period={period}
        look={done ? 'plan-bar-done' : 'plan-bar-phase'}
        x={x}
        y={y + 17}
        height={ROW - 34}
        title={`${item.title}: ${period.text}${done ? ', gennemført' : ''}`}
      />
    ))}
    {line.milestones.map((moment) => (
      <Diamond moment={moment} x={x} y={y + ROW / 2} />
    ))}
  </Row>
)

type BarProps = { period: Period; look: string; x: X; y: number; height: number; title: string }

const Bar = ({ period, look, x, y, height, title }: BarProps) => (
  <rect class={look} x={x(period.from)} y={y} width={Math.max(x(period.until) - x(period.from), 6)} height={height} rx={4}>
    <title>{title}</title>
  </rect>
)

const SIZE = 8
const words = { done: 'gennemført', unsaid: 'planlagt, ikke meldt gennemført', now: 'nu', ahead: 'kommer' } as const

const Diamond = ({ moment: { item, day, when, phase }, x, y }: { moment: Moment; x: X; y: number }) => {
  const mid = x(day ?? '')
  return (
    <path class={`plan-diamond-${phase}`} d={`M${mid} ${y - SIZE}l${SIZE} ${SIZE}l${-SIZE} ${SIZE}l${-SIZE} ${-SIZE}z`}>
      <title>
        {item.title}: {when || day}, {words[phase]}
      </title>
    </path>
  )
}

/** Breaks a text at spaces into lines of at most so many characters, three lines at most. */
export function wrapped(text: string, letters: number, most = 2): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, most)
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]} …`
  return shown
}
