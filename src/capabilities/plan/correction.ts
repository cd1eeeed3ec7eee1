import { type Day, dayText } from '../../platform/values/day.ts'
import { day, text, whole } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { periodOf } from './period.ts'
import { type FieldType, isPeriod, type PlanField, planFields } from './plan.ts'

/** What a person wrote in the fields of a correction, before it is known what kind of value it should be. */
type Written = { value?: string | undefined; from?: Day | undefined; to?: Day | undefined }

export const isField = (field: string): field is PlanField => Object.hasOwn(planFields, field)

/** Can several values of the field hold at once? */
export const holdsMany = (field: PlanField): boolean => 'many' in planFields[field]

/**
 * The value a field takes, read by the field's own type; undefined when nothing was written.
 * @throws Refusal at `value`, `from` or `to`
 */
export function valueFrom(field: PlanField, written: Written, bodies: ReadonlyMap<string, string>): unknown {
  const { type } = planFields[field]
  if (type === 'period') return periodWritten(written)
  if (written.value === undefined) return undefined
  if (type === 'body' && !bodies.has(written.value))
    throw new Refusal('value', 'unknown body', 'Vælg et organ eller en part på listen.')
  return read(type, written.value)
}

function periodWritten({ value, from, to }: Written): unknown {
  if (!from && !to && !value) return undefined
  if (!from) throw new Refusal('from', 'missing', 'Skriv den første dag i perioden.')
  return periodOf(from, to ?? from, value)
}

const schemas = {
  text: text(200),
  body: text(200),
  longtext: text(4000),
  day: day(),
  number: whole(0, 9999),
  flag: text(3),
} as const satisfies Partial<Record<FieldType, unknown>>

function read(type: keyof typeof schemas, value: string): unknown {
  const result = schemas[type].safeParse(value)
  if (!result.success) throw new Refusal('value', 'type', result.error.issues[0]?.message ?? 'Det kan ikke læses.')
  return type === 'flag' ? result.data === 'ja' : result.data
}

/**
 * What has happened lies behind us, and everything in the plan has a title.
 * @throws Refusal at `value` or `from`
 */
export function mustBeTrue(field: PlanField, value: unknown, today: Day): void {
  if (field === 'title' && value === undefined)
    throw new Refusal('value', 'no title', 'Alt i planen har en titel. Skriv den nye.')
  if (field === 'done' && typeof value === 'string' && value > today) {
    throw new Refusal('value', 'future', 'Dagen er ikke kommet endnu. Skriv den dag, det blev gennemført.')
  }
  if (field === 'actual' && isPeriod(value) && value.from > today) {
    throw new Refusal('from', 'future', 'Det faktiske tidspunkt kan ikke ligge i fremtiden. Ret »Planlagt« i stedet.')
  }
}

/** Are two values the same? */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value

/**
 * What is said of the plan is known from a day that has been.
 * @throws Refusal at `day`
 */
export function mustHaveBeen(day: Day, today: Day): void {
  if (day > today) throw new Refusal('day', 'future', 'Datoen er ikke kommet endnu. Skriv den dag, oplysningen blev kendt.')
}

/**
 * A correction is newer than what it corrects; what was said later is not overtaken by what was said before.
 * @throws Refusal at `day`
 */
export function mustBeNewest(day: Day, newest: Day | undefined): void {
  if (newest !== undefined && day < newest) {
    throw new Refusal('day', 'overtaken', `Der er allerede en oplysning fra ${dayText(newest)}. Vælg den dag eller en senere.`)
  }
}

type Held = { id: number; value: unknown; validFrom: Day }

/** What a correction does: the value that is new, and the values that hold no longer. */
type Correction = { value: unknown; ends: Held[] }

/**
 * Decides what a correction does. Where one value holds, the new one overtakes it and the old stays as history. Where several
 * can hold, `replaces` says which one it is about; without it, one more is added. An empty value takes back.
 * @throws Refusal on top when nothing would change, at `replaces` when the value is not there any more
 */
export function correctionOf(field: PlanField, value: unknown, held: readonly Held[], replaces: number | undefined): Correction {
  const replaced = replaces === undefined ? undefined : held.find(({ id }) => id === replaces)
  if (replaces !== undefined && !replaced) {
    throw new Refusal('replaces', 'gone', 'Oplysningen er allerede rettet af en anden. Se siden igen.')
  }
  if (value === undefined) return { value, ends: ended(field, held, replaced) }
  const current = holdsMany(field) ? held : held.slice(0, 1)
  if (current.some((fact) => sameValue(fact.value, value))) throw unchanged()
  return { value, ends: holdsMany(field) && replaced ? [replaced] : [] }
}

const unchanged = () => new Refusal(undefined, 'unchanged', 'Der står allerede det samme. Der er ikke gemt noget.')

/** One of several is taken back alone; of a field with one value, all that was said before goes too, so that nothing older comes up. */
function ended(field: PlanField, held: readonly Held[], replaced: Held | undefined): Held[] {
  if (held.length === 0 || (holdsMany(field) && !replaced)) {
    throw new Refusal('value', 'nothing', 'Skriv den nye oplysning, eller vælg den, der ikke gælder mere.')
  }
  return holdsMany(field) && replaced ? [replaced] : [...held]
}
