import { type PlaceCount, type PlaceKind, type PlaceLine, placeKinds, step } from '../offers/index.ts'
import { mustHold } from '../terms/index.ts'
import { type Case, Overtaken, type Standing } from './judging.ts'
import { type OfferRow, tellsPlaces } from './row.ts'
import { agesShown, countShown } from './shown.ts'

type LinePart = { line: PlaceLine | undefined; fields: Record<string, unknown>; groups: PlaceLine['groups'] | undefined }

/** The line a row is of: by its number, the unit's only one, or the one of the same form, legal bases and name. */
function lineOf(one: Case, { unit, lines }: Standing): PlaceLine | undefined {
  const { row, court } = one
  if (row.lineKey !== undefined) {
    const named = lines.find(({ id }) => id === row.lineKey)
    return (
      named ?? one.wrong('lineKey', `Pladslinje nr. ${row.lineKey} er ikke afdelingens, eller den er slut. Hent listen igen.`)
    )
  }
  const [only, second] = lines
  if (only && !second && unit && court.rowsOf(unit.id) === 1) return only
  const alike = lines.filter((line) => isAlike(line, row))
  if (alike.length > 1)
    one.wrong(
      'kind',
      'Afdelingen har flere pladslinjer, som rækken kan gælde. Skriv form og retsgrundlag, eller pladslinjens nummer.',
    )
  return alike[0]
}

const isAlike = ({ kind, bases, label }: PlaceLine, { line, bases: said }: OfferRow): boolean =>
  (line.kind === undefined || line.kind === kind) &&
  (line.label ?? '') === label &&
  (said === undefined || [...said].sort().join() === [...bases].sort().join())

const kindText = (kind: PlaceKind): string => placeKinds[kind]

export function linePart(one: Case, standing: Standing): LinePart | undefined {
  const { row } = one
  if (!tellsPlaces(row)) return undefined
  const line = lineOf(one, standing)
  const { kind, label } = row.line
  const fields = line
    ? one.different(line, { kind: ['kind', kind, kindText], label: ['label', label] })
    : { kind, label: label ?? '', ...newMark(one) }
  const bases = basesPart(one, line)
  return { line, fields: { ...fields, ...bases, ...agesPart(one, line) }, groups: groupsPart(one, line) }
}

const newMark = (one: Case): object => {
  const { kind, label } = one.row.line
  one.changes.push({
    field: 'Pladser',
    before: undefined,
    after: [kind && kindText(kind), label].filter(Boolean).join(', ') || 'ny linje',
  })
  return {}
}

/** What was there before may have ended since; what is new must hold. */
function basesPart(one: Case, line: PlaceLine | undefined): Record<string, unknown> {
  const { row, court } = one
  const said = row.bases
  const codes = (keys: readonly string[]) =>
    keys.map((key) => court.bases.find((basis) => basis.key === key)?.code ?? key).join('; ')
  if (said === undefined) return line ? {} : { bases: [], basisEvidence: 'not_stated' }
  const held = line?.bases ?? []
  if (line && [...said].sort().join() === [...held].sort().join()) return {}
  for (const key of said.filter((key) => !held.includes(key))) one.ruled('bases', () => mustHold(key, court.asOf, court.bases))
  one.differs('bases', line ? codes(held) : undefined, codes(said))
  return { bases: said, basisEvidence: 'stated' }
}

function groupsPart(one: Case, line: PlaceLine | undefined): PlaceLine['groups'] | undefined {
  const said = one.row.groups?.map((group) => {
    const held = line?.groups.find(({ termId }) => termId === group.termId)
    return {
      ...group,
      label: one.court.groups.find(({ id }) => id === group.termId)?.label ?? '',
      ageFrom: held?.ageFrom,
      ageTo: held?.ageTo,
    }
  })
  if (said === undefined) return line ? undefined : []
  const ids = (groups: PlaceLine['groups']) =>
    groups
      .map(({ termId }) => termId)
      .sort((a, b) => a - b)
      .join()
  if (line && ids(said) === ids(line.groups)) return undefined
  const labels = (groups: PlaceLine['groups']) => groups.map(({ label }) => label).join('; ')
  one.differs('groups', line ? labels(line.groups) : undefined, labels(said))
  return said
}

