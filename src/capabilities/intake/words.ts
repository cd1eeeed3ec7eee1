import { plainTitle } from '../../platform/mapping.ts'
import {
  type Ownership,
  ownerships,
  type PlaceKind,
  type PriceUnit,
  placeKinds,
  priceUnits,
  type Status,
  statuses,
} from '../offers/index.ts'
import type { LegalBasis, Term } from '../terms/index.ts'

/** What people write in cells, and what it means here. Everything is compared as `plainTitle` has it. */

const known = <Key extends string>(own: Record<Key, string>, more: Record<string, Key>): ReadonlyMap<string, Key> =>
  new Map([
    ...Object.entries(more).map(([text, key]): [string, Key] => [plainTitle(text), key as Key]),
    ...(Object.entries(own) as [Key, string][]).map(([key, text]): [string, Key] => [plainTitle(text), key]),
  ])

export const ownershipWords = known<Ownership>(ownerships, {
  'Kommunalt tilbud': 'municipal',
  Kommune: 'municipal',
  'Kommunalt drevet': 'municipal',
  'Regionalt tilbud': 'regional',
  Region: 'regional',
  'Selvejende institution': 'self_governing',
  'Selvejende med driftsoverenskomst': 'self_governing',
  Fond: 'self_governing',
  'Privat leverandør': 'private',
  Privatejet: 'private',
})

export const kindWords = known<PlaceKind>(placeKinds, {
  Døgntilbud: 'residential',
  Døgnophold: 'residential',
  Heldøgn: 'residential',
  Botilbud: 'residential',
  Bolig: 'residential',
  Dagtilbud: 'day',
  'Aktivitets- og samværstilbud': 'day',
  'Ambulant tilbud': 'ambulant',
  Ambulante: 'ambulant',
  Aflastningstilbud: 'respite',
  Aflastningsophold: 'respite',
})

export const statusWords = known<Status>(statuses, {
  Aktiv: 'running',
  Drift: 'running',
  Åben: 'running',
  Nedlagt: 'closed',
  Ophørt: 'closed',
  'Ikke åbnet': 'planned',
})

export const perWords = known<PriceUnit>(priceUnits, {
  'pr. døgn': 'full_day',
  'kr./døgn': 'full_day',
  døgntakst: 'full_day',
  'pr. dag': 'day',
  'kr./dag': 'day',
  dagspris: 'day',
  'pr. time': 'hour',
  timepris: 'hour',
  'pr. måned': 'month',
  mdr: 'month',
  'pr. år': 'year',
  årspris: 'year',
  'pr. forløb': 'course',
})

/** Ages as people write them: '18-65 år', 'fra 18 år', '18+', 'til 17 år', '18 år og op'. Undefined when it says no ages. */
export function agesFrom(text: string): { ageFrom: number | undefined; ageTo: number | undefined } | undefined {
  const plain = text.toLocaleLowerCase('da').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
  const [, from, to] = /^(?:fra )?(\d{1,3})(?: år)? ?(?:-|til|og til) ?(\d{1,3})(?: år)?\.?$/.exec(plain) ?? []
  if (from && to) return { ageFrom: Number(from), ageTo: Number(to) }
  const [, lowest] =
    /^(?:fra |over |min\.? ?)?(\d{1,3}) ?(?:\+|år\+|(?:år )?og (?:op(?:efter)?|derover|ældre)|år og op(?:efter)?|-)$/.exec(
      plain,
    ) ??
    /^(?:fra|min\.?) (\d{1,3})(?: år)?$/.exec(plain) ??
    []
  if (lowest) return { ageFrom: Number(lowest), ageTo: undefined }
  const [, highest] = /^(?:til|under|op til|maks\.?|højst|0 ?-) ?(\d{1,3})(?: år)?$/.exec(plain) ?? []
  if (highest) return { ageFrom: undefined, ageTo: plain.startsWith('under') ? Number(highest) - 1 : Number(highest) }
  const [, only] = /^(\d{1,3})(?: år)?$/.exec(plain) ?? []
  return only ? { ageFrom: Number(only), ageTo: Number(only) } : undefined
}

/** Parts of a cell that lists several things; commas part them only where semicolons and new lines do not. */
export const partsOf = (text: string): string[] => {
  const parts = text.split(/[;\n|]+/).map((part) => part.trim())
  return [...new Set(parts.filter(Boolean))]
}

export type Book<Thing> = { find(text: string): Thing[] }

const bookOf = <Thing>(things: readonly Thing[], names: (thing: Thing) => (string | undefined)[]): Book<Thing> => {
  const found = new Map<string, Set<Thing>>()
  for (const thing of things)
    for (const name of names(thing)) {
      const key = name === undefined ? '' : plainTitle(name)
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(thing))
    }
  return { find: (text) => [...(found.get(plainTitle(text)) ?? [])] }
}

/** Legal bases by code ('SEL § 107'), by act and section, by section alone, and by title. */
export const basisBook = (bases: readonly LegalBasis[]): Book<LegalBasis> =>
  bookOf(bases, ({ code, act, section, title, key }) => [
    code,
    key,
    `${act} ${section}`,
    section,
    title,
    `${section} ${code.split(' ')[0] ?? ''}`,
  ])

export const groupBook = (terms: readonly Term[]): Book<Term> => bookOf(terms, ({ label, code }) => [label, code])
