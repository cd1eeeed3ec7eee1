import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

export const termKinds = { target_group: 'Målgruppe', concept: 'Begreb', other: 'Andet i kodesystemet' } as const
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
