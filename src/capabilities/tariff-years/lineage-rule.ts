import { numberText } from '../../platform/values/danish.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** What can happen to a tariff's name. Danish: slægtskab. */
export const lineageKinds = {
  renamed: 'Fik et nyt navn',
  split: 'Blev delt i flere',
  merged: 'Blev lagt sammen med andre',
} as const
export type LineageKind = keyof typeof lineageKinds

/** A tariff at either end, with its current versions, the earliest first. */
export type End = {
  tariffId: number
  name: string
  versions: readonly { validFrom: Day | undefined; validUntil: Day | undefined; places: number | undefined }[]
}

export type ToldLink = { from: number; to: number; places: number | undefined; day: Day }

type Telling = { kind: LineageKind; from: End; to: End; places: number | undefined; day: Day }

/**
 * What is told of a tariff must be possible beside what is told already: both are there around the day, it is not told twice, it does
 * not lead back to itself, and no more places go than there are.
 * @throws Refusal at `other`, `day` or `places`
 */
export function mustBeTellable(telling: Telling, links: readonly ToldLink[]): void {
  mustBeTwo(telling, links)
  mustBeThere(telling)
  mustAddUp(telling, links)
}

const no = (field: string, code: string, why: string) => new Refusal(field, code, `${why} Intet er gemt.`)

function mustBeTwo({ from, to, day }: Telling, links: readonly ToldLink[]): void {
  if (from.tariffId === to.tariffId)
    throw no('other', 'itself', 'En takst kan ikke have været sig selv. Vælg en anden takst, eller ret prisen som en ny version.')
  const sameYear = links.filter((link) => link.day.slice(0, 4) === day.slice(0, 4))
  if (sameYear.some((link) => link.from === from.tariffId && link.to === to.tariffId))
    throw no('other', 'told', `Det er allerede fortalt, at »${from.name}« blev til »${to.name}« i ${day.slice(0, 4)}.`)
  if (reaches(to.tariffId, from.tariffId, sameYear))
    throw no(
      'other',
      'circle',
      `»${from.name}« kommer selv af »${to.name}« samme år, så de ville gå i ring. Fortryd det, der er fortalt forkert, først.`,
    )
}

/** Do links lead from the one to the other? */
export function reaches(from: number, to: number, links: readonly Pick<ToldLink, 'from' | 'to'>[]): boolean {
  const seen = new Set([from])
  for (const at of seen) for (const link of links) if (link.from === at) seen.add(link.to)
  return from === to || seen.has(to)
}

const dayBefore = ({ versions }: End, day: Day) =>
  versions.findLast(({ validFrom, validUntil }) => (validFrom ?? '') < day && (validUntil === undefined || validUntil >= day))

const onDay = ({ versions }: End, day: Day) => versions.find(({ validUntil }) => validUntil === undefined || validUntil > day)

function mustBeThere({ from, to, day }: Telling): void {
  if (!dayBefore(from, day))
    throw no('day', 'not there', `»${from.name}« gjaldt ikke lige før ${dayText(day)}. Skriv den dag, den blev til noget andet.`)
  if (!onDay(to, day))
    throw no('day', 'over', `»${to.name}« gælder hverken ${dayText(day)} eller senere. Skriv den dag, den begyndte.`)
}

const count = (places: number) => `${numberText(places)} ${places === 1 ? 'plads' : 'pladser'}`
const TINY = 1e-6

function mustAddUp({ kind, from, to, places, day }: Telling, links: readonly ToldLink[]): void {
  if (kind === 'split' && places === undefined)
    throw no('places', 'no places', `Skriv, hvor mange af pladserne i »${from.name}« der gik til »${to.name}«.`)
  const before = dayBefore(from, day)
  const out = links.filter((link) => link.from === from.tariffId && link.day > (before?.validFrom ?? ''))
  const gone = out.reduce((sum, link) => sum + (link.places ?? 0), 0)
  const all = before?.places
  if (places === undefined && out.some((link) => link.places === undefined))
    throw no(
      'places',
      'rest gone',
      `Resten af »${from.name}« er allerede gået til en anden takst. Skriv, hvor mange pladser der gik hertil.`,
    )
  if (all !== undefined && gone + (places ?? 0) > all + TINY)
    throw no(
      'places',
      'too many',
      `»${from.name}« havde ${count(all)}${gone > 0 ? `, og ${numberText(gone)} af dem er allerede gået til andre` : ''}. Der kan ikke gå ${count(places ?? 0)} herfra.`,
    )
  if (all !== undefined && all > 0 && places === undefined && gone > all - TINY)
    throw no('places', 'none left', `Alle ${count(all)} i »${from.name}« er allerede gået til andre takster.`)
  const came = links
    .filter((link) => link.to === to.tariffId && link.day === day)
    .reduce((sum, link) => sum + (link.places ?? 0), 0)
  const room = onDay(to, day)?.places
  if (room !== undefined && places !== undefined && came + places > room + TINY)
    throw no(
      'places',
      'no room',
      `»${to.name}« har ${count(room)}${came > 0 ? `, og ${numberText(came)} af dem kommer fra andre` : ''}. Der kan ikke komme ${count(places)} dertil.`,
    )
}