/** Ages in one cell say both bounds; in two cells only what is written. */
function agesPart(one: Case, line: PlaceLine | undefined): Record<string, unknown> {
  const { ages, line: said } = one.row
  const shown = line && agesShown(line)
  if (ages !== undefined && ages === shown) return {}
  if (ages !== undefined && said.ageFrom === undefined && said.ageTo === undefined && ages !== 'alle aldre')
    one.wrong('ages', `»${ages.slice(0, 40)}« er ikke en alder, der kan læses. Skriv fx 18-65 år, fra 18 år eller til 17 år.`)
  const wanted = {
    ageFrom: ages === undefined ? (said.ageFrom ?? line?.ageFrom) : said.ageFrom,
    ageTo: ages === undefined ? (said.ageTo ?? line?.ageTo) : said.ageTo,
  }
  if (line && wanted.ageFrom === line.ageFrom && wanted.ageTo === line.ageTo) return {}
  if (!line && wanted.ageFrom === undefined && wanted.ageTo === undefined) return {}
  const field = ages === undefined ? 'ageFrom' : 'ages'
  if (wanted.ageFrom !== undefined && wanted.ageTo !== undefined && wanted.ageFrom > wanted.ageTo)
    one.wrong(field, `Den højeste alder kan ikke være under ${wanted.ageFrom} år.`)
  if (line?.groups.some(({ ageFrom, ageTo }) => ageFrom !== undefined || ageTo !== undefined))
    one.wrong(field, 'Linjens målgrupper har hver deres alder. Ret den på tilbuddets side.')
  one.differs(field, shown, agesShown({ ...wanted, groups: [] }) ?? 'alle aldre')
  return wanted
}

export type CountPart = { end: number | undefined; id: number | undefined; fields: Record<string, unknown> }

/**
 * A new figure holds from the row's day, and ends the one before.
 * @throws Overtaken when the site knows a figure of a later day
 */
export function countPart(
  one: Case,
  { countsOf }: Standing,
  line: PlaceLine | undefined,
  validFrom: string,
): CountPart | undefined {
  const { approved, inUse, budgetedOccupancy } = one.row.count
  const counts = line ? countsOf(line.id) : []
  const held = line && countShown(counts, line, one.court.today)
  const fields = one.different<PlaceCount>(held, {
    approved: ['approved', approved],
    inUse: ['inUse', inUse],
    budgetedOccupancy: ['budgetedOccupancy', budgetedOccupancy],
  })
  if (Object.keys(fields).length === 0) return undefined
  const whole = { approved: held?.approved, inUse: held?.inUse, budgetedOccupancy: held?.budgetedOccupancy, ...fields }
  mustFit(one, whole)
  if (!line || counts.length === 0) return { end: undefined, id: undefined, fields: { ...whole, validFrom: undefined } }
  if (counts.some((count) => count.validFrom !== undefined && count.validFrom > validFrom)) throw new Overtaken()
  const { same, end, validUntil } = step(counts, validFrom)
  return same
    ? { end: undefined, id: same.id, fields: whole }
    : { end: end?.id, id: undefined, fields: { ...whole, validFrom, validUntil: validUntil ?? undefined } }
}

function mustFit(one: Case, { approved, inUse }: { approved?: number | undefined; inUse?: number | undefined }): void {
  if (approved === undefined || inUse === undefined || inUse <= approved) return
  const field = one.row.count.inUse === undefined ? 'approved' : 'inUse'
  one.wrong(field, `Der kan ikke være ${inUse} pladser i brug, når ${approved} er godkendt. Ret et af tallene.`)
}
