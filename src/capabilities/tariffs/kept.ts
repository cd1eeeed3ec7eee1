import { type Exact, fraction } from '../../platform/values/exact.ts'
import type { Calculated } from './calculation.ts'

/** A calculation as JSON that loses nothing: an exact number as {"exact":"7300/3"}, a whole one of øre as {"whole":"123"}. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

const isExact = (value: object): value is Exact => 'n' in value && 'd' in value && typeof value.n === 'bigint'

export function asJson(value: unknown): Json {
  if (typeof value === 'bigint') return { whole: String(value) }
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object' || value === null) return value as Json
  if (isExact(value)) return { exact: fraction(value) }
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, asJson(each)]])))
}

/** '7300/3' as it was written by `fraction`: shortened already. */
function fromWritten(text: string): Exact {
  const slash = text.indexOf('/')
  return slash < 0 ? { n: BigInt(text), d: 1n } : { n: BigInt(text.slice(0, slash)), d: BigInt(text.slice(slash + 1)) }
}

/** Puts the exact numbers in where they stand: what was read is nobody else's, and making every object anew costs most of the reading. */
function fromJson(json: Json): unknown {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) {
    const list: unknown[] = json
    for (const [at, each] of json.entries()) list[at] = fromJson(each)
    return list
  }
  const { exact, whole } = json
  if (typeof exact === 'string') return fromWritten(exact)
  if (typeof whole === 'string') return BigInt(whole)
  const record: Record<string, unknown> = json
  for (const [key, each] of Object.entries(json)) if (typeof each === 'object') record[key] = fromJson(each)
  return record
}

/**
 * What was kept, as it was. It was written by `asJson` of the same kind, which is the one thing taken on trust here. The steps are
 * read when somebody asks for them: who only tries other numbers does not.
 */
export const calculatedFrom = (json: unknown): Calculated => {
  const kept = json as { result: Json; steps: Json }
  const result = fromJson(kept.result) as Calculated['result']
  let steps: Calculated['steps'] | undefined
  const absent = {
    places: undefined,
    days: undefined,
    occupancyPercent: undefined,
    month: undefined,
    yearly: undefined,
    net: undefined,
  }
  return {
    result: { ...absent, ...result },
    get steps() {
      steps ??= fromJson(kept.steps) as Calculated['steps']
      return steps
    },
  }
}

/** Did it come to the same, to the last digit of every step? */
export const sameCalculation = (a: Calculated, b: Calculated): boolean =>
  JSON.stringify(ordered(asJson(a))) === JSON.stringify(ordered(asJson(b)))

function ordered(json: Json): Json {
  if (Array.isArray(json)) return json.map(ordered)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, ordered(json[key] ?? null)]),
  )
}
