import { type Day, dayText } from '../../platform/values/day.ts'
import type { Exact } from '../../platform/values/exact.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Ownership, PlaceKind, PriceUnit } from '../offers/index.ts'
import type { Baseline } from './increase.ts'

/** What can happen in a report case, in the usual order. */
export const stepKinds = {
  asked: 'Driftsherren er spurgt',
  reminded: 'Driftsherren er rykket',
  explained: 'Driftsherren har forklaret',
  assessed: 'Vurderet',
  sent: 'Sendt til Socialtilsyn Øst',
  received: 'Modtaget af Socialtilsyn Øst',
  feedback: 'Tilbagemelding fra Socialtilsyn Øst',
  discussed: 'Drøftet på møde',
  closed: 'Afsluttet',
} as const
export type StepKind = keyof typeof stepKinds

/** What the municipality makes of it. Danish: vurdering. */
export const outcomes = {
  explained: 'Stigningen er forklaret',
  partly: 'Stigningen er delvist forklaret',
  unexplained: 'Stigningen er ikke forklaret',
  unanswered: 'Driftsherren har ikke svaret',
} as const
export type Outcome = keyof typeof outcomes
export const outcomeKeys = keysOf(outcomes)

/** One step of a case with its day and who took it; never changed. */
export type Step = {
  id: number
  caseId: number
  kind: StepKind
  day: Day
  text: string
  outcome: Outcome | undefined
  /** Until when the operator can answer. */
  deadline: Day | undefined
  /** The body that discussed it. */
  body: string | undefined
  /** The mail that went with it, as long as it is in the outbox. */
  outboxId: number | undefined
  actorName: string
  example: boolean
  recordedAt: Date
}

/** A price that has risen so much that it is to be reported. Danish: takstindberetning. */
export type Case = {
  id: number
  uuid: string
  /** undefined: a price met outside the register. */
  versionId: number | undefined
  /** undefined: only the price is known. */
  calculationId: number | undefined
  offerId: number | undefined
  operatorId: number | undefined
  /** Whose people sign in for the operator; undefined: nobody does. */
  operatorPartyId: number | undefined
  /** The municipality that assesses it: where the offer lies, or the one that met the price. */
  partyId: number | undefined
  party: string | undefined
  operatorName: string
  offerName: string
  /** Unit, service and level. */
  what: string
  groups: string[]
  ownership: Ownership | undefined
  kind: PlaceKind | undefined
  per: PriceUnit
  effectiveOn: Day
  from: Exact
  to: Exact
  percent: Exact
  baseline: Baseline
  limit: Exact
  limitSource: string
  limitConfirmed: boolean
  /** Where a price outside the register was met. */
  source: string
  mailbox: string | undefined
  foundOn: Day
  actorName: string
  example: boolean
  recordedAt: Date
  steps: Step[]
}

export const isClosed = ({ steps }: Pick<Case, 'steps'>): boolean => steps.some(({ kind }) => kind === 'closed')

const last = ({ steps }: Pick<Case, 'steps'>, kind: StepKind): Step | undefined => steps.findLast((step) => step.kind === kind)

export const assessment = (of: Pick<Case, 'steps'>): Step | undefined => last(of, 'assessed')

/** The last time the operator was asked, when it has not answered since. */
export function unanswered(of: Pick<Case, 'steps'>): Step | undefined {
  const asked = of.steps.findLastIndex(({ kind }) => kind === 'asked')
  const answered = of.steps.findLastIndex(({ kind }) => kind === 'explained')
  return asked > answered ? of.steps[asked] : undefined
}

/** Has the deadline passed without an answer? */
export const isLate = (of: Pick<Case, 'steps'>, today: Day): boolean => {
  const deadline = unanswered(of)?.deadline
  return !isClosed(of) && !assessment(of) && deadline !== undefined && deadline < today
}

/** Where it stands, in a few words. */
export function standText(of: Pick<Case, 'steps'>, today: Day): string {
  const step = of.steps.findLast(({ kind }) => kind !== 'reminded')
  if (step === undefined) return 'Fundet, ikke begyndt'
  if (isLate(of, today)) return 'Driftsherren har ikke svaret inden fristen'
  return step.kind === 'asked' && step.deadline ? `Venter på svar senest ${dayText(step.deadline)}` : stepKinds[step.kind]
}

/** What can be done next: nothing once it is closed, and nothing is sent that is not assessed. */
export function nextSteps(of: Pick<Case, 'steps'>): StepKind[] {
  if (isClosed(of)) return []
  if (last(of, 'sent')) {
    const isDiscussed = last(of, 'discussed') !== undefined
    return [
      ...(last(of, 'received') ? [] : (['received'] as const)),
      'feedback',
      'discussed',
      ...(isDiscussed ? (['closed'] as const) : []),
    ]
  }
  if (assessment(of)) return ['sent', 'assessed', 'asked']
  return unanswered(of) ? ['explained', 'assessed', 'asked'] : ['asked', 'explained', 'assessed']
}

const follows: Record<Exclude<StepKind, 'reminded' | 'closed'>, StepKind> = {
  asked: 'explained',
  explained: 'assessed',
  assessed: 'sent',
  sent: 'received',
  received: 'feedback',
  feedback: 'discussed',
  discussed: 'closed',
}

/** The step that is usually taken now; undefined: it is closed. */
export function usualNext(of: Pick<Case, 'steps'>): StepKind | undefined {
  if (isClosed(of)) return undefined
  const step = of.steps.findLast(({ kind }) => kind !== 'reminded' && kind !== 'closed')
  return step === undefined ? 'asked' : follows[step.kind as keyof typeof follows]
}

/** @throws Refusal when the case is past that step, or not there yet: somebody may have been first */
export function mustCome(of: Pick<Case, 'steps'>, kind: StepKind): void {
  if (nextSteps(of).includes(kind)) return
  const stands = isClosed(of)
    ? 'Sagen er afsluttet'
    : `Sagen står nu ved »${of.steps.at(-1) ? stepKinds[of.steps.at(-1)?.kind ?? 'asked'] : 'Fundet'}«`
  throw new Refusal(undefined, 'out of order', `${stands}, så »${stepKinds[kind]}« kan ikke skrives nu. Intet er gemt.`)
}

/** @throws Refusal at `outcome`: nobody has been silent who has not been asked, or who may still answer */
export function mustBeSilent(of: Pick<Case, 'steps'>, outcome: Outcome, today: Day): void {
  if (outcome !== 'unanswered') return
  const deadline = unanswered(of)?.deadline
  if (deadline !== undefined && deadline < today) return
  throw new Refusal(
    'outcome',
    'may still answer',
    deadline === undefined
      ? 'Driftsherren er ikke blevet spurgt, eller har svaret. Vælg en anden vurdering. Intet er gemt.'
      : `Driftsherren kan svare til og med ${dayText(deadline)}. Vælg en anden vurdering, eller vent. Intet er gemt.`,
  )
}

/** A day that has come, and is not before the step it follows. @throws Refusal at `day` */
export function mustFollow({ foundOn, steps }: Pick<Case, 'foundOn' | 'steps'>, day: Day, today: Day): void {
  if (day > today)
    throw new Refusal('day', 'ahead', `${dayText(day)} er ikke kommet endnu. Skriv den dag, det skete. Intet er gemt.`)
  const before = steps.at(-1)?.day ?? foundOn
  if (day >= before) return
  throw new Refusal('day', 'too early', `Skridtet før er fra ${dayText(before)}. Skriv den dag eller en senere. Intet er gemt.`)
}
