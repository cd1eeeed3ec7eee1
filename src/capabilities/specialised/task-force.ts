import { addDays, type Day, daysBetween, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

export const stepKinds = {
  convened: 'Task force indkaldt',
  action: 'Handling aftalt',
  moved: 'Frist flyttet',
  done: 'Handling udført',
  dropped: 'Handling opgivet',
  note: 'Intern note',
  closed: 'Sagen lukket',
  reopened: 'Sagen genåbnet',
} as const
type StepKind = keyof typeof stepKinds

/** One step of a case with its day and actor; a step is never changed. Danish: skridt i en sag. */
export type Step = {
  id: number
  caseId: number
  kind: StepKind
  day: Day
  text: string
  /** A function or an organisation, never a person's name: who convenes, or who carries an action out. */
  responsible: string | undefined
  dueOn: Day | undefined
  /** The action that was moved, done or dropped. */
  actionId: number | undefined
  internal: boolean
  actorName: string
  example: boolean
  recordedAt: Date
}

/** An offer on the list is in trouble, and somebody has said so. Danish: task force-sag. */
export type Case = {
  id: number
  specialisedId: number
  key: string
  name: string
  offerId: number | undefined
  raisedOn: Day
  raisedBy: string
  party: string | undefined
  reason: string
  dueOn: Day | undefined
  source: string
  actorName: string
  example: boolean
  recordedAt: Date
  /** In the order they were told. */
  steps: Step[]
}

export type Task = { step: Step; dueOn: Day; settled: Step | undefined; lateDays: number }

export type Progress = {
  open: boolean
  convened: Step | undefined
  /** The day it must be convened by. */
  conveneBy: Day
  closed: Step | undefined
  tasks: Task[]
  /** What is overdue today, in words; none when closed. */
  late: string[]
}

const daysText = (count: number): string => (count === 1 ? '1 dag' : `${count} dage`)

/** An action with its newest deadline, and how late it is on a day; 0: not late. */
function taskOf(step: Step, steps: readonly Step[], today: Day): Task {
  const own = steps.filter(({ actionId }) => actionId === step.id)
  const settled = own.find(({ kind }) => kind === 'done' || kind === 'dropped')
  const dueOn = own.findLast(({ kind }) => kind === 'moved')?.dueOn ?? step.dueOn ?? step.day
  return { step, dueOn, settled, lateDays: settled ? 0 : Math.max(0, daysBetween(dueOn, today)) }
}

/**
 * Where a case stands today, from its steps alone. `conveneDays`: how soon a task force must be convened, a dated parameter.
 * @example raised 1 March, not convened, rule 14 days, today 20 March: late: ['Task force skulle være indkaldt 15. marts 2026 …']
 */
export function progressOf(of: Case, today: Day, conveneDays: number): Progress {
  const { steps } = of
  const turn = steps.findLast(({ kind }) => kind === 'closed' || kind === 'reopened')
  const open = turn?.kind !== 'closed'
  const convened = steps.find(({ kind }) => kind === 'convened')
  const conveneBy = addDays(of.raisedOn, conveneDays)
  const tasks = steps.filter(({ kind }) => kind === 'action').map((step) => taskOf(step, steps, today))
  const late = [
    ...(!convened && conveneBy < today ? [`Task force skulle være indkaldt ${lateText(conveneBy, today)}`] : []),
    ...(of.dueOn !== undefined && of.dueOn < today ? [`Sagen skulle være løst ${lateText(of.dueOn, today)}`] : []),
    ...tasks
      .filter(({ lateDays }) => lateDays > 0)
      .map(({ step, dueOn }) => `»${step.text}« skulle være udført ${lateText(dueOn, today)}`),
  ]
  return { open, convened, conveneBy, closed: open ? undefined : turn, tasks, late: open ? late : [] }
}

const lateText = (due: Day, today: Day): string => `${dayText(due)} (${daysText(daysBetween(due, today))} over fristen)`

/** The next deadline of an open case; undefined when there is none. */
export const nextDeadline = ({ dueOn }: Pick<Case, 'dueOn'>, { open, convened, conveneBy, tasks }: Progress): Day | undefined =>
  open
    ? [
        ...tasks.filter(({ settled }) => !settled).map((task) => task.dueOn),
        ...(convened ? [] : [conveneBy]),
        ...(dueOn === undefined ? [] : [dueOn]),
      ].sort()[0]
    : undefined

/** @throws Refusal when the case is closed */
export function mustBeOpen({ open }: Progress): void {
  if (open) return
  throw new Refusal(undefined, 'closed', 'Sagen er lukket. Genåbn den først, hvis der er mere at gøre. Intet er gemt.')
}

/** @throws Refusal when the case is open */
export function mustBeClosed({ open }: Progress): void {
  if (!open) return
  throw new Refusal(undefined, 'open', 'Sagen er åben. Der er ikke noget at genåbne. Intet er gemt.')
}

/** A step's day lies from the last step's on, and has come. @throws Refusal at `day` */
export function mustComeAfter({ raisedOn, steps }: Pick<Case, 'raisedOn' | 'steps'>, day: Day, today: Day): void {
  if (day > today)
    throw new Refusal('day', 'ahead', `${dayText(day)} er ikke kommet endnu. Skriv den dag, det skete. Intet er gemt.`)
  const first = [raisedOn, ...steps.filter(({ internal }) => !internal).map((step) => step.day)].sort().at(-1) ?? raisedOn
  if (day < first)
    throw new Refusal(
      'day',
      'too early',
      `Det seneste skridt i sagen er fra ${dayText(first)}. Skriv den dag eller en senere. Intet er gemt.`,
    )
}

/** @throws Refusal at `dueOn` when a deadline lies before the day it is set */
export function mustLieAhead(dueOn: Day, day: Day): void {
  if (dueOn >= day) return
  throw new Refusal('dueOn', 'before', `Fristen skal ligge ${dayText(day)} eller senere. Intet er gemt.`)
}

/** @throws Refusal when a task force has been convened before */
export function mustNotBeConvened({ convened }: Progress): void {
  if (!convened) return
  throw new Refusal(undefined, 'convened', `Task force er allerede indkaldt ${dayText(convened.day)}. Intet er gemt.`)
}

/** @throws Refusal when the action is done or dropped */
export function mustBeUnsettled({ settled }: Task): void {
  if (!settled) return
  throw new Refusal(undefined, 'settled', `Handlingen er allerede afsluttet ${dayText(settled.day)}. Intet er gemt.`)
}

/** A case closes when nothing is left to do. @throws Refusal that counts what is left */
export function mustHaveNothingLeft({ tasks }: Progress): void {
  const left = tasks.filter(({ settled }) => !settled).length
  if (left === 0) return
  throw new Refusal(
    undefined,
    'actions left',
    `Sagen har ${left === 1 ? '1 handling' : `${left} handlinger`}, der ikke er udført eller opgivet. Afslut dem først. Sagen er ikke lukket.`,
  )
}

/** @throws Refusal at `key` when the offer has an open case */
export function mustHaveNoOpenCase(name: string, cases: readonly { progress: Progress }[]): void {
  if (!cases.some(({ progress }) => progress.open)) return
  throw new Refusal('key', 'open case', `${name} har allerede en åben sag. Skriv videre i den. Der er ikke oprettet en ny.`)
}
