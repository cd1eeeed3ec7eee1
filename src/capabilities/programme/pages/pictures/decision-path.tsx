import type { Moment } from '../../decision.ts'
import { wrapped } from './timeline.tsx'

/** The path of the decisions: each with its day and body, and what it handed on to the next. */

type Shape = { width: number; text: number; day: number; line: number; letters: number; gap: number }

const wide: Shape = { width: 900, text: 220, day: 0, line: 190, letters: 80, gap: 26 }
const narrow: Shape = { width: 330, text: 34, day: 34, line: 12, letters: 36, gap: 26 }

type Step = { moment: Moment; bodies: string }
type Props = { steps: readonly Step[]; title: string }

/** Drawn twice, since letters cannot flow in a picture: the stylesheet shows the one there is room for. */
export const DecisionPath = ({ steps, title }: Props) => (
  <>
    <div class="plan-only-wide">
      <Path steps={steps} title={title} shape={wide} name="bred" />
    </div>
    <div class="plan-only-narrow">
      <Path steps={steps} title={title} shape={narrow} name="smal" />
    </div>
  </>
)

const LINE = 22

function linesOf({ moment: { item, when, day }, bodies }: Step, { letters, text, day: dayAt }: Shape) {
  const date = when || day || ''
  const head = wrapped(item.title, letters, 3)
  const deliverable = item.text('deliverable')
  return {
    date,
    above: text === dayAt,
    head,
    body: bodies ? wrapped(bodies, letters) : [],
    deliverable: deliverable ? wrapped(`Leverance: ${deliverable}`, letters - 2, 4) : [],
  }
}

type Lines = ReturnType<typeof linesOf>

const heightOf = ({ above, head, body, deliverable }: Lines): number =>
  ((above ? 1 : 0) + head.length + body.length + deliverable.length) * LINE + (deliverable.length > 0 ? 22 : 6)

const Path = ({ steps, title, shape, name }: Props & { shape: Shape; name: string }) => {
  let y = 8
  const placed = steps.map((step) => {
    const lines = linesOf(step, shape)
    const here = y
    y += heightOf(lines) + shape.gap
    return { step, lines, y: here }
  })
  const end = placed.at(-1)?.y ?? 0
  return (
    <svg
      class="plan-picture"
      viewBox={`0 0 ${shape.width} ${y}`}
      width={shape.width}
      height={y}
      role="img"
      aria-labelledby={`vej-${name}-titel vej-${name}-beskrivelse`}
    >
      <title id={`vej-${name}-titel`}>{title}</title>
      <desc id={`vej-${name}-beskrivelse`}>
        {steps.length} beslutninger i rækkefølge, hver med dag, organ og leverance. Det samme står i tabellen ved siden af.
      </desc>
      <line class="plan-path-line" x1={shape.line} x2={shape.line} y1={20} y2={end + 20} />
      {placed.map(({ step, lines, y: top }) => (
        <StepDrawn step={step} lines={lines} top={top} shape={shape} />
      ))}
    </svg>
  )
}

const StepDrawn = ({ step, lines, top, shape }: { step: Step; lines: Lines; top: number; shape: Shape }) => {
  const { date, above, head, body, deliverable } = lines
  const first = top + (above ? LINE : 0) + 16
  const boxTop = first + (head.length + body.length - 1) * LINE + 12
  return (
    <g>
      <circle class={`plan-path-dot plan-path-${step.moment.phase}`} cx={shape.line} cy={top + 11} r={9} />
      <text class="plan-path-day" x={above ? shape.text : shape.day} y={top + 16}>
        {date}
      </text>
      {head.map((words, at) => (
        <text class="plan-path-head" x={shape.text} y={first + at * LINE}>
          {words}
        </text>
      ))}
      {body.map((words, at) => (
        <text class="plan-path-body" x={shape.text} y={first + (head.length + at) * LINE}>
          {words}
        </text>
      ))}
      {deliverable.length > 0 && (
        <rect
          class="plan-path-box"
          x={shape.text - 2}
          y={boxTop}
          width={shape.width - shape.text}
          height={deliverable.length * LINE + 12}
          rx={6}
        />
      )}
      {deliverable.map((words, at) => (
        <text class="plan-path-deliverable" x={shape.text + 10} y={boxTop + 22 + at * LINE}>
          {words}
        </text>
      ))}
    </g>
  )
}
