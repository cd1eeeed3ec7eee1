import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** A version of the letter to suppliers about reports of increases. Danish: leverandørbrev. */
export type Letter = {
  id: number
  version: number
  subject: string
  body: string
  reason: string
  source: string
  actorName: string
  recordedAt: Date
  hearings: Hearing[]
}

/** Bodies are asked what they think of a version; while they are, it is not sent. Danish: høring. */
export type Hearing = {
  id: number
  letterId: number
  bodies: string
  opensOn: Day
  deadline: Day
  closedOn: Day | undefined
  conclusion: string | undefined
}

export type Dispatch = {
  id: number
  version: number
  operatorId: number
  operatorName: string
  recipient: string | undefined
  sentAt: Date
  actorName: string
  example: boolean
}

/** What can be filled in, and with what. */
export const mergeFields = {
  driftsherre: 'navnet på driftsherren',
  dato: 'dagen brevet sendes',
  graense_privat: 'grænsen for private tilbud',
  graense_offentlig: 'grænsen for kommunale og regionale tilbud',
} as const
export type MergeField = keyof typeof mergeFields

export type Merged = Record<MergeField, string>

/** The text with every {felt} filled in. */
export const merged = (text: string, values: Merged): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name as MergeField] : whole))

/** The text to be read before anybody is chosen: '[navnet på driftsherren]'. */
export const unmerged = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(mergeFields, name) ? `[${mergeFields[name as MergeField]}]` : whole,
  )

/** @throws Refusal when a field is asked for that nobody can fill in */
export function mustKnowFields(text: string): void {
  const unknown = [...text.matchAll(/\{(\w*)\}/g)].find(([, name = '']) => !Object.hasOwn(mergeFields, name))
  if (!unknown) return
  const known = Object.keys(mergeFields).map((name) => `{${name}}`)
  throw new Refusal('body', 'unknown field', `${unknown[0]} kan ikke flettes. Brug ${known.join(', ')}. Intet er gemt.`)
}

export const openHearing = ({ hearings }: Pick<Letter, 'hearings'>): Hearing | undefined =>
  hearings.find(({ closedOn }) => closedOn === undefined)

/** @throws Refusal while a hearing on the letter is open (K12) */
export function mustBeHeard(letter: Pick<Letter, 'hearings'>): void {
  const open = openHearing(letter)
  if (!open) return
  throw new Refusal(
    undefined,
    'hearing open',
    `Brevet er i høring hos ${open.bodies} til og med ${dayText(open.deadline)}. Afslut høringen først. Intet er sendt.`,
  )
}

/** @throws Refusal when the last day lies before the first */
export function mustRunForward(opensOn: Day, deadline: Day): void {
  if (deadline < opensOn) throw new Refusal('deadline', 'before', 'Fristen ligger før høringen begynder. Intet er gemt.')
}
