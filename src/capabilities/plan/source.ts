import { type Day, dayText } from '../../platform/values/day.ts'
import type { Source } from './facts.ts'

/** Where it was said already when some documents were not there yet; all of it when nothing else is left. */
export function sourcesThen(references: string[], later: ReadonlySet<string>): string[] {
  if (later.size === 0) return references
  const then = references.filter((reference) => !later.has(reference.split(':')[0] ?? ''))
  return then.length > 0 ? then : references
}

/** Every document by its key. */
export type SourceBook = ReadonlyMap<string, Source>

/** Where a fact is said: lines of a document, or the words of the person who wrote it here. */
type Place = { source: Source | undefined; title: string; lines: number[]; day: string | undefined }

const BY_PERSON = 'sagt:'

/** How a person's own words for where a fact comes from are kept among the sources. */
export const saidIn = (words: string): string => `${BY_PERSON}${words}`

export const bookOf = (sources: readonly Source[]): SourceBook => new Map(sources.map((source) => [source.key, source]))

/**
 * References put together by document, in the order they are given.
 * @example placesOf(['003:68', '003:70', '001:171'], book) // two places, the first with lines 68 and 70
 */
export function placesOf(references: readonly string[], book: SourceBook): Place[] {
  const places = new Map<string, Place>()
  for (const reference of references) {
    const [key, line] = parted(reference)
    const place = places.get(key) ?? placeNamed(key, book)
    if (line !== undefined && !place.lines.includes(line)) place.lines.push(line)
    places.set(key, place)
  }
  for (const { lines } of places.values()) lines.sort((a, b) => a - b)
  return [...places.values()]
}

function parted(reference: string): [key: string, line: number | undefined] {
  const [, key, line] = reference.match(/^([^:]+):(\d+)$/) ?? []
  return key && !reference.startsWith(BY_PERSON) ? [key, Number(line)] : [reference, undefined]
}

function placeNamed(key: string, book: SourceBook): Place {
  const source = book.get(key)
  if (source) return { source, title: source.title, lines: [], day: dayOfSource(source) }
  return { source: undefined, title: key.startsWith(BY_PERSON) ? key.slice(BY_PERSON.length) : key, lines: [], day: undefined }
}

/** The day as the document words it, unless the title says it already. */
function dayOfSource({ title, day, dayText: words, kind }: Source): string | undefined {
  if (kind === 'offentlig viden') return undefined
  const text = words ?? (day && dayText(day))
  return text && !title.includes(text) ? text : undefined
}

const and = new Intl.ListFormat('da')

/** 'linje 68 og 70'; undefined when no line is known. */
export const linesText = (lines: readonly number[]): string | undefined =>
  lines.length > 0 ? `linje ${and.format(lines.map(String))}` : undefined

/** 'Direktør- og chefforum 13. november 2025, linje 68 og 70; …': where a fact is said, in one line of text. */
export const sourceText = (references: readonly string[], book: SourceBook): string =>
  placesOf(references, book)
    .map(({ title, day, lines }) => [day ? `${title} (${day})` : title, linesText(lines)].filter(Boolean).join(', '))
    .join('; ')

/** The first day on which every document a note speaks of was there; undefined when one of them has no day. */
export function knownFrom(says: readonly { source: string }[], book: SourceBook): Day | undefined {
  const days = says.map(({ source }) => book.get(source)?.day)
  return days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined
}
