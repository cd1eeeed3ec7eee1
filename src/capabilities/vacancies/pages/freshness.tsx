import { State, Tag } from '../../../platform/ui/index.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import { freshnesses, freshnessOf } from '../../offers/index.ts'
import { agoText, type Limits } from '../freshness.ts'
import { roleTexts, type Statement } from '../line.ts'

type Props = { statement: Statement | undefined; today: Day; limits: Limits }

/** How far a figure can be relied on: a word and a sign, how old, the day, and in which capacity somebody stood by it. */
export const Freshness = ({ statement, today, limits }: Props) => {
  if (!statement) return <State state="none">{freshnesses.none}</State>
  const { day, role, kind, example } = statement
  const state = freshnessOf(day, { day: today, ...limits })
  return (
    <span class="vacancies-freshness">
      <State state={state}>{freshnesses[state]}</State>
      <span class="vacancies-who">
        {kind === 'confirmed' ? 'Bekræftet' : 'Meldt'} {agoText(day, today)}, <time datetime={day}>{dayText(day)}</time>, af{' '}
        {roleTexts[role]} {example && <Tag kind="warning">eksempeldata</Tag>}
      </span>
    </span>
  )
}

/** Worst first: the day the oldest line was stood by. */
export const OldestFreshness = ({ oldest, today, limits }: { oldest: Day | undefined; today: Day; limits: Limits }) => {
  const state = freshnessOf(oldest, { day: today, ...limits })
  return (
    <span class="vacancies-freshness">
      <State state={state}>{freshnesses[state]}</State>
      {oldest && (
        <span class="vacancies-who">
          Ældste svar <time datetime={oldest}>{dayText(oldest)}</time>
        </span>
      )}
    </span>
  )
}
