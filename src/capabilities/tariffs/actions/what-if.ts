import { z } from 'zod'
import { type Action, type Ask, page } from '../../../platform/action.ts'
import { idIn } from '../../../platform/values/id.ts'
import type { Calculated } from '../calculation.ts'
import { type Trying, WhatIfPage } from '../pages/what-if.tsx'
import { calculationToRead } from '../reading.ts'
import { rulesOf } from '../rule-set.ts'
import { seenInput, seenSteps } from '../visibility.ts'
import { waterfall } from '../waterfall.ts'
import { changesOf, fieldsOf, newRows, type Trial, type Tried, trial, tried } from '../what-if.ts'

/** What is tried, on a copy of what may be seen. Nothing changed is the tariff itself, to the last øre. */
async function trying(ask: Ask<{ id: string }, Tried>): Promise<Trying | undefined> {
  const read = await calculationToRead(ask, idIn(ask.params.id))
  const input = read && seenInput(read.calculation.input, read.calculation.calculated, read.seen.level)
  if (!read || !input) return undefined
  const { rules, calculated: original } = read.calculation
  const written = ask.query
  const fields = fieldsOf(input, original, rules)
  const changes = changesOf(input, fields, written)
  const standing: Calculated = { result: original.result, steps: seenSteps(original.steps, read.seen.level) }
  const outcome: Trial =
    changes.length === 0 && newRows(written).length === 1
      ? { calculated: standing }
      : trial(() => tried(input, fields, written), rules)
  const fall =
    changes.length > 0 && 'calculated' in outcome
      ? waterfall(original.result, outcome.calculated.result, rulesOf(rules))
      : undefined
  return { read, input, fields, original, written, begun: Object.keys(written).length > 0, changes, outcome, fall }
}

const MOST_TEXT = 120

/** Names of fields to what was written; what nobody could have written in a field is cut. */
export const writtenQuery = z
  .record(z.string(), z.string())
  .catch({})
  .transform((written) => Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text.slice(0, MOST_TEXT)])))

export const whatIf: Action[] = [
  page({
    path: '/takster/beregning/:id/proev',
    may: 'tariffs.read',
    query: writtenQuery,
    load: trying,
    view: WhatIfPage,
  }),
]
