import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { changeIn, changeInput, changeRule, ruleWith } from '../../rules/index.ts'
import { ChangePage } from '../pages/moved.tsx'
import { RISES } from '../paths.ts'
import { movedBy } from '../reading.ts'

const query = z.record(z.string().max(20), z.string().max(1000)).catch({})

/** The change as it stands in the address, with what it moves, or what is wrong with it; with nothing in the address, nothing yet. */
async function load(ask: Ask<{ key: string }, z.output<typeof query>>) {
  const rule = await ruleWith(ask, ask.params.key)
  if (!rule) return undefined
  if (Object.keys(ask.query).length === 0) return { rule, query: ask.query, change: { errors: {} } }
  const change = changeIn(rule, ask.today, ask.query)
  return {
    rule,
    query: ask.query,
    change: 'errors' in change ? change : { ...change, moved: await movedBy(ask.db, change.values) },
  }
}
export type LoadedChange = NonNullable<Awaited<ReturnType<typeof load>>>

export const ruleActions: Action[] = [
  form({
    path: `${RISES}/regler/:key`,
    may: 'parameters.set',
    query,
    load,
    input: changeInput,
    view: ChangePage,
    submit: (ask, input, { rule }) => changeRule(ask, input, rule),
  }),
]
