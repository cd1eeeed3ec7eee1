const WIDTH = 360
const ROW = 32
const BAR = 12
const EDGE = 62

type PictureBar = { label: string; value: number; text: string }

type PictureProps = { id: string; title: string; bars: readonly PictureBar[] }

/** Bars from a line at zero, to the left what falls. The table below says the same. */
export const BarPicture = ({ id, title, bars }: PictureProps) => {
  const low = Math.min(0, ...bars.map(({ value }) => value))
  const high = Math.max(0, ...bars.map(({ value }) => value))
  const scale = (WIDTH - EDGE - 4) / (high - low || 1)
  const zero = (low < 0 ? EDGE : 2) - low * scale
  return (
    <figure class="supervision-picture">
      <svg viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-labelledby={`${id}-titel ${id}-tekst`}>
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-tekst`}>{bars.map(({ label, text }) => `${label}: ${text}`).join('. ')}.</desc>
        <line class="supervision-axis" x1={zero} y1="0" x2={zero} y2={bars.length * ROW} />
        {bars.map(({ label, value, text }, at) => (
          <g transform={`translate(0 ${at * ROW})`}>
            <text x={value < 0 ? zero - 4 : zero + 4} y="11" text-anchor={value < 0 ? 'end' : 'start'}>
              {label}
            </text>
            <rect
              class="supervision-bar"
              x={Math.min(zero, zero + value * scale)}
              y="15"
              width={Math.abs(value) * scale}
              height={BAR}
            />
            <text
              class="supervision-number"
              x={zero + value * scale + (value < 0 ? -4 : 4)}
              y="25"
              text-anchor={value < 0 ? 'end' : 'start'}
            >
              {text}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
