import type { Day } from '../../platform/values/day.ts'
import type { LinkKind } from './plan.ts'

/** Something said of an item, from a day, with where it comes from. Danish: oplysning. */
export type Fact = {
  id: number
  field: string
  value: unknown
  validFrom: Day
  validUntil: Day | undefined
  /** 'document:line', such as '003:70'; 'deed' when a person wrote it here. */
  sources: string[]
  note: string | undefined
  recordedAt: Date
  actorId: number | undefined
}

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
  says: { source: string; line: number; text: string }[]
  resolution: string
  items: string[]
  bodies: string[]
}
