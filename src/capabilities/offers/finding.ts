import { instant } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { type Ownership, ownerships, type PlaceKind, placeKinds, type Status, statuses } from './offer.ts'

export const sorts = {
  best: 'Ledige, der er bekræftet for nylig',
  name: 'Navn',
  municipality: 'Kommune',
  distance: 'Afstand',
  price: 'Pris',
  places: 'Flest pladser',
} as const
export type Sort = keyof typeof sorts

const agreementAnswers = ['yes', 'no', 'unknown'] as const

/** What somebody looks for, as it stands in the address. Danish: søgning efter tilbud. */
export type Finding = {
  text: string
  bases: string[]
  groups: number[]
  age: number | undefined
  kinds: (PlaceKind | 'unknown')[]
  municipalities: number[]
  /** No further than so many kilometres, as the crow flies, from a municipality. */
  near: { code: number; km: number } | undefined
  owners: (Ownership | 'unknown')[]
  /** Planned and running unless told. */
  statuses: Status[]
  agreement: (typeof agreementAnswers)[number][]
  free: boolean
  specialised: boolean
  /** Only places of units that came to be told otherwise at this instant or later. */
  changedSince: Date | undefined
  /** Kroner for a døgn or a day. */
  priceFrom: number | undefined
  priceTo: number | undefined
  sort: Sort
  page: number
  view: 'list' | 'map'
}

export const PAGE = 50
const MOST_VALUES = 40
const MOST_WORDS = 10
const MOST_SIGNS = 500
const USUAL: Status[] = ['planned', 'running']

const whole = (text: string | null, max: number): number | undefined => {
  const plain = text?.trim().replace(/\./g, '') ?? ''
  return /^\d{1,9}$/.test(plain) ? Math.min(Number(plain), max) : undefined
}

const among = <T extends string>(values: readonly string[], known: readonly T[]): T[] =>
  known.filter((value) => values.includes(value))

/** Reads an address; what makes no sense in it is left out. */
export function findingOf(params: URLSearchParams): Finding {
  const many = (name: string) =>
    params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .slice(0, MOST_VALUES)
  const numbers = (name: string) => [...new Set(many(name).flatMap((value) => whole(value, 1_000_000_000) ?? []))]
  const code = whole(params.get('fra'), 999)
  const given = among(many('status'), keysOf(statuses))
  return {
    text: (params.get('q') ?? '').trim().slice(0, MOST_SIGNS),
    bases: [...new Set(many('grundlag').filter((key) => /^[a-z0-9-]{1,40}$/.test(key)))],
    groups: numbers('maalgruppe'),
    age: whole(params.get('alder'), 120),
    kinds: among(many('form'), [...keysOf(placeKinds), 'unknown']),
    municipalities: numbers('kommune'),
    near: code === undefined ? undefined : { code, km: whole(params.get('km'), 500) ?? 30 },
    owners: among(many('driver'), [...keysOf(ownerships), 'unknown']),
    statuses: given.length > 0 ? given : USUAL,
    agreement: among(many('aftale'), agreementAnswers),
    free: params.get('ledige') === 'ja',
    specialised: params.get('specialiseret') === 'ja',
    changedSince: instant().safeParse(params.get('modified_after') ?? undefined).data,
    priceFrom: whole(params.get('pris_fra'), 1_000_000),
    priceTo: whole(params.get('pris_til'), 1_000_000),
    sort: among([params.get('sorter') ?? ''], keysOf(sorts))[0] ?? 'best',
    page: Math.max(1, whole(params.get('side'), 10_000) ?? 1),
    view: params.get('vis') === 'kort' ? 'map' : 'list',
  }
}

const isUsual = (given: readonly Status[]) => given.length === USUAL.length && USUAL.every((one) => given.includes(one))

/** The address of a finding, always the same for the same finding. */
export function addressOf(finding: Finding, path = '/tilbud'): string {
  const pairs: [string, string | number | undefined][] = [
    ['q', finding.text || undefined],
    ...finding.bases.map((key): [string, string] => ['grundlag', key]),
    ...finding.groups.map((id): [string, number] => ['maalgruppe', id]),
    ['alder', finding.age],
    ...finding.kinds.map((kind): [string, string] => ['form', kind]),
    ...finding.municipalities.map((code): [string, number] => ['kommune', code]),
    ['fra', finding.near?.code],
    ['km', finding.near?.km],
    ...finding.owners.map((owner): [string, string] => ['driver', owner]),
    ...(isUsual(finding.statuses) ? [] : finding.statuses.map((status): [string, string] => ['status', status])),
    ...finding.agreement.map((answer): [string, string] => ['aftale', answer]),
    ['ledige', finding.free ? 'ja' : undefined],
    ['specialiseret', finding.specialised ? 'ja' : undefined],
    ['modified_after', finding.changedSince?.toISOString()],
    ['pris_fra', finding.priceFrom],
    ['pris_til', finding.priceTo],
    ['sorter', finding.sort === 'best' ? undefined : finding.sort],
    ['vis', finding.view === 'map' ? 'kort' : undefined],
    ['side', finding.page > 1 ? finding.page : undefined],
  ]
  const params = new URLSearchParams(
    pairs.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])),
  )
  return params.size > 0 ? `${path}?${params}` : path
}

/** The finding with one value more or, if it was there, one less; always from the first page. */
export const toggled = <Key extends 'bases' | 'groups' | 'kinds' | 'municipalities' | 'owners' | 'statuses' | 'agreement'>(
  finding: Finding,
  key: Key,
  value: Finding[Key][number],
): Finding => {
  const have = finding[key] as Finding[Key][number][]
  const next = have.includes(value) ? have.filter((one) => one !== value) : [...have, value]
  return { ...finding, [key]: next, page: 1 }
}

const allWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The words to look for, at most ten. */
export const wordsOf = (text: string): string[] => allWords(text).slice(0, MOST_WORDS)

/** Was more written than is looked for? */
export const isCut = ({ text }: Pick<Finding, 'text'>): boolean => text.length >= MOST_SIGNS || allWords(text).length > MOST_WORDS

/** Is anything but the text and the order asked for? */
export const isFiltered = (finding: Finding): boolean =>
  addressOf({ ...finding, text: '', sort: 'best', page: 1, view: 'list' }) !== '/tilbud'
