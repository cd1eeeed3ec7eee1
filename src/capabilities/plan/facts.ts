import type { Day } from '../../platform/values/day.ts'
import type { LinkKind } from './plan.ts'

/** Something said of an item, from a day, with where it comes from. Danish: oplysning. */
export type Fact = {
  id: number
  field: string
  value: unknown
  validFrom: Day
  validUntil: Day | undefined
  /** 'document:line', such as '003:70'; 'sagt:…' with the words of the person who wrote it here. */
  sources: string[]
  note: string | undefined
  recordedAt: Date
  actorId: number | undefined
  actorName: string | undefined
  /** When somebody took it back, and on what ground. */
  endedAt: Date | undefined
  endedName: string | undefined
  endedSource: string | undefined
}

/** Did the fact hold on the day? */
export const holdsOn = ({ validFrom, validUntil }: Pick<Fact, 'validFrom' | 'validUntil'>, day: Day): boolean =>
  validFrom <= day && (validUntil === undefined || validUntil > day)

export type Link = { kind: LinkKind; fromId: number; toId: number; validFrom: Day; sources: string[] }

/** A document that facts come from. Danish: kilde. */
export type Source = {
  key: string
  title: string
  day: Day | undefined
  dayText: string | undefined
  kind: string
  ageRank: number | undefined
  description: string | undefined
}

/** Where the sources disagree (contradiction) or are silent (gap), and what we show. Danish: note. */
export type Note = {
  key: string
  kind: 'contradiction' | 'gap'
  title: string
  says: { source: string; line?: number; text: string }[]
  resolution: string
  items: string[]
  bodies: string[]
}
