import { State } from '../../../platform/ui/index.ts'
import type { Standing } from '../matrix.ts'
import { type State as StateKey, stateText } from '../status.ts'

export const Sign = ({ state }: { state: StateKey | undefined }) => <State state={state ?? 'none'}>{stateText(state)}</State>

/** What else there is to know of a cell, in words. */
export const Marks = ({ standing }: { standing: Standing | undefined }) => {
  if (!standing?.state) return null
  const words = [!standing.approved && 'ikke godkendt', standing.stale && 'bør bekræftes'].filter(Boolean)
  return words.length > 0 ? <span class="quiet"> {words.join(', ')}</span> : null
}
