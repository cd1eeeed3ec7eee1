import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

const termKinds = { target_group: 'Målgruppe', concept: 'Begreb', other: 'Andet i kodesystemet' } as const
export type TermKind = keyof typeof termKinds

/** Our own short list of target groups, and the words the parties agree on. Anything else is the address of a code system. */
export const OWN = 'own'
export const CONCEPT = 'concept'

/** A word with a meaning. Danish: begreb. */
export type Term = {
  id: number
  uuid: string
  /** 'own', 'concept', or the address of an imported code system. */
  system: string
  code: string
  kind: TermKind
  label: string
  definition: string | undefined
  parentId: number | undefined
  source: string
  sourceUrl: string | undefined
  systemVersion: string | undefined
  validFrom: Day | undefined
  validUntil: Day | undefined
  approvedBy: string | undefined
  approvedOn: Day | undefined
  version: number
}

export const isValidOn = ({ validFrom, validUntil }: Pick<Term, 'validFrom' | 'validUntil'>, day: Day): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day < validUntil)

/** @throws Refusal on top when somebody else has changed the term since the form was made. */
export function mustBeNewest(term: Pick<Term, 'version'>, version: number): void {
  if (term.version === version) return
  throw new Refusal(
    undefined,
    'changed meanwhile',
    'En anden har ændret begrebet, mens du skrev. Dit er ikke gemt. Se historien nederst, og gem igen, hvis dit stadig gælder.',
  )
}

/** @throws Refusal when the words are somebody else's: an imported code system is changed by importing it again */
export function mustBeOurs({ system }: Pick<Term, 'system'>): void {
  if (system === OWN || system === CONCEPT) return
  throw new Refusal(undefined, 'imported', 'Begrebet kommer fra et kodesystem og rettes dér. Læs den nye udgave ind i stedet.')
}

/** @throws Refusal when there is no meaning to approve, or the day has not come */
export function mustBeApprovable({ definition }: Pick<Term, 'definition'>, approvedOn: Day, today: Day): void {
  if (!definition) throw new Refusal(undefined, 'no meaning', 'Begrebet har ingen betydning endnu. Skriv den først.')
  if (approvedOn > today)
    throw new Refusal(
      'approvedOn',
      'ahead',
      `Skriv en dag, der er kommet: i dag er det ${dayText(today)}. Der er ikke gemt noget.`,
    )
}
