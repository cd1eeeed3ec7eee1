import type { Day } from '../../platform/values/day.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** The steps of an improvement cycle, in the order they are usually taken. Danish: forbedringsmodel, aktionslæring. */
export const steps = {
  hypothesis: { text: 'Hypotese', asks: 'Hvad tror vi, der vil virke, og hvordan kan vi se det?' },
  test: { text: 'Lille afprøvning', asks: 'Hvem prøver hvad, hvor og hvor længe?' },
  result: { text: 'Resultat', asks: 'Hvad så vi? Skriv tal, hvis der er nogen, og sig, hvor de kommer fra.' },
  adjustment: { text: 'Justering', asks: 'Hvad laver vi om på?' },
  next: { text: 'Næste skridt', asks: 'Hvad gør vi nu, og hvornår?' },
  decision: { text: 'Beslutning', asks: 'Hvorfor besluttede I det?' },
} as const

export type Step = keyof typeof steps
export const stepKeys = keysOf(steps)

/** How a cycle ends, or goes on: spread what works, adjust and try again, or stop. */
export const decisions = { spread: 'Udbred', adjust: 'Justér og prøv igen', stop: 'Stop' } as const
export type Decision = keyof typeof decisions
export const decisionKeys = keysOf(decisions)

export type Entry = { id: number; step: Step; day: Day; text: string; decision: Decision | undefined; recordedAt: Date }

/** One round of thinking, trying, seeing and deciding within an initiative. Danish: forløb. */
export type Cycle = {
  id: number
  initiativeId: number
  partyId: number | undefined
  partyName: string | undefined
  number: number
  title: string
  example: boolean
  entries: Entry[]
}

/** What was decided, when a decision to spread or stop has ended the cycle. */
export const ending = ({ entries }: Pick<Cycle, 'entries'>): Entry | undefined =>
  entries.find(({ decision }) => decision === 'spread' || decision === 'stop')

/** The step the cycle has come to. */
export const stepNow = ({ entries }: Pick<Cycle, 'entries'>): Step => entries.at(-1)?.step ?? 'hypothesis'

type New = { step: Step; day: Day; decision?: Decision | undefined }

/**
 * May this be written next? A cycle begins with a hypothesis; nothing follows a decision to spread or stop; a result needs a
 * test before it; days go forward and not into the future; a decision, and only a decision, says what was decided.
 * @throws Refusal at `step`, `day` or `decision`
 * @example a test on 3 March may not be followed by a result on 1 March
 */
export function mustFollow({ entries }: Pick<Cycle, 'entries'>, next: New, today: Day): void {
  const last = entries.at(-1)
  const over = ending({ entries })
  if (over)
    throw new Refusal(
      undefined,
      'over',
      'Forløbet er afsluttet med en beslutning. Begynd et nyt forløb, hvis I vil prøve videre.',
    )
  if (!last && next.step !== 'hypothesis') throw new Refusal('step', 'hypothesis first', 'Et forløb begynder med en hypotese.')
  if (next.step === 'result' && !entries.some(({ step }) => step === 'test')) {
    throw new Refusal('step', 'no test', 'Skriv først, hvad I afprøvede. Så kan resultatet gemmes.')
  }
  if (next.day > today) throw new Refusal('day', 'future', 'Datoen er ikke kommet endnu. Vælg i dag eller en dag før.')
  if (last && next.day < last.day) throw new Refusal('day', 'backwards', `Datoen ligger før det forrige trin (${last.day}).`)
  if (next.step === 'decision' && !next.decision)
    throw new Refusal('decision', 'no decision', 'Vælg, om I vil udbrede, justere eller stoppe.')
}
