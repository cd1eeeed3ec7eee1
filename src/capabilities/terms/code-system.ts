import { looksLikeCpr } from '../../platform/values/cpr.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Term } from './term.ts'

/** A concept of an imported code system. `parent` is the code of the one above it. Danish: begreb i kodesystemet. */
export type Concept = { code: string; display: string; definition?: string | undefined; parent?: string | undefined }

/** A FHIR CodeSystem as we need it. Danish: kodesystem. */
export type CodeSystem = { url: string; title: string; version: string | undefined; concepts: Concept[] }

const MOST = 20_000

const refuse = (code: string, text: string): never => {
  throw new Refusal('file', code, `${text} Intet er læst ind.`)
}

type Raw = Record<string, unknown>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : [])

/**
 * Reads a FHIR CodeSystem in JSON. A concept's parent is the one it lies in, or the one its property `parent` names.
 * @throws Refusal at `file` when it is no such thing, or does not hold together
 */
export function codeSystemIn(text: string): CodeSystem {
  const json = parsed(text)
  if (!isRaw(json) || json['resourceType'] !== 'CodeSystem')
    return refuse(
      'no code system',
      'Filen er ikke et FHIR-kodesystem (CodeSystem). Hent filen i JSON-format hos den, der udgiver det.',
    )
  const concepts = listOf(json['concept']).flatMap((concept) => flat(concept, undefined))
  if (concepts.length === 0) return refuse('empty', 'Kodesystemet har ingen begreber.')
  if (concepts.length > MOST) return refuse('too many', `Kodesystemet har flere end ${MOST} begreber.`)
  mustHoldTogether(concepts)
  const url = textOf(json['url']) ?? refuse('no address', 'Kodesystemet siger ikke, hvad det hedder (url).')
  if (url === 'own' || url === 'concept') return refuse('reserved', 'Kodesystemets navn (url) bruges allerede af Fælles selv.')
  return { url, title: textOf(json['title']) ?? textOf(json['name']) ?? url, version: textOf(json['version']), concepts }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('no json', 'Filen er ikke JSON, eller den er ikke hel.')
  }
}

function flat(concept: Raw, above: string | undefined): Concept[] {
  const code = textOf(concept['code'])
  if (!code) return refuse('no code', 'Et begreb i kodesystemet har ingen kode.')
  const named = listOf(concept['property']).find((property) => property['code'] === 'parent')
  const parent = textOf(named?.['valueCode']) ?? textOf(named?.['valueString']) ?? above
  const own = { code, display: danishOf(concept) ?? code, definition: textOf(concept['definition']), parent }
  return [own, ...listOf(concept['concept']).flatMap((below) => flat(below, code))]
}

/** The Danish designation where there is one, else the display. */
const danishOf = (concept: Raw): string | undefined =>
  textOf(listOf(concept['designation']).find(({ language }) => language === 'da' || language === 'da-DK')?.['value']) ??
  textOf(concept['display'])

function mustHoldTogether(concepts: readonly Concept[]): void {
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]))
  if (byCode.size < concepts.length) {
    const twice = concepts.find(({ code }, at) => concepts.findIndex((other) => other.code === code) !== at)
    refuse('twice', `Koden ${twice?.code} står to gange.`)
  }
  for (const { code, display, definition, parent } of concepts) {
    if (parent !== undefined && !byCode.has(parent)) refuse('no parent', `${code} hører under ${parent}, som ikke er i filen.`)
    if (looksLikeCpr(`${display} ${definition ?? ''}`)) refuse('cpr', `Teksten ved ${code} ligner et CPR-nummer.`)
    if (pathOf(code, byCode) === undefined) refuse('circle', `${code} hører under sig selv.`)
  }
}

/** From the top down to the concept; undefined when the way up goes in a circle. */
function pathOf(code: string, byCode: ReadonlyMap<string, Concept>): Concept[] | undefined {
  const path: Concept[] = []
  for (let at = byCode.get(code); at; at = at.parent === undefined ? undefined : byCode.get(at.parent)) {
    if (path.includes(at)) return undefined
    path.unshift(at)
  }
  return path
}

/** Is it a target group: does it lie below a concept that is called so? */
export function isTargetGroup(concept: Concept, concepts: readonly Concept[]): boolean {
  const path = pathOf(concept.code, new Map(concepts.map((one) => [one.code, one]))) ?? []
  return path.slice(0, -1).some(({ display }) => /^målgruppe/i.test(display))
}

/** What taking a code system in would do to the terms there are of it. */
type Comparison = {
  added: Concept[]
  changed: { concept: Concept; term: Term }[]
  /** Ended before, and here again. */
  returned: { concept: Concept; term: Term }[]
  /** No longer in the code system: they end, and stay with what uses them. */
  gone: Term[]
  same: number
}

/** `terms` are those of the same system, also those that have ended. */
export function compared(concepts: readonly Concept[], terms: readonly Term[]): Comparison {
  const byCode = new Map(terms.map((term) => [term.code, term]))
  const codeOf = new Map(terms.map(({ id, code }) => [id, code]))
  const pairs = concepts.flatMap((concept) => {
    const term = byCode.get(concept.code)
    return term ? [{ concept, term }] : []
  })
  const differs = ({ concept, term }: { concept: Concept; term: Term }) =>
    concept.display !== term.label ||
    concept.definition !== term.definition ||
    concept.parent !== (term.parentId === undefined ? undefined : codeOf.get(term.parentId))
  const codes = new Set(concepts.map(({ code }) => code))
  const returned = pairs.filter(({ term }) => term.validUntil !== undefined)
  const changed = pairs.filter((pair) => pair.term.validUntil === undefined && differs(pair))
  return {
    added: concepts.filter(({ code }) => !byCode.has(code)),
    changed,
    returned,
    gone: terms.filter(({ code, validUntil }) => validUntil === undefined && !codes.has(code)),
    same: pairs.length - changed.length - returned.length,
  }
}
