import { addDays, type Day, daysBetween, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Ownership } from '../offers/index.ts'

/** When in the year before a sheet is due, by ownership. Danish: frist. */
export type DeadlineRule = {
  ownership: Ownership
  month: number
  day: number
  validFrom: Day
  source: string
  confirmed: boolean
}

const two = (part: number) => String(part).padStart(2, '0')

/** '1. oktober'. */
export const dayMonthText = (month: number, day: number): string =>
  dayText(`2000-${two(month)}-${two(day)}`).replace(/ 2000$/, '')

/** The day a sheet of a year is due, by rule: in the year before. */
export const deadlineOf = ({ month, day }: Pick<DeadlineRule, 'month' | 'day'>, year: number): Day =>
  `${year - 1}-${two(month)}-${two(day)}`

/** What is done with a sheet. Danish: trin. */
export const steps = {
  begun: 'Begyndt',
  handed_in: 'Indsendt',
  asked: 'Spørgsmål stillet',
  approved: 'Godkendt',
  published: 'Offentliggjort',
} as const
export type Step = keyof typeof steps

/** How a sheet stands; `not_begun`: nobody has opened it. Danish: status. */
export const sheetStates = {
  not_begun: 'Ikke begyndt',
  in_work: 'I gang',
  handed_in: 'Indsendt',
  questions: 'Spørgsmål',
  approved: 'Godkendt',
  published: 'Offentliggjort',
} as const
export type SheetState = keyof typeof sheetStates

const stateAfter: Record<Step, SheetState> = {
  begun: 'in_work',
  handed_in: 'handed_in',
  asked: 'questions',
  approved: 'approved',
  published: 'published',
}

export const stateOf = (newest: Step | undefined): SheetState => (newest === undefined ? 'not_begun' : stateAfter[newest])

const from: Record<Step, readonly SheetState[]> = {
  begun: ['not_begun'],
  handed_in: ['in_work', 'questions'],
  asked: ['handed_in', 'approved'],
  approved: ['handed_in'],
  published: ['approved'],
}

export const isOpenTo = (state: SheetState, step: Step): boolean => from[step].includes(state)

/** May its lines be changed? */
export const isWritable = (state: SheetState): boolean => state === 'not_begun' || state === 'in_work' || state === 'questions'

/**
 * A step follows the state a sheet is in, and the state the person saw.
 * @throws Refusal on top of the form, which says what somebody else did meanwhile
 */
export function mustFollow(
  step: Step,
  now: { state: SheetState; lastStepId: number | undefined; by?: string | undefined },
  seen: string,
) {
  if (String(now.lastStepId ?? 0) !== seen)
    throw new Refusal(
      undefined,
      'moved meanwhile',
      `${now.by ?? 'En anden'} har lige ændret skemaet, så det nu står som »${sheetStates[now.state]}«. Intet er gemt. Se skemaet igen, før du går videre.`,
    )
  if (!isOpenTo(now.state, step))
    throw new Refusal(
      undefined,
      'wrong state',
      `Skemaet står som »${sheetStates[now.state]}«, så det kan ikke blive »${steps[step]}«. Intet er gemt.`,
    )
}

/** @throws Refusal when the lines are locked */
export function mustBeWritable(state: SheetState): void {
  if (isWritable(state)) return
  throw new Refusal(
    undefined,
    'locked',
    state === 'published'
      ? 'Takstskemaet er offentliggjort. En rettelse er en ny version af taksten: find den på listen over takster. Intet er gemt.'
      : 'Takstskemaet er indsendt og kan ikke ændres. Bed sekretariatet om at stille et spørgsmål, så åbnes det igen. Intet er gemt.',
  )
}

/** Is a sheet not handed in though its day has passed? Without a deadline nobody is late. */
export const isLate = (state: SheetState, deadline: Day | undefined, today: Day): boolean =>
  deadline !== undefined && today > deadline && (state === 'not_begun' || state === 'in_work')

/** What is told of the deadline: 'Fristen er …', 'Fristen var …, for 3 dage siden'. */
export function deadlineText(deadline: Day | undefined, today: Day): string {
  if (deadline === undefined) return 'Fristen er ikke fastsat, fordi ejerformen ikke er oplyst.'
  const days = daysBetween(deadline, today)
  if (days === 0) return `Fristen er i dag, ${dayText(deadline)}.`
  return days < 0
    ? `Fristen er ${dayText(deadline)}, om ${-days === 1 ? '1 dag' : `${-days} dage`}.`
    : `Fristen var ${dayText(deadline)}, for ${days === 1 ? '1 dag' : `${days} dage`} siden.`
}

const EVERY = 7

/** Is a mail to be sent today: from so many days before the deadline, and once a week until it is handed in. */
export const isToBeReminded = (
  { state, deadline, lastReminded }: { state: SheetState; deadline: Day | undefined; lastReminded: Day | undefined },
  today: Day,
  daysBefore: number,
): boolean =>
  deadline !== undefined &&
  (state === 'not_begun' || state === 'in_work') &&
  today >= addDays(deadline, -daysBefore) &&
  (lastReminded === undefined || daysBetween(lastReminded, today) >= EVERY)
