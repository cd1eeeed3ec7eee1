import { State } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { stateText } from '../../progress/index.ts'
import type { Reach } from '../overview.ts'

const WIDTH = 1000
const HEIGHT = 56
const GAP = 4

type Part = { state: string; x: number; width: number }

/** Side by side, as wide as they are many. */
function partsOf({ states, fields }: Reach): Part[] {
  let before = 0
  return states.map(({ state, count }) => {
    const x = (before / fields.of) * WIDTH
    before += count
    return { state, x, width: Math.max((count / fields.of) * WIDTH - GAP, 2) }
  })
}

const textOf = (state: Reach['states'][number]['state']): string => stateText(state === 'none' ? undefined : state)

/** All fields as one bar, with the same figures in a table below it. */
export const ReachPicture = ({ reach }: { reach: Reach }) => (
  <>
    <svg class="site-reach" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="site-reach-titel site-reach-tekst">
      <title id="site-reach-titel">Felter efter status</title>
      <desc id="site-reach-tekst">
        {reach.states.map(({ state, count }) => `${textOf(state)}: ${count} af ${reach.fields.of}.`).join(' ')}
      </desc>
      {partsOf(reach).map(({ state, x, width }) => (
        <rect class={`state-${state}`} x={x + GAP / 2} y="2" width={width} height={HEIGHT - 4} rx="6" />
      ))}
    </svg>
    <table class="site-states">
      <caption class="sr-only">Felter efter status, {numberText(reach.fields.of)} i alt</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Felter</th>
        </tr>
      </thead>
      <tbody>
        {reach.states.map(({ state, count }) => (
          <tr>
            <th scope="row">
              <State state={state}>{textOf(state)}</State>
            </th>
            <td class="numeric">{numberText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
