import { z } from 'zod'
import type { Ask } from '../../../platform/action.ts'
import { day, optionalText, text } from '../../../platform/values/fields.ts'
import type { Fact, Item, PlanField } from '../../plan/index.ts'
import { addFact, endFacts, factsOf, itemWithKey, saidIn } from '../../plan/index.ts'
import { type Editable, readingOf } from '../reading.ts'

type EditAsk = Ask<{ key: string }>

export async function editable(ask: EditAsk): Promise<Editable | undefined> {
  const kept = await itemWithKey(ask.db, ask.params.key)
  if (!kept) return undefined
  const [reading, facts] = await Promise.all([readingOf({ ...ask, query: {} }), factsOf(ask.db, kept.id)])
  const item = reading.plan.withKey(kept.key)
  return item && { item, facts, reading }
}

/** The day a person's words hold from, and where he has them from. */
export const ground = {
  day: day('Skriv den dag, det gælder fra, fx 21-11-2025.'),
  source: text(300, 'Skriv, hvor du har det fra, fx »Referat af Styregruppen 21-11-2025, punkt 4«.'),
  note: optionalText(1000),
}
const given = z.object(ground)
type Ground = z.output<typeof given>

type Deed = Pick<EditAsk, 'db' | 'actor' | 'now'>

/** Writes what holds from the day on, on the ground that was given. */
export const say = (
  { db, actor, now }: Deed,
  itemId: number,
  field: PlanField,
  value: unknown,
  { day: validFrom, source, note }: Ground,
) => addFact(db, { itemId, field, value, validFrom, sources: [saidIn(source)], note, actorId: actor.id, recordedAt: now })

/** Takes back what was said. */
export const takeBack = ({ db, actor, now }: Deed, facts: readonly Pick<Fact, 'id'>[], { day: on, source }: Ground) =>
  endFacts(
    db,
    facts.map(({ id }) => id),
    { day: on, source, at: now, actorId: actor.id },
  )

export const subjectOf = ({ key }: Item): string => `plan:${key}`
