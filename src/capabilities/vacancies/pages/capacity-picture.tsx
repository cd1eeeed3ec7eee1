import { numberText } from '../../../platform/values/danish.ts'
import type { Capacity } from '../store/capacity.ts'

const WIDTH = 360
const ROW = 30
const BAR = { x: 2, height: 10 }
const TEXT_AT = WIDTH - 62

const describe = ({ municipality, approved, approvedTold, free, freeTold }: Capacity): string =>
  `${municipality ?? 'Ikke oplyst'}: ${approvedTold === 0 ? 'pladser ikke oplyst' : `${approved} pladser`}, ${freeTold === 0 ? 'ledige ikke oplyst' : `${free} ledige`}`

/** Approved places of each municipality as a bar, the free ones as a darker part of it. The table below says the same. */
export const CapacityPicture = ({ rows }: { rows: readonly Capacity[] }) => {
  const most = Math.max(1, ...rows.map(({ approved, free }) => Math.max(approved, free)))
  const width = (places: number) => (places / most) * (TEXT_AT - BAR.x - 8)
  return (
    <figure class="vacancies-picture">
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-labelledby="kapacitet-titel kapacitet-tekst">
        <title id="kapacitet-titel">Godkendte og ledige pladser pr. kommune</title>
        <desc id="kapacitet-tekst">{rows.map(describe).join('. ')}.</desc>
        {rows.map((row, at) => (
          <g transform={`translate(0 ${at * ROW})`}>
            <text class="vacancies-name" x={BAR.x} y="11">
              {row.municipality ?? 'Ikke oplyst'}
            </text>
            {row.approvedTold > 0 && (
              <rect class="vacancies-approved" x={BAR.x} y="15" width={width(row.approved)} height={BAR.height} />
            )}
            {row.free > 0 && <rect class="vacancies-free" x={BAR.x} y="15" width={width(row.free)} height={BAR.height} />}
            {row.approvedTold === 0 && row.free === 0 && (
              <text class="vacancies-number" x={BAR.x} y="23.5">
                pladser ikke oplyst
              </text>
            )}
            <text class="vacancies-number" x={WIDTH - 2} y="24" text-anchor="end">
              {row.approvedTold === 0 ? '?' : numberText(row.approved)} / {row.freeTold === 0 ? '?' : numberText(row.free)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="quiet">
        <span class="vacancies-key vacancies-key-approved" /> godkendte pladser <span class="vacancies-key vacancies-key-free" />{' '}
        ledige. Tallene er godkendte / ledige; ? er ikke oplyst.
      </figcaption>
    </figure>
  )
}
