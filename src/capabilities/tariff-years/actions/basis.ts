import { z } from 'zod'
import { type Action, type Ask, type FormState, form, page } from '../../../platform/action.ts'
import type { Page } from '../../../platform/ui/index.ts'
import { idIn } from '../../../platform/values/id.ts'
import { type CalculationBasis, ruleSetOfYear, worthOf } from '../../tariffs/index.ts'
import { flatBasis, flatOf } from '../basis.ts'
import { attempt } from '../calculating.ts'
import type { PlacedLine } from '../line.ts'
import { BasisPage, DropBasisPage } from '../pages/basis.tsx'
import { isWritable, mustBeWritable } from '../round.ts'
import { lineWith, setBasis } from '../store/lines.ts'
import { sheetHref, sheetParty, standingAt } from './at.ts'
import { mustBeSame, seen } from './lines.ts'

const AT = '/takster/skema/:year/:id/linje/:line/beregning'

/** A line with what it is calculated from, and what that comes to; where it has no basis, its flat numbers are shown as one. */
export async function basisAt(ask: Pick<Ask<{ year: string; id: string; line: string }>, 'db' | 'params'>) {
  const standing = await standingAt(ask)
  if (standing?.sheetId === undefined) return undefined
  const line = await lineWith(ask.db, standing.sheetId, idIn(ask.params.line))
  if (!line) return undefined
  const rules = await ruleSetOfYear(ask.db, standing.year)
  const basis = line.basis ?? flatBasis(line, rules)
  return {
    ...{ standing, line, rules, basis },
    outcome: attempt({ ...line, basis }, standing.ownership, rules),
    worth: worthOf(basis.costs, rules),
    writable: isWritable(standing.state),
    href: `${sheetHref(standing)}/linje/${line.id}/beregning`,
  }
}

export type BasisLooked = NonNullable<Awaited<ReturnType<typeof basisAt>>>

type Kept = { basis: CalculationBasis | undefined; said: string; detail: Record<string, unknown> }

/** Keeps a line's basis with the flat numbers it comes to, where it comes to anything. */
async function keep({ db, now }: Pick<Ask, 'db' | 'now'>, looked: BasisLooked, { basis, said, detail }: Kept) {
  const { standing, line, rules, href } = looked
  const next: PlacedLine = { ...line, basis }
  const tried = basis && attempt(next, standing.ownership, rules)
  const flat = tried && 'calculated' in tried ? flatOf(tried.calculated.result) : {}
  await setBasis(db, standing.sheetId ?? 0, { ...next, ...flat }, now)
  return { subject: `tariff-sheet:${standing.sheetId}`, next: href, said, detail: { line: line.id, ...detail } }
}

type Changing<Found extends { looked: BasisLooked }, Input extends z.ZodObject> = {
  input: Input
  /** undefined: there is no such thing to change. */
  find: (looked: BasisLooked, params: Record<string, string>) => Found | undefined
  view: (found: Found, ask: Ask, form: FormState) => Page
  change: (found: Found, written: z.output<Input>) => Kept
}

/** A deed that changes one part of a basis; it is refused when the sheet is locked, or another has changed it meanwhile. */
export const changing = <Found extends { looked: BasisLooked }, Input extends z.ZodObject>(
  tail: `/${string}`,
  { input, find, view, change }: Changing<Found, Input>,
): Action =>
  form({
    path: `${AT}${tail}` as typeof AT,
    may: 'tariffSheets.write',
    at: sheetParty,
    load: async (ask) => {
      const looked = await basisAt(ask)
      return looked && find(looked, ask.params)
    },
    input: input.extend({ seen }),
    view: (found, ask, form) => view(found, ask as Ask, form),
    submit: async (ask, written, found) => {
      const { standing } = found.looked
      mustBeWritable(standing.state)
      mustBeSame(standing, (written as { seen: string }).seen)
      return keep(ask, found.looked, change(found, written as z.output<Input>))
    },
  })

export const basisDeeds: Action[] = [
  page({ path: AT, may: 'tariffSheets.write', at: sheetParty, load: basisAt, view: BasisPage }),

  changing('/fjern', {
    input: z.object({}),
    find: (looked) => (looked.line.basis === undefined ? undefined : { looked }),
    view: DropBasisPage,
    change: ({ looked }) => ({
      basis: undefined,
      said: 'Beregningsgrundlaget er fjernet. Taksten regnes nu af de faste tal, grundlaget gav.',
      detail: { before: looked.line.basis },
    }),
  }),
]
