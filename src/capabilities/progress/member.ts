import { addDays, type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { existsOn, type Party } from '../parties/index.ts'

/**
 * What a reader must know of a party that is no member on the day: it has left and somebody took its place, or it has not
 * come yet. undefined for a member.
 */
export function awayText(
  party: Party,
  day: Day,
  others: { successor?: Party | undefined; predecessor?: Party | undefined },
): string | undefined {
  if (existsOn(party, day)) return undefined
  if (party.validUntil !== undefined && party.validUntil <= day) {
    const taken = others.successor ? ` ${others.successor.name} har overtaget pladsen.` : ''
    return `${party.name} var part til og med ${dayText(addDays(party.validUntil, -1))}.${taken} Det, ${party.name} nåede at melde, står stadig her.`
  }
  const instead = others.predecessor ? ` i stedet for ${others.predecessor.name}` : ''
  return `${party.name} bliver part ${party.validFrom ? dayText(party.validFrom) : 'senere'}${instead}.`
}

/** What a reader is told ahead: the member leaves on a day that is known, and who takes its place. undefined when it stays. */
export const leavingText = ({ name, validUntil }: Party, day: Day, successor: Party | undefined): string | undefined =>
  validUntil !== undefined && validUntil > day && successor
    ? `${name} er part til og med ${dayText(addDays(validUntil, -1))}. Den ${dayText(validUntil)} overtager ${successor.name} pladsen. Det, ${name} har meldt, bliver stående her.`
    : undefined

/**
 * Only a member on the day can report, confirm and approve.
 * @throws Refusal on top of the form
 */
export function mustBeMember(party: Party, today: Day): void {
  if (existsOn(party, today)) return
  const text = party.validFrom !== undefined && party.validFrom > today ? 'er ikke part endnu' : 'er ikke længere part'
  throw new Refusal(undefined, 'not member', `${party.name} ${text} og kan derfor ikke melde status. Intet er gemt.`)
}
