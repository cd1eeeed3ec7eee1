import { State } from '../../../platform/ui/index.ts'
import { notReported, type State as ReportState, stateKeys, states } from '../status.ts'

type LegendProps = {
  counts: ReadonlyMap<ReportState | 'none', number>
  /** Does the matrix tell which cells ought to be confirmed? A frozen one does not. */
  tellsStale?: boolean
}

/** Every state with its colour, sign and word, and how many cells stand in it. */
export const Legend = ({ counts, tellsStale = false }: LegendProps) => (
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
    {tellsStale && (
      <li>
        <span class="mx-sample mx-stale" aria-hidden="true" />
        Bør bekræftes
      </li>
    )}
  </ul>
)
