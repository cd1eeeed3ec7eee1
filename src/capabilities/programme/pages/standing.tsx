import { scaleLinear } from 'd3-scale'
import { State } from '../../../platform/ui/index.ts'
import { notReported, states } from '../../progress/index.ts'
import type { Reading } from '../reading.ts'
import type { Standing } from '../standing.ts'

/** 'n af N har meldt', and what they said: never a share, since silence is no figure. */
export const standingText = ({ reported, of, counts }: Standing): string =>
  reported === 0
    ? `0 af ${of} har meldt`
    : `${reported} af ${of} har meldt: ${counts.map(({ state, count }) => `${count} ${states[state].text.toLowerCase()}`).join(', ')}`

export const reportedText = (standing: Standing | undefined): string =>
  standing ? `${standing.reported} af ${standing.of} har meldt` : ''

/** One stretch for each state, as long as the parties in it are many; the rest is those who have not said anything. */
export const Strip = ({ standing }: { standing: Standing }) => {
  const x = scaleLinear([0, standing.of], [0, 180])
  let at = 0
  const parts = [
    ...standing.counts.map(({ state, count }) => ({ state: state as string, count })),
    { state: 'none', count: standing.of - standing.reported },
  ].filter(({ count }) => count > 0)
  return (
    <div class="plan-strip">
      <svg viewBox="-1 -1 182 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {parts.map(({ state, count }) => {
          const from = at
          at += count
          return <rect class={`state-${state}`} x={x(from)} y={0} width={Math.max(x(count) - 2, 1)} height={10} rx={2} />
        })}
      </svg>
      <p>{standingText(standing)}</p>
    </div>
  )
}

/** Every party and what it said, each leading to the party's own page. */
export const StandingList = ({ standing, areaKey, reading }: { standing: Standing; areaKey: string; reading: Reading }) => (
  <ul class="plan-standing">
    {standing.parties.map(({ party, report, before }) => (
      <li>
        <a href={reading.keep(`/plan/parter/${party.slug}#${areaKey}`)}>{party.name}</a>
        {report ? (
          <State state={report.state}>{states[report.state].text}</State>
        ) : (
          <State state="none">{notReported.text}</State>
        )}
        {before && <span class="quiet">Forgængeren meldte sidst »{states[before.state].text}«</span>}
      </li>
    ))}
  </ul>
)
