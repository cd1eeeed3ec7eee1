import { type Exact, fraction, fromFraction } from '../../platform/values/exact.ts'
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

function fromJson(json: Json): unknown {
  if (Array.isArray(json)) return json.map(fromJson)
  if (typeof json !== 'object' || json === null) return json
  const [[key, value] = [], ...more] = Object.entries(json)
  if (more.length === 0 && key === 'exact' && typeof value === 'string') return fromFraction(value)
  if (more.length === 0 && key === 'whole' && typeof value === 'string') return BigInt(value)
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, fromJson(each as Json)]))
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
