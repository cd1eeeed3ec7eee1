import { addMonths, type Day } from '../../platform/values/day.ts'

/** What a socialtilsyn decides about an offer. */
export const decisions = {
  approval: 'Godkendelse',
  conditions: 'Vilkår',
  intensified: 'Skærpet tilsyn',
  injunction: 'Påbud',
  risk: 'Risikofarve',
  ended: 'Godkendelsen er ophørt',
} as const
export type Decision = keyof typeof decisions

/** What has become of a decision since. */
export const outcomes = {
  met: 'Opfyldt eller bragt til ophør',
  changed: 'Ændret',
  annulled: 'Ophævet',
  remitted: 'Sendt tilbage til ny behandling',
} as const
export type OutcomeKind = keyof typeof outcomes

export const colours = { green: 'Grøn', yellow: 'Gul', red: 'Rød' } as const
export type Colour = keyof typeof colours

/** Who decides. Danish: myndighed. */
export type Authority = { key: string; name: string; kind: 'socialtilsyn' | 'appeal'; sites: string[]; source: string }

/** One row as it was written, and never changed. */
export type Written = {
  id: number
  offerId: number
  offerName: string
  municipality: string | undefined
  /** The party that runs the offer. */
  partyId: number | undefined
  /** The first row of the chain this one corrects; undefined for the first itself. */
  rootId: number | undefined
  correctsId: number | undefined
  /** The first row of the decision this outcome is about. */
  aboutId: number | undefined
  kind: Decision | OutcomeKind
  colour: Colour | undefined
  /** The day it was decided. */
  day: Day
  validFrom: Day
  /** Included: the last day of intensified supervision, the deadline of an injunction. */
  lastDay: Day | undefined
  authorityKey: string
  authority: string
  text: string | undefined
  /** Where the authority itself has published it; undefined: it has not. */
  publishedUrl: string | undefined
  source: string
  /** Why a correction was made. */
  reason: string | undefined
  withdrawn: boolean
  actorName: string
  example: boolean
  recordedOn: Day
}

export type Outcome = Written & { kind: OutcomeKind }

export const stateTexts = {
  coming: 'Kommer',
  in_force: 'Gælder',
  overdue: 'Fristen er udløbet',
  over: 'Gælder ikke længere',
  changed: 'Ændret',
  remitted: 'Sendt tilbage',
  annulled: 'Ophævet',
} as const
export type State = keyof typeof stateTexts

/** A decision as it stands on a day, with what has become of it and what was written before it was corrected. Danish: tilsynsoplysning. */
export type Fact = Written & {
  kind: Decision
  /** Stays the same through corrections. */
  root: number
  outcomes: Outcome[]
  earlier: Written[]
  state: State
  /** First day it did not hold; undefined: it holds, or is still to come. */
  endedOn: Day | undefined
}

const isOutcome = (row: Written): row is Outcome => row.kind in outcomes

type Chain = { newest: Written; earlier: Written[]; root: number }

/** The newest row of every chain, with those it corrects, newest first. */
function chainsOf(rows: readonly Written[]): Chain[] {
  const chains = new Map<number, Written[]>()
  for (const row of [...rows].sort((a, b) => b.id - a.id)) {
    const root = row.rootId ?? row.id
    chains.set(root, [...(chains.get(root) ?? []), row])
  }
  return [...chains].flatMap(([root, [newest, ...earlier]]) => (newest ? [{ root, newest, earlier }] : []))
}

type Unjudged = Omit<Fact, 'state' | 'endedOn'>

/**
 * Every decision as it was known and stood at the end of a day, the newest first. One that was overturned stays.
 * `rows`: everything written of one or more offers.
 */
export function factsOn(rows: readonly Written[], day: Day): Fact[] {
  const chains = chainsOf(rows.filter(({ recordedOn }) => recordedOn <= day))
  const happened = chains.flatMap(({ newest }) => (isOutcome(newest) && !newest.withdrawn && newest.day <= day ? [newest] : []))
  const facts = chains.flatMap(({ root, newest, earlier }): Unjudged[] => {
    if (isOutcome(newest)) return []
    const since = happened.filter(({ aboutId }) => aboutId === root).sort((a, b) => (a.day < b.day ? 1 : -1))
    return [{ ...newest, kind: newest.kind as Decision, root, earlier, outcomes: since }]
  })
  return facts
    .map((fact) => ({ ...fact, ...standingOf(fact, facts, day) }))
    .sort((a, b) => (a.day === b.day ? b.id - a.id : a.day < b.day ? 1 : -1))
}

const STOPS: readonly OutcomeKind[] = ['met', 'annulled', 'remitted']

const stopOf = ({ outcomes }: Unjudged): Outcome | undefined => outcomes.find(({ kind }) => STOPS.includes(kind))

/** What takes the place of a decision: a new approval or its end, a newer colour. */
const follows: Partial<Record<Decision, readonly Decision[]>> = {
  approval: ['approval', 'ended'],
  ended: ['approval'],
  risk: ['risk'],
}

const supersededOn = (fact: Unjudged, all: readonly Unjudged[], day: Day): Day | undefined => {
  const later = all.filter(
    (one) =>
      one.offerId === fact.offerId &&
      one.root !== fact.root &&
      (follows[fact.kind] ?? []).includes(one.kind) &&
      !one.withdrawn &&
      stopOf(one) === undefined &&
      one.validFrom <= day &&
      (one.validFrom > fact.validFrom || (one.validFrom === fact.validFrom && one.id > fact.id)),
  )
  return later.map(({ validFrom }) => validFrom).sort()[0]
}

/** How a decision stands on a day, and since when it does not hold. */
function standingOf(fact: Unjudged, all: readonly Unjudged[], day: Day): Pick<Fact, 'state' | 'endedOn'> {
  const stop = stopOf(fact)
  if (stop) return { state: stop.kind === 'met' ? 'over' : (stop.kind as State), endedOn: stop.day }
  if (fact.validFrom > day) return { state: 'coming', endedOn: undefined }
  if (fact.lastDay !== undefined && fact.lastDay < day) {
    return { state: fact.kind === 'injunction' ? 'overdue' : 'over', endedOn: fact.lastDay }
  }
  const superseded = supersededOn(fact, all, day)
  if (superseded !== undefined) return { state: 'over', endedOn: superseded }
  return { state: fact.outcomes.some(({ kind }) => kind === 'changed') ? 'changed' : 'in_force', endedOn: undefined }
}

/** Does it hold, or is it still waiting to be met? */
export const isCurrent = ({ state, withdrawn }: Fact): boolean =>
  !withdrawn && (state === 'in_force' || state === 'changed' || state === 'coming' || state === 'overdue')

/**
 * May everybody see it? Only what the authority itself has published, and for `months` after it stopped.
 * What was overturned is shown as overturned for as long.
 */
export const isPublic = ({ withdrawn, publishedUrl, endedOn }: Fact, { day, months }: { day: Day; months: number }): boolean =>
  !withdrawn && publishedUrl !== undefined && (endedOn === undefined || day < addMonths(endedOn, months))

/** 'Risikofarve: gul', 'Skærpet tilsyn'. */
export const nameOf = ({ kind, colour }: Pick<Written, 'kind' | 'colour'>): string => {
  if (kind in outcomes) return outcomes[kind as OutcomeKind]
  return kind === 'risk' && colour ? `${decisions.risk}: ${colours[colour].toLowerCase()}` : decisions[kind as Decision]
}
