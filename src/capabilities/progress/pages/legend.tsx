import { State } from '../../../platform/ui/index.ts'
import { type Matrix, stateCounts } from '../matrix.ts'
import { notReported, stateKeys, states } from '../status.ts'

/** Every state with its colour, sign and word, and how many cells stand in it. */
export const Legend = ({ matrix }: { matrix: Matrix }) => {
  const counts = stateCounts(matrix)
  return (
    <ul class="mx-legend" aria-label="Tegnforklaring">
      {[...stateKeys, 'none' as const].map((state) => (
        <li>
          <State state={state}>{state === 'none' ? notReported.text : states[state].text}</State>
          <span class="mx-count">{counts.get(state) ?? 0}</span>
        </li>
      ))}
      <li>
        <span class="mx-sample mx-unapproved" aria-hidden="true" />
        Ikke godkendt af parten selv endnu
      </li>
      <li>
        <span class="mx-sample mx-stale" aria-hidden="true" />
        Bør bekræftes
      </li>
    </ul>
  )
}
